export type { SearchIndex } from './index-keeper.ts';
export { createSearch, type Search } from './search.ts';
