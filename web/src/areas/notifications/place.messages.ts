import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const notificationsMessages = defineMessages({
  en: { inbox: 'Inbox' },
  de: { inbox: 'Posteingang' },
  fr: { inbox: 'Boîte de réception' },
  es: { inbox: 'Bandeja de entrada' },
});
