export {
  type CheckedTemplate,
  checkTemplate,
  renderTemplateReference,
  type Sample,
  sampleOf,
  samplesOf,
  variablesOf,
} from './check/index.ts';
export { createEngine, filterDescriptions, type InboxText, type MailText, toLine } from './engine/index.ts';
export { defaultRecipient, type Language, type TextRecipient } from './language/index.ts';
export {
  bodyMark,
  type CompiledMjml,
  createMjmlService,
  type MjmlService,
  renderShippedHtml,
  shippedHtml,
} from './layout/index.ts';
export {
  type BrokenTemplateReport,
  createTexts,
  type PublishedTemplate,
  type Texts,
  type TextsDependencies,
} from './texts.ts';
