import { type CategoryPreference, type Preferences, withSummaries } from '@rolecall/contract';
import { expect, test } from 'vitest';
import { withUpdate } from './preferences.ts';
import { categoryState, kindState, switchCategory, switchKind } from './ways.ts';

const now = new Date('2026-09-01T12:00:00Z');
const career: Omit<CategoryPreference, 'summary'> = {
  category: 'career',
  frequency: 'immediate',
  frequencies: ['immediate', 'hourly', 'daily', 'weekly', 'off'],
  mandatory: false,
  channels: [
    { channel: 'inbox', enabled: true, mandatory: false },
    { channel: 'email', enabled: true, mandatory: false },
  ],
  live: true,
  kinds: [
    { kind: 'achievement', mandatory: false, live: true, channels: [{ channel: 'inbox', enabled: true }] },
    {
      kind: 'skill_gap',
      mandatory: false,
      live: true,
      channels: [
        { channel: 'inbox', enabled: true },
        { channel: 'email', enabled: true },
      ],
    },
    {
      kind: 'career_insight',
      mandatory: false,
      live: true,
      channels: [
        { channel: 'inbox', enabled: true },
        { channel: 'email', enabled: true },
      ],
    },
  ],
};
const start: Preferences = {
  ...withSummaries(
    {
      categories: [career],
      quiet_hours: null,
      caps: { per_day: null, channels: {} },
      digest: { at: '09:00', weekday: 'monday', window: 'fixed' },
      snoozed_until: null,
      escalate_after_minutes: null,
      email_tracking: false,
      time_zone: 'UTC',
      locale: 'en',
    },
    now,
  ),
  minimum_match_score: 50,
};

function categoryOf({ categories: [own] }: Preferences): CategoryPreference {
  if (own === undefined) throw new Error('there is no category');
  return own;
}

function kindOf(preferences: Preferences, name: string) {
  const found = categoryOf(preferences).kinds.find(({ kind }) => kind === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

const moveKind = (preferences: Preferences, name: string, way: 'live' | 'inbox' | 'email', on: boolean) =>
  withUpdate(preferences, switchKind(categoryOf(preferences), kindOf(preferences, name), way, on), now);
const moveAll = (preferences: Preferences, way: 'live' | 'inbox' | 'email', on: boolean) =>
  withUpdate(preferences, switchCategory(categoryOf(preferences), way, on), now);

test('a category of which a kind is off is on in part, says so, and is off with its last one', () => {
  const partly = moveKind(start, 'skill_gap', 'email', false);
  expect(categoryState(categoryOf(partly), 'email')).toBe('partly');
  expect(categoryOf(partly).summary).toContain('Left out by you: 1 kind by mail.');
  const none = moveKind(partly, 'career_insight', 'email', false);
  expect(categoryState(categoryOf(none), 'email')).toBe('off');
  expect(categoryOf(none).summary).toBe('You get career tips in the inbox only.');
});

test('a kind has no switch for a way that it does not take', () => {
  expect(kindState(categoryOf(start), kindOf(start, 'achievement'), 'email')).toBeNull();
});

test('a kind of a category that is off comes alone', () => {
  const off = moveAll(start, 'email', false);
  const alone = moveKind(off, 'skill_gap', 'email', true);
  expect(kindState(categoryOf(alone), kindOf(alone, 'skill_gap'), 'email')).toBe('on');
  expect(kindState(categoryOf(alone), kindOf(alone, 'career_insight'), 'email')).toBe('off');
});

test('a category that is switched on comes whole', () => {
  const off = moveAll(moveKind(start, 'skill_gap', 'inbox', false), 'inbox', false);
  expect(categoryState(categoryOf(moveAll(off, 'inbox', true)), 'inbox')).toBe('on');
});

test('nothing is live that is not in the inbox, and what becomes live is', () => {
  const off = moveAll(start, 'inbox', false);
  expect(categoryState(categoryOf(off), 'live')).toBe('off');
  const live = moveAll(off, 'live', true);
  expect(categoryState(categoryOf(live), 'inbox')).toBe('on');
  const silent = moveAll(start, 'live', false);
  expect(categoryOf(silent).summary).toContain('Open pages do not show it when it comes.');
});
