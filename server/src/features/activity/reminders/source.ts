import type { Kind, KindPayload } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { AnyNotification } from '../../messaging/notifications/index.ts';
import type { Moment } from './moments.ts';

/** Kinds that remind. */
export type ReminderKind = Extract<
  Kind,
  'job_deadline_reminder' | 'interview_reminder' | 'follow_up' | 'profile_reminder'
>;

/** Whose reminders, and of what. */
export interface Scope {
  /** Of jobs, applications or people: what the source is about. */
  readonly ids: readonly string[];
  /** For the id at the same place only this person's; left out: everybody's. */
  readonly userIds?: readonly string[];
}

/** A reminder that has its reason as things stand now. */
export interface PlannedReminder extends Moment {
  readonly userId: string;
  /** `<what>:<id of the scope>`, with the id of a part of it where there are several. */
  readonly subject: string;
  readonly notification: AnyNotification & { readonly dedupeKey: string };
  /** Equal to that of a payload which reminds of the same. */
  readonly identity: string;
}

/** All that is planned within a scope, whether it is to be told already, and the subjects that were looked at. */
export interface ReminderPlan {
  readonly subjects: readonly string[];
  readonly planned: readonly PlannedReminder[];
}

/** A page of what is near in time. */
export interface UpcomingPage {
  readonly scope: Scope;
  /** Null: this was the last page. */
  readonly next: string | null;
}

/**
 * One kind of reminder. Everything is decided by what `plan` says: it is asked when something has changed, when a
 * reminder is due, when its mail is about to be sent, and by the sweep. So they cannot disagree.
 */
export interface ReminderSource<K extends ReminderKind = ReminderKind> {
  readonly kind: K;
  /** Whether a moment that has passed by the time of a change is told at once, as of a deadline that has moved nearer. */
  readonly catchesUp?: true;
  /** What is planned, told already or not; the past included. */
  plan(tx: Tx, scope: Scope, now: Date): Promise<ReminderPlan>;
  /** What is planned within hours and days, page by page. */
  listUpcoming(tx: Tx, now: Date, after: string | null, limit: number): Promise<UpcomingPage>;
  /** Where what a payload reminds of is found again. */
  scopeOf(userId: string, payload: KindPayload<K>): { readonly id: string; readonly userId: string };
  /** Tells what a payload reminds of. */
  identity(payload: KindPayload<K>): string;
}

/** A source of any kind, by what does not depend on its payload. */
export type AnySource = Pick<ReminderSource, 'kind' | 'plan' | 'listUpcoming' | 'catchesUp'>;

/** The id of the scope that a subject belongs to. */
export function idOf(subject: string): string {
  return subject.split(':')[1] ?? '';
}
