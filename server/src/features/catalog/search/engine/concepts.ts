import { occupationVocabulary } from '../../occupations/index.ts';
import { lookUpSkill } from '../../skills/index.ts';
import type { Language } from './languages.ts';
import { wordsOf } from './words.ts';

/** Other names of what some words mean, as folded words; those that the person reads. */
export type FindSynonyms = (
  words: readonly string[],
  read: ReadonlySet<Language>,
) => readonly (readonly string[])[];

/** More would only make a search slow. */
const mostSynonyms = 24;
/** The usual names of each language come first. */
const namesOfOccupation = 6;
const mostWordsOfName = 4;
/** As folded words; a name that is a usual word too, such as 'Go', only adds its longer forms. */
const shortestName = 2;

export const findSynonyms: FindSynonyms = (words, read) => {
  const name = words.join(' ');
  if (name.length < shortestName) return [];
  const own = new Set([name]);
  const found: string[][] = [];
  const add = (spelling: string) => {
    const spelled = wordsOf(spelling, mostWordsOfName + 1);
    const key = spelled.join(' ');
    if (spelled.length === 0 || spelled.length > mostWordsOfName || own.has(key)) return;
    if (found.length >= mostSynonyms || key.length <= shortestName) return;
    own.add(key);
    found.push(spelled);
  };
  for (const { aliases } of occupationVocabulary().lookUp(name)) {
    const taken = new Map<Language, number>();
    for (const { language, text } of aliases) {
      const count = taken.get(language) ?? 0;
      taken.set(language, count + 1);
      if (count < namesOfOccupation && isRead(language, read)) add(text);
    }
  }
  for (const { language, text, kind } of lookUpSkill(name)?.spellings ?? []) {
    if (kind !== 'ambiguous' && isRead(language, read)) add(text);
  }
  return found;
};

const isRead = (language: Language, read: ReadonlySet<Language>): boolean =>
  language === 'en' || read.has(language);
