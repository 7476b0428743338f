import type { KindTexts } from '../../../../platform/kind-texts/index.ts';
import { digestDaily } from './digest-daily.ts';
import { digestHourly } from './digest-hourly.ts';
import { digestWeekly } from './digest-weekly.ts';
import { inboxOverflow } from './inbox-overflow.ts';

/** What is told in one message instead of many. */
export const digestKinds: readonly KindTexts[] = [digestHourly, digestDaily, digestWeekly, inboxOverflow];
