import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const resumePlaceMessages = defineMessages({
  en: { resume: 'Résumé' },
  de: { resume: 'Lebenslauf' },
  fr: { resume: 'CV' },
  es: { resume: 'Currículum' },
});
