import type { PlannedCategory, PlannedSettings, ToldKind } from '../plan.ts';
import {
  dayOf,
  firstMoment,
  lastMoment,
  minutesOfDay,
  usualMoment,
  wallAt,
  wallOf,
  weekdayOf,
} from './clock.ts';

/** The rules of docs/notifications.md ('How it is decided'), written from the page, one after the other. */

export type ModelKind =
  | ToldKind
  | 'job_alert'
  | 'job_matches'
  | 'inbox_overflow'
  | 'digest_hourly'
  | 'digest_daily'
  | 'digest_weekly';
export type Frequency = 'hourly' | 'daily' | 'weekly';

interface KindRules {
  readonly category: PlannedCategory | 'security';
  /** 0 urgent, 1 high, 2 medium, 3 low. */
  readonly rank: number;
  readonly inInbox: boolean;
  readonly byMail: boolean;
  readonly mandatory: boolean;
  readonly digestible: boolean;
  readonly daytimeOnly: boolean;
  readonly expiresAfterHours: number;
}

const usual = {
  inInbox: true,
  byMail: true,
  mandatory: false,
  digestible: true,
  daytimeOnly: false,
  expiresAfterHours: Number.POSITIVE_INFINITY,
};

/** As docs/kinds.md lists them. */
export const kindRules: Readonly<Record<ModelKind, KindRules>> = {
  job_alert: { ...usual, category: 'jobs', rank: 2, expiresAfterHours: 24 * 60 },
  job_matches: { ...usual, category: 'jobs', rank: 2, expiresAfterHours: 24 * 60 },
  chat_message: { ...usual, category: 'messages', rank: 1, expiresAfterHours: 24 * 7 },
  security_alert: {
    ...usual,
    category: 'security',
    rank: 0,
    mandatory: true,
    digestible: false,
    expiresAfterHours: 24 * 7,
  },
  rejection: { ...usual, category: 'applications', rank: 2, digestible: false, daytimeOnly: true },
  interview_reminder: {
    ...usual,
    category: 'applications',
    rank: 1,
    digestible: false,
    expiresAfterHours: 25,
  },
  feature_announcement: { ...usual, category: 'announcements', rank: 3, expiresAfterHours: 24 * 30 },
  skill_gap: { ...usual, category: 'career', rank: 3, expiresAfterHours: 24 * 30 },
  welcome: { ...usual, category: 'account', rank: 3, digestible: false, expiresAfterHours: 24 * 30 },
  achievement: { ...usual, category: 'career', rank: 3, byMail: false, expiresAfterHours: 24 * 30 },
  inbox_overflow: { ...usual, category: 'account', rank: 3, byMail: false, digestible: false },
  digest_hourly: digest(6),
  digest_daily: digest(24),
  digest_weekly: digest(72),
};

function digest(hours: number): KindRules {
  return {
    ...usual,
    category: 'digests',
    rank: 3,
    inInbox: false,
    digestible: false,
    expiresAfterHours: hours,
  };
}

/** What a person has decided, as it stands. */
export interface ModelPerson {
  readonly emailVerified: boolean;
  readonly timeZone: string;
  minimumScore: number;
  settings: PlannedSettings;
  readonly muted: Set<string>;
}

export interface Question {
  readonly kind: ModelKind;
  readonly rank: number;
  readonly score: number | null;
  readonly subjects: readonly string[];
  readonly isInInbox: boolean;
  readonly writtenAt: number;
}

export type Answer =
  | { readonly what: 'send' | 'skip'; readonly reason: string }
  | { readonly what: 'hold'; readonly reason: string; readonly until: number }
  | { readonly what: 'digest'; readonly reason: string; readonly frequency: Frequency };

/** What goes to no address that nobody has confirmed. */
const verifiedOnly = new Set([
  'account',
  'jobs',
  'career',
  'messages',
  'digests',
  'announcements',
  'services',
]);

