import { type Locale, locales } from '../constants.ts';

/** The language of ours that a tag such as `de-AT` names; English when it names none. */
export function localeOf(tag: string): Locale {
  const [language] = tag.toLowerCase().split('-');
  return locales.find((locale) => locale === language) ?? 'en';
}
