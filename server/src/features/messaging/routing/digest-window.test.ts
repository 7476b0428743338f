import { type DigestSettings, type Weekday, weekdays } from '@rolecall/contract';
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
import { windowEnd } from './index.ts';

const cases = place.chain(({ timeZone, around }) =>
  fc.record({
    timeZone: fc.constant(timeZone),
    around: fc.constant(around),
    now: near(around),
    at: clockTime,
    weekday: fc.constantFrom(...weekdays),
  }),
);

const clocks = new Map<string, WallClock>();
function clockOf(timeZone: string, around: Date): WallClock {
  const key = `${timeZone} ${around.toISOString()}`;
  const known = clocks.get(key) ?? readWallClock(timeZone, around, 3, 11);
  clocks.set(key, known);
  return known;
}

/**
 * When clocks show this time on this day: for the first time, or, where it is skipped, when they would have if they had
 * gone on.
 */
function placeOfTime({ shown }: WallClock, day: number, time: string): number {
  const wanted = wallTime(day, time);
  const found = shown.indexOf(wanted);
  if (found >= 0) return found;
  const before = shown.findIndex((wall) => wall > wanted) - 1;
  return before + wanted - (shown[before] ?? Number.NaN);
}

const settings = (
  window: DigestSettings['window'],
  at = '09:00',
  weekday: Weekday = 'monday',
): DigestSettings => ({
  window,
  at,
  weekday,
});

describe('windows of digests', () => {
  test('hourly ones end when the clock next shows a full hour', () => {
    fc.assert(
      fc.property(cases, ({ timeZone, around, now }) => {
        const clock = clockOf(timeZone, around);
        const here = clock.placeOf(now);
        const full = clock.shown.findIndex((wall, index) => index > here && wall % 60 === 0);
        expect(windowEnd('hourly', settings('fixed'), timeZone, now)).toEqual(clock.momentAt(full));
      }),
      numberOfCases(10_000, 200),
    );
  }, 120_000);

  test('daily ones end when the clock next shows the time that the person has chosen', () => {
    fc.assert(
      fc.property(cases, ({ timeZone, around, now, at }) => {
        const clock = clockOf(timeZone, around);
        const today = dayOf(clock.shown[clock.placeOf(now)] ?? Number.NaN);
        const ends = [today, today + 1, today + 2].map((day) => clock.momentAt(placeOfTime(clock, day, at)));
        expect(windowEnd('daily', settings('fixed', at), timeZone, now)).toEqual(
          ends.find((end) => end > now),
        );
      }),
      numberOfCases(10_000, 200),
    );
  }, 120_000);

  test('weekly ones end at that time on the day of the week that the person has chosen', () => {
    fc.assert(
      fc.property(cases, ({ timeZone, around, now, at, weekday }) => {
        const clock = clockOf(timeZone, around);
        const today = dayOf(clock.shown[clock.placeOf(now)] ?? Number.NaN);
        const ends = Array.from({ length: 9 }, (_, ahead) => today + ahead)
          .filter((day) => weekdays[weekdayOf(day)] === weekday)
          .map((day) => clock.momentAt(placeOfTime(clock, day, at)));
        expect(windowEnd('weekly', settings('fixed', at, weekday), timeZone, now)).toEqual(
          ends.find((end) => end > now),
        );
      }),
      numberOfCases(10_000, 200),
    );
  }, 120_000);

  test('sliding ones end an hour, a day or a week later by the clock', () => {
    fc.assert(
      fc.property(cases, ({ timeZone, around, now }) => {
        const clock = clockOf(timeZone, around);
        const wall = clock.shown[clock.placeOf(now)] ?? Number.NaN;
        const seconds = now.getTime() % 60_000;
        const end = (frequency: 'hourly' | 'daily' | 'weekly') =>
          windowEnd(frequency, settings('sliding'), timeZone, now);
        const time = new Date(wall * 60_000).toISOString().slice(11, 16);
        const later = (days: number) =>
          new Date(clock.momentAt(placeOfTime(clock, dayOf(wall) + days, time)).getTime() + seconds);
        expect(end('hourly')).toEqual(new Date(now.getTime() + 3_600_000));
        expect(end('daily')).toEqual(later(1));
        expect(end('weekly')).toEqual(later(7));
      }),
      numberOfCases(10_000, 200),
    );
  }, 120_000);

  test.each(changes)('always end later than they begin, around $at in $timeZone', ({ timeZone, at }) => {
    const early = Array.from(
      { length: 360 },
      (_, minute) => new Date(at.getTime() + (minute - 180) * 60_000),
    ).filter((now) =>
      (['hourly', 'daily', 'weekly'] as const).some(
        (frequency) => windowEnd(frequency, settings('fixed', '02:30'), timeZone, now) <= now,
      ),
    );
    expect(early).toEqual([]);
  });
});
