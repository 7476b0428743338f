import { defineMessages, type Formats } from '@rolecall/contract';

/** What is said of matches that a notification has told together. */
export const matchesTogetherMessages = defineMessages({
  en: {
    title: 'New jobs that fit',
    description: 'Open jobs that fitted your profile and came at the same time, each with its reasons.',
    all: 'All matches',
    none: 'None of these jobs is open any more.',
  },
  de: {
    title: 'Neue Jobs, die passen',
    description:
      'Offene Jobs, die zu deinem Profil passten und gleichzeitig kamen, jeder mit seinen Gründen.',
    all: 'Alle Treffer',
    none: 'Keiner dieser Jobs ist noch offen.',
  },
  fr: {
    title: 'Nouvelles offres pour vous',
    description:
      'Les offres ouvertes, arrivées au même moment, qui correspondaient à votre profil, avec les raisons.',
    all: 'Toutes les offres pour vous',
    none: 'Aucune de ces offres n’est encore ouverte.',
  },
  es: {
    title: 'Empleos nuevos que encajan',
    description:
      'Empleos abiertos que encajaban con tu perfil y llegaron a la vez, cada uno con sus razones.',
    all: 'Todos los que encajan',
    none: 'Ninguno de estos empleos sigue abierto.',
  },
});

/** What the navigation says. */
export const jobsMessages = defineMessages({
  en: { jobs: 'Jobs', all_jobs: 'All jobs', matches: 'Matches', saved: 'Saved' },
  de: { jobs: 'Stellen', all_jobs: 'Alle Stellen', matches: 'Treffer', saved: 'Gemerkt' },
  fr: { jobs: 'Offres', all_jobs: 'Toutes les offres', matches: 'Pour vous', saved: 'Enregistrées' },
  es: { jobs: 'Empleos', all_jobs: 'Todos los empleos', matches: 'Para ti', saved: 'Guardados' },
});

/** What the page of a company says to everybody. */
export const publicCompanyMessages = defineMessages({
  en: {
    title: 'Jobs at {company}',
    jobs: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# job', other: '# jobs' }),
    jobs_or_more: '{count:number}+ jobs',
    none: 'This company has no open jobs here',
    none_why: 'It may have some again later, or the link has a mistake.',
    search: 'Search jobs',
    more: 'Show more jobs',
  },
  de: {
    title: 'Stellen bei {company}',
    jobs: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# Stelle', other: '# Stellen' }),
    jobs_or_more: 'über {count:number} Stellen',
    none: 'Dieses Unternehmen hat hier keine offenen Stellen',
    none_why: 'Vielleicht hat es später wieder welche, oder der Link enthält einen Fehler.',
    search: 'Stellen suchen',
    more: 'Mehr Stellen zeigen',
  },
  fr: {
    title: 'Offres chez {company}',
    jobs: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# offre', other: '# offres' }),
    jobs_or_more: 'plus de {count:number} offres',
    none: 'Cette entreprise n’a pas d’offre ouverte ici',
    none_why: 'Elle en aura peut-être plus tard, ou le lien contient une erreur.',
    search: 'Chercher des offres',
    more: 'Afficher plus d’offres',
  },
  es: {
    title: 'Empleos en {company}',
    jobs: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# empleo', other: '# empleos' }),
    jobs_or_more: 'más de {count:number} empleos',
    none: 'Esta empresa no tiene empleos abiertos aquí',
    none_why: 'Puede que los tenga más adelante, o que el enlace tenga un error.',
    search: 'Buscar empleos',
    more: 'Mostrar más empleos',
  },
});
