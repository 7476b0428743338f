import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Profile } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import { alertOf, type TellingMatch, toAlert } from './alerts.ts';
import { createJobIndexBuilder, type JobIndex, type JobMatch } from './job-index.ts';
import {
  insertMatches,
  lockUnmatchedJobs,
  markMatched,
  type StoredMatch,
  selectUnmatchedJobs,
} from './matching.store.ts';
import { type MatchableJob, readJob, type Seeker } from './readings.ts';

/** Where matching learns about people; identity provides it. */
export interface Seekers {
  /** Job seekers in the order of their ids. A page shorter than its limit is the last one. */
  listSeekers(
    tx: Tx,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<readonly Seeker[]>;
  /** @throws {ApplicationError} `not_found` */
  read(tx: Tx, userId: string): Promise<Profile>;
}

export interface NewJobsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly seekers: Pick<Seekers, 'listSeekers'>;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
}

/** What a run of the matching has done. */
export interface MatchingRun {
  readonly jobs: number;
  /** New ones; each has its notification. */
  readonly matches: number;
  /** Whether there is work left that this run could do. */
  readonly more: boolean;
}

/** Jobs that are matched in one pass over the people. */
const batchOfJobs = 500;
const pageOfSeekers = 1_000;
/** Bounds the locks, the memory and the time of one transaction. */
const matchesPerTransaction = 1_000;
/** After so many passes somebody else may have a turn. */
const maximumPasses = 50;
/** How much is computed without a break, so that sockets and requests are not kept waiting. */
const jobsAtOnce = 10;
const seekersAtOnce = 50;

/**
 * Matches all jobs that wait for it, a batch after the other.
 *
 * A batch is one pass over the people. Its matches are written in transactions of some thousand, each with the
 * notifications of exactly the matches that it has added; the last one also marks the jobs as matched. So if the
 * process dies, every match that is stored has its notification, and the jobs still wait: the next run finds the
 * matches that are stored, adds none of them again, and goes on behind them. Two runs at once, on two nodes, do the
 * same work twice and still add every match once.
 */
export async function matchNewJobs(dependencies: NewJobsDependencies): Promise<MatchingRun> {
  const total = { jobs: 0, matches: 0 };
  for (let pass = 0; pass < maximumPasses; pass += 1) {
    const jobs = await selectUnmatchedJobs(dependencies.database.query, batchOfJobs);
    if (jobs.length === 0) return { ...total, more: false };
    const done = await matchBatch(dependencies, jobs);
    total.jobs += done.jobs;
    total.matches += done.matches;
    // Somebody holds every one of them. They come again with the next event or sweep.
    if (done.jobs === 0) return { ...total, more: false };
  }
  return { ...total, more: true };
}

async function matchBatch(
  { database, clock, seekers, notifications }: NewJobsDependencies,
  jobs: readonly MatchableJob[],
): Promise<{ jobs: number; matches: number }> {
  const index = await indexJobs(jobs);
  const jobsById = new Map(jobs.map((job) => [job.id, job]));
  /** Jobs that somebody held or closed meanwhile: some of their matches may be missing. */
  const missed = new Set<string>();
  const done = { jobs: 0, matches: 0 };
  let found: TellingMatch[] = [];

  async function write(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const held = await lockUnmatchedJobs(tx, ids);
    for (const id of ids) if (!held.has(id)) missed.add(id);
    const added = await insertMatches(
      tx,
      found.filter(({ job_id }) => held.has(job_id)),
      clock.now(),
    );
    await notifications.notifyAll(
      tx,
      added.flatMap((match) => {
        const job = jobsById.get(match.job_id);
        return job === undefined ? [] : [toAlert(match, job)];
      }),
    );
    done.matches += added.length;
    return [...held];
  }

  for await (const page of pagesOf(database, seekers)) {
    for (const [place, seeker] of page.entries()) {
      const fitting = index.match(seeker, clock.now()).map((match) => ({
        ...toStored(seeker.user_id, match),
        alert: alertOf(match.match, match.job.job, seeker.pay_floor),
      }));
      found.push(...bestPerVacancy(fitting));
      if (found.length >= matchesPerTransaction) {
        await database.transaction((tx) => write(tx, [...new Set(found.map(({ job_id }) => job_id))]));
        found = [];
      } else if (place % seekersAtOnce === 0) {
        await letOthersRun();
      }
    }
  }
  await database.transaction(async (tx) => {
    const held = await write(tx, [...jobsById.keys()]);
    const complete = held.filter((id) => !missed.has(id));
    await markMatched(tx, complete, clock.now());
    done.jobs = complete.length;
  });
  return done;
}

/** Reads jobs into an index, with breaks. */
export async function indexJobs(jobs: readonly MatchableJob[]): Promise<JobIndex> {
  const builder = createJobIndexBuilder();
  for (const [place, job] of jobs.entries()) {
    if (place % jobsAtOnce === 0) await letOthersRun();
    builder.add(readJob(job));
  }
  return builder.build();
}

async function* pagesOf(
  database: Database,
  seekers: NewJobsDependencies['seekers'],
): AsyncGenerator<readonly Seeker[]> {
  let after: string | undefined;
  for (;;) {
    const page = await seekers.listSeekers(database.query, { after, limit: pageOfSeekers });
    yield page;
    if (page.length < pageOfSeekers) return;
    after = page.at(-1)?.user_id;
  }
}

/** A match as it is stored, which lets go of the job's text. */
export function toStored(userId: string, { job, match }: JobMatch): StoredMatch {
  return { user_id: userId, cluster_id: job.job.cluster_id, job_id: job.job.id, ...match };
}

/** Of a person's matches with postings of one vacancy the best, the first of them when two fit alike. */
export function bestPerVacancy<Found extends StoredMatch>(matches: readonly Found[]): Found[] {
  const best = new Map<string, Found>();
  for (const match of matches) {
    const other = best.get(match.cluster_id);
    if (other === undefined || match.score > other.score) best.set(match.cluster_id, match);
  }
  return [...best.values()];
}
