export { toLine } from './clean.ts';
export { createEngine, type Engine } from './engine.ts';
export { filterDescriptions } from './filters/descriptions.ts';
export { quickReadingWorks } from './quick/detect.ts';
export {
  type CompiledTemplate,
  createTemplateCompiler,
  type HtmlMail,
  type InboxText,
  type MailText,
} from './template-compiler.ts';
