import type { Locale } from '@rolecall/contract';
import type { Language } from '../language.ts';
import { german } from './de/index.ts';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import { french } from './fr/index.ts';

/** All that is said, by language. */
export const languages: Readonly<Record<Locale, Language>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
