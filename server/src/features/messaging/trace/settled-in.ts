import type { ReasonCode } from '../routing/index.ts';

const notificationSettings = '/settings/notifications';

/** Decisions that a person can change, with the page of the web app where. */
const pages: Partial<Record<ReasonCode, string>> = {
  escalation: notificationSettings,
  quiet_hours: notificationSettings,
  snoozed: notificationSettings,
  digest_hourly: notificationSettings,
  digest_daily: notificationSettings,
  digest_weekly: notificationSettings,
  over_cap: notificationSettings,
  preference_off: notificationSettings,
  muted: notificationSettings,
  below_minimum: notificationSettings,
  address_unverified: '/settings/account',
  address_bounced: '/settings/account',
  address_complained: '/settings/account',
};

const known = new Map(Object.entries(pages));

/** Where the person can change what decided; null: the person has not decided it. */
export function settledIn(code: string): string | null {
  return known.get(code) ?? null;
}
