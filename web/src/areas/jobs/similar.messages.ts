import { defineMessages } from '@rolecall/contract';

/** What stands beside a job about those that are like it. */
export const similarMessages = defineMessages({
  en: { heading: 'Similar jobs', common: 'In common: {words}' },
  de: { heading: 'Ähnliche Stellen', common: 'Gemeinsam: {words}' },
  fr: { heading: 'Offres semblables', common: 'En commun : {words}' },
  es: { heading: 'Empleos parecidos', common: 'En común: {words}' },
});
