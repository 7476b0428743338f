import type { Source, SourceRun } from '@rolecall/contract';
import { healthOf } from './backoff.ts';
import type { RunRow } from './runs.store.ts';
import type { SourceRow } from './sources.store.ts';

/** A source as the interface shows it. */
export function toSource(row: SourceRow, openJobs: number, lastRun: RunRow | undefined): Source {
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
    interrupted_runs: row.interrupted_runs,
    // Nobody tries again what is only run by hand.
    next_attempt_at: row.schedule === null ? null : (row.next_attempt_at?.toISOString() ?? null),
    open_jobs: openJobs,
    last_run: lastRun === undefined ? null : toSourceRun(lastRun),
    created_at: row.created_at.toISOString(),
  };
}

/** A run as the interface shows it. */
export function toSourceRun(run: RunRow): SourceRun {
  return {
    id: run.id,
    source_id: run.source_id,
    trigger: run.trigger,
    status: run.status,
    started_at: run.started_at.toISOString(),
    finished_at: run.finished_at?.toISOString() ?? null,
    counts: {
      read: run.read_count,
      new: run.new_count,
      changed: run.changed_count,
      unchanged: run.unchanged_count,
      closed: run.closed_count,
      skipped: run.skipped_count,
    },
    skipped: [...run.skipped],
    warning: run.warning,
    error: run.error,
  };
}
