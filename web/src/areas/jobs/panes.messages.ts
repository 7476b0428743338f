import { defineMessages } from '@rolecall/contract';

/** What the list of jobs and the job beside it say. */
export const panesMessages = defineMessages({
  en: { job: 'Job', own_page: 'Open on its own page', close: 'Close the job' },
  de: { job: 'Stelle', own_page: 'Auf eigener Seite öffnen', close: 'Stelle schließen' },
  fr: { job: 'Offre', own_page: 'Ouvrir sur sa propre page', close: 'Fermer l’offre' },
  es: { job: 'Empleo', own_page: 'Abrir en su propia página', close: 'Cerrar el empleo' },
});
