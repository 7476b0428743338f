import { idSchema } from '@rolecall/contract';
import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import { findJobBriefs } from '../../catalog/jobs/index.ts';
import type { AnyNotification, Notifications } from '../../messaging/notifications/index.ts';
import { listApplicants } from './batches.store.ts';

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

const batch = 500;

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

  async function tell(jobId: string, state: 'hidden' | 'restored', at: string): Promise<void> {
    let after: string | null = null;
    for (;;) {
      const applicants: readonly { readonly id: string; readonly user_id: string }[] = await listApplicants(
        database.query,
        jobId,
        after,
        batch,
      );
      const job = (await findJobBriefs(database.query, [jobId])).get(jobId);
      // An operator has decided otherwise meanwhile.
      if (job === undefined || (job.review === 'hidden') !== (state === 'hidden')) return;
      const news = applicants.map(
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
      );
      if (news.length > 0) await database.transaction((tx) => notifications.notifyAll(tx, news));
      after = applicants.at(-1)?.id ?? null;
      if (applicants.length < batch) return;
    }
  }
}
