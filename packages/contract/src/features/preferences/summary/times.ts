import type { Locale } from '../../../constants.ts';
import { type Weekday, weekdays } from '../settings.ts';

/** A time of the day as clocks of this language show it. @param time `HH:MM` */
export function clockTime(time: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(new Date(`2024-01-01T${time}:00Z`));
}

/** A moment, by the clocks of the person's zone. */
export function moment(instant: string, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(instant));
}

export function weekdayName(weekday: Weekday, locale: Locale): string {
  // The first of January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday)));
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

export const list = (items: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);

export const count = (value: number, locale: Locale): string => new Intl.NumberFormat(locale).format(value);

/** A span, for example `30 minutes`, `1 hour`. */
export function minutes(value: number, locale: Locale): string {
  const inHours = value % 60 === 0;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: inHours ? 'hour' : 'minute',
    unitDisplay: 'long',
  }).format(inHours ? value / 60 : value);
}
