export type { Alerts } from './alerts.ts';
export { createSavedSearches } from './finding.ts';
export type { WaitingAlert } from './findings.store.ts';
export { createAlertIndex } from './index-keeper.ts';
