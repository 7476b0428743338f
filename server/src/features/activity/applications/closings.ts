import { type ApplicationStatus, allowedTransitions, idSchema, kinds } from '@rolecall/contract';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import { findJobBriefs, holdAnyJob } from '../../catalog/jobs/index.ts';
import { checkOf } from '../../messaging/deliveries/index.ts';
import type { AnyNotification, Notifications } from '../../messaging/notifications/index.ts';
import type { IrrelevanceReason } from '../../messaging/routing/index.ts';
import { findStatuses, listWaitingApplicants } from './batches.store.ts';
import { batchOfApplicants, inBatches } from './batches.ts';
import { subjectOf } from './notices.ts';

/** Tells those who wait for an answer that the job takes no applications any more. */
export const tellOfClosingTask = defineTask({
  name: 'applications.tell-of-closing',
  // `closed_at` tells one closing from the next.
  payload: z.object({ job_id: idSchema, closed_at: z.iso.datetime() }),
  expireInSeconds: 300,
});

/** Registers the worker. Run twice it tells nobody twice: each has a key. */
export function workOnClosings(
  queue: Pick<Queue, 'work'>,
  {
    database,
    notifications,
  }: { readonly database: Database; readonly notifications: Pick<Notifications, 'notifyAll'> },
): void {
  queue.work(tellOfClosingTask, async (tasks) => {
    for (const { data } of tasks) {
      await inBatches(database, (tx, after) =>
        tellBatch(tx, notifications, { jobId: data.job_id, at: data.closed_at, after }),
      );
    }
  });
}

/** @returns the last one who was told; null: that was all */
async function tellBatch(
  tx: Tx,
  notifications: Pick<Notifications, 'notifyAll'>,
  { jobId, at, after }: { readonly jobId: string; readonly at: string; readonly after: string | null },
): Promise<string | null> {
  // Held, so that nobody hears of a closing that is taken back meanwhile.
  const job = await holdAnyJob(tx, jobId);
  if (job === undefined || job.status !== 'closed') return null;
  const applicants = await listWaitingApplicants(tx, jobId, after, batchOfApplicants);
  await notifications.notifyAll(
    tx,
    applicants.map(
      ({ id, user_id: userId }): AnyNotification => ({
        kind: 'application_job_closed',
        userId,
        dedupeKey: `application_job_closed:${id}:${at}`,
        subject: subjectOf({ id }),
        payload: {
          application_id: id,
          job_id: jobId,
          job_title: job.title,
          company_name: job.company_name,
          company_id: job.company_id,
        },
      }),
    ),
  );
  return applicants.length < batchOfApplicants ? null : (applicants.at(-1)?.id ?? null);
}

/** What has no use any more: the job is open again, or the application has ended. */
export const closingCheck = checkOf(
  'application_job_closed',
  kinds.application_job_closed.payload,
  async (tx, questions) => {
    const jobs = await findJobBriefs(tx, [...new Set(questions.map(({ payload }) => payload.job_id))]);
    const statuses = await findStatuses(tx, [
      ...new Set(questions.map(({ payload }) => payload.application_id)),
    ]);
    const found = new Map<string, IrrelevanceReason>();
    for (const { notificationId, payload } of questions) {
      const status: ApplicationStatus = statuses.get(payload.application_id) ?? 'withdrawn';
      if (status === 'withdrawn') found.set(notificationId, 'application_withdrawn');
      else if (allowedTransitions(status, 'recruiter').length === 0) found.set(notificationId, 'superseded');
      else if (jobs.get(payload.job_id)?.status !== 'closed') found.set(notificationId, 'superseded');
    }
    return found;
  },
);
