import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Profile } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { isFaultOfRow, type SetAside } from '../../../platform/set-aside/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import {
  listUnmatchedJobs,
  lockUnmatchedJobs,
  type MatchableJob,
  markMatched,
  type UnmatchedJob,
} from '../jobs/index.ts';
import { findLastRunIds } from '../sources/index.ts';
import type { Vacancies } from '../vacancies/index.ts';
import { alertOf, toAlert } from './alerts.ts';
import type { BroughtMatch, LeftOutReason, StoredMatch } from './found.ts';
import { createJobIndexBuilder, type JobIndex, type JobMatch } from './job-index.ts';
import { insertMatches, withoutKnown } from './matching.store.ts';
import { parseJob, type Seeker } from './parsed.ts';
import { noteRinging } from './windows.store.ts';
import { joinOpenWindows } from './windows.ts';

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

/** Something that the saved search of somebody has found. */
export interface SearchFinding {
  readonly alert_id: string;
  readonly cluster_id: string;
  readonly job_id: string;
}

/** People's saved searches, which new jobs are held against beside their profiles. */
export interface SavedSearches {
  /** What they find among these jobs; nothing is written. */
  find(jobs: readonly UnmatchedJob[]): Promise<readonly SearchFinding[]>;
  /**
   * Keeps findings to be told, once for a person and vacancy: what is a match of the person is told as that, and what was told
   * before not again. @returns how many are new
   */
  write(tx: Tx, findings: readonly SearchFinding[], runOf: (jobId: string) => string | null): Promise<number>;
  /** Those of the pairs, as `<user> <vacancy>`, that they have told or will tell. */
  toldOf(
    tx: Tx,
    pairs: readonly { readonly user_id: string; readonly cluster_id: string }[],
  ): Promise<ReadonlySet<string>>;
  /** What they have done with a vacancy for a person; null: they have not found it. */
  findingOf(tx: Tx, userId: string, clusterId: string): Promise<SearchAnswer | null>;
}

/** What became of something that a saved search has found. */
export interface SearchAnswer {
  /** Of the saved search. */
  readonly name: string;
  readonly state: 'told' | 'waiting' | 'paused' | 'applied' | LeftOutReason;
  /** The key of the notification that told it. */
  readonly toldUnder: string | null;
}

export interface NewJobsDependencies {
  readonly savedSearches: SavedSearches;
  readonly database: Database;
  readonly clock: Clock;
  readonly seekers: Pick<Seekers, 'listSeekers'>;
  readonly notifications: Pick<Notifications, 'notifyEach'>;
  readonly setAside: SetAside;
  /** Decides which postings are one vacancy, before anybody is told of them. */
  readonly vacancies: Pick<Vacancies, 'decideWaiting'>;
  /** Has windows closed at a moment; called in the transaction that opens them. */
  readonly scheduleClosing: (tx: Tx, at: Date) => Promise<void>;
}

/** What a run of the matching has done. */
export interface MatchingRun {
  readonly jobs: number;
  /** New ones; each waits in the window of its person or was told at once. */
  readonly matches: number;
  /** Whether there is work left that this run could do. */
  readonly more: boolean;
}

/** Jobs that are matched in one pass over the people. */
const batchOfJobs = 500;
const pageOfSeekers = 1_000;
/** Bounds the locks, the memory and the time of one transaction. */
const matchesPerTransaction = 1_000;
const findingsPerTransaction = 2_000;
/** After so many passes somebody else may have a turn. */
const maximumPasses = 50;
/** How much is computed without a break, so that sockets and requests are not kept waiting. */
const jobsAtOnce = 10;
const seekersAtOnce = 50;

/**
 * Has the vacancies of new jobs decided, and matches all jobs that wait for it, a batch after the other.
 *
 * A batch is one pass over the people. Its matches are written in transactions of some thousand, each with the windows
 * that they wait in and what of them is told at once; the last one also marks the jobs as matched. So if the
 * process dies, every match that is stored will be told, and the jobs still wait: the next run finds the
 * matches that are stored, adds none of them again, and goes on behind them. Two runs at once, on two nodes, do the
 * same work twice and still add every match once.
 *
 * A job that cannot be read, a person who cannot be compared and a match that cannot be told are set aside: each is
 * reported, and the others go on without it.
 */
export async function matchNewJobs(dependencies: NewJobsDependencies): Promise<MatchingRun> {
  const total = { jobs: 0, matches: 0 };
  const { more } = await dependencies.vacancies.decideWaiting();
  for (let pass = 0; pass < maximumPasses; pass += 1) {
    const jobs = await listUnmatchedJobs(dependencies.database.query, batchOfJobs);
    if (jobs.length === 0) return { ...total, more };
    const done = await matchBatch(dependencies, jobs);
    total.jobs += done.jobs;
    total.matches += done.matches;
    // Somebody holds every one of them. They come again with the next event or sweep.
    if (done.jobs === 0) return { ...total, more };
  }
  return { ...total, more: true };
}

