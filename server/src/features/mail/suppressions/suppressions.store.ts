import type { SuppressionReason, SuppressionScope } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { createIdSource } from '../../../platform/ids/index.ts';
import type { Block } from './blocks.ts';

const newId = createIdSource();

/** An entry for the list. */
export interface NewSuppression {
  /** Normalised. */
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly scope: SuppressionScope;
  readonly source: string;
  readonly note: string | null;
  readonly status: string | null;
  readonly createdBy: string | null;
  readonly expiresAt: Date | null;
}

/**
 * Puts addresses on the list in their order, so that two transactions never deadlock. An entry with the same reason is
 * renewed, and keeps the moment since when it holds.
 */
export async function upsertSuppressions(
  tx: Tx,
  suppressions: readonly NewSuppression[],
  now: Date,
): Promise<void> {
  if (suppressions.length === 0) return;
  const rows = suppressions.map((one) => ({
    id: newId(),
    address: one.address,
    reason: one.reason,
    scope: one.scope,
    source: one.source,
    note: one.note,
    status: one.status,
    created_by: one.createdBy,
    expires_at: one.expiresAt,
  }));
  await sql`
    insert into suppressions (id, address, reason, scope, source, note, status, created_by, created_at, expires_at)
    select id, address, reason, scope, source, note, status, created_by, ${now}, expires_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (
      id uuid, address text, reason text, scope text, source text, note text, status text, created_by uuid,
      expires_at timestamptz
    )
    order by address, reason
    on conflict (address, reason) do update set
      scope = excluded.scope, source = excluded.source, note = excluded.note, status = excluded.status,
      created_by = excluded.created_by, expires_at = excluded.expires_at,
      created_at = case when suppressions.expires_at <= excluded.created_at then excluded.created_at
        else suppressions.created_at end`.execute(tx);
}

/** What operators have decided about one address holds for another one, too. */
export async function copySuppressions(tx: Tx, from: string, to: string, now: Date): Promise<void> {
  await sql`
    insert into suppressions (id, address, reason, scope, source, note, status, created_by, created_at, expires_at)
    select gen_random_uuid(), ${to}, reason, scope, source, note, status, created_by, ${now}, expires_at
    from suppressions
    where address = ${from} and reason in ('manual', 'import')
      and (expires_at is null or expires_at > ${now})
    on conflict (address, reason) do nothing`.execute(tx);
}

/** Which of these pairs are on the list, as `address reason`. */
export async function findListed(
  tx: Tx,
  given: readonly Pick<NewSuppression, 'address' | 'reason'>[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ pair: string }>`
    select suppressions.address || ' ' || suppressions.reason as pair
    from suppressions
    join unnest(${given.map(({ address }) => address)}::text[], ${given.map(({ reason }) => reason)}::text[])
      as given (address, reason)
      on given.address = suppressions.address and given.reason = suppressions.reason`.execute(tx);
  return new Set(rows.map(({ pair }) => pair));
}

/** What blocks addresses now, found by the address, or by its hash where only that is kept. */
export async function findBlocks(
  tx: Tx,
  addresses: readonly string[],
  hashes: readonly string[],
  now: Date,
): Promise<readonly (Block & { readonly key: string })[]> {
  const { rows } = await sql<Block & { key: string }>`
    select address as key, reason, scope, created_at as since from suppressions
    where address = any(${addresses}::text[]) and (expires_at is null or expires_at > ${now})
    union all
    select address_hash, reason, scope, created_at from suppressions
    where address_hash = any(${hashes}::text[]) and (expires_at is null or expires_at > ${now})`.execute(tx);
  return rows;
}

/** The address and the reason of an entry. */
export async function findSuppression(
  tx: Tx,
  id: string,
): Promise<
  | { readonly address: string | null; readonly reason: SuppressionReason; readonly scope: SuppressionScope }
  | undefined
> {
  return tx
    .selectFrom('suppressions')
    .select(['address', 'reason', 'scope'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function deleteSuppression(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('suppressions').where('id', '=', id).execute();
}

export async function deleteForAddress(
  tx: Tx,
  address: string,
  reasons: readonly SuppressionReason[],
): Promise<SuppressionReason[]> {
  const rows = await tx
    .deleteFrom('suppressions')
    .where('address', '=', address)
    .where('reason', 'in', reasons)
    .returning('reason')
    .execute();
  return rows.map(({ reason }) => reason);
}

/** Replaces an address by its hash. */
export async function hideAddress(tx: Tx, address: string, hash: string): Promise<void> {
  // The same address may have been erased before.
  await sql`
    delete from suppressions as older using suppressions as own
    where older.address_hash = ${hash} and own.address = ${address} and own.reason = older.reason`.execute(
    tx,
  );
  await sql`
    update suppressions set address = null, address_hash = ${hash}, note = null
    where address = ${address}`.execute(tx);
}
