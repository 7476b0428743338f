export { html, scriptJson } from './markup.ts';
export type { PublicPages } from './public-pages.ts';
export type { PageRequest, ServedPage } from './served-page.ts';
export { type StreamedDocument, tagOf } from './sitemap.ts';
