import type { RunCounts } from '@rolecall/contract';
import { type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';
import type { SkippedRow } from './postings.ts';

export type RunRow = Selectable<Schema['source_runs']>;

/** Starts a run; false when the source has one already. */
export async function insertRun(
  tx: Tx,
  run: Pick<RunRow, 'id' | 'source_id' | 'trigger' | 'started_at' | 'lease_until'>,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into source_runs (id, source_id, trigger, status, started_at, lease_until)
    values (${run.id}, ${run.source_id}, ${run.trigger}, 'running', ${run.started_at}, ${run.lease_until})
    on conflict (source_id) where status = 'running' do nothing
    returning id
  `.execute(tx);
  return rows.length > 0;
}

/** Says that a process works on a run from now on; false when one has before, or the run is closed. */
export async function beginRun(tx: Tx, id: string, leaseUntil: Date, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('source_runs')
    .set({ begun_at: now, lease_until: leaseUntil })
    .where('id', '=', id)
    .where('status', '=', 'running')
    .where('begun_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Closes runs that have shown no sign of life in time, one, those of a source or all, and counts for its source each that a
 * process had taken up. Whoever runs the command line ends it as they like, so that counts for nothing.
 */
export async function failDeadRuns(
  tx: Tx,
  filter: { readonly sourceId?: string; readonly runId?: string; readonly deadSince: Date | 'any' },
  error: string,
  now: Date,
): Promise<number> {
  let query = tx
    .updateTable('source_runs')
    .set({
      status: 'failed',
      error,
      finished_at: now,
      ended_with_process: sql<boolean>`begun_at is not null and trigger <> 'command_line'`,
    })
    .where('status', '=', 'running')
    .returning(['source_id', 'ended_with_process']);
  if (filter.sourceId !== undefined) query = query.where('source_id', '=', filter.sourceId);
  if (filter.runId !== undefined) query = query.where('id', '=', filter.runId);
  if (filter.deadSince !== 'any') query = query.where('lease_until', '<', filter.deadSince);
  const closed = await query.execute();
  const interrupted = closed.filter((run) => run.ended_with_process).map((run) => run.source_id);
  if (interrupted.length > 0) {
    await tx
      .updateTable('sources')
      .set((row) => ({ interrupted_runs: row('interrupted_runs', '+', 1) }))
      .where('id', '=', sql<string>`any(${interrupted}::uuid[])`)
      .execute();
  }
  return closed.length;
}

/** Takes back that a run has ended with its process, which turns out to live. */
export async function forgiveRun(tx: Tx, id: string): Promise<void> {
  const run = await tx
    .updateTable('source_runs')
    .set({ ended_with_process: false })
    .where('id', '=', id)
    .where('ended_with_process', '=', true)
    .returning('source_id')
    .executeTakeFirst();
  if (run === undefined) return;
  await tx
    .updateTable('sources')
    .set({ interrupted_runs: sql<number>`greatest(interrupted_runs - 1, 0)` })
    .where('id', '=', run.source_id)
    .execute();
}

/** Closes runs for a reason that is no fault of theirs. */
export async function closeRuns(
  tx: Tx,
  which: { readonly sourceId: string } | { readonly ids: readonly string[] },
  error: string,
  now: Date,
): Promise<void> {
  const query = tx
    .updateTable('source_runs')
    .set({ status: 'failed', error, finished_at: now })
    .where('status', '=', 'running');
  await ('ids' in which
    ? query.where('id', '=', sql<string>`any(${which.ids}::uuid[])`)
    : query.where('source_id', '=', which.sourceId)
  ).execute();
}

/** Says that a run lives, with its numbers so far; false when it was taken for dead meanwhile. */
export async function keepRun(
  tx: Tx,
  id: string,
  leaseUntil: Date,
  counts: RunCounts | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('source_runs')
    .set({ lease_until: leaseUntil, ...(counts === null ? {} : toColumns(counts)) })
    .where('id', '=', id)
    .where('status', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface RunEnd {
  readonly status: 'succeeded' | 'failed';
  readonly counts: RunCounts;
  readonly skipped: readonly SkippedRow[];
  readonly warning: string | null;
  readonly error: string | null;
}

export async function finishRun(tx: Tx, id: string, end: RunEnd, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('source_runs')
    .set({
      status: end.status,
      finished_at: now,
      ...toColumns(end.counts),
      skipped: JSON.stringify(end.skipped),
      warning: end.warning,
      error: end.error,
    })
    .where('id', '=', id)
    .where('status', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function findRun(tx: Tx, id: string): Promise<RunRow | undefined> {
  return tx.selectFrom('source_runs').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The last run of each of these sources. */
export async function findLastRuns(tx: Tx, sourceIds: readonly string[]): Promise<RunRow[]> {
  return tx
    .selectFrom('source_runs')
    .selectAll()
    .distinctOn('source_id')
    .where('source_id', '=', sql<string>`any(${sourceIds}::uuid[])`)
    .orderBy('source_id')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The last run of each of these sources, by the id of the source. */
export async function findLastRunIds(
  tx: Tx,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (sourceIds.length === 0) return new Map();
  const { rows } = await sql<{ source_id: string; id: string }>`
    select wanted.source_id, last.id
    from unnest(${sourceIds}::uuid[]) as wanted (source_id)
    cross join lateral (
      select id from source_runs where source_runs.source_id = wanted.source_id
      order by started_at desc, id desc limit 1
    ) as last`.execute(tx);
  return new Map(rows.map(({ source_id, id }) => [source_id, id]));
}

/** The runs that have not ended. */
export async function findRunsUnderWay(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('source_runs').select('id').where('status', '=', 'running').execute();
  return rows.map(({ id }) => id);
}

/** The last run of a source that succeeded. */
export async function findLastSuccess(tx: Tx, sourceId: string): Promise<RunRow | undefined> {
  return tx
    .selectFrom('source_runs')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('status', '=', 'succeeded')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function selectRuns(
  tx: Tx,
  sourceId: string,
  after: { readonly startedAt: Date; readonly id: string } | null,
  limit: number,
): Promise<RunRow[]> {
  let query = tx
    .selectFrom('source_runs')
    .selectAll()
    .where('source_id', '=', sourceId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (after !== null) {
    query = query.where(sql<boolean>`(started_at, id) < (${after.startedAt}, ${after.id}::uuid)`);
  }
  return query.execute();
}

/** Removes runs beyond the newest ones of a source. */
export async function pruneRuns(tx: Tx, sourceId: string, keep: number): Promise<void> {
  await sql`
    delete from source_runs
    where source_id = ${sourceId} and status <> 'running' and id not in (
      select id from source_runs where source_id = ${sourceId} order by started_at desc, id desc limit ${keep}
    )
  `.execute(tx);
}

/** How often a source was read otherwise than by the command line, as far as its log goes back; with a run that is under way. */
export async function countReadings(tx: Tx, sourceId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('source_runs')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('source_id', '=', sourceId)
    .where('trigger', '<>', 'command_line')
    .executeTakeFirstOrThrow();
  return count;
}

function toColumns(counts: RunCounts) {
  return {
    read_count: counts.read,
    new_count: counts.new,
    changed_count: counts.changed,
    unchanged_count: counts.unchanged,
    closed_count: counts.closed,
    skipped_count: counts.skipped,
  };
}
