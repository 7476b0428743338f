import type { DigestFrequency, DigestSettings } from '@rolecall/contract';
import { nextFullHour, nextTime, toDate, toZoned } from '../../../platform/time/index.ts';

const spans = { hourly: { hours: 1 }, daily: { days: 1 }, weekly: { weeks: 1 } } as const;

/**
 * When a window ends that begins to collect at this moment, by the clocks of the person's zone: fixed windows at the
 * next full hour, at the person's time, at that time on the person's day of the week; sliding ones an hour, a day or a
 * week later at the same wall time.
 */
export function windowEnd(
  frequency: DigestFrequency,
  settings: DigestSettings,
  timeZone: string,
  now: Date,
): Date {
  const zoned = toZoned(now, timeZone);
  if (settings.window === 'sliding') return toDate(zoned.add(spans[frequency]));
  switch (frequency) {
    case 'hourly':
      return nextFullHour(now, timeZone);
    case 'daily':
      return nextTime(now, settings.at, timeZone);
    case 'weekly':
      return nextTime(now, settings.at, timeZone, [settings.weekday]);
  }
}

/**
 * Since when a digest that goes out at this moment sums things up: since the one before it, or for its usual time where
 * there is none or it is long ago.
 */
export function periodStart(
  frequency: DigestFrequency,
  before: Date | null,
  timeZone: string,
  now: Date,
): Date {
  const usual = toZoned(now, timeZone).subtract(spans[frequency]);
  const recent = before !== null && before >= toDate(usual.subtract(spans[frequency]));
  return recent ? before : toDate(usual);
}
