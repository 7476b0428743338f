import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const overviewMessages = defineMessages({
  en: { overview: 'Overview' },
  de: { overview: 'Überblick' },
  fr: { overview: 'Aperçu' },
  es: { overview: 'Resumen' },
});
