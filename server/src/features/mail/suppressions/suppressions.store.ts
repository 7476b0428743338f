import type { SuppressionReason, SuppressionScope } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { createIdSource } from '../../../platform/ids/index.ts';
import type { Block } from './blocks.ts';

const newId = createIdSource();

/** What is to be on the list. */
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

export interface SuppressionRow {
  readonly id: string;
  readonly address: string | null;
  readonly reason: SuppressionReason;
  readonly scope: SuppressionScope;
  readonly source: string;
  readonly note: string | null;
  readonly status: string | null;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly expires_at: Date | null;
}

/**
 * Puts addresses on the list, in their order, so that two transactions never wait for each other. What is there for the
 * same reason is renewed, and keeps the moment since when it holds.
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

/** What holds now against addresses, by the address, or by its hash where nothing else is kept. */
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

/** Those that somebody has an account with. */
export async function findAddressesOfPeople(
  tx: Tx,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ email: string }>`
    select email from users where email = any(${addresses}::text[])`.execute(tx);
  return new Set(rows.map(({ email }) => email));
}

export interface ListFilter {
  /** Beginning of an address, or of a domain behind an `@`. */
  readonly q: string;
  readonly reason?: SuppressionReason | undefined;
  readonly scope?: SuppressionScope | undefined;
  readonly expired: boolean;
}

const listed = (tx: Tx) =>
  tx
    .selectFrom('suppressions')
    .leftJoin('users', 'users.id', 'suppressions.created_by')
    .select([
      'suppressions.id',
      'suppressions.address',
      'suppressions.reason',
      'suppressions.scope',
      'suppressions.source',
      'suppressions.note',
      'suppressions.status',
      'users.name as created_by',
      'suppressions.created_at',
      'suppressions.expires_at',
    ]);

/** The newest first, from behind a position. */
export async function selectSuppressions(
  tx: Tx,
  filter: ListFilter,
  after: { readonly createdAt: Date; readonly id: string } | null,
  limit: number,
  now: Date,
): Promise<SuppressionRow[]> {
  const { q, reason, scope, expired } = filter;
  const byDomain = q.startsWith('@');
  return listed(tx)
    .$if(byDomain && q.length > 1, (query) =>
      query.where(
        sql<boolean>`split_part(suppressions.address, '@', 2) like ${`${escapeLike(q.slice(1))}%`}`,
      ),
    )
    .$if(!byDomain && q !== '', (query) =>
      query.where(sql<boolean>`suppressions.address like ${`${escapeLike(q)}%`}`),
    )
    .$if(reason !== undefined, (query) => query.where('suppressions.reason', '=', reason ?? 'manual'))
    .$if(scope !== undefined, (query) => query.where('suppressions.scope', '=', scope ?? 'all'))
    .$if(!expired, (query) =>
      query.where(sql<boolean>`(suppressions.expires_at is null or suppressions.expires_at > ${now})`),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(suppressions.created_at, suppressions.id) < (${after?.createdAt}, ${after?.id})`,
      ),
    )
    .orderBy('suppressions.created_at', 'desc')
    .orderBy('suppressions.id', 'desc')
    .limit(limit)
    .execute();
}

export async function selectSuppression(
  tx: Tx,
  address: string,
  reason: SuppressionReason,
): Promise<SuppressionRow | undefined> {
  return listed(tx)
    .where('suppressions.address', '=', address)
    .where('suppressions.reason', '=', reason)
    .executeTakeFirst();
}

/** The list in the order of its ids, from behind one, without those of which only a hash is left. */
export async function selectAfter(tx: Tx, after: string, limit: number): Promise<SuppressionRow[]> {
  return listed(tx)
    .where('suppressions.id', '>', after)
    .where('suppressions.address', 'is not', null)
    .orderBy('suppressions.id')
    .limit(limit)
    .execute();
}

/** What a row stands for. */
export async function findSuppression(
  tx: Tx,
  id: string,
): Promise<{ readonly address: string | null; readonly reason: SuppressionReason } | undefined> {
  return tx.selectFrom('suppressions').select(['address', 'reason']).where('id', '=', id).executeTakeFirst();
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

/** Leaves of what others have decided about an address a hash alone. */
export async function hideAddress(tx: Tx, address: string, hash: string): Promise<void> {
  // The same person may have been erased before.
  await sql`
    delete from suppressions as older using suppressions as own
    where older.address_hash = ${hash} and own.address = ${address} and own.reason = older.reason`.execute(
    tx,
  );
  await sql`
    update suppressions set address = null, address_hash = ${hash}, note = null
    where address = ${address}`.execute(tx);
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
