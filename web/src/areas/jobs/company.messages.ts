import { defineMessages, type Formats } from '@rolecall/contract';

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
