import type { BroadcastEventName, BroadcastInput, BroadcastStatus } from '@rolecall/contract';
import { type Selectable, sql, type Updateable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type BroadcastRow = Selectable<Schema['broadcasts']>;
export type BroadcastChanges = Updateable<Schema['broadcasts']>;

interface NewBroadcast {
  readonly id: string;
  readonly actorId: string;
  readonly input: BroadcastInput;
  readonly now: Date;
}

export async function insertBroadcast(tx: Tx, { id, actorId, input, now }: NewBroadcast): Promise<void> {
  await tx
    .insertInto('broadcasts')
    .values({
      id,
      ...writtenColumns(input),
      status: 'draft',
      created_by: actorId,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

export async function rewriteBroadcast(tx: Tx, id: string, input: BroadcastInput, now: Date): Promise<void> {
  await tx
    .updateTable('broadcasts')
    .set({ ...writtenColumns(input), version: sql`version + 1`, updated_at: now })
    .where('id', '=', id)
    .execute();
}

function writtenColumns({ kind, content, audience, starts_at, ends_at }: BroadcastInput) {
  return {
    kind,
    content: JSON.stringify(content),
    audience: JSON.stringify(audience),
    starts_at: toDate(starts_at),
    ends_at: toDate(ends_at),
  };
}

const toDate = (instant: string | null) => (instant === null ? null : new Date(instant));

export async function findBroadcast(tx: Tx, id: string): Promise<BroadcastRow | undefined> {
  return tx.selectFrom('broadcasts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Holds the broadcast until the transaction ends; it is waited for while somebody else has it. */
export async function lockBroadcast(tx: Tx, id: string): Promise<BroadcastRow | undefined> {
  return tx.selectFrom('broadcasts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The same, without waiting: undefined when it is gone, or somebody else has it. */
export async function lockFreeBroadcast(tx: Tx, id: string): Promise<BroadcastRow | undefined> {
  return tx
    .selectFrom('broadcasts')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** Changes a broadcast that is locked. */
export async function changeBroadcast(tx: Tx, id: string, changes: BroadcastChanges): Promise<BroadcastRow> {
  return tx
    .updateTable('broadcasts')
    .set(changes)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteBroadcast(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('broadcasts').where('id', '=', id).execute();
}

/** The newest first, from behind a position. Ids are in the order in which broadcasts were made. */
export async function findBroadcasts(
  tx: Tx,
  status: BroadcastStatus | undefined,
  after: string | null,
  limit: number,
): Promise<BroadcastRow[]> {
  return tx
    .selectFrom('broadcasts')
    .selectAll()
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'draft'))
    .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Those that run, and those whose time has come. */
export async function findAtWork(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('broadcasts')
    .select('id')
    .where('status', 'in', ['scheduled', 'running'])
    .where((row) => row.or([row('status', '=', 'running'), row('scheduled_at', '<=', now)]))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Which of these broadcasts have been stopped. */
export async function findStopped(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('broadcasts')
    .select('id')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('status', '=', 'stopped')
    .execute();
  return rows.map(({ id }) => id);
}

export interface BroadcastEvent {
  readonly event: BroadcastEventName;
  /** Null: the instance itself. */
  readonly actorId: string | null;
  readonly detail?: string | undefined;
}

export async function insertEvent(
  tx: Tx,
  broadcastId: string,
  { event, actorId, detail }: BroadcastEvent,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('broadcast_events')
    .values({ broadcast_id: broadcastId, at: now, event, actor_id: actorId, detail: detail ?? null })
    .execute();
}

/** The newest first. */
export async function findEvents(tx: Tx, broadcastId: string, limit: number) {
  return tx
    .selectFrom('broadcast_events')
    .select(['at', 'event', 'actor_id', 'detail'])
    .where('broadcast_id', '=', broadcastId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
