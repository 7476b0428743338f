import type { Broadcast, BroadcastProgress } from '@rolecall/contract';
import type { BroadcastRow } from './broadcasts.store.ts';
import { allowedActions } from './lifecycle.ts';

/** A broadcast as operators see it. @param nameOf the name of an account; undefined: it is gone */
export function toBroadcast(
  row: BroadcastRow,
  now: Date,
  nameOf: (userId: string) => string | undefined,
): Broadcast {
  const { id, kind, content, audience, status, version, time_zone, failure } = row;
  return {
    ...{ id, kind, content, audience, status, version, time_zone, failure },
    starts_at: toText(row.starts_at),
    ends_at: toText(row.ends_at),
    scheduled_at: toText(row.scheduled_at),
    started_at: toText(row.started_at),
    ended_at: toText(row.ended_at),
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    created_by: toPerson(row.created_by, nameOf),
    progress: toProgress(row, now),
    allowed: allowedActions(status),
  };
}

export function toPerson(
  userId: string | null,
  nameOf: (userId: string) => string | undefined,
): { id: string; name: string } | null {
  const name = userId === null ? undefined : nameOf(userId);
  return userId === null || name === undefined ? null : { id: userId, name };
}

/** A pace of less than a second's work says nothing yet. */
const shortestMeasureMs = 1_000;

/** How far it is, how fast, and how long it still takes. Pauses do not count against its pace. */
export function toProgress(row: BroadcastRow, now: Date): BroadcastProgress {
  const { status, audience_count, processed, written, running_since, processed_before } = row;
  const progress = { audience: audience_count, processed, written };
  const elapsed = running_since === null ? 0 : now.getTime() - running_since.getTime();
  if (status !== 'running' || elapsed < shortestMeasureMs)
    return { ...progress, per_second: null, seconds_left: null };
  const pace = ((processed - processed_before) * 1_000) / elapsed;
  const left = Math.max(0, (audience_count ?? 0) - processed);
  return {
    ...progress,
    per_second: Math.round(pace * 10) / 10,
    seconds_left: pace === 0 ? null : Math.ceil(left / pace),
  };
}

function toText(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
