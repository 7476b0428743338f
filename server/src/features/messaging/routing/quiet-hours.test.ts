import { type QuietHours, weekdays } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberOfCases } from '../../../testing/cases.ts';
import { changes, clockTime, near, place } from '../../../testing/time/moments.ts';
import {
  dayOf,
  readWallClock,
  type WallClock,
  wallTime,
  weekdayOf,
} from '../../../testing/time/wall-clock.ts';
import { quietUntil } from './index.ts';

const quietHours: fc.Arbitrary<QuietHours> = fc.record({
  days: fc.subarray([...weekdays], { minLength: 1 }),
  from: clockTime,
  to: clockTime,
});

const cases = place.chain(({ timeZone, around }) =>
  fc.record({
    timeZone: fc.constant(timeZone),
    around: fc.constant(around),
    now: near(around),
    quiet: quietHours,
  }),
);

/** Reading a clock takes long, and there are only so many. */
const clocks = new Map<string, WallClock>();
function clockOf(timeZone: string, around: Date): WallClock {
  const key = `${timeZone} ${around.toISOString()}`;
  const known = clocks.get(key) ?? readWallClock(timeZone, around, 3, 4);
  clocks.set(key, known);
  return known;
}

/**
 * In which minutes it is quiet: on each of the days from the first minute in which clocks show `from` or later until the
 * last one in which they show less than the `to` that follows.
 */
function quietMinutes({ shown, days: lived }: WallClock, { days, from, to }: QuietHours): Uint8Array {
  const quiet = new Uint8Array(shown.length);
  for (const [index, day] of lived.entries()) {
    if (!days.includes(weekdays[weekdayOf(day)] ?? 'monday')) continue;
    const lastDay = to > from ? day : (lived[index + 1] ?? Number.POSITIVE_INFINITY);
    const [begin, end] = [wallTime(day, from), wallTime(lastDay, to)];
    let first = 0;
    while (first < shown.length && (shown[first] ?? 0) < begin) first += 1;
    let last = shown.length - 1;
    while (last >= first && (shown[last] ?? 0) >= end) last -= 1;
    quiet.fill(1, first, last + 1);
  }
  return quiet;
}

describe('quiet hours', () => {
  test('last as long as somebody finds who looks at the clock every minute', () => {
    fc.assert(
      fc.property(cases, ({ timeZone, around, now, quiet }) => {
        const clock = clockOf(timeZone, around);
        const minutes = quietMinutes(clock, quiet);
        const here = clock.placeOf(now);
        const until = quietUntil(quiet, timeZone, now);
        expect(until !== null).toBe(minutes[here] === 1);
        if (until === null) return;
        const end = clock.placeOf(until);
        expect(minutes.subarray(here, end).includes(0)).toBe(false);
        if (end < clock.shown.length - 1_440) expect(minutes[end]).toBe(0);
      }),
      numberOfCases(10_000, 200),
    );
  }, 120_000);

  test('are kept whenever the clock shows a quiet time of such a day', () => {
    fc.assert(
      fc.property(cases, ({ timeZone, around, now, quiet: { days, from, to } }) => {
        const clock = clockOf(timeZone, around);
        const wall = clock.shown[clock.placeOf(now)] ?? Number.NaN;
        const day = dayOf(wall);
        const listed = (one: number) => days.includes(weekdays[weekdayOf(one)] ?? 'monday');
        const [begin, end] = [wallTime(day, from), wallTime(day, to)];
        const shows = to > from ? listed(day) && wall >= begin && wall < end : listed(day) && wall >= begin;
        fc.pre(shows);
        expect(quietUntil({ days, from, to }, timeZone, now)?.getTime()).toBeGreaterThan(now.getTime());
      }),
      numberOfCases(10_000, 200),
    );
  }, 120_000);

  test.each(changes)('hold in every minute around $at in $timeZone ($what)', ({ timeZone, at }) => {
    const clock = clockOf(timeZone, at);
    for (const [from, to] of [
      ['22:00', '07:00'],
      ['00:00', '02:15'],
      ['01:45', '02:45'],
      ['02:30', '03:30'],
      ['23:15', '00:30'],
    ] as const) {
      const quiet: QuietHours = { days: [...weekdays], from, to };
      const minutes = quietMinutes(clock, quiet);
      const wrong = Array.from(
        { length: 600 },
        (_, minute) => new Date(at.getTime() + (minute - 300) * 60_000),
      )
        .filter((now) => (quietUntil(quiet, timeZone, now) !== null) !== (minutes[clock.placeOf(now)] === 1))
        .map((now) => `${from} to ${to} at ${now.toISOString()}`);
      expect(wrong).toEqual([]);
    }
  });

  test.each([
    ['a gap swallows the beginning', '02:30', '03:15', '2026-03-29T01:10:00Z', '2026-03-29T01:15:00Z'],
    ['a gap swallows the end', '22:00', '02:30', '2026-03-28T23:00:00Z', '2026-03-29T01:00:00Z'],
    ['the end comes twice', '22:00', '02:30', '2026-10-25T01:15:00Z', '2026-10-25T01:30:00Z'],
    ['the beginning comes twice', '02:30', '07:00', '2026-10-25T01:15:00Z', '2026-10-25T06:00:00Z'],
  ])('in Berlin, where %s', (_, from, to, now, until) => {
    const quiet: QuietHours = { days: [...weekdays], from, to };
    expect(quietUntil(quiet, 'Europe/Berlin', new Date(now))).toEqual(new Date(until));
  });

  test('on some days only, and never without any', () => {
    const fridayNight: QuietHours = { days: ['friday'], from: '22:00', to: '07:00' };
    const at = (time: string) => quietUntil(fridayNight, 'UTC', new Date(time));
    expect(at('2026-08-14T23:00:00Z')).toEqual(new Date('2026-08-15T07:00:00Z'));
    expect(at('2026-08-15T06:59:59Z')).toEqual(new Date('2026-08-15T07:00:00Z'));
    expect(at('2026-08-15T07:00:00Z')).toBeNull();
    expect(at('2026-08-15T23:00:00Z')).toBeNull();
    expect(quietUntil(null, 'UTC', new Date('2026-08-15T23:00:00Z'))).toBeNull();
  });
});