async function matchBatch(
  { database, clock, seekers, notifications, setAside, scheduleClosing, savedSearches }: NewJobsDependencies,
  jobs: readonly UnmatchedJob[],
): Promise<{ jobs: number; matches: number }> {
  const index = await indexJobs(jobs, (id, error) => setAside('matching', { job_id: id }, error));
  const jobsById = new Map(jobs.map((job) => [job.id, job]));
  const sourceIds = [...new Set(jobs.flatMap(({ source_id }) => source_id ?? []))];
  const runs = await findLastRunIds(database.query, sourceIds);
  /** Jobs that somebody held or closed meanwhile: some of their matches may be missing. */
  const missed = new Set<string>();
  const done = { jobs: 0, matches: 0 };
  let found: BroughtMatch[] = [];

  async function write(tx: Tx, ids: readonly string[], matches: readonly BroughtMatch[]) {
    const now = clock.now();
    const held = await lockUnmatchedJobs(
      tx,
      ids.flatMap((id) => jobsById.get(id) ?? []),
    );
    for (const id of ids) if (!held.has(id)) missed.add(id);
    const fresh = await withoutKnown(
      tx,
      matches.filter(({ job_id }) => held.has(job_id)),
    );
    const heard = await savedSearches.toldOf(tx, fresh);
    const isHeard = ({ user_id, cluster_id }: BroughtMatch) => heard.has(`${user_id} ${cluster_id}`);
    const untold = fresh.filter((match) => !isHeard(match));
    const { matches: collected, closesAt } = await joinOpenWindows(tx, untold, now);
    if (closesAt !== null) await scheduleClosing(tx, closesAt);
    await insertMatches(
      tx,
      fresh
        .filter(isHeard)
        .map((match) => ({ ...match, window_id: null, alert: null, left_out: 'told_before' as const })),
      now,
    );
    const added = await insertMatches(tx, collected, now);
    const ringing = added.filter(({ left_out }) => left_out === 'told_at_once');
    await noteRinging(
      tx,
      ringing.map(({ window_id, run }) => ({ window_id, run: run ?? window_id })),
    );
    await notifications.notifyEach(
      tx,
      ringing.flatMap((match) => {
        const job = jobsById.get(match.job_id);
        return job === undefined ? [] : [toAlert(match, job)];
      }),
    );
    return { held, added: added.length };
  }

  async function writeMatches(matches: readonly BroughtMatch[]): Promise<void> {
    const ids = [...new Set(matches.map(({ job_id }) => job_id))];
    done.matches += (await database.transaction((tx) => write(tx, ids, matches))).added;
  }

  /** The last ones, with the mark of the jobs. */
  async function finish(matches: readonly BroughtMatch[]): Promise<void> {
    const { added, complete } = await database.transaction(async (tx) => {
      const written = await write(tx, [...jobsById.keys()], matches);
      const unmissed = [...written.held].filter((id) => !missed.has(id));
      await markMatched(tx, unmissed, clock.now());
      return { added: written.added, complete: unmissed.length };
    });
    done.matches += added;
    done.jobs = complete;
  }

  /** @returns false when one of the matches has spoilt it; the others are written by then, each by itself */
  async function together(work: typeof finish, matches: readonly BroughtMatch[]): Promise<boolean> {
    try {
      await work(matches);
      return true;
    } catch (error) {
      if (!isFaultOfRow(error) || matches.length === 0) throw error;
    }
    for (const match of matches) {
      try {
        await writeMatches([match]);
      } catch (error) {
        if (!isFaultOfRow(error)) throw error;
        setAside('matching', { job_id: match.job_id, user_id: match.user_id }, error);
      }
    }
    return false;
  }

  const runOf = (jobId: string): string | null => runs.get(jobsById.get(jobId)?.source_id ?? '') ?? null;

  /** Behind the matches, so that what fits the profile too is told as a match. */
  async function writeFindings(findings: readonly SearchFinding[]): Promise<void> {
    for (let from = 0; from < findings.length; from += findingsPerTransaction) {
      const page = findings.slice(from, from + findingsPerTransaction);
      await database.transaction(async (tx) => {
        const ids = [...new Set(page.map(({ job_id }) => job_id))];
        const held = await lockUnmatchedJobs(
          tx,
          ids.flatMap((id) => jobsById.get(id) ?? []),
        );
        for (const id of ids) if (!held.has(id)) missed.add(id);
        await savedSearches.write(
          tx,
          page.filter(({ job_id }) => held.has(job_id)),
          runOf,
        );
      });
    }
  }

  function matchesOf(seeker: Seeker): BroughtMatch[] {
    try {
      return bestPerVacancy(
        index.match(seeker, clock.now()).map((match) => ({
          ...toStored(seeker.user_id, match),
          alert: alertOf(match.match, match.job.job, seeker.pay_floor),
          run: runOf(match.job.job.id),
        })),
      );
    } catch (error) {
      setAside('matching', { user_id: seeker.user_id }, error);
      return [];
    }
  }

  for await (const page of pagesOf(database, seekers)) {
    for (const [place, seeker] of page.entries()) {
      found.push(...matchesOf(seeker));
      if (found.length >= matchesPerTransaction) {
        await together(writeMatches, found);
        found = [];
      } else if (place % seekersAtOnce === 0) {
        await letOthersRun();
      }
    }
  }
  const findings = await savedSearches.find(jobs);
  if (findings.length > 0) {
    await together(writeMatches, found);
    found = [];
    await writeFindings(findings);
  }
  if (!(await together(finish, found))) await finish([]);
  return done;
}

/** Reads jobs into an index, with breaks, and without those that cannot be read. */
export async function indexJobs(
  jobs: readonly MatchableJob[],
  onUnreadable: (jobId: string, error: unknown) => void,
): Promise<JobIndex> {
  const builder = createJobIndexBuilder();
  for (const [place, job] of jobs.entries()) {
    if (place % jobsAtOnce === 0) await letOthersRun();
    try {
      builder.add(parseJob(job));
    } catch (error) {
      onUnreadable(job.id, error);
    }
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
