export { bodyMark } from './document.ts';
export { mailParts } from './mail-parts.ts';
export type { CompiledMjml } from './mjml-compiler.ts';
export { createMjmlService, type MjmlService } from './mjml-service.ts';
export { isMjml, MjmlError } from './mjml-structure.ts';
export { refuseUnsafeHtml, UnsafeHtmlError } from './safe-html.ts';
export { renderShippedHtml, shippedHtml } from './shipped.ts';
