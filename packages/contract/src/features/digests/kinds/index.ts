import { digestDaily } from './digest-daily.ts';
import { digestHourly } from './digest-hourly.ts';
import { digestWeekly } from './digest-weekly.ts';

export const kinds = {
  digest_hourly: digestHourly,
  digest_daily: digestDaily,
  digest_weekly: digestWeekly,
} as const;
