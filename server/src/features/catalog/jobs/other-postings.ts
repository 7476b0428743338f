import type { OtherPosting } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { selectOtherPostings } from './vacancies.store.ts';

/** So many are shown beside a job of a list, and with a job by itself. */
const mostInLists = 5;
export const mostWithJob = 20;

/** The other open postings of the vacancies of these jobs, by the ids of the jobs; jobs without any are left out. */
export async function findOtherPostings(
  tx: Tx,
  jobIds: readonly string[],
  most = mostInLists,
): Promise<ReadonlyMap<string, readonly OtherPosting[]>> {
  const rows = await selectOtherPostings(tx, jobIds, most);
  const byJob = Map.groupBy(rows, (row) => row.of);
  return new Map(
    [...byJob].map(([id, others]) => [
      id,
      others.map(({ of: _, places, published_at, ...other }) => ({
        ...other,
        places: [...places],
        published_at: published_at.toISOString(),
      })),
    ]),
  );
}
