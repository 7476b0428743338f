import { atTime, toZoned } from '../../../platform/time/index.ts';

/**
 * When people are reminded. All of this is pure: given what is reminded of and the zone of the person it tells the
 * moment of each reminder, and from it whether the reminder is to be told now, later or never.
 */

/** A reminder in time. */
export interface Moment {
  /** Tells the reminders of one thing apart. */
  readonly step: number;
  /** When it is to be told. */
  readonly dueAt: Date;
  /** From then on it is of no use: the next one says more, or it is too late. */
  readonly until: Date;
}

const hour = 3_600_000;
const day = 24 * hour;

/** A day's work has begun, and the day is still long. */
const morning = '09:00';
/** For what is worth a thought, and no hurry. */
const lateMorning = '10:00';

/** Days before a deadline, the farthest first. */
const deadlineDays = [3, 1] as const;
/** Hours before an interview. The first is a day of its zone, which can have 23 or 25. */
const interviewHours = [24, 1] as const;
/** Days after an account was made. */
export const profileDays = [2, 7, 37, 67] as const;
/** How long a suggestion that was held up is still worth telling, in days. */
const patience = 14;

/**
 * In the morning of the third and of the last day before a deadline. A person who saved the job later than that has just
 * seen the deadline, and is not told of it at once.
 */
export function momentsOfDeadline(deadline: Date, timeZone: string, savedAt: Date): Moment[] {
  const moments = deadlineDays.map((days) => ({
    step: days,
    dueAt: morningBefore(deadline, days, timeZone),
  }));
  return moments
    .map((moment, index) => ({ ...moment, until: moments[index + 1]?.dueAt ?? deadline }))
    .filter(({ dueAt, until }) => dueAt > savedAt && dueAt < until);
}

/**
 * At the same time of the day before, and an hour before. An interview that is agreed on later than that has just been
 * told, and is not told of again at once.
 */
export function momentsOfInterview(startsAt: Date, timeZone: string, scheduledAt: Date): Moment[] {
  const dayBefore = new Date(toZoned(startsAt, timeZone).subtract({ days: 1 }).epochMilliseconds);
  const hourBefore = new Date(startsAt.getTime() - hour);
  return [
    { step: interviewHours[0], dueAt: dayBefore, until: hourBefore },
    { step: interviewHours[1], dueAt: hourBefore, until: startsAt },
  ].filter(({ dueAt }) => dueAt > scheduledAt);
}

/** Once, in the morning so many days after an application that nobody has answered. */
export function momentsOfSilence(appliedAt: Date, days: number, timeZone: string): Moment[] {
  const dueAt = morningAfter(appliedAt, days, timeZone);
  return [{ step: days, dueAt, until: new Date(dueAt.getTime() + patience * day) }];
}

/** In some mornings after an account was made. */
export function momentsOfProfile(createdAt: Date, timeZone: string): Moment[] {
  const moments = profileDays.map((days) => ({ step: days, dueAt: morningAfter(createdAt, days, timeZone) }));
  return moments.map((moment, index) => ({
    ...moment,
    until: moments[index + 1]?.dueAt ?? new Date(moment.dueAt.getTime() + patience * day),
  }));
}

function morningBefore(instant: Date, days: number, timeZone: string): Date {
  return atTime(toZoned(instant, timeZone).toPlainDate().subtract({ days }), morning, timeZone);
}

function morningAfter(instant: Date, days: number, timeZone: string): Date {
  return atTime(toZoned(instant, timeZone).toPlainDate().add({ days }), lateMorning, timeZone);
}
