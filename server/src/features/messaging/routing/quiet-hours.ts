import type { QuietHours } from '@rolecall/contract';
import { endOfHours } from '../../../platform/time/index.ts';

/** When the quiet hours that this moment lies in end; null: it is not quiet now. */
export function quietUntil(quietHours: QuietHours | null, timeZone: string, now: Date): Date | null {
  return quietHours === null ? null : endOfHours(quietHours, timeZone, now);
}
