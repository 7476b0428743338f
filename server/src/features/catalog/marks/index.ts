export { createMarks, type JobQuestion, type MarkEvents, type Marks } from './marks.ts';
