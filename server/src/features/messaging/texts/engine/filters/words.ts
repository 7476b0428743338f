import type { Locale } from '@rolecall/contract';
import type { Language } from '../../language/index.ts';

/** Finds the words of a set in a language; undefined: there is no such set. */
export type Dictionary = (locale: Locale, set: string) => ReadonlyMap<string, string> | undefined;

/** The words are laid out once, since a mail asks for some of them dozens of times. */
export function createDictionary(languages: Readonly<Record<Locale, Language>>): Dictionary {
  const sets = new Map<string, ReadonlyMap<string, string>>();
  for (const [locale, { words }] of Object.entries(languages)) {
    for (const [set, own] of Object.entries(words)) {
      sets.set(`${locale} ${set}`, new Map(Object.entries<string>(own)));
    }
  }
  return (locale, set) => sets.get(`${locale} ${set}`);
}

/** Turns one value or several into words; one that has none stays as it is. */
export function inWords(
  dictionary: Dictionary,
  locale: Locale,
  value: unknown,
  set: unknown,
): string | string[] {
  const words = dictionary(locale, String(set));
  if (words === undefined) throw new Error(`words: there is no set ${String(set)}`);
  const say = (one: unknown) => words.get(String(one)) ?? String(one ?? '');
  return Array.isArray(value) ? value.map(say) : say(value);
}
