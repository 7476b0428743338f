import type { Locale } from '@rolecall/contract';

/** How numbers and dates are written: in the region's way where the browser names one for the language. */
export const formatLocale = (locale: Locale): string =>
  navigator.languages.find((tag) => tag.split('-')[0] === locale) ?? (locale === 'en' ? 'en-GB' : locale);

export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
