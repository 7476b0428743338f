import type { QuietHours } from '@rolecall/contract';
import { atTime, toZoned } from '../../../platform/time/index.ts';
import { quietUntil } from '../../messaging/routing/index.ts';

/** Hours of the applicant's working day in which bad news may come. */
const workingHours = { from: '09:00', to: '18:00' } as const;

/** Friday, as ISO 8601 counts: the last of the working days. */
const friday = 5;

/** How long before an interview the applicant has to know that it does not take place, in milliseconds. */
const noticeMs = 2 * 3_600_000;

/** All that the time of telling a rejection depends on. */
export interface ReleaseFacts {
  readonly now: Date;
  /** Of the applicant. */
  readonly timeZone: string;
  readonly quietHours: QuietHours | null;
  /** When the next interview of the application begins; null: there is none. */
  readonly nextInterview: Date | null;
}

/**
 * When an applicant is told of a rejection: now, if it is a working day from 09:00 to 18:00 where they are and outside of
 * their quiet hours, or else the next moment of which that is true. Quiet hours that leave nothing of a week's working
 * days do not count. Nobody travels to an interview in vain: two hours before one it is told whatever the time is.
 */
export function releaseMoment({ now, timeZone, quietHours, nextInterview }: ReleaseFacts): Date {
  const calm = nextCalmMoment(now, timeZone, quietHours) ?? nextCalmMoment(now, timeZone, null) ?? now;
  if (nextInterview === null || nextInterview <= now) return calm;
  const latest = new Date(Math.max(now.getTime(), nextInterview.getTime() - noticeMs));
  return calm < latest ? calm : latest;
}

/** @returns null: quiet hours take all working hours of the days to come */
function nextCalmMoment(now: Date, timeZone: string, quietHours: QuietHours | null): Date | null {
  const today = toZoned(now, timeZone).toPlainDate();
  // With the hours that are left of today a week is eight days.
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = today.add({ days: ahead });
    if (day.dayOfWeek > friday) continue;
    const opens = atTime(day, workingHours.from, timeZone);
    const closes = atTime(day, workingHours.to, timeZone);
    const start = opens > now ? opens : now;
    const calm = quietUntil(quietHours, timeZone, start) ?? start;
    if (start < closes && calm < closes) return calm;
  }
  return null;
}
