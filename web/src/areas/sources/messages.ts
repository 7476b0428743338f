import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const sourcesMessages = defineMessages({
  en: { sources: 'Sources' },
  de: { sources: 'Quellen' },
  fr: { sources: 'Sources' },
  es: { sources: 'Fuentes' },
});
