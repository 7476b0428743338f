import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type Moment,
  momentsOfDeadline,
  momentsOfInterview,
  momentsOfProfile,
  momentsOfSilence,
} from './moments.ts';

const hour = 3_600_000;
const day = 24 * hour;
const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
);
const instants = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2035-12-31'),
  noInvalidDate: true,
});
const local = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
const iso = (moments: readonly Moment[]) => moments.map(({ step, dueAt }) => [step, dueAt.toISOString()]);
const longAgo = new Date('2000-01-01');

describe('a deadline', () => {
  it('is reminded of in two mornings of the person, also where clocks change in between', () => {
    const deadline = new Date('2026-03-30T21:59:59Z');
    expect(iso(momentsOfDeadline(deadline, 'Europe/Berlin', longAgo))).toEqual([
      [3, '2026-03-27T08:00:00.000Z'],
      [1, '2026-03-29T07:00:00.000Z'],
    ]);
  });

  it('is never reminded of after it, nor to who saved the job later than the moment', () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: -10 * day, max: 2 * day }), (deadline, zone, offset) => {
        const savedAt = new Date(deadline.getTime() + offset);
        const moments = momentsOfDeadline(deadline, zone, savedAt);
        for (const { step, dueAt, until } of moments) {
          expect(dueAt > savedAt && dueAt < until && until <= deadline).toBe(true);
          const at = local(dueAt, zone);
          expect([at.hour, at.minute]).toEqual([9, 0]);
          expect(at.toPlainDate().until(local(deadline, zone).toPlainDate()).days).toBe(step);
        }
        const [first, second] = moments;
        if (first !== undefined && second !== undefined) expect(first.until).toEqual(second.dueAt);
      }),
    );
  });

  it('that is two hours away when the job is saved is not told of at once', () => {
    const deadline = new Date('2026-09-01T14:00:00Z');
    expect(momentsOfDeadline(deadline, 'UTC', new Date('2026-09-01T12:00:00Z'))).toEqual([]);
  });
});

describe('an interview', () => {
  it('is reminded of at the same time of the day before, and an hour before', () => {
    // Clocks go forward in the night between.
    const startsAt = new Date('2026-03-29T08:00:00Z');
    expect(iso(momentsOfInterview(startsAt, 'Europe/Berlin', longAgo))).toEqual([
      [24, '2026-03-28T09:00:00.000Z'],
      [1, '2026-03-29T07:00:00.000Z'],
    ]);
  });

  it('is never reminded of after it began, nor at a moment that had passed when it was agreed on', () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: -3 * day, max: 0 }), (startsAt, zone, offset) => {
        const scheduledAt = new Date(startsAt.getTime() + offset);
        const moments = momentsOfInterview(startsAt, zone, scheduledAt);
        for (const { dueAt, until } of moments) {
          expect(dueAt > scheduledAt && dueAt < until && until <= startsAt).toBe(true);
        }
        expect(moments.some(({ step }) => step === 1)).toBe(offset < -hour);
        const [first] = moments;
        if (first?.step === 24) expect(startsAt.getTime() - first.dueAt.getTime()).toBeGreaterThan(22 * hour);
      }),
    );
  });
});

describe('what is reminded of some days later', () => {
  it('comes in a late morning of the person, so many calendar days after', () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: 1, max: 365 }), (since, zone, days) => {
        const [moment] = momentsOfSilence(since, days, zone);
        if (moment === undefined) throw new Error('there is always one');
        const at = local(moment.dueAt, zone);
        expect([at.hour, at.minute]).toEqual([10, 0]);
        expect(local(since, zone).toPlainDate().until(at.toPlainDate()).days).toBe(days);
        expect(moment.dueAt > since).toBe(true);
      }),
    );
  });

  it('is an unfinished profile four times, each of use until the next', () => {
    fc.assert(
      fc.property(instants, zones, (createdAt, zone) => {
        const moments = momentsOfProfile(createdAt, zone);
        expect(moments.map(({ step }) => step)).toEqual([2, 7, 37, 67]);
        for (const [index, { until }] of moments.entries()) {
          const next = moments[index + 1];
          if (next !== undefined) expect(until).toEqual(next.dueAt);
        }
      }),
    );
  });
});
