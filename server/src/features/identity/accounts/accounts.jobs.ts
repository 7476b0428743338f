import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { Accounts } from './accounts.ts';
import type { AccountTasks } from './dependencies.ts';

/** Removes sessions, links and keys that cannot be used any more. */
export const sweepAccountsTask = defineTask({
  name: 'identity.sweep',
  payload: z.object({}),
  expireInSeconds: 60,
});

/** Mails the link to set a new password, if there is an account with this address. */
export const mailPasswordResetTask = defineTask({
  name: 'identity.mail_password_reset',
  payload: z.object({ email: z.string() }),
  batchSize: 1,
  concurrency: 4,
});

/** Has the queue do it. */
export const createAccountTasks = (queue: Pick<Queue, 'enqueue'>): AccountTasks => ({
  mailPasswordReset: (tx, email) => queue.enqueue(tx, mailPasswordResetTask, { email }),
});

export interface AccountJobsDependencies {
  readonly database: Database;
  readonly logger: Logger;
  readonly accounts: Pick<Accounts, 'sweepExpired' | 'requestPasswordReset'>;
}

/** Registers the workers; before the queue starts. */
export function workOnAccounts(queue: Queue, { database, logger, accounts }: AccountJobsDependencies): void {
  queue.work(sweepAccountsTask, async () => {
    const swept = await database.transaction((tx) => accounts.sweepExpired(tx));
    logger.debug(swept, 'swept what had run out of accounts');
  });
  queue.work(mailPasswordResetTask, async (jobs) => {
    for (const { data } of jobs) {
      await database.transaction((tx) => accounts.requestPasswordReset(tx, data.email));
    }
  });
}

/** Sets the schedules; after the queue has started. Doing it again changes nothing. */
export async function scheduleAccountJobs(queue: Queue): Promise<void> {
  await queue.schedule(sweepAccountsTask, 'sweep', '*/10 * * * *', 'UTC', {});
}
