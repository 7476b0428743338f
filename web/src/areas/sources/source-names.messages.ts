import { defineMessages } from '@rolecall/contract';

/** Names are the same in every language. */
const names = {
  greenhouse: 'Greenhouse',
  lever: 'Lever',
  ashby: 'Ashby',
  smartrecruiters: 'SmartRecruiters',
  workable: 'Workable',
  recruitee: 'Recruitee',
  personio: 'Personio',
  teamtailor: 'Teamtailor',
  adzuna: 'Adzuna',
  remotive: 'Remotive',
  remoteok: 'Remote OK',
  arbeitnow: 'Arbeitnow',
  hacker_news: 'Hacker News: Who is hiring?',
} as const;

/** What a kind of source is called. */
export const sourceKindMessages = defineMessages({
  en: {
    ...names,
    rss: 'RSS or Atom feed',
    job_posting: 'JobPosting feed or page',
    employer_dump: 'Employer file',
    open_jobs: 'Open jobs file',
  },
  de: {
    ...names,
    rss: 'RSS- oder Atom-Feed',
    job_posting: 'Feed oder Seite mit JobPosting',
    employer_dump: 'Datei eines Arbeitgebers',
    open_jobs: 'Datei offener Stellen',
  },
  fr: {
    ...names,
    rss: 'Flux RSS ou Atom',
    job_posting: 'Flux ou page JobPosting',
    employer_dump: 'Fichier d’un employeur',
    open_jobs: 'Fichier d’offres ouvertes',
  },
  es: {
    ...names,
    rss: 'Feed RSS o Atom',
    job_posting: 'Feed o página JobPosting',
    employer_dump: 'Archivo de una empresa',
    open_jobs: 'Archivo de ofertas abiertas',
  },
});

/** How a source is. */
export const sourceHealthMessages = defineMessages({
  en: {
    new: 'Never run',
    healthy: 'Healthy',
    backing_off: 'Backing off',
    paused_by_breaker: 'Paused after failures',
    set_aside: 'Set aside',
    disabled: 'Paused',
  },
  de: {
    new: 'Nie gelaufen',
    healthy: 'Gesund',
    backing_off: 'Wartet nach Fehlern',
    paused_by_breaker: 'Nach Fehlern pausiert',
    set_aside: 'Beiseitegelegt',
    disabled: 'Pausiert',
  },
  fr: {
    new: 'Jamais lue',
    healthy: 'En bon état',
    backing_off: 'En attente après échec',
    paused_by_breaker: 'En pause après des échecs',
    set_aside: 'Mise de côté',
    disabled: 'En pause',
  },
  es: {
    new: 'Nunca leída',
    healthy: 'En buen estado',
    backing_off: 'Espera tras un fallo',
    paused_by_breaker: 'En pausa tras fallos',
    set_aside: 'Apartada',
    disabled: 'En pausa',
  },
});
