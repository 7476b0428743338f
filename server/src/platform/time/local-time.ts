import { type Weekday, weekdays } from '@rolecall/contract';
import { Temporal } from 'temporal-polyfill';

/**
 * Instants and the clocks of people. Unless it is said otherwise, a wall time that a change of the clocks skips is later
 * by what was skipped (02:30 is 03:30), and one that comes twice is the first of both: the rule 'compatible' of RFC 5545
 * and Temporal. A zone that this runtime does not know is taken as UTC, so that no person's zone can stop a decision.
 */

export function toZoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(knownZone(timeZone));
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

/** A day of a person's calendar. */
export interface LocalDay {
  /** As `YYYY-MM-DD`. */
  readonly day: string;
  readonly from: Date;
  /** When the next one begins. */
  readonly until: Date;
}

/** The day that a person's calendar shows. */
export function dayOf(instant: Date, timeZone: string): LocalDay {
  const midnight = toZoned(instant, timeZone).startOfDay();
  return {
    day: midnight.toPlainDate().toString(),
    from: toDate(midnight),
    until: toDate(midnight.add({ days: 1 }).startOfDay()),
  };
}

/** The moment at which clocks of the zone show this time on this day. @param time `HH:MM` */
export function atTime(day: Temporal.PlainDate, time: string, timeZone: string): Date {
  return toDate(
    day.toZonedDateTime({ timeZone: knownZone(timeZone), plainTime: Temporal.PlainTime.from(time) }),
  );
}

/**
 * The first moment at which clocks show this time of this day or a later one: of a time that comes twice the first, of
 * one that is skipped the end of the gap.
 */
export function firstAt(day: Temporal.PlainDate, time: string, timeZone: string): Date {
  const { first, isSkipped, change } = find(day, time, timeZone);
  return isSkipped ? change() : toDate(first);
}

/**
 * The moment from which on clocks show this time of this day or a later one for good: of a time that comes twice the
 * second, of one that is skipped the end of the gap.
 */
export function lastAt(day: Temporal.PlainDate, time: string, timeZone: string): Date {
  const { first, last, isSkipped, change } = find(day, time, timeZone);
  if (isSkipped) return change();
  // Set back to just this time, clocks never show an earlier one again.
  return last.equals(first) || toDate(last) > change() ? toDate(last) : toDate(first);
}

function find(day: Temporal.PlainDate, time: string, timeZone: string) {
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const zone = knownZone(timeZone);
  const first = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const last = wanted.toZonedDateTime(zone, { disambiguation: 'later' });
  return {
    first,
    last,
    isSkipped: !first.toPlainDateTime().equals(wanted),
    /** The change of clocks between the two. */
    change: () => toDate(first.getTimeZoneTransition('next') ?? last),
  };
}

/** The day before this one, past a day that the zone has skipped. */
export function dayBefore(day: Temporal.PlainDate, timeZone: string): Temporal.PlainDate {
  return day.toZonedDateTime(knownZone(timeZone)).subtract({ nanoseconds: 1 }).toPlainDate();
}

/** The day after this one, past a day that the zone has skipped. */
export function dayAfter(day: Temporal.PlainDate, timeZone: string): Temporal.PlainDate {
  return day.add({ days: 1 }).toZonedDateTime(knownZone(timeZone)).toPlainDate();
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

/** The next moment at which clocks show a full hour. */
export function nextFullHour(instant: Date, timeZone: string): Date {
  return toDate(fullHourAfter(toZoned(instant, timeZone)));
}

function fullHourAfter(moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const { minute, second, millisecond } = moment;
  const next = moment.add({ milliseconds: 3_600_000 - (minute * 60 + second) * 1_000 - millisecond });
  // Where clocks change by half an hour, they do so before the hour is full.
  return next.minute === 0 ? next : fullHourAfter(next);
}

/** How many days of the calendar lie between a day, `YYYY-MM-DD`, and this moment; below 0 before it. */
export function daysSince(day: string, instant: Date, timeZone: string): number {
  const today = toZoned(instant, timeZone).toPlainDate();
  return Temporal.PlainDate.from(day).until(today, { largestUnit: 'days' }).days;
}

function knownZone(timeZone: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId;
  } catch {
    return 'UTC';
  }
}
