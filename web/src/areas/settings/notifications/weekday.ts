import { type Locale, type Weekday, weekdays } from '@rolecall/contract';

/** What a day is called where nothing stands before it. */
export function weekdayLabel(weekday: Weekday, locale: Locale): string {
  // The first of January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday)));
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
