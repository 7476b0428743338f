export { createMarkPage, type MarkPage } from './mark-page.ts';
export { findSavedJobs, listSavedUntilDeadline, type SavedJob } from './marks.store.ts';
export { type ChangedMark, createMarks, findMark, type JobQuestion, type Marks } from './marks.ts';
