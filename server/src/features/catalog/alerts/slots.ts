import { nextFullHour, nextTime } from '../../../platform/time/index.ts';
import type { AlertRow } from './alerts.store.ts';

/** What is told at the same time joins the same window: alerts of a person with one slot. */
export interface Slot {
  readonly name: string;
  /** When it is told, whatever still comes. */
  readonly closesAt: Date;
}

/** What fits at the same time is told as one, and waits no longer than this. */
export const longestInstantMs = 120_000;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export function slotOf(
  { frequency, time, weekday }: Pick<AlertRow, 'frequency' | 'time' | 'weekday'>,
  timeZone: string,
  now: Date,
): Slot {
  switch (frequency) {
    case 'instant':
      return { name: 'instant', closesAt: new Date(now.getTime() + longestInstantMs) };
    case 'hourly':
      return { name: 'hourly', closesAt: nextFullHour(now, timeZone) };
    case 'daily':
      return { name: `daily ${time}`, closesAt: nextTime(now, time, timeZone) };
    case 'weekly': {
      const day = weekdays[weekday - 1] ?? 'monday';
      return { name: `weekly ${weekday} ${time}`, closesAt: nextTime(now, time, timeZone, [day]) };
    }
  }
}
