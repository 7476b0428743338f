import type { Locale } from '@rolecall/contract';

/** For whom a text is made: dates are told in this person's zone, and all of it in this language. */
export interface TextRecipient {
  readonly locale: Locale;
  /** IANA name. */
  readonly time_zone: string;
}

/** For whom a text is made where nobody is known. */
export const defaultRecipient: TextRecipient = { locale: 'en', time_zone: 'UTC' };
