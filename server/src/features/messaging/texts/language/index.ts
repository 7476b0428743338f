import type { Locale } from '@rolecall/contract';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { Language } from './language.ts';

export type { Language } from './language.ts';
export { sayPay } from './pay.ts';
export { defaultRecipient, type TextRecipient } from './text-recipient.ts';

/** What every kind says alike, by language. */
export const languages: Readonly<Record<Locale, Language>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
