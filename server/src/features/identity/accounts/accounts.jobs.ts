import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { Accounts } from './accounts.ts';

/** Removes sessions, links and keys that can not be used any more. */
export const sweepAccountsTask = defineTask({
  name: 'identity.sweep',
  payload: z.object({}),
  expireInSeconds: 60,
});

export interface AccountJobsDependencies {
  readonly database: Database;
  readonly logger: Logger;
  readonly accounts: Pick<Accounts, 'sweepExpired'>;
}

/** Registers the workers; before the queue starts. */
export function workOnAccounts(queue: Queue, { database, logger, accounts }: AccountJobsDependencies): void {
  queue.work(sweepAccountsTask, async () => {
    const swept = await database.transaction((tx) => accounts.sweepExpired(tx));
    logger.debug(swept, 'swept what had run out of accounts');
  });
}

/** Sets the schedules; after the queue has started. Doing it again changes nothing. */
export async function scheduleAccountJobs(queue: Queue): Promise<void> {
  await queue.schedule(sweepAccountsTask, 'sweep', '*/10 * * * *', 'UTC', {});
}
