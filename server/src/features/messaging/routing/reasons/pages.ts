import type { ReasonCode } from './reasons.ts';

const notificationSettings = '/settings/notifications';

/** The page of the web app on which a person can change what decided; nothing where the person has not decided it. */
export const enginePages: Readonly<Partial<Record<ReasonCode, string>>> = {
  escalation: notificationSettings,
  quiet_hours: notificationSettings,
  snoozed: notificationSettings,
  digest_hourly: notificationSettings,
  digest_daily: notificationSettings,
  digest_weekly: notificationSettings,
  over_cap: notificationSettings,
  inbox_over_cap: notificationSettings,
  preference_off: notificationSettings,
  muted: notificationSettings,
  below_minimum: notificationSettings,
};
