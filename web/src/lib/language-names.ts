import type { Locale } from '@rolecall/contract';

/** Each language in its own words, so that whoever does not read the one of the page finds theirs. */
export const localeLabels: Readonly<Record<Locale, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};
