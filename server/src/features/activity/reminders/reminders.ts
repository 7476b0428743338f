import type { KindPayload } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { AnyNotification, Notifications } from '../../messaging/notifications/index.ts';
import type { IrrelevanceReason } from '../../messaging/routing/index.ts';
import { deadlineReminders } from './deadlines.ts';
import { selectProfileFacts } from './facts.store.ts';
import { createFollowUps } from './follow-ups.ts';
import { interviewReminders } from './interview-reminders.ts';
import { missingParts, profileReminders } from './profile-reminders.ts';
import {
  claimDue,
  deleteReminders,
  postponeReminders,
  type ReminderRow,
  replaceReminders,
  selectTold,
} from './reminders.store.ts';
import { idOf, type ReminderKind, type ReminderSource, type Scope, type Wanted } from './source.ts';

export interface RemindersDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
  /** Days without an answer after which an applicant is advised to ask. */
  readonly followUpDays: number;
}

/** A reminder whose mail is about to be sent. */
export interface ReminderQuestion<K extends ReminderKind> {
  readonly notificationId: string;
  readonly userId: string;
  readonly payload: KindPayload<K>;
}

/** Finds those that are not true any more. */
type TruthCheck<K extends ReminderKind> = (
  tx: Tx,
  questions: readonly ReminderQuestion<K>[],
) => Promise<ReadonlyMap<string, IrrelevanceReason>>;

/**
 * Reminds people of deadlines, interviews, silence and unfinished profiles.
 *
 * What is to be told waits in a work list. Whatever changes a reason for it makes the rows anew in the same
 * transaction, so that a reminder is gone in the moment in which it is not true any more; rows are locked before
 * inboxes, so these calls come before anybody is told of anything. A task takes what is due, asks once more whether it
 * is true, tells it and deletes the row, all in one transaction: if the process dies, nothing of that has happened. A
 * sweep makes up for rows that are missing. docs/reminders.md has the rules of each kind.
 */
export interface Reminders {
  /** A person has saved or hidden a job, or does so no more. */
  jobMarked(tx: Tx, userId: string, jobId: string): Promise<void>;
  /** Jobs were closed or opened again, or may have another deadline. */
  jobsChanged(tx: Tx, jobIds: readonly string[]): Promise<void>;
  /** An application was made, has another status, or its interviews have changed. */
  applicationChanged(
    tx: Tx,
    application: { readonly id: string; readonly user_id: string; readonly job_id: string },
  ): Promise<void>;
  /** A profile or the list of résumés of a person has changed, or the account is new. */
  profileChanged(tx: Tx, userId: string): Promise<void>;
  /** Tells what is due, batch by batch; answers how many people were told something. */
  tellDue(): Promise<number>;
  /** Makes up for what is missing in the work list. */
  sweep(): Promise<void>;
  /** For the moment before a reminder is mailed, which may be hours after it was told. */
  readonly truth: { readonly [K in ReminderKind]: TruthCheck<K> };
}

/** Bounds the locks and the memory of a transaction. */
const batch = 500;
/** After so many batches somebody else may have a turn; the next run goes on. */
const maximumBatches = 100;
/** Bounds a sweep; what lies behind is found by the ones to come, since what is told is in their way no more. */
const maximumPages = 2_000;
/** A moment that passed longer ago than this was not lost but told, and perhaps deleted by its reader. */
const grace = 2 * 3_600_000;

