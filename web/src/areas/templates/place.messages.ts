import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const templatesMessages = defineMessages({
  en: { texts: 'Texts' },
  de: { texts: 'Texte' },
  fr: { texts: 'Textes' },
  es: { texts: 'Textos' },
});
