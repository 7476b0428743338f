import { idSchema, isDeliveryChannel, kinds } from '@rolecall/contract';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import { findJobBriefs, holdAnyJob } from '../../catalog/jobs/index.ts';
import { checkOf, findDeliveriesOf } from '../../messaging/deliveries/index.ts';
import {
  type AnyNotification,
  findToldAbout,
  type Notifications,
} from '../../messaging/notifications/index.ts';
import { listApplicants } from './batches.store.ts';
import { batchOfApplicants, inBatches } from './batches.ts';

/** Warns those who have applied for a job that operators have hidden. */
export const warnApplicantsTask = defineTask({
  name: 'applications.warn-applicants',
  // `hidden_at` tells one hiding from the next.
  payload: z.object({ job_id: idSchema, hidden_at: z.iso.datetime() }),
  expireInSeconds: 300,
});

/** Tells the same people when it is shown again. */
export const reassureApplicantsTask = defineTask({
  name: 'applications.reassure-applicants',
  payload: z.object({ job_id: idSchema, restored_at: z.iso.datetime() }),
  expireInSeconds: 300,
});

/** Registers the workers. Run twice they tell nobody twice: each warning has its key. */
export function workOnWarnings(
  queue: Pick<Queue, 'work'>,
  {
    database,
    notifications,
  }: { readonly database: Database; readonly notifications: Pick<Notifications, 'notifyAll'> },
): void {
  queue.work(warnApplicantsTask, async (tasks) => {
    for (const { data } of tasks) await tell(data.job_id, 'hidden', data.hidden_at);
  });
  queue.work(reassureApplicantsTask, async (tasks) => {
    for (const { data } of tasks) await tell(data.job_id, 'restored', data.restored_at);
  });

  const tell = (jobId: string, state: 'hidden' | 'restored', at: string): Promise<void> =>
    inBatches(database, (tx, after) => tellBatch(tx, { jobId, state, at, after }));

  /** The last one who was told; null: that was all. */
  async function tellBatch(
    tx: Tx,
    { jobId, state, at, after }: { jobId: string; state: JobState; at: string; after: string | null },
  ): Promise<string | null> {
    // Held, so that nobody is warned of what is put back meanwhile: who puts it back waits, and tells them then.
    const job = await holdAnyJob(tx, jobId);
    // An operator has decided otherwise meanwhile.
    if (job === undefined || (job.review === 'hidden') !== (state === 'hidden')) return null;
    const applicants = await listApplicants(tx, jobId, after, batchOfApplicants);
    const told = state === 'hidden' ? applicants : await findWarned(tx, applicants);
    await notifications.notifyAll(
      tx,
      told.map(
        ({ id, user_id }): AnyNotification => ({
          kind: 'application_job_hidden',
          userId: user_id,
          dedupeKey: `application_job_hidden:${id}:${at}`,
          subject: `application:${id}`,
          payload: {
            application_id: id,
            job_id: jobId,
            job_title: job.title,
            company_name: job.company_name,
            company_id: job.company_id,
            state,
          },
        }),
      ),
    );
    return applicants.length < batchOfApplicants ? null : (applicants.at(-1)?.id ?? null);
  }
}

type JobState = 'hidden' | 'restored';

/** Those whose last news of the posting is the warning: who has heard of none is not told that it no longer stands. */
async function findWarned<Applicant extends { readonly id: string; readonly user_id: string }>(
  tx: Tx,
  applicants: readonly Applicant[],
): Promise<Applicant[]> {
  const about = applicants.map(({ id, user_id }) => ({ user_id, subject: `application:${id}` }));
  const last = await findToldAbout(tx, 'application_job_hidden', about, 1);
  const warned = new Set(last.flatMap(({ subject, payload }) => (isWarning(payload) ? [subject] : [])));
  return applicants.filter(({ id }) => warned.has(`application:${id}`));
}

const isWarning = ({ state }: { readonly state?: unknown }): boolean => state !== 'restored';

/** Decisions about one posting that are looked back at. */
const mostLookedAt = 10;

/**
 * What has no use any more: a warning of what is shown again, news that it is shown of what is hidden again, and that news for
 * whoever has not got to know of the warning by anything but a line in the inbox that nobody has looked at.
 */
export const warningCheck = checkOf(
  'application_job_hidden',
  kinds.application_job_hidden.payload,
  async (tx, questions) => {
    const jobs = await findJobBriefs(tx, [...new Set(questions.map(({ payload }) => payload.job_id))]);
    const isStale = ({ payload }: (typeof questions)[number]) =>
      (jobs.get(payload.job_id)?.review === 'hidden') !== isWarning(payload);
    const [stale, current] = [questions.filter(isStale), questions.filter((question) => !isStale(question))];
    const news = current.filter(({ payload }) => !isWarning(payload));
    const known = await findKnownWarnings(tx, news);
    const unknown = news.filter(({ subject }) => !known.has(subject ?? ''));
    return new Map(
      [...stale, ...unknown].map(({ notificationId }) => [notificationId, 'superseded'] as const),
    );
  },
);

/** Of these subjects, those whose warning was sent, is being sent, or was seen in the inbox. */
async function findKnownWarnings(
  tx: Tx,
  questions: readonly { readonly userId: string; readonly subject: string | null }[],
): Promise<ReadonlySet<string>> {
  const about = questions.map(({ userId, subject }) => ({ user_id: userId, subject: subject ?? '' }));
  const warnings = (await findToldAbout(tx, 'application_job_hidden', about, mostLookedAt)).filter(
    ({ payload }) => isWarning(payload),
  );
  const deliveries = await findDeliveriesOf(
    tx,
    warnings.map(({ id }) => id),
  );
  const sent = new Set(
    deliveries.flatMap(({ notification_id, channel, status }) =>
      isDeliveryChannel(channel) && (status === 'sent' || status === 'sending') ? [notification_id] : [],
    ),
  );
  const known = warnings.filter(
    ({ id, seen_at, read_at }) => sent.has(id) || seen_at !== null || read_at !== null,
  );
  return new Set(known.map(({ subject }) => subject));
}
