import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const peopleMessages = defineMessages({
  en: { people: 'People' },
  de: { people: 'Personen' },
  fr: { people: 'Personnes' },
  es: { people: 'Personas' },
});
