import { savedSearchAlert } from './saved-search-alert.ts';

export const kinds = {
  saved_search_alert: savedSearchAlert,
} as const;
