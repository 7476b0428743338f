import { z } from 'zod';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import { forgetVisitors } from './reports.store.ts';

/** Forgets the networks of visitors who have reported jobs. */
export const forgetVisitorsTask = defineTask({
  name: 'moderation.forget-visitors',
  payload: z.object({}),
  retryLimit: 0,
  expireInSeconds: 60,
});

/** As long as a visitor's second report of a job is known as that. */
const keptMilliseconds = 30 * 86_400_000;

export function workOnModeration(
  queue: Queue,
  { database, clock }: { readonly database: Database; readonly clock: Clock },
): void {
  queue.work(forgetVisitorsTask, async () => {
    await forgetVisitors(database.query, new Date(clock.now().getTime() - keptMilliseconds));
  });
}

export async function scheduleModeration(queue: Queue): Promise<void> {
  await queue.schedule(forgetVisitorsTask, 'sweep', '17 3 * * *', 'UTC', {});
}
