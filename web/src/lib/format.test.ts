import { describe, expect, it } from 'vitest';
import { badgeCount, formatBytes, formatPay, formatRelative, pluralize } from './format.ts';

const pay = { currency: 'EUR', period: 'year' } as const;
const now = new Date('2026-06-15T12:00:00.000Z');
const inBerlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };

describe('formatPay', () => {
  it('names both ends of a range', () => {
    expect(formatPay({ ...pay, minimum: 60_000, maximum: 75_000 }, 'en')).toMatch(
      /^€60,000\s–\s€75,000 a year$/,
    );
  });

  it('says one amount once', () => {
    expect(formatPay({ ...pay, period: 'hour', minimum: 21, maximum: 21 }, 'en')).toBe('€21 an hour');
  });

  it('tells an open end', () => {
    expect(formatPay({ ...pay, minimum: 60_000, maximum: null }, 'en')).toBe('from €60,000 a year');
    expect(formatPay({ ...pay, minimum: null, maximum: 75_000 }, 'en')).toBe('up to €75,000 a year');
  });
});

describe('formatRelative', () => {
  it.each([
    ['2026-06-15T11:59:30.000Z', 'just now'],
    ['2026-06-15T11:57:00.000Z', '3 minutes ago'],
    ['2026-06-15T10:00:00.000Z', '2 hours ago'],
    ['2026-06-14T12:00:00.000Z', 'yesterday'],
    ['2026-06-15T12:45:00.000Z', 'in 45 minutes'],
    ['2026-06-01T12:00:00.000Z', '2 weeks ago'],
  ])('tells %s as %s', (instant, words) => {
    expect(formatRelative(instant, now, inBerlin)).toBe(words);
  });

  it('gives the date in the zone of the reader after a month', () => {
    expect(formatRelative('2026-01-31T23:30:00.000Z', now, inBerlin)).toBe('1 Feb 2026');
  });
});

describe('sizes and counts', () => {
  it('chooses a unit that fits', () => {
    expect(formatBytes(31, 'en')).toBe('0.1 kB');
    expect(formatBytes(184_320, 'en')).toBe('184.3 kB');
    expect(formatBytes(5_242_880, 'en')).toBe('5.2 MB');
  });

  it('counts one thing as one', () => {
    expect(pluralize(1, 'job', 'jobs', 'en')).toBe('1 job');
    expect(pluralize(1_200, 'job', 'jobs', 'en')).toBe('1,200 jobs');
  });

  it('keeps a badge short', () => {
    expect([badgeCount(7), badgeCount(99), badgeCount(100)]).toEqual(['7', '99', '99+']);
  });
});
