import { Temporal } from 'temporal-polyfill';

/** Mails of the first day. Each further day has two fifths more. */
const firstDay = 50;
const growth = 1.4;
export const warmUpDays = 30;

/** A day of the warm-up of a domain. */
export interface WarmUpDay {
  /** Such as `2026-09-01`, in UTC. */
  readonly date: string;
  /** From 1 to 30. */
  readonly number: number;
  /** Mails that are not urgent. */
  readonly limit: number;
  /** When the next day begins, in milliseconds since 1970. */
  readonly endsAt: number;
}

/**
 * The day of the warm-up that a moment is in. Before it has begun it is as on its first day.
 * @param start its first day, such as `2026-09-01`
 * @returns null: it is over
 */
export function warmUpDay(start: string, now: Date): WarmUpDay | null {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').toPlainDate();
  const number = Math.max(0, Temporal.PlainDate.from(start).until(today, { largestUnit: 'days' }).days) + 1;
  if (number > warmUpDays) return null;
  return {
    date: today.toString(),
    number,
    limit: Math.round(firstDay * growth ** (number - 1)),
    endsAt: today.add({ days: 1 }).toZonedDateTime('UTC').epochMilliseconds,
  };
}
