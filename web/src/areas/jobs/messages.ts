import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const jobsMessages = defineMessages({
  en: { jobs: 'Jobs', all_jobs: 'All jobs', matches: 'Matches', saved: 'Saved' },
  de: { jobs: 'Stellen', all_jobs: 'Alle Stellen', matches: 'Treffer', saved: 'Gemerkt' },
  fr: { jobs: 'Offres', all_jobs: 'Toutes les offres', matches: 'Pour vous', saved: 'Enregistrées' },
  es: { jobs: 'Empleos', all_jobs: 'Todos los empleos', matches: 'Para ti', saved: 'Guardados' },
});
