import type { Database, Tx } from '../../../platform/db/index.ts';

/** Applicants who are told in one transaction. */
export const batchOfApplicants = 500;

/**
 * Works through applicants batch by batch, each in a transaction of its own.
 *
 * @param work does a batch from after an application; gives its last application, or null when that was all
 */
export async function inBatches(
  database: Database,
  work: (tx: Tx, after: string | null) => Promise<string | null>,
): Promise<void> {
  let after: string | null = null;
  do {
    const begin: string | null = after;
    after = await database.transaction((tx) => work(tx, begin));
  } while (after !== null);
}
