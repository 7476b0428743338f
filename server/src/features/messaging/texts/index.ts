export { toLine } from './clean.ts';
export type { InboxText, MailText } from './compile.ts';
export { createEngine } from './engine.ts';
export type { Language } from './language.ts';
export { languages } from './languages/index.ts';
export { anyReader, type Reader } from './reader.ts';
export { sampleOf } from './samples.ts';
export { createTexts, type Texts } from './texts.ts';
