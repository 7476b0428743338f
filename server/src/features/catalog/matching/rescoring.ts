import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { SetAside } from '../../../platform/set-aside/index.ts';
import { hasUnmatchedJobs, listMatchedJobs, type PublishedJob } from '../jobs/index.ts';
import type { StoredMatch } from './found.ts';
import { replaceMatches } from './matching.store.ts';
import { bestPerVacancy, indexJobs, type Seekers, toStored } from './new-jobs.ts';
import type { Seeker } from './parsed.ts';

export interface RescoringDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly seekers: Pick<Seekers, 'read'>;
  readonly setAside: SetAside;
}

/** How far a changed profile looks back. */
const days = 30;
const maximumJobs = 2_000;
const pageOfJobs = 250;

/**
 * Matches one person anew to the open jobs of the last 30 days, the 2,000 newest at most, and notifies of nothing: a
 * changed profile is no news about jobs. Jobs that still wait for their first matching are left to it, because a match
 * that is stored here would not be told there.
 *
 * @returns `again` when there were such jobs: their matching may have read the old profile, so this has to be
 * repeated once they are done
 */
export async function rescore(
  dependencies: RescoringDependencies,
  userId: string,
): Promise<'done' | 'again'> {
  return rescoreTogether(dependencies, [userId]);
}

/** The same for some people, for whom the jobs are read once. */
export async function rescoreTogether(
  { database, clock, seekers, setAside }: RescoringDependencies,
  userIds: readonly string[],
): Promise<'done' | 'again'> {
  const findSeeker = async (userId: string): Promise<Seeker> => ({
    user_id: userId,
    ...(await seekers.read(database.query, userId)),
  });
  const again = await hasUnmatchedJobs(database.query);
  const people: { readonly seeker: Seeker; readonly found: StoredMatch[] }[] = [];
  for (const userId of userIds) people.push({ seeker: await findSeeker(userId), found: [] });
  const now = clock.now();
  const since = new Date(now.getTime() - days * 86_400_000);
  const ids: string[] = [];
  let last: PublishedJob | undefined;
  do {
    const jobs = await listMatchedJobs(database.query, since, last, pageOfJobs);
    const index = await indexJobs(jobs, (id, error) => setAside('rescoring', { job_id: id }, error));
    for (const { seeker, found } of people)
      found.push(...index.match(seeker, now).map((match) => toStored(seeker.user_id, match)));
    ids.push(...jobs.map(({ id }) => id));
    last = jobs.length < pageOfJobs ? undefined : jobs.at(-1);
  } while (last !== undefined && ids.length < maximumJobs);

  for (const { seeker, found } of people) {
    await database.transaction(async (tx) => {
      // When it has changed once more, a task for the newer profile is waiting already.
      if (!isDeepStrictEqual(await findSeeker(seeker.user_id), seeker)) return;
      await replaceMatches(tx, seeker.user_id, ids, bestPerVacancy(found), now);
    });
  }
  return again ? 'again' : 'done';
}
