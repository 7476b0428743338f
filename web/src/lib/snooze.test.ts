import { expect, test } from 'vitest';
import { snoozePresets } from './snooze.ts';

const presets = (now: string, timeZone = 'Europe/Berlin') =>
  snoozePresets(new Date(now), timeZone).map(({ name, until }) => [name, until]);

test('lead to the full hour, to tomorrow and to Monday in the time zone of the person', () => {
  expect(presets('2026-05-06T08:20:00Z')).toEqual([
    ['later_today', '2026-05-06T12:00:00.000Z'],
    ['tomorrow', '2026-05-07T06:00:00.000Z'],
    ['next_week', '2026-05-11T06:00:00.000Z'],
  ]);
});

test('in the evening nothing is later today, and on a Monday next week is a week away', () => {
  expect(presets('2026-05-04T17:30:00Z')).toEqual([
    ['tomorrow', '2026-05-05T06:00:00.000Z'],
    ['next_week', '2026-05-11T06:00:00.000Z'],
  ]);
  expect(presets('2026-05-04T03:30:00Z', 'America/Los_Angeles')[0]).toEqual([
    'tomorrow',
    '2026-05-04T15:00:00.000Z',
  ]);
});

test('mean the morning of the clocks over a change of them', () => {
  expect(presets('2026-03-28T20:00:00Z')).toEqual([
    ['tomorrow', '2026-03-29T06:00:00.000Z'],
    ['next_week', '2026-03-30T06:00:00.000Z'],
  ]);
});
