import type { LinkCheck, LinkFinding } from '@rolecall/contract';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../../platform/db/index.ts';
import { ApplicationError } from '../../../../platform/errors/index.ts';
import type { Logger } from '../../../../platform/observability/index.ts';
import { type WorkerPool, workerFile } from '../../../../platform/workers/index.ts';
import {
  type AgingJob,
  findAgingJob,
  findJobBriefs,
  findRepeats,
  type JobImports,
  listAgingJobs,
  lockJobBrief,
  writeStaleness,
} from '../../jobs/index.ts';
import { adapters } from '../adapters.ts';
import type { MissedPage, Pages, VisitedPage } from '../fetching/pages.ts';
import { type Found, findingOf } from './findings.ts';
import { follow, leastBetweenMs } from './following.ts';
import {
  askForLook,
  claimLinks,
  dropLinks,
  enrolLinks,
  findLinks,
  type LinkCheckRow,
  lockLink,
  postponeLink,
  removeLink,
  writeLook,
} from './links.store.ts';
import { findSights } from './sightings.store.ts';
import { judge, type Sighting, wantsLook } from './staleness.ts';

const readTask = workerFile<typeof import('./link.worker.ts')>(
  new URL('./link.worker.ts', import.meta.url),
).task('readLinkedPage', {
  name: 'sources.link',
  deadlineMs: 5_000,
  maximumSize: 4 * 1_024 * 1_024,
  sizeOf: ({ bytes }) => bytes.length,
});

/** Answers the reports of a job that say that it does not exist any more. */
export interface DeadReports {
  answerDead(tx: Tx, jobId: string, outcome: 'gone' | 'still_open'): Promise<void>;
}

export interface LinkCheckingDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly workers: WorkerPool;
  readonly jobs: Pick<JobImports, 'closeGone'>;
  readonly pages: Pages;
  readonly logger: Logger;
}

/** What the links of jobs say of them, and which jobs are probably stale. */
export interface LinkChecking {
  /**
   * Looks through all open jobs: which are to be looked at, since their sources have not shown them lately or cannot tell, and
   * which are probably stale. Done again it changes nothing.
   */
  survey(): Promise<{ readonly jobs: number; readonly stale: number }>;
  /**
   * Looks at the links whose turn it is, a bounded number of them. What a process dies with is looked at again when its turn
   * comes back, a quarter of an hour later.
   */
  look(reports: DeadReports): Promise<readonly LinkFinding[]>;
  /** Has the link of a job looked at soon, since somebody says that it is dead; false: it has no link that could be. */
  ask(tx: Tx, jobId: string): Promise<boolean>;
  /** For operators. @throws {ApplicationError} `not_found` */
  readLook(jobId: string): Promise<LinkCheck>;
}

/** What was found, and the answer that it was found by. */
interface Looked extends Found {
  readonly answer: VisitedPage | MissedPage;
}

/** Open jobs that are surveyed in one transaction. */
const surveyed = 500;
/** Links that are taken at once, and in one turn. */
const taken = 20;
const mostLooks = 200;
const longestTurnMs = 4 * 60_000;
/** After this a link that was taken has its turn again, whatever has become of who took it. */
const leaseMs = 15 * 60_000;
const longestVisitMs = 90_000;
/** Findings that keep a link in view although the source of the job shows it. */
const signs: ReadonlySet<LinkFinding> = new Set(['gone', 'redirected', 'says_closed', 'without_title']);
/** Names that lead nowhere (RFC 6761), which examples and tests are made of. */
const nowhere = /\.(?:example|invalid|test)$|(?:^|\.)example\.(?:com|net|org)$/;

