import type { KindPayload } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import type { IrrelevanceReason } from '../../messaging/routing/index.ts';
import { deadlineReminders } from './deadlines.ts';
import { findProfileFacts } from './facts.ts';
import { createFollowUps } from './follow-ups.ts';
import { interviewReminders } from './interview-reminders.ts';
import { missingParts, profileReminders } from './profile-reminders.ts';
import type { AnySource, ReminderKind, ReminderSource } from './source.ts';
import { batchSize, notifyBatch, updateWorkList } from './work-list.ts';

export interface RemindersDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
  /** Takes what has told a person to complete the profile out of the inbox. */
  readonly archiveProfileReminders: (tx: Tx, userId: string) => Promise<void>;
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
type ReminderCheck<K extends ReminderKind> = (
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
  jobMarked(tx: Tx, mark: { readonly userId: string; readonly jobId: string }): Promise<void>;
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
  notifyDue(): Promise<number>;
  /** Makes up for what is missing in the work list. */
  sweep(): Promise<void>;
  /** For the moment before a reminder is mailed, which may be hours after it was told. */
  readonly checks: { readonly [K in ReminderKind]: ReminderCheck<K> };
}

/** After so many batches somebody else may have a turn; the next run goes on. */
const maximumBatches = 100;
/** Bounds a sweep; what lies behind is found by the ones to come, since what is told is in their way no more. */
const maximumPages = 2_000;
export function createReminders(dependencies: RemindersDependencies): Reminders {
  const { database, clock, notifications } = dependencies;
  const followUps = createFollowUps(dependencies.followUpDays);
  const all: readonly AnySource[] = [deadlineReminders, interviewReminders, followUps, profileReminders];

  return {
    jobMarked: (tx, { userId, jobId }) =>
      updateWorkList(tx, deadlineReminders, { ids: [jobId], userIds: [userId] }, clock.now()),

    async jobsChanged(tx, jobIds) {
      for (let start = 0; start < jobIds.length; start += batchSize) {
        await updateWorkList(
          tx,
          deadlineReminders,
          { ids: jobIds.slice(start, start + batchSize) },
          clock.now(),
        );
      }
    },

    async applicationChanged(tx, { id, user_id, job_id }) {
      await updateWorkList(tx, followUps, { ids: [id] }, clock.now());
      await updateWorkList(tx, interviewReminders, { ids: [id] }, clock.now());
      await updateWorkList(tx, deadlineReminders, { ids: [job_id], userIds: [user_id] }, clock.now());
    },

    async profileChanged(tx, userId) {
      await updateWorkList(tx, profileReminders, { ids: [userId] }, clock.now());
      const [profile] = await findProfileFacts(tx, [userId]);
      if (profile === undefined || missingParts(profile).length > 0) return;
      await dependencies.archiveProfileReminders(tx, userId);
      await notifications.notifyAll(tx, [
        {
          kind: 'achievement',
          userId,
          dedupeKey: 'achievement:profile_complete',
          payload: { achievement: 'profile_complete' },
          causedBy: userId,
        },
      ]);
    },

    async notifyDue() {
      let total = 0;
      for (let round = 0; round < maximumBatches; round += 1) {
        const { claimed, told } = await database.transaction((tx) =>
          notifyBatch(tx, all, notifications, clock.now()),
        );
        total += told;
        if (claimed < batchSize) break;
      }
      return total;
    },

    async sweep() {
      for (const source of all) {
        let after: string | null = null;
        for (let page = 0; page < maximumPages; page += 1) {
          const { scope, next } = await source.listUpcoming(database.query, clock.now(), after, batchSize);
          await database.transaction((tx) => updateWorkList(tx, source, scope, clock.now()));
          if (next === null) break;
          after = next;
        }
      }
    },

    checks: {
      job_deadline_reminder: checkOfSource(deadlineReminders, clock),
      interview_reminder: checkOfSource(interviewReminders, clock),
      follow_up: checkOfSource(followUps, clock),
      profile_reminder: checkOfSource(profileReminders, clock),
    },
  };
}

function checkOfSource<K extends ReminderKind>(source: ReminderSource<K>, clock: Clock): ReminderCheck<K> {
  return async (tx, questions) => {
    const now = clock.now();
    const places = questions.map(({ userId, payload }) => source.scopeOf(userId, payload));
    const scope = { ids: places.map(({ id }) => id), userIds: places.map(({ userId }) => userId) };
    const { planned } = await source.plan(tx, scope, now);
    const current = planned.filter(({ until }) => until > now);
    const isTrue = new Set(current.map(({ userId, identity }) => `${userId} ${identity}`));
    const untrue = questions.filter(
      ({ userId, payload }) => !isTrue.has(`${userId} ${source.identity(payload)}`),
    );
    return new Map(untrue.map(({ notificationId }) => [notificationId, 'no_longer_true']));
  };
}
