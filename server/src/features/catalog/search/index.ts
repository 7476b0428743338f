export type { SearchIndex } from './index-keeper.ts';
export type { SearchPage } from './page.ts';
export { rememberRecent } from './recent.ts';
export { createSearch, type Search } from './search.ts';