export function createLinkChecking(dependencies: LinkCheckingDependencies): LinkChecking {
  const { database, clock, workers, jobs, pages, logger } = dependencies;

  /** When the sources of these jobs have last shown them; jobs of recruiters are left out. */
  async function findSightings(tx: Tx, some: readonly AgingJob[]): Promise<ReadonlyMap<string, Sighting>> {
    const ids = new Set(some.flatMap(({ source_id }) => (source_id === null ? [] : [source_id])));
    const sights = new Map((await findSights(tx, [...ids])).map((sight) => [sight.id, sight]));
    return new Map(
      some.flatMap((job): [string, Sighting][] => {
        const sight = job.source_id === null ? undefined : sights.get(job.source_id);
        if (sight === undefined) return [];
        const seesAll = adapters[sight.kind].coverage === 'snapshot';
        const seenAt =
          seesAll && sight.read_at !== null && sight.read_at > job.updated_at
            ? sight.read_at
            : job.updated_at;
        return [[job.id, { seenAt, seesAll }]];
      }),
    );
  }

  /** Brings what is said of these jobs up to date; answers how many are stale. */
  async function settleStaleness(
    tx: Tx,
    some: readonly AgingJob[],
    sightings: ReadonlyMap<string, Sighting>,
    links: ReadonlyMap<string, LinkCheckRow>,
  ): Promise<number> {
    const now = clock.now();
    const repeats = await findRepeats(
      tx,
      some.map(({ id }) => id),
    );
    const judged = some.map((job) => {
      const link = links.get(job.id);
      const stale = judge({
        firstPostedAt: repeats.get(job.id)?.first ?? job.published_at,
        timesPosted: repeats.get(job.id)?.times ?? 1,
        publishedAt: job.published_at,
        sighting: sightings.get(job.id) ?? null,
        link:
          link === undefined
            ? null
            : { finding: link.finding, failures: link.failures, checkedAt: link.checked_at },
        now,
      });
      return { id: job.id, stale, isOther: JSON.stringify(stale) !== JSON.stringify(ordered(job.stale)) };
    });
    await writeStaleness(
      tx,
      judged.filter(({ isOther }) => isOther).map(({ id, stale }) => ({ id, stale })),
    );
    return judged.filter(({ stale }) => stale !== null).length;
  }

  async function surveyBatch(tx: Tx, batch: readonly AgingJob[]): Promise<number> {
    const now = clock.now();
    const sightings = await findSightings(tx, batch);
    const wanted = new Map<string, { id: string; url: string }>();
    for (const job of batch) {
      const [sighting, url] = [sightings.get(job.id), linkOf(job)];
      if (sighting !== undefined && url !== null && wantsLook(sighting, now))
        wanted.set(job.id, { id: job.id, url });
    }
    await enrolLinks(tx, [...wanted.values()], now);
    const links = await findLinks(
      tx,
      batch.map(({ id }) => id),
    );
    const seen = [...links.values()].filter(
      ({ job_id, finding }) => !wanted.has(job_id) && (finding === null || !signs.has(finding)),
    );
    await dropLinks(
      tx,
      seen.map(({ job_id }) => job_id),
    );
    return settleStaleness(tx, batch, sightings, links);
  }

  /** The other side asks to be left alone for so many seconds, or what was found. */
  async function visit(row: LinkCheckRow, title: string): Promise<number | Looked> {
    const answer = await pages.visit(
      row.url,
      { etag: row.etag, lastModified: row.last_modified },
      AbortSignal.timeout(longestVisitMs),
    );
    if ('missed' in answer && answer.missed === 'later') return answer.afterSeconds;
    if ('status' in answer && answer.status === 304 && row.finding !== null) {
      const { finding, final_url, detail } = row;
      return { finding, status: 304, finalUrl: final_url, detail, answer };
    }
    const page = await readPage(answer, title);
    return { ...findingOf(row.url, answer, page, clock.now()), answer };
  }

  async function readPage(answer: VisitedPage | MissedPage, title: string) {
    if ('missed' in answer || answer.status !== 200) return null;
    const { bytes, contentType, finalUrl } = answer;
    const read = await workers.run(
      readTask,
      { bytes, contentType, title, address: finalUrl },
      { lane: 'background' },
    );
    return read.status === 'done' ? read.output : null;
  }

  /** Writes what was found, and what follows from it, in one transaction. */
  async function settle(row: LinkCheckRow, found: Looked, reports: DeadReports) {
    await database.transaction(async (tx) => {
      const job = await lockJobBrief(tx, row.job_id);
      const known = await lockLink(tx, row.job_id);
      if (job === undefined || known === undefined || known.url !== row.url) return;
      if (job.status === 'closed') {
        await leave(tx, known, reports);
        return;
      }
      const now = clock.now();
      const next = follow(
        { finding: known.finding, since: known.found_since, failures: known.failures },
        found.finding,
        now,
      );
      if (next.closes) await jobs.closeGone(tx, [row.job_id]);
      const answer = !known.is_asked
        ? null
        : next.closes
          ? 'gone'
          : found.finding === 'open'
            ? 'still_open'
            : null;
      if (answer !== null) await reports.answerDead(tx, row.job_id, answer);
      const visited = 'status' in found.answer ? found.answer : null;
      const isPage = visited?.status === 200 || visited?.status === 304;
      await writeLook(tx, row.job_id, {
        finding: found.finding,
        status: found.status,
        final_url: found.finalUrl?.slice(0, 2_000) ?? null,
        detail: found.detail,
        found_since: next.since,
        checked_at: now,
        due_at: next.dueAt,
        failures: next.failures,
        etag: isPage ? (visited.etag ?? known.etag) : null,
        last_modified: isPage ? (visited.lastModified ?? known.last_modified) : null,
        // What neither closes it nor shows it open waits for an operator; one that was gone waits for the second look.
        is_asked: known.is_asked && found.finding === 'gone' && !next.closes,
      });
      const aging = await findAgingJob(tx, row.job_id);
      if (aging === undefined) return;
      await settleStaleness(tx, [aging], await findSightings(tx, [aging]), await findLinks(tx, [row.job_id]));
    });
  }

  /** A job that is closed by now needs no look, and answers who has asked. */
  async function leave(tx: Tx, row: LinkCheckRow, reports: DeadReports): Promise<void> {
    if (row.is_asked) await reports.answerDead(tx, row.job_id, 'gone');
    await removeLink(tx, row.job_id);
  }

  async function lookAt(
    row: LinkCheckRow,
    title: string | undefined,
    reports: DeadReports,
  ): Promise<LinkFinding | null> {
    if (title === undefined) {
      await database.transaction(async (tx) => {
        const job = await lockJobBrief(tx, row.job_id);
        const known = await lockLink(tx, row.job_id);
        if (job?.status === 'closed' && known !== undefined) await leave(tx, known, reports);
      });
      return null;
    }
    const found = await visit(row, title);
    if (typeof found === 'number') {
      await postponeLink(database.query, row.job_id, new Date(clock.now().getTime() + found * 1_000));
      return null;
    }
    await settle(row, found, reports);
    return found.finding;
  }

  return {
    async survey() {
      const counts = { jobs: 0, stale: 0 };
      for (let after: string | null = null; ; ) {
        const batch: AgingJob[] = await listAgingJobs(database.query, after, surveyed);
        const last = batch.at(-1);
        if (last === undefined) return counts;
        counts.stale += await database.transaction((tx) => surveyBatch(tx, batch));
        counts.jobs += batch.length;
        after = last.id;
      }
    },

    async look(reports) {
      const findings: LinkFinding[] = [];
      const startedAt = performance.now();
      for (let looks = 0; looks < mostLooks && performance.now() - startedAt < longestTurnMs; ) {
        const now = clock.now();
        const until = new Date(now.getTime() + leaseMs);
        const rows = await database.transaction((tx) => claimLinks(tx, { now, until, limit: taken }));
        if (rows.length === 0) break;
        looks += rows.length;
        const briefs = await findJobBriefs(
          database.query,
          rows.map(({ job_id }) => job_id),
        );
        const found = await Promise.all(
          rows.map((row) => {
            const job = briefs.get(row.job_id);
            // It has its turn again when its lease ends; the others of its batch are none the worse.
            return lookAt(row, job?.status === 'open' ? job.title : undefined, reports).catch(
              (error: unknown) => {
                logger.error({ err: error, job_id: row.job_id }, 'could not look at the link of a job');
                return null;
              },
            );
          }),
        );
        findings.push(...found.filter((finding) => finding !== null));
      }
      return findings;
    },

    async ask(tx, jobId) {
      const job = await findAgingJob(tx, jobId);
      const url = job === undefined ? null : linkOf(job);
      if (job?.source_id == null || url === null) return false;
      await askForLook(tx, { id: jobId, url }, { now: clock.now(), leastBetweenMs });
      return true;
    },

    async readLook(jobId) {
      const tx = database.query;
      const job = (await findJobBriefs(tx, [jobId])).get(jobId);
      if (job === undefined) throw new ApplicationError('not_found');
      const row = (await findLinks(tx, [jobId])).get(jobId);
      return {
        url: row?.url ?? job.apply_url,
        finding: row?.finding ?? null,
        status: row?.status ?? null,
        final_url: row?.final_url ?? null,
        detail: row?.detail ?? '',
        found_since: row?.found_since?.toISOString() ?? null,
        checked_at: row?.checked_at?.toISOString() ?? null,
        next_at: job.status === 'open' ? (row?.due_at.toISOString() ?? null) : null,
        is_reported: row?.is_asked ?? false,
      };
    },
  };
}

/** The link of a job at which somebody could look. */
function linkOf({ apply_url }: Pick<AgingJob, 'apply_url'>): string | null {
  const url = apply_url === null ? null : URL.parse(apply_url);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return nowhere.test(url.hostname) ? null : url.href;
}

/** As it is written, since the database orders the keys of an object by itself. */
function ordered(stale: AgingJob['stale']): AgingJob['stale'] {
  if (stale === null) return null;
  const { reasons, first_posted_at, times_posted, checked_at } = stale;
  return { reasons, first_posted_at, times_posted, checked_at };
}
