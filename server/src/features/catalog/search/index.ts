export type { SearchIndex } from './index-keeper.ts';
export { rememberRecent } from './recent.ts';
export { createSearch, type Search, type SearchPage } from './search.ts';
