import type { SourceKind } from '@rolecall/contract';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

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

export async function countOpenJobs(tx: Tx, sourceIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ source_id: string; open: number }>`
    select source_id, count(*) as open from jobs
    where status = 'open' and source_id = any(${sourceIds}::uuid[])
    group by source_id
  `.execute(tx);
  return new Map(rows.map((row) => [row.source_id, row.open]));
}
