import type { Source, SourceInput, SourceKind, SourceRun, sourceUpdateSchema } from '@rolecall/contract';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { decodeCursor, toPage } from '../../../platform/http/index.ts';
import { adapters } from './adapters.ts';
import { healthOf, reasonToWait } from './backoff.ts';
import { failDeadRuns, findLastRuns, findRun, type RunRow, selectRuns } from './runs.store.ts';
import { createRuns, type OnProgress, type RunsDependencies, toSourceRun } from './runs.ts';
import {
  countOpenJobs,
  findSource,
  findSourceOfBoard,
  insertSource,
  type SourceRow,
  selectScheduled,
  selectSources,
  updateSource,
} from './sources.store.ts';

/** What the queue does for the sources. */
export interface SourceWork {
  /** Replaces the schedule that the source had. @throws {ApplicationError} `invalid_request` for a bad expression */
  schedule(sourceId: string, cron: string, timeZone: string): Promise<void>;
  unschedule(sourceId: string): Promise<void>;
  /** Has a worker carry out this open run after the transaction. */
  enqueueRun(tx: Tx, run: { readonly id: string; readonly sourceId: string }): Promise<void>;
}

export interface SourcesDependencies extends RunsDependencies {
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

export interface IngestRequest {
  readonly kind: SourceKind;
  /** Name of the source, which is the company where the feed names none; for the log otherwise. */
  readonly name?: string | undefined;
  readonly onProgress?: OnProgress;
}

export interface Ingested {
  readonly source: { readonly id: string; readonly name: string };
  readonly run: SourceRun;
}

/** Where jobs come from. Unknown and removed sources are `not_found`. */
export interface Sources {
  list(query: PageQuery): Promise<Page<Source>>;
  read(sourceId: string): Promise<Source>;
  listRuns(sourceId: string, query: PageQuery): Promise<Page<SourceRun>>;
  /**
   * Adds a source; one that was removed comes back, so that its jobs are not new a second time. It takes no `tx`, since
   * no transaction should wait for the look at the address.
   * @throws {ApplicationError} `source_exists`, `outgoing_address_refused`, `invalid_request`
   */
  add(input: SourceInput): Promise<string>;
  edit(tx: Tx, sourceId: string, change: z.output<typeof sourceUpdateSchema>): Promise<void>;
  /** Closes its open jobs and keeps its log. */
  remove(tx: Tx, sourceId: string): Promise<void>;
  /** Opens a run that a worker takes up. It ignores backing off and the breaker. @throws `source_running` */
  requestRun(tx: Tx, sourceId: string): Promise<SourceRun>;
  /** Reads a source now, unless it is disabled, backs off, is paused or runs already. */
  runScheduled(sourceId: string): Promise<void>;
  /** Carries out a requested run, and begins anew when its first worker died and it was closed since. */
  carryOut(sourceId: string, runId: string): Promise<void>;
  /** Reads a document of a file, into its source, which is made if there is none. @throws `source_running` */
  ingestDocument(
    request: IngestRequest & { readonly document: string; readonly fileName: string },
  ): Promise<Ingested>;
  /** Reads a board or an address now, into its source, which is made, without a schedule, if there is none. */
  ingestAddress(request: IngestRequest & { readonly address: string }): Promise<Ingested>;
  /** Closes runs whose process has died. Where no other process can work, that is every run. */
  closeInterruptedRuns(tx: Tx): Promise<number>;
  /** The sources that run by themselves. */
  listScheduled(): Promise<
    readonly { readonly id: string; readonly schedule: string; readonly timeZone: string }[]
  >;
}

/** Bounds of what is fetched, for the HTTP client of the sources. */
export const feedLimits = { maxBytes: 64 * 1024 * 1024, timeoutMs: 60_000 } as const;

/** A requested run may wait so long for a worker. */
const requestLeaseMs = 10 * 60_000;
const startLeaseMs = 30_000;

export function createSources(dependencies: SourcesDependencies): Sources {
  const { database, clock, httpClient, jobs, logger, work } = dependencies;
  const runs = createRuns(dependencies);

  async function get(tx: Tx, sourceId: string): Promise<SourceRow> {
    const source = await findSource(tx, sourceId);
    if (source === undefined) throw new ApplicationError('not_found');
    return source;
  }

  async function toSources(rows: readonly SourceRow[]): Promise<Source[]> {
    const ids = rows.map((row) => row.id);
    const [open, last] = await Promise.all([
      countOpenJobs(database.query, ids),
      findLastRuns(database.query, ids),
    ]);
    const lastRuns = new Map(last.map((run) => [run.source_id, run]));
    return rows.map((row) => toSource(row, open.get(row.id) ?? 0, lastRuns.get(row.id)));
  }

  async function applySchedule(source: SourceRow): Promise<void> {
    if (source.enabled && source.schedule !== null) {
      await work.schedule(source.id, source.schedule, source.time_zone);
    } else {
      await work.unschedule(source.id);
    }
  }

  /** Adds the source of a board or brings a removed one back; null when there is one. */
  async function addOrRevive(
    tx: Tx,
    input: SourceInput | (Omit<SourceInput, 'kind'> & { kind: SourceKind }),
  ) {
    const { kind, address, ...settings } = input;
    const now = clock.now();
    const earlier = await findSourceOfBoard(tx, kind, address);
    if (earlier !== undefined && earlier.deleted_at === null) return null;
    if (earlier !== undefined) {
      const fresh = { consecutive_failures: 0, next_attempt_at: null, etag: null, deleted_at: null };
      return (await updateSource(tx, earlier.id, { ...settings, ...fresh, updated_at: now })) ?? null;
    }
    const id = uuidv7();
    const inserted = await insertSource(tx, {
      id,
      kind,
      address,
      ...settings,
      consecutive_failures: 0,
      created_at: now,
      updated_at: now,
    });
    return inserted ? ((await findSource(tx, id)) ?? null) : null;
  }

  /** The source of a document or board, as it is or newly made. */
  async function ensure(kind: SourceKind, address: string, name: string): Promise<SourceRow> {
    return database.transaction(async (tx) => {
      const made = await addOrRevive(tx, {
        kind,
        address,
        name,
        schedule: null,
        time_zone: 'UTC',
        enabled: true,
      });
      const source = made ?? (await findSourceOfBoard(tx, kind, address));
      if (source === undefined) throw new Error('a source that exists was not found');
      return source;
    });
  }

  async function ingest(
    source: SourceRow,
    given: { readonly document?: string; readonly onProgress?: OnProgress },
  ): Promise<Ingested> {
    const run = await database.transaction((tx) => runs.open(tx, source.id, 'command_line', startLeaseMs));
    const ended = (await runs.carryOut(run.id, given)) ?? (await findRun(database.query, run.id)) ?? run;
    return { source: { id: source.id, name: source.name }, run: toSourceRun(ended) };
  }

  async function runNow(sourceId: string, trigger: RunRow['trigger']): Promise<void> {
    const run = await database.transaction((tx) => runs.open(tx, sourceId, trigger, startLeaseMs));
    await runs.carryOut(run.id);
  }

  return {
    async list({ limit, cursor }) {
      const after = cursor === undefined ? null : decodePosition(cursor, 'sources');
      const rows = await selectSources(
        database.query,
        after === null ? null : { createdAt: after.at, id: after.id },
        limit + 1,
      );
      const shown = new Map((await toSources(rows.slice(0, limit))).map((source) => [source.id, source]));
      return toPage(
        rows,
        limit,
        (row) => shown.get(row.id) ?? toSource(row, 0, undefined),
        (row) => ['sources', row.created_at.toISOString(), row.id],
      );
    },

    async read(sourceId) {
      const row = await get(database.query, sourceId);
      const [source = toSource(row, 0, undefined)] = await toSources([row]);
      return source;
    },

    async listRuns(sourceId, { limit, cursor }) {
      await get(database.query, sourceId);
      const after = cursor === undefined ? null : decodePosition(cursor, sourceId);
      const rows = await selectRuns(
        database.query,
        sourceId,
        after === null ? null : { startedAt: after.at, id: after.id },
        limit + 1,
      );
      return toPage(rows, limit, toSourceRun, (run) => [sourceId, run.started_at.toISOString(), run.id]);
    },

    async add(input) {
      if (!adapters[input.kind].isAddress(input.address)) {
        throw new ApplicationError('invalid_request', {
          fields: [
            { path: 'address', message: 'must be the name of a board, or for job_posting an address' },
          ],
        });
      }
      if (input.kind === 'job_posting') await httpClient.assertAllowed(input.address);
      return database.transaction(async (tx) => {
        const source = await addOrRevive(tx, input);
        if (source === null) throw new ApplicationError('source_exists');
        await applySchedule(source);
        return source.id;
      });
    },

    async edit(tx, sourceId, change) {
      await get(tx, sourceId);
      const source = await updateSource(tx, sourceId, { ...change, updated_at: clock.now() });
      if (source !== undefined) await applySchedule(source);
    },

    async remove(tx, sourceId) {
      await get(tx, sourceId);
      const now = clock.now();
      await updateSource(tx, sourceId, { deleted_at: now, updated_at: now });
      // First, so that a batch of a run that is under way either is seen below or is refused.
      await failDeadRuns(tx, { sourceId, deadSince: 'any' }, 'the source was removed', now);
      await jobs.closeRemoved(tx, sourceId);
      await work.unschedule(sourceId);
    },

    async requestRun(tx, sourceId) {
      await get(tx, sourceId);
      const run = await runs.open(tx, sourceId, 'manual', requestLeaseMs);
      await work.enqueueRun(tx, { id: run.id, sourceId });
      return toSourceRun(run);
    },

    async runScheduled(sourceId) {
      const source = await findSource(database.query, sourceId);
      if (source === undefined) {
        await work.unschedule(sourceId);
        return;
      }
      const reason = reasonToWait(source, clock.now());
      if (reason !== null) {
        logger.info({ source_id: sourceId, reason }, 'a scheduled run was left out');
        return;
      }
      await runNow(sourceId, 'schedule');
    },

    async carryOut(sourceId, runId) {
      if ((await runs.carryOut(runId)) !== null) return;
      const run = await findRun(database.query, runId);
      const source = await findSource(database.query, sourceId);
      if (run?.status === 'failed' && source !== undefined) await runNow(sourceId, run.trigger);
    },

    async ingestDocument({ kind, name, document, fileName, onProgress }) {
      if (Buffer.byteLength(document) > feedLimits.maxBytes) {
        throw new ApplicationError('payload_too_large', {
          detail: `The document has more than ${feedLimits.maxBytes} bytes.`,
        });
      }
      const stem = fileName.replace(/\.[A-Za-z0-9]+$/, '').slice(0, 200) || fileName.slice(0, 200);
      const known = adapters[kind].identify(document);
      const source = await ensure(kind, known?.address ?? name ?? stem, name ?? known?.name ?? stem);
      return ingest(source, { document, ...(onProgress === undefined ? {} : { onProgress }) });
    },

    async ingestAddress({ kind, name, address, onProgress }) {
      if (!adapters[kind].isAddress(address) || adapters[kind].url(address) === null) {
        throw new ApplicationError('source_unreadable', {
          detail: `${address} is no address of a ${kind} source.`,
        });
      }
      if (kind === 'job_posting') await httpClient.assertAllowed(address);
      const source = await ensure(kind, address, name ?? address.slice(0, 120));
      return ingest(source, onProgress === undefined ? {} : { onProgress });
    },

    closeInterruptedRuns: (tx) => runs.closeInterrupted(tx, database.kind === 'embedded'),

    async listScheduled() {
      const rows = await selectScheduled(database.query);
      return rows.flatMap(({ id, schedule, time_zone: timeZone }) =>
        schedule === null ? [] : [{ id, schedule, timeZone }],
      );
    },
  };
}

function toSource(row: SourceRow, openJobs: number, lastRun: RunRow | undefined): Source {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    address: row.address,
    schedule: row.schedule,
    time_zone: row.time_zone,
    enabled: row.enabled,
    health: healthOf(row, lastRun !== undefined && lastRun.status !== 'running'),
    consecutive_failures: row.consecutive_failures,
    next_attempt_at: row.next_attempt_at?.toISOString() ?? null,
    open_jobs: openJobs,
    last_run: lastRun === undefined ? null : toSourceRun(lastRun),
    created_at: row.created_at.toISOString(),
  };
}

function decodePosition(cursor: string, list: string): { at: Date; id: string } {
  const [expectedList, at = '', id = ''] = decodeCursor(cursor, 3);
  const instant = new Date(at);
  if (expectedList !== list || Number.isNaN(instant.getTime()) || !isUuid(id)) {
    throw new ApplicationError('invalid_cursor');
  }
  return { at: instant, id };
}
