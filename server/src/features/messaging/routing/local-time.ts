import { type Weekday, weekdays } from '@rolecall/contract';
import { Temporal } from 'temporal-polyfill';

/**
 * Instants and the clocks of people. A wall time that a change of the clocks skips is the moment right after the gap,
 * one that comes twice is the first of both (the rule 'compatible' of RFC 5545 and Temporal).
 */

/** A moment as clocks show it in a zone. */
export interface LocalMoment {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly weekday: Weekday;
}

export function toZoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

export function toDate(zoned: Temporal.ZonedDateTime): Date {
  return new Date(zoned.epochMilliseconds);
}

export function weekdayOf({ dayOfWeek }: { readonly dayOfWeek: number }): Weekday {
  return weekdays[dayOfWeek - 1] ?? 'monday';
}

/** The day that a person's calendar shows, as `YYYY-MM-DD`. */
export function localDay(instant: Date, timeZone: string): string {
  return toZoned(instant, timeZone).toPlainDate().toString();
}

/** The first moment of the next day. */
export function nextDay(instant: Date, timeZone: string): Date {
  return toDate(toZoned(instant, timeZone).add({ days: 1 }).startOfDay());
}

/** The moment at which clocks of the zone show this time on this day. @param time `HH:MM` */
export function atTime(day: Temporal.PlainDate, time: string, timeZone: string): Date {
  return toDate(day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }));
}

/** The first moment after this one at which clocks show this time, on one of these days of the week. */
export function nextTime(
  instant: Date,
  time: string,
  timeZone: string,
  days: readonly Weekday[] = weekdays,
): Date {
  const today = toZoned(instant, timeZone).toPlainDate();
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = today.add({ days: ahead });
    if (!days.includes(weekdayOf(day))) continue;
    const moment = atTime(day, time, timeZone);
    if (moment > instant) return moment;
  }
  throw new RangeError('no day of the week was given');
}
