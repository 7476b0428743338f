import type { SourceKind } from '@rolecall/contract';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';
import type { JobSource } from '../jobs/index.ts';

export type SourceRow = Selectable<Schema['sources']>;

/** Adds a source; false when the board has one already. */
export async function insertSource(tx: Tx, source: Insertable<Schema['sources']>): Promise<boolean> {
  const inserted = await tx
    .insertInto('sources')
    .values(source)
    .onConflict((conflict) =>
      conflict.expression(sql`kind, lower(address)`).where('deleted_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function updateSource(
  tx: Tx,
  id: string,
  change: Updateable<Schema['sources']>,
): Promise<SourceRow | undefined> {
  return tx.updateTable('sources').set(change).where('id', '=', id).returningAll().executeTakeFirst();
}

/** A source that was not removed. */
export async function findSource(tx: Tx, id: string): Promise<SourceRow | undefined> {
  return tx
    .selectFrom('sources')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** A source, whether or not it was removed; others that want to change it wait for the end of this transaction. */
export async function lockSource(tx: Tx, id: string): Promise<SourceRow | undefined> {
  return tx.selectFrom('sources').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Where the jobs of a source come from, whether or not it was removed. */
export async function sourceOf(tx: Tx, id: string): Promise<JobSource | null> {
  const row = await tx
    .selectFrom('sources')
    .select(['id', 'kind', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The source of a board; a removed one only when there is no other. */
export async function findSourceOfBoard(
  tx: Tx,
  kind: SourceKind,
  address: string,
): Promise<SourceRow | undefined> {
  return tx
    .selectFrom('sources')
    .selectAll()
    .where('kind', '=', kind)
    .where(sql<boolean>`lower(address) = lower(${address})`)
    .orderBy(sql`deleted_at desc nulls first`)
    .limit(1)
    .executeTakeFirst();
}

export async function selectSources(
  tx: Tx,
  after: { readonly createdAt: Date; readonly id: string } | null,
  limit: number,
): Promise<SourceRow[]> {
  let query = tx
    .selectFrom('sources')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (after !== null) {
    query = query.where(sql<boolean>`(created_at, id) < (${after.createdAt}, ${after.id}::uuid)`);
  }
  return query.execute();
}

/** The names of sources that have had so many runs, one after another, that ended with their process. */
export async function namesOfInterrupted(tx: Tx, runs: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('sources')
    .select('name')
    .where('deleted_at', 'is', null)
    .where('interrupted_runs', '>=', runs)
    .orderBy('name')
    .limit(10)
    .execute();
  return rows.map(({ name }) => name);
}

/** How many sources have had so many runs, one after another, that ended with their process. */
export async function countInterrupted(tx: Tx, runs: number): Promise<number> {
  const { count } = await tx
    .selectFrom('sources')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('deleted_at', 'is', null)
    .where('interrupted_runs', '>=', runs)
    .executeTakeFirstOrThrow();
  return count;
}

/** Every source that runs by itself. */
export async function selectScheduled(tx: Tx): Promise<SourceRow[]> {
  return tx
    .selectFrom('sources')
    .selectAll()
    .where('deleted_at', 'is', null)
    .where('enabled', '=', true)
    .where('schedule', 'is not', null)
    .execute();
}
