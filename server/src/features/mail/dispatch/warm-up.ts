import { daysSince, localDay, nextTime } from '../../../platform/time/index.ts';

/** Mails of the first day. Each following day has 40 % more. */
const firstDay = 50;
const growth = 1.4;
export const warmUpDays = 30;

/** A day of the warm-up of a domain. */
export interface WarmUpDay {
  /** Such as `2026-09-01`, in UTC. */
  readonly date: string;
  /** From 1 to 30. */
  readonly number: number;
  /** Bulk mails on that day. */
  readonly limit: number;
  /** When the next day begins, in milliseconds since 1970. */
  readonly endsAt: number;
}

/**
 * The day of the warm-up at a moment. Before the warm-up its first day counts.
 * @param start its first day, such as `2026-09-01`
 * @returns null: it is over
 */
export function warmUpDay(start: string, now: Date): WarmUpDay | null {
  const number = Math.max(0, daysSince(start, now, 'UTC')) + 1;
  if (number > warmUpDays) return null;
  return {
    date: localDay(now, 'UTC'),
    number,
    limit: Math.round(firstDay * growth ** (number - 1)),
    endsAt: nextTime(now, '00:00', 'UTC').getTime(),
  };
}
