import { defineMessages } from '@rolecall/contract';

/** The other places and links of a vacancy. */
export const otherPostingsMessages = defineMessages({
  en: {
    also: 'Also in {places:list}',
    also_elsewhere: 'Also in {places:list} and elsewhere',
    also_posted: ({ count }: { readonly count: number }, { plural }) =>
      plural(count, { one: 'Posted once more', other: 'Posted # more times' }),
    title: 'The same job elsewhere',
    about: 'These postings are for one vacancy: in other places, or on other boards.',
    no_place: 'No place given',
    link: 'Original posting',
    vacancy: 'Postings of this vacancy',
  },
  de: {
    also: 'Auch in {places:list}',
    also_elsewhere: 'Auch in {places:list} und anderswo',
    also_posted: ({ count }: { readonly count: number }, { plural }) =>
      plural(count, { one: 'Noch einmal ausgeschrieben', other: 'Noch #-mal ausgeschrieben' }),
    title: 'Dieselbe Stelle anderswo',
    about: 'Diese Anzeigen gehören zu einer Stelle: an anderen Orten oder auf anderen Seiten.',
    no_place: 'Ohne Ort',
    link: 'Originalanzeige',
    vacancy: 'Anzeigen dieser Stelle',
  },
  fr: {
    also: 'Aussi à {places:list}',
    also_elsewhere: 'Aussi à {places:list} et ailleurs',
    also_posted: ({ count }: { readonly count: number }, { plural }) =>
      plural(count, { one: 'Publié une autre fois', other: 'Publié # autres fois' }),
    title: 'Le même poste ailleurs',
    about: 'Ces annonces concernent un seul poste : dans d’autres lieux ou sur d’autres sites.',
    no_place: 'Sans lieu',
    link: 'Annonce d’origine',
    vacancy: 'Annonces de ce poste',
  },
  es: {
    also: 'También en {places:list}',
    also_elsewhere: 'También en {places:list} y otros sitios',
    also_posted: ({ count }: { readonly count: number }, { plural }) =>
      plural(count, { one: 'Publicado otra vez', other: 'Publicado # veces más' }),
    title: 'El mismo empleo en otros sitios',
    about: 'Estos anuncios son de una sola vacante: en otros lugares o en otros portales.',
    no_place: 'Sin lugar',
    link: 'Anuncio original',
    vacancy: 'Anuncios de esta vacante',
  },
});
