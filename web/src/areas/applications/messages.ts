import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const applicationsMessages = defineMessages({
  en: { applications: 'Applications' },
  de: { applications: 'Bewerbungen' },
  fr: { applications: 'Candidatures' },
  es: { applications: 'Candidaturas' },
});
