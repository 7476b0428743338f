import { idSchema } from '@rolecall/contract';
import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { DomainRechecks } from './domain-rechecks.ts';
import { readUnreadNames } from './names.ts';
import type { CompanyProofs } from './proofs.ts';

/** Mails the code that proves a domain. It names the company alone: the code is made when it is sent. */
export const sendProofCodeTask = defineTask({
  name: 'companies.send-proof-code',
  payload: z.object({ company_id: idSchema }),
  expireInSeconds: 120,
});

/** Looks again for the records by which domains were proven. */
export const recheckDomainsTask = defineTask({
  name: 'companies.recheck-domains',
  payload: z.object({}),
  // The next run of the schedule is the retry.
  retryLimit: 0,
  expireInSeconds: 1_800,
});

/** Reads the names that a version before has stored, so that others can be held against them. */
export const readNamesTask = defineTask({
  name: 'companies.read-names',
  payload: z.object({}),
  // The next run of the schedule is the retry.
  retryLimit: 0,
  expireInSeconds: 600,
});

/** Sends a code to who may have no account here. `later`: the mail server could not take it now. */
export type ProofMailer = (mail: {
  readonly address: string;
  readonly code: string;
}) => Promise<'sent' | 'later' | 'never'>;

/** Registers the worker; before the queue starts. @param mailer null: there is no mail server */
export function workOnProofs(
  queue: Queue,
  dependencies: {
    readonly database: Database;
    readonly companyProofs: Pick<CompanyProofs, 'issueCode'>;
    readonly mailer: ProofMailer | null;
    readonly domainRechecks: DomainRechecks;
  },
): void {
  const { database, companyProofs, mailer, domainRechecks } = dependencies;
  queue.work(recheckDomainsTask, async () => {
    await domainRechecks.run();
  });
  queue.work(readNamesTask, async () => {
    await readUnreadNames(database);
  });
  queue.work(sendProofCodeTask, async (tasks) => {
    for (const companyId of new Set(tasks.map(({ data }) => data.company_id))) {
      if (mailer === null) continue;
      // The code counts before it is mailed. Whoever dies in between leaves the task, and its next run makes another one.
      const mail = await database.transaction((tx) => companyProofs.issueCode(tx, companyId));
      if (mail === null) continue;
      if ((await mailer(mail)) === 'later') throw new Error('the code of a company could not be mailed now');
    }
  });
}

/** Sets the schedules; after the queue has started. Doing it again changes nothing. */
export async function scheduleCompanies(queue: Queue, database: Database): Promise<void> {
  await queue.schedule(recheckDomainsTask, 'hourly', '23 * * * *', 'UTC', {});
  // A process of the version before may still add names while others run this one.
  await queue.schedule(readNamesTask, 'five-minutes', '*/5 * * * *', 'UTC', {});
  await database.transaction((tx) => queue.enqueue(tx, readNamesTask, {}, { singletonKey: 'start' }));
}
