import { type QuietHours, weekdays } from '@rolecall/contract';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { quietUntil } from '../../messaging/routing/index.ts';
import { type ReleaseFacts, releaseMoment } from './release.ts';

const hour = 3_600_000;
const calm: ReleaseFacts = {
  now: new Date('2026-12-01T10:00:00Z'),
  timeZone: 'Europe/Berlin',
  quietHours: null,
  nextInterview: null,
};
const quietEveryDay = (from: string, to: string): QuietHours => ({ days: [...weekdays], from, to });
const told = (change: Partial<ReleaseFacts>) => releaseMoment({ ...calm, ...change }).toISOString();

describe('the moment at which a rejection is told', () => {
  it.each([
    ['in working hours', '2026-12-01T10:00:00Z', '2026-12-01T10:00:00.000Z'],
    ['at the first minute of them', '2026-12-01T08:00:00Z', '2026-12-01T08:00:00.000Z'],
    ['after midnight', '2026-11-30T23:47:00Z', '2026-12-01T08:00:00.000Z'],
    ['at their end', '2026-12-01T17:00:00Z', '2026-12-02T08:00:00.000Z'],
    ['on a Friday evening', '2026-12-04T18:00:00Z', '2026-12-07T08:00:00.000Z'],
    ['on a Sunday', '2026-12-06T11:00:00Z', '2026-12-07T08:00:00.000Z'],
    ['in the night in which clocks change', '2026-03-27T20:00:00Z', '2026-03-30T07:00:00.000Z'],
  ])('decided %s', (_, now, expected) => {
    expect(told({ now: new Date(now) })).toBe(expected);
  });

  it('waits for the end of quiet hours, and leaves out a day that they take as a whole', () => {
    const now = new Date('2026-12-01T06:00:00Z');
    expect(told({ now, quietHours: quietEveryDay('22:00', '10:30') })).toBe('2026-12-01T09:30:00.000Z');
    const tuesdays: QuietHours = { days: ['tuesday'], from: '00:00', to: '00:00' };
    expect(told({ now, quietHours: tuesdays })).toBe('2026-12-02T08:00:00.000Z');
  });

  it('comes by day to who has made all days quiet, as who works at night does', () => {
    const now = new Date('2026-12-01T22:00:00Z');
    expect(told({ now, quietHours: quietEveryDay('07:00', '21:00') })).toBe('2026-12-02T08:00:00.000Z');
  });

  it('comes two hours before an interview, whatever the time is, and at once when that has passed', () => {
    const now = new Date('2026-12-04T20:00:00Z');
    const at = (start: string) => told({ now, nextInterview: new Date(start) });
    expect(at('2026-12-05T10:00:00Z')).toBe('2026-12-05T08:00:00.000Z');
    expect(at('2026-12-04T21:00:00Z')).toBe(now.toISOString());
    expect(at('2026-12-09T10:00:00Z')).toBe('2026-12-07T08:00:00.000Z');
  });

  it('is in working hours, outside of quiet hours, and as early as that can be', () => {
    const clock = fc.integer({ min: 0, max: 23 }).map((at) => `${String(at).padStart(2, '0')}:00`);
    const facts = fc.record({
      now: fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }),
      timeZone: fc.constantFrom(
        'UTC',
        'Europe/Berlin',
        'America/St_Johns',
        'Pacific/Apia',
        'Australia/Lord_Howe',
      ),
      quietHours: fc.option(
        fc.record({ days: fc.subarray([...weekdays], { minLength: 1 }), from: clock, to: clock }),
      ),
    });
    const isCalm = (moment: Date, { timeZone, quietHours }: Omit<ReleaseFacts, 'now' | 'nextInterview'>) => {
      const here = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
      const isWorking = here.dayOfWeek <= 5 && here.hour >= 9 && here.hour < 18;
      return isWorking && quietUntil(quietHours, timeZone, moment) === null;
    };
    fc.assert(
      fc.property(facts, ({ now, ...person }) => {
        const moment = releaseMoment({ now, ...person, nextInterview: null });
        expect(moment >= now).toBe(true);
        // Quarter by quarter, as zones and these quiet hours have no smaller steps.
        const earlier: Date[] = [now];
        const quarter = hour / 4;
        const firstQuarter = Math.ceil(now.getTime() / quarter) * quarter;
        for (let at = firstQuarter; at < now.getTime() + 7 * 24 * hour; at += quarter)
          earlier.push(new Date(at));
        const first = earlier.find((one) => isCalm(one, person));
        if (first !== undefined) expect(moment).toEqual(first);
        else expect(isCalm(moment, { ...person, quietHours: null })).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
