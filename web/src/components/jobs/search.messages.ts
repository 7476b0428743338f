import { defineMessages } from '@rolecall/contract';

/** The search that guests meet on the first page, too. */
export const jobSearchMessages = defineMessages({
  en: {
    jobs: 'Jobs',
    words: 'Words',
    words_hint: 'Title, skill or company',
    place: 'Place',
    place_hint: 'City or country',
    search: 'Search',
  },
  de: {
    jobs: 'Stellen',
    words: 'Wörter',
    words_hint: 'Titel, Kenntnis oder Unternehmen',
    place: 'Ort',
    place_hint: 'Stadt oder Land',
    search: 'Suchen',
  },
  fr: {
    jobs: 'Offres',
    words: 'Mots',
    words_hint: 'Intitulé, compétence ou entreprise',
    place: 'Lieu',
    place_hint: 'Ville ou pays',
    search: 'Chercher',
  },
  es: {
    jobs: 'Empleos',
    words: 'Palabras',
    words_hint: 'Puesto, habilidad o empresa',
    place: 'Lugar',
    place_hint: 'Ciudad o país',
    search: 'Buscar',
  },
});