/** @param isOverCap whether a cap of the person's is used up; unknown when it is written */
export function decide(question: Question, person: ModelPerson, now: number, isOverCap: boolean): Answer {
  const rules = kindRules[question.kind];
  const { settings, timeZone } = person;
  const choice = settings.categories.find(({ category }) => category === rules.category);
  const frequency = choice?.frequency ?? 'immediate';

  // 1 and 2: the instance of the replay has mail, and everybody an address.
  if (rules.mandatory) return { what: 'send', reason: 'due' };
  if (frequency === 'off' || !(choice?.channels.email ?? rules.byMail)) {
    return { what: 'skip', reason: 'preference_off' };
  }
  if (verifiedOnly.has(rules.category) && !person.emailVerified) {
    return { what: 'skip', reason: 'address_unverified' };
  }
  if (question.subjects.some((subject) => person.muted.has(subject)))
    return { what: 'skip', reason: 'muted' };
  if (question.score !== null && question.score < person.minimumScore) {
    return { what: 'skip', reason: 'below_minimum' };
  }
  if (question.rank === 0) return { what: 'send', reason: 'due' };

  const snoozedUntil = settings.snoozed_until === null ? 0 : Date.parse(settings.snoozed_until) / 60_000;
  if (snoozedUntil > now) return { what: 'hold', reason: 'snoozed', until: snoozedUntil };
  if (frequency !== 'immediate' && rules.digestible) {
    return { what: 'digest', reason: `digest_${frequency}`, frequency };
  }
  const mayBeRead = question.isInInbox && (rules.digestible || question.rank >= 2);
  const readUntil = question.writtenAt + (settings.escalate_after_minutes ?? 0);
  if (mayBeRead && readUntil > now) return { what: 'hold', reason: 'escalation', until: readUntil };
  if (isQuiet(person, now)) return { what: 'hold', reason: 'quiet_hours', until: endOfQuiet(person, now) };
  if (rules.daytimeOnly && !isDay(timeZone, now)) {
    const morning = nextMorning(timeZone, now);
    if (!isQuiet(person, morning) || isDay(timeZone, endOfQuiet(person, morning))) {
      return { what: 'hold', reason: 'daytime_only', until: morning };
    }
  }
  if (rules.digestible && isOverCap) return { what: 'digest', reason: 'over_cap', frequency: 'daily' };
  return { what: 'send', reason: 'due' };
}

/** Why it is not in the inbox although its kind would be; null: it is there, or its kind never is. */
export function withheldFor(
  kind: ModelKind,
  subjects: readonly string[],
  person: ModelPerson,
): string | null {
  const rules = kindRules[kind];
  if (rules.mandatory || !rules.inInbox) return null;
  const choice = person.settings.categories.find(({ category }) => category === rules.category);
  if (choice?.channels.inbox === false) return 'preference_off';
  return subjects.some((subject) => person.muted.has(subject)) ? 'muted' : null;
}

function isQuiet({ settings: { quiet_hours: quiet }, timeZone }: ModelPerson, now: number): boolean {
  if (quiet === null) return false;
  const today = dayOf(wallAt(timeZone, now));
  return [today - 1, today].some((day) => {
    if (!quiet.days.some((one) => one === weekdayOf(day))) return false;
    const lastDay = quiet.to > quiet.from ? day : day + 1;
    return (
      firstMoment(timeZone, wallOf(day, quiet.from)) <= now &&
      now < lastMoment(timeZone, wallOf(lastDay, quiet.to))
    );
  });
}

/** All times of the replay, and all changes of clocks, are at quarters of an hour. */
const quarter = 15;

function endOfQuiet(person: ModelPerson, now: number): number {
  let moment = Math.floor(now / quarter) * quarter;
  do moment += quarter;
  while (isQuiet(person, moment));
  return moment;
}

function isDay(timeZone: string, now: number): boolean {
  const minute = wallAt(timeZone, now) % minutesOfDay;
  return minute >= 8 * 60 && minute < 20 * 60;
}

function nextMorning(timeZone: string, now: number): number {
  const today = dayOf(wallAt(timeZone, now));
  const mornings = [today, today + 1].map((day) => usualMoment(timeZone, wallOf(day, '08:00')));
  return mornings.find((moment) => moment > now) ?? Number.POSITIVE_INFINITY;
}

/** When a window ends that is opened now. */
export function endOfWindow(frequency: Frequency, { settings, timeZone }: ModelPerson, now: number): number {
  const { at, weekday, window } = settings.digest;
  const wall = wallAt(timeZone, now);
  if (window === 'sliding') {
    if (frequency === 'hourly') return now + 60;
    return usualMoment(timeZone, wall + (frequency === 'daily' ? 1 : 7) * minutesOfDay);
  }
  if (frequency === 'hourly') {
    let moment = now + 1;
    while (wallAt(timeZone, moment) % 60 !== 0) moment += 1;
    return moment;
  }
  for (let day = dayOf(wall); ; day += 1) {
    if (frequency === 'weekly' && weekdayOf(day) !== weekday) continue;
    const moment = usualMoment(timeZone, wallOf(day, at));
    if (moment > now) return moment;
  }
}

/** The person's day that a message counts for. */
export function budgetDay({ timeZone }: ModelPerson, now: number): number {
  return dayOf(wallAt(timeZone, now));
}

/** The most urgent first, then the higher score, then the earlier deadline; the rest is up to who asks. */
export function compareImportance(a: Importance, b: Importance): number {
  return a.rank - b.rank || (b.score ?? -1) - (a.score ?? -1) || compareDeadlines(a.deadline, b.deadline);
}

export interface Importance {
  readonly rank: number;
  readonly score: number | null;
  readonly deadline: number | null;
}

function compareDeadlines(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a - b;
}
