import type { Locale } from '@rolecall/contract';

/** For whom a text is made: dates are told in this person's zone, and all of it in this language. */
export interface Reader {
  readonly locale: Locale;
  /** IANA name. */
  readonly time_zone: string;
}

/** Who reads where nobody is known. */
export const anyReader: Reader = { locale: 'en', time_zone: 'UTC' };
