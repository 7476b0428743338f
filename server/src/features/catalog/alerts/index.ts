export { createSavedSearches } from './finding.ts';
export { createAlertIndex } from './index-keeper.ts';
