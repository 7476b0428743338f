import type { Database } from '../../../platform/db/index.ts';
import { lockUnreadNames, saveLikenesses } from './likeness.store.ts';
import { likenessOf, likenessOfDomain } from './likeness.ts';

/** Names that are read in one transaction: a few tenths of a second. */
const batch = 2_000;

/** Reads the names of companies that a version before has stored, batch by batch. Answers how many. */
export async function readUnreadNames(database: Database): Promise<number> {
  let count = 0;
  for (;;) {
    const read = await database.transaction(async (tx) => {
      const unread = await lockUnreadNames(tx, batch);
      await saveLikenesses(
        tx,
        unread.map(({ id, name, verified_domain: domain }) => ({
          id,
          likeness: likenessOf(name),
          domain_likeness: domain === null ? null : likenessOfDomain(domain),
        })),
      );
      return unread.length;
    });
    count += read;
    if (read < batch) return count;
  }
}
