import { digestDaily } from './digest-daily.ts';
import { digestHourly } from './digest-hourly.ts';
import { digestWeekly } from './digest-weekly.ts';
import { inboxOverflow } from './inbox-overflow.ts';

export const kinds = {
  digest_hourly: digestHourly,
  digest_daily: digestDaily,
  digest_weekly: digestWeekly,
  inbox_overflow: inboxOverflow,
} as const;
