import type { Alert } from '@rolecall/contract';
import type { alertMessages } from './messages.ts';

type Say = ReturnType<typeof alertMessages>;

/** The days of the week in the reader's language, Monday first. */
export function weekdayNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // The first of these is a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)));
}

/** How often an alert tells. */
export function rhythmOf({ frequency, time, weekday }: Alert, say: Say, locale: string): string {
  if (frequency === 'daily') return say.daily_at({ time });
  if (frequency === 'weekly') return say.weekly_at({ day: weekdayNames(locale)[weekday - 1] ?? '', time });
  return say[frequency]();
}

const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** The time between two moments in its largest unit. */
export function lapseBetween(from: string, to: string, locale: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1_000));
  const { unit, seconds: size } = units.find((one) => seconds >= one.seconds) ?? {
    unit: 'second',
    seconds: 1,
  };
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.round(seconds / size),
  );
}
