export { createMarks, type JobQuestion, type MarkEvents, type Marks } from './marks.ts';
export { markData } from './personal-data.ts';