export function createReminders(dependencies: RemindersDependencies): Reminders {
  const { database, clock, notifications } = dependencies;
  const followUps = createFollowUps(dependencies.followUpDays);
  const all: readonly AnySource[] = [deadlineReminders, interviewReminders, followUps, profileReminders];

  /** Makes the work list say what is wanted. */
  async function renew(tx: Tx, source: AnySource, scope: Scope): Promise<void> {
    if (scope.ids.length === 0) return;
    const now = clock.now();
    const { subjects, wanted } = await source.standing(tx, scope, now);
    const open = wanted.filter(({ until }) => until > now);
    const told = await selectTold(
      tx,
      open.map(({ userId, notification }) => ({ user_id: userId, dedupe_key: notification.dedupeKey })),
    );
    const untold = open.filter(
      ({ userId, notification }) => !told.has(`${userId} ${notification.dedupeKey}`),
    );
    const isNew = ({ dueAt }: Wanted) => source.catchesUp === true || dueAt.getTime() > now.getTime() - grace;
    await replaceReminders(tx, {
      kind: source.kind,
      subjects,
      userIds: scope.userIds,
      kept: untold.map((one) => toRow(source.kind, one)),
      added: untold.filter(isNew).map((one) => toRow(source.kind, one)),
    });
  }

  /** What is to be told of claimed rows of one kind, and which of them have to wait. */
  async function decide(tx: Tx, source: AnySource, rows: readonly ReminderRow[], now: Date) {
    const scope = {
      ids: rows.map(({ subject }) => idOf(subject)),
      userIds: rows.map(({ user_id }) => user_id),
    };
    const { wanted } = await source.standing(tx, scope, now);
    const current = new Map(wanted.map((one) => [keyOf(toRow(source.kind, one)), one]));
    const tell: AnyNotification[] = [];
    const postpone: ReminderRow[] = [];
    for (const row of rows) {
      const one = current.get(keyOf(row));
      if (one === undefined || one.until <= now) continue;
      if (one.dueAt > now) postpone.push({ ...row, due_at: one.dueAt });
      else tell.push(one.notification);
    }
    return { tell, postpone };
  }

  async function tellBatch(tx: Tx): Promise<{ claimed: number; told: number }> {
    const now = clock.now();
    const rows = await claimDue(tx, now, batch);
    const tell: AnyNotification[] = [];
    const postpone: ReminderRow[] = [];
    for (const source of all) {
      const own = rows.filter(({ kind }) => kind === source.kind);
      if (own.length === 0) continue;
      const decided = await decide(tx, source, own, now);
      tell.push(...decided.tell);
      postpone.push(...decided.postpone);
    }
    const waiting = new Set(postpone.map(keyOf));
    await postponeReminders(tx, postpone);
    await deleteReminders(
      tx,
      rows.filter((row) => !waiting.has(keyOf(row))),
    );
    const written = await notifications.notifyAll(tx, tell);
    return { claimed: rows.length, told: written.filter((id) => id !== null).length };
  }

  return {
    jobMarked: (tx, userId, jobId) => renew(tx, deadlineReminders, { ids: [jobId], userIds: [userId] }),

    async jobsChanged(tx, jobIds) {
      for (let start = 0; start < jobIds.length; start += batch) {
        await renew(tx, deadlineReminders, { ids: jobIds.slice(start, start + batch) });
      }
    },

    async applicationChanged(tx, { id, user_id, job_id }) {
      await renew(tx, followUps, { ids: [id] });
      await renew(tx, interviewReminders, { ids: [id] });
      await renew(tx, deadlineReminders, { ids: [job_id], userIds: [user_id] });
    },

    async profileChanged(tx, userId) {
      await renew(tx, profileReminders, { ids: [userId] });
      const [profile] = await selectProfileFacts(tx, [userId]);
      if (profile === undefined || missingParts(profile).length > 0) return;
      await notifications.notifyAll(tx, [
        {
          kind: 'achievement',
          userId,
          dedupeKey: 'achievement:profile_complete',
          payload: { achievement: 'profile_complete' },
        },
      ]);
    },

    async tellDue() {
      let total = 0;
      for (let round = 0; round < maximumBatches; round += 1) {
        const { claimed, told } = await database.transaction(tellBatch);
        total += told;
        if (claimed < batch) break;
      }
      return total;
    },

    async sweep() {
      for (const source of all) {
        let after: string | null = null;
        for (let page = 0; page < maximumPages; page += 1) {
          const { scope, next } = await source.nearby(database.query, clock.now(), after, batch);
          await database.transaction((tx) => renew(tx, source, scope));
          if (next === null) break;
          after = next;
        }
      }
    },

    truth: {
      job_deadline_reminder: truthOf(deadlineReminders, clock),
      interview_reminder: truthOf(interviewReminders, clock),
      follow_up: truthOf(followUps, clock),
      profile_reminder: truthOf(profileReminders, clock),
    },
  };
}

/** A source of any kind, by what does not depend on its payload. */
type AnySource = Pick<ReminderSource, 'kind' | 'standing' | 'nearby' | 'catchesUp'>;

function truthOf<K extends ReminderKind>(source: ReminderSource<K>, clock: Clock): TruthCheck<K> {
  return async (tx, questions) => {
    const now = clock.now();
    const places = questions.map(({ userId, payload }) => source.scopeOf(userId, payload));
    const scope = { ids: places.map(({ id }) => id), userIds: places.map(({ userId }) => userId) };
    const { wanted } = await source.standing(tx, scope, now);
    const current = wanted.filter(({ until }) => until > now);
    const isTrue = new Set(current.map(({ userId, identity }) => `${userId} ${identity}`));
    const untrue = questions.filter(
      ({ userId, payload }) => !isTrue.has(`${userId} ${source.identity(payload)}`),
    );
    return new Map(untrue.map(({ notificationId }) => [notificationId, 'no_longer_true']));
  };
}

function toRow(kind: ReminderKind, { userId, subject, step, dueAt }: Wanted): ReminderRow {
  return { user_id: userId, kind, subject, step, due_at: dueAt };
}

function keyOf({ user_id, kind, subject, step }: ReminderRow): string {
  return `${user_id} ${kind} ${subject} ${step}`;
}
