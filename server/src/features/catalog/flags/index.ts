export { createFlagPosting, type FlaggablePosting, type FlagPosting } from './flags.ts';
