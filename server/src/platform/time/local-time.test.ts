import { describe, expect, test } from 'vitest';
import { atTime, daysSince, localDay, nextFullHour, nextTime, toZoned } from './index.ts';

const at = (text: string) => new Date(text);

test('a zone that is not known counts as UTC', () => {
  expect(localDay(at('2026-03-01T23:30:00Z'), 'Mars/Olympus')).toBe('2026-03-01');
});

test('the day is that of the zone', () => {
  expect(localDay(at('2026-03-01T23:30:00Z'), 'Europe/Berlin')).toBe('2026-03-02');
});

describe('a time that the clocks', () => {
  const on = (day: string, time: string) =>
    atTime(toZoned(at(`${day}T12:00:00Z`), 'Europe/Berlin').toPlainDate(), time, 'Europe/Berlin');

  test('skip is later by what was skipped', () => {
    expect(on('2026-03-29', '02:30')).toEqual(at('2026-03-29T01:30:00Z'));
  });

  test('show twice is the first of both', () => {
    expect(on('2026-10-25', '02:30')).toEqual(at('2026-10-25T00:30:00Z'));
  });
});

test('the next time is never now', () => {
  expect(nextTime(at('2026-03-01T07:00:00Z'), '07:00', 'UTC')).toEqual(at('2026-03-02T07:00:00Z'));
  expect(nextTime(at('2026-03-01T06:59:00Z'), '07:00', 'UTC')).toEqual(at('2026-03-01T07:00:00Z'));
  // A Sunday.
  expect(nextTime(at('2026-03-01T07:00:00Z'), '07:00', 'UTC', ['saturday'])).toEqual(
    at('2026-03-07T07:00:00Z'),
  );
});

test.each([
  ['2026-03-01T07:00:00Z', 'UTC', '2026-03-01T08:00:00Z'],
  ['2026-03-01T07:59:59.999Z', 'UTC', '2026-03-01T08:00:00Z'],
  ['2026-03-01T07:10:00Z', 'Asia/Kolkata', '2026-03-01T07:30:00Z'],
  // Clocks go from 02:00 back to 01:30.
  ['2026-04-04T14:40:00Z', 'Australia/Lord_Howe', '2026-04-04T15:30:00Z'],
])('the full hour after %s in %s is %s', (now, zone, next) => {
  expect(nextFullHour(at(now), zone)).toEqual(at(next));
});

test.each([
  ['2026-03-01', '2026-03-01T12:00:00Z', 'UTC', 0],
  ['2026-03-01', '2026-03-01T23:30:00Z', 'Europe/Berlin', 1],
  ['2026-02-28', '2026-03-01T00:00:00Z', 'UTC', 1],
  ['2026-03-02', '2026-03-01T00:00:00Z', 'UTC', -1],
])('from %s to %s in %s it is %d days', (day, now, zone, days) => {
  expect(daysSince(day, at(now), zone)).toBe(days);
});
