import type { Database } from '../../../platform/db/index.ts';
import { traceKnown } from './domain-traces.ts';
import { changeSkeleton, lockUnreadNames, saveLikenesses } from './likeness.store.ts';
import { likenessesIn, likenessOf, likenessOfDomain } from './likeness.ts';
import { skeletonOf } from './skeleton.ts';

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
        unread.map(({ id, name, origin, verified_domain: domain }) => ({
          id,
          likeness: likenessOf(name),
          likenesses: origin === 'recruiter' ? likenessesIn(name) : null,
          domain_likeness: domain === null ? null : likenessOfDomain(domain),
        })),
      );
      for (const { id, name, skeleton } of unread) {
        const read = skeletonOf(name);
        if (skeleton !== null && skeleton !== read) await changeSkeleton(tx, id, read);
      }
      await traceKnown(
        tx,
        unread.map(({ id }) => id),
      );
      return unread.length;
    });
    count += read;
    if (read < batch) return count;
  }
}
