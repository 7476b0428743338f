import type { Source, SourceRun } from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { createTransactionEvent } from '../../../platform/events/index.ts';
import type { HttpClient } from '../../../platform/http-client/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import type { Delay } from '../../../platform/resilience/index.ts';
import { countOpenJobsOfSources } from '../jobs/index.ts';
import { isSetAside, reasonToWait, setAsideAfter } from './backoff.ts';
import { createSourceEditing, getSource, type SourceEditing } from './editing.ts';
import { type Access, withAccess } from './fetching/access.ts';
import { createDocuments } from './fetching/documents.ts';
import { createPages } from './fetching/pages.ts';
import { createPoliteClient } from './fetching/polite-client.ts';
import { createRobots } from './fetching/robots.ts';
import { createIngestion, type Ingestion } from './ingestion.ts';
import { createLinkChecking, type LinkChecking } from './links/checking.ts';
import { findLastRuns, findRun, type RunRow, selectRuns } from './runs.store.ts';
import { createRuns, type RunEnded, type Runs, type RunsDependencies, startLeaseMs } from './runs.ts';
import { countInterrupted, findSource, type SourceRow, selectSources } from './sources.store.ts';
import { createSourceTrials, type SourceTrials } from './trials.ts';
import { toSource, toSourceRun } from './views.ts';
import type { SourceWork } from './work.ts';

const sourceCursors = createCursors({ createdAt: momentField, id: idField });
const runCursors = createCursors({ startedAt: momentField, id: idField });

export interface SourcesDependencies extends Omit<RunsDependencies, 'documents'> {
  readonly httpClient: HttpClient;
  readonly delay: Delay;
  /** For interfaces that ask for keys. */
  readonly accesses: readonly Access[];
  readonly work: SourceWork;
}

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/** Where jobs come from. Unknown and removed sources are `not_found`. */
export interface Sources extends SourceReading, SourceEditing, SourceRunning, SourceTrials, Ingestion {
  readonly runEnded: RunEnded;
  /** What the links of jobs say of them. */
  readonly links: LinkChecking;
}

/** What operators see of sources. */
interface SourceReading {
  list(query: PageQuery): Promise<Page<Source>>;
  read(sourceId: string): Promise<Source>;
  listRuns(sourceId: string, query: PageQuery): Promise<Page<SourceRun>>;
}

/** Runs by hand and by schedule. */
interface SourceRunning {
  /** Opens a run that a worker takes up. It ignores backing off and the breaker. @throws `source_running` */
  requestRun(tx: Tx, sourceId: string): Promise<SourceRun>;
  /** Reads a source now, unless it is disabled, backs off, is paused, set aside or runs already. */
  runScheduled(sourceId: string): Promise<void>;
  /** Carries out a requested run, and begins anew when its first worker died and it was closed since. */
  carryOut(sourceId: string, runId: string): Promise<void>;
  /** Closes runs whose process has died. Where no other process can work, that is every run. */
  closeInterruptedRuns(tx: Tx): Promise<number>;
  /** How many sources are set aside, since runs of theirs end their process. */
  countSetAside(): Promise<number>;
  /** Leaves what this process works on to the next one. */
  stopRuns(): Promise<void>;
}

/** A requested run may wait so long for a worker. */
const requestLeaseMs = 10 * 60_000;

export function createSources(dependencies: SourcesDependencies): Sources {
  const { database } = dependencies;
  const runEnded: RunEnded = createTransactionEvent();
  const httpClient = withAccess(dependencies.httpClient, dependencies.accesses);
  const client = createPoliteClient({ ...dependencies, httpClient });
  const robots = createRobots({ ...dependencies, client });
  const documents = createDocuments({ client, robots });
  const runs = createRuns({ ...dependencies, documents, ended: runEnded });
  return {
    runEnded,
    links: createLinkChecking({ ...dependencies, pages: createPages({ client, robots }) }),
    ...createSourceReading(database),
    ...createSourceEditing(dependencies),
    ...createSourceRunning(dependencies, runs),
    ...createSourceTrials({ ...dependencies, documents }),
    ...createIngestion({ ...dependencies, runs }),
  };
}

function createSourceReading(database: Database): SourceReading {
  async function toSources(rows: readonly SourceRow[]): Promise<Source[]> {
    const ids = rows.map((row) => row.id);
    const [open, last] = await Promise.all([
      countOpenJobsOfSources(database.query, ids),
      findLastRuns(database.query, ids),
    ]);
    const lastRuns = new Map(last.map((run) => [run.source_id, run]));
    return rows.map((row) => toSource(row, open.get(row.id) ?? 0, lastRuns.get(row.id)));
  }

  return {
    async list({ limit, cursor }) {
      const rows = await selectSources(database.query, sourceCursors.read(cursor), limit + 1);
      const shown = new Map((await toSources(rows.slice(0, limit))).map((source) => [source.id, source]));
      return sourceCursors.page(
        rows,
        limit,
        (row) => shown.get(row.id) ?? toSource(row, 0, undefined),
        (row) => ({ createdAt: row.created_at, id: row.id }),
      );
    },

    async read(sourceId) {
      const row = await getSource(database.query, sourceId);
      const [source = toSource(row, 0, undefined)] = await toSources([row]);
      return source;
    },

    async listRuns(sourceId, { limit, cursor }) {
      await getSource(database.query, sourceId);
      const rows = await selectRuns(database.query, sourceId, runCursors.read(cursor, sourceId), limit + 1);
      return runCursors.page(
        rows,
        limit,
        toSourceRun,
        (run) => ({ startedAt: run.started_at, id: run.id }),
        sourceId,
      );
    },
  };
}

function createSourceRunning(
  { database, clock, logger, work }: SourcesDependencies,
  runs: Runs,
): SourceRunning {
  async function runNow(sourceId: string, trigger: RunRow['trigger']): Promise<void> {
    const run = await database.transaction((tx) => runs.open(tx, sourceId, trigger, startLeaseMs));
    await runs.carryOut(run.id);
  }

  return {
    async requestRun(tx, sourceId) {
      await getSource(tx, sourceId);
      const run = await runs.open(tx, sourceId, 'manual', requestLeaseMs);
      await work.enqueueRun(tx, { id: run.id, sourceId });
      return toSourceRun(run);
    },

    async runScheduled(sourceId) {
      await database.transaction((tx) => runs.closeInterrupted(tx, { sourceId }));
      const source = await findSource(database.query, sourceId);
      if (source === undefined) {
        await work.follow(sourceId, null);
        return;
      }
      const reason = reasonToWait(source, clock.now());
      if (reason !== null) {
        const level = isSetAside(source) ? 'error' : 'info';
        logger[level]({ source_id: sourceId, reason }, 'a scheduled run was left out');
        return;
      }
      await runNow(sourceId, 'schedule');
    },

    async carryOut(sourceId, runId) {
      if ((await runs.carryOut(runId)) !== null) return;
      const run = await findRun(database.query, runId);
      const source = await findSource(database.query, sourceId);
      if (run?.status !== 'failed' || source === undefined) return;
      if (run.ended_with_process && isSetAside(source)) {
        logger.error(
          { source_id: sourceId, run_id: runId },
          'a source was set aside: its runs end their process',
        );
        return;
      }
      await runNow(sourceId, run.trigger);
    },

    closeInterruptedRuns: (tx) => runs.closeInterrupted(tx, database.kind === 'embedded' ? 'all' : 'dead'),
    countSetAside: () => countInterrupted(database.query, setAsideAfter),
    stopRuns: () => runs.stop(),
  };
}
