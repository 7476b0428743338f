import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const broadcastsMessages = defineMessages({
  en: { broadcasts: 'Broadcasts' },
  de: { broadcasts: 'Rundmeldungen' },
  fr: { broadcasts: 'Annonces' },
  es: { broadcasts: 'Difusiones' },
});
