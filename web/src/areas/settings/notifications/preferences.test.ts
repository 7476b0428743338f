import {
  type KindPreference,
  type Preferences,
  type PreferencesUpdate,
  withSummaries,
} from '@rolecall/contract';
import { expect, test } from 'vitest';
import { inverseOf, withUpdate } from './preferences.ts';

const kindOf = (kind: string, channels: readonly ('inbox' | 'email')[]): KindPreference => ({
  kind,
  mandatory: false,
  live: true,
  channels: channels.map((channel) => ({ channel, enabled: true })),
});

const now = new Date('2026-09-01T12:00:00Z');
const preferences: Preferences = {
  ...withSummaries(
    {
      categories: [
        {
          category: 'career',
          frequency: 'immediate',
          frequencies: ['immediate', 'hourly', 'daily', 'weekly', 'off'],
          mandatory: false,
          channels: [
            { channel: 'inbox', enabled: true, mandatory: false },
            { channel: 'email', enabled: true, mandatory: false },
          ],
          live: true,
          kinds: [kindOf('achievement', ['inbox']), kindOf('skill_gap', ['inbox', 'email'])],
        },
        {
          category: 'digests',
          frequency: 'immediate',
          frequencies: ['immediate', 'off'],
          mandatory: false,
          channels: [{ channel: 'email', enabled: true, mandatory: false }],
          live: null,
          kinds: [],
        },
      ],
      quiet_hours: null,
      caps: { per_day: 3, channels: {} },
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

test('a change is seen at once, with the sentence that follows from it', () => {
  const changed = withUpdate(preferences, { categories: [{ category: 'career', frequency: 'daily' }] }, now);
  expect(changed.categories[0]?.summary).toBe(
    'You get career tips at once in the inbox, and by mail every day at 09:00.',
  );
  const later = withUpdate(changed, { digest: { at: '18:30' } }, now);
  expect(later.categories[0]?.summary).toContain('18:30');
});

test.each<PreferencesUpdate>([
  { categories: [{ category: 'career', frequency: 'weekly', channels: { email: false } }] },
  { categories: [{ category: 'career', live: false }] },
  {
    kinds: [
      { kind: 'skill_gap', channels: { email: false } },
      { kind: 'achievement', live: false },
    ],
  },
  { quiet_hours: { days: ['monday'], from: '22:00', to: '07:00' } },
  { caps: { per_day: null } },
  { caps: { channels: { email: 5 } } },
  { digest: { window: 'sliding' } },
  { snoozed_until: '2026-09-02T12:00:00Z' },
  { escalate_after_minutes: 30 },
  { minimum_match_score: 80 },
  { email_tracking: true },
])('what is taken back is as it was: %o', (update) => {
  const changed = withUpdate(preferences, update, now);
  expect(changed).not.toEqual(preferences);
  const back = withUpdate(changed, inverseOf(preferences, update), now);
  expect({ ...back, caps: { ...back.caps, channels: {} } }).toEqual(preferences);
  expect(back.caps.channels.email ?? null).toBeNull();
});
