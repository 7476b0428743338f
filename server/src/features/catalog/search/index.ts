export type { SearchablePosting, SearchDocument } from './engine/document.ts';
export { toDocument } from './engine/document.ts';
export type { Language } from './engine/languages.ts';
export { type PlaceEntry, type PlaceTest, placeKey, readPlaceEntry, readPlaceTest } from './engine/places.ts';
export type { SearchFilter } from './engine/request.ts';
export { stem } from './engine/stems.ts';
export {
  answersStrictly,
  isStrictForm,
  readStrictDocument,
  readStrictExclusions,
  readStrictWords,
  type StrictDocument,
  type StrictUnit,
  type StrictWords,
  strictLanguages,
} from './engine/strict.ts';
export { fold } from './engine/words.ts';
export { toPosting } from './feed.ts';
export type { SearchIndex } from './index-keeper.ts';
export type { SearchPage } from './page.ts';
export { rememberRecent } from './recent.ts';
export { createSearch, type Search } from './search.ts';
