import type { Weekday } from '@rolecall/contract';
import { dayAfter, dayBefore, firstAt, lastAt, toZoned, weekdayOf } from './local-time.ts';

/** Periods that follow each other without a break are one; after so many the end is good enough to look again. */
const longestChain = 8;

/** Hours of some days of the week. `to` before `from`: they end on the next day. Both are `HH:MM`. */
export interface WeeklyHours {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

/**
 * When the period that this moment lies in ends. A period begins at `from` on each of the days and ends at the next `to`;
 * both are wall times of the zone, so that on the days of a change of clocks it is an hour longer or shorter. No moment
 * at which clocks show one of the hours is left out: of a `from` that comes twice it is the first, of such a `to` the
 * second, and what the clocks skip counts as passed.
 *
 * @returns null: it lies in none
 */
export function endOfHours(hours: WeeklyHours, timeZone: string, now: Date): Date | null {
  const { days, from, to } = hours;
  const question = `${timeZone} ${from} ${to} ${days.join(' ')}`;
  if (now.getTime() !== answers.at || answers.known.size >= mostAnswers) {
    answers.known.clear();
    answers.at = now.getTime();
  }
  const known = answers.known.get(question);
  if (known !== undefined) return toMoment(known);
  const end = findEnd(hours, timeZone, now);
  answers.known.set(question, end === null ? null : end.getTime());
  return end;
}

/**
 * What was answered about one moment. Thousands of people are decided about at the same moment, their hours and zones
 * differ little, and an answer takes a third of a millisecond.
 */
const answers = { at: Number.NaN, known: new Map<string, number | null>() };
const mostAnswers = 10_000;

function toMoment(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}

function findEnd(hours: WeeklyHours, timeZone: string, now: Date): Date | null {
  let end = periodEnd(hours, timeZone, now);
  if (end === null) return null;
  for (let joined = 0; joined < longestChain; joined += 1) {
    const next = periodEnd(hours, timeZone, end);
    if (next === null) break;
    end = next;
  }
  return end;
}

/** The latest end of the periods that have begun and not ended. */
function periodEnd({ days, from, to }: WeeklyHours, timeZone: string, now: Date): Date | null {
  const today = toZoned(now, timeZone).toPlainDate();
  let latest: Date | null = null;
  for (const day of [dayBefore(today, timeZone), today]) {
    if (!days.includes(weekdayOf(day))) continue;
    const begin = firstAt(day, from, timeZone);
    const end = lastAt(to > from ? day : dayAfter(day, timeZone), to, timeZone);
    if (begin <= now && now < end && (latest === null || end > latest)) latest = end;
  }
  return latest;
}
