import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface RevocationRow {
  readonly id: string;
  readonly at: Date;
}

/** What was revoked, and the transaction before which everything has been told by this. */
export interface RevocationsRead {
  readonly rows: readonly RevocationRow[];
  /** The oldest transaction that was still under way (`xid8`). */
  readonly horizon: bigint;
}

export async function insertRevocations(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await sql`insert into revocations (id, at) select id, ${now}::timestamptz from unnest(${ids}::uuid[]) as id
    on conflict do nothing`.execute(tx);
}

/**
 * Reads what transactions from this one on have revoked. What commits late has an older transaction than what committed
 * before it, but never one that is older than the horizon of the reading that missed it.
 */
export async function readRevocations(tx: Tx, from: bigint): Promise<RevocationsRead> {
  const { rows } = await sql<{ id: string | null; at: Date | null; horizon: string }>`
    select revocations.id, revocations.at, snapshot.horizon
    from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon) as snapshot
    left join revocations on revocations.xid >= ${String(from)}::text::xid8`.execute(tx);
  return {
    rows: rows.flatMap(({ id, at }) => (id === null || at === null ? [] : [{ id, at }])),
    horizon: BigInt(rows[0]?.horizon ?? 0),
  };
}

export async function deleteRevocationsBefore(tx: Tx, moment: Date, limit: number): Promise<number> {
  const result = await tx
    .deleteFrom('revocations')
    .where('id', 'in', (query) =>
      query.selectFrom('revocations').select('id').where('at', '<', moment).limit(limit),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
