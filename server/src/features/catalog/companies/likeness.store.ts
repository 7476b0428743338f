import type { CompanyTrust } from '@rolecall/contract';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A company that the name of another could be taken for. */
export interface LookAlike {
  readonly id: string;
  readonly name: string;
  readonly trust: CompanyTrust;
  readonly domain: string | null;
}

/** Serializes those who take names or domains that are alike, so that the later one sees the earlier. */
export async function lockLikeness(tx: Tx, likenesses: readonly string[]): Promise<void> {
  for (const likeness of [...new Set(likenesses)].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${likeness}, 78))`.execute(tx);
}

/**
 * Whether a name could be taken for that of another company which people can see: one of a source, or a verified one with
 * another domain. What an operator has taken out of sight does not count, so that nobody learns of it by proving a domain.
 */
export async function hasVisibleLookAlike(
  tx: Tx,
  company: { readonly id: string; readonly likeness: string; readonly domain: string },
): Promise<boolean> {
  const { id, likeness, domain } = company;
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from companies as other
      where (other.likeness = ${likeness} or other.domain_likeness = ${likeness})
        and other.id <> ${id} and other.hidden_at is null and ${isKnown}
        and other.verified_domain is distinct from ${domain}
    ) as found`.execute(tx);
  return rows[0]?.found ?? false;
}

/** Whether there are names from before that were not read yet. */
export async function hasUnreadNames(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from companies where likeness is null) as found`.execute(tx);
  return rows[0]?.found ?? false;
}

/** A name that nobody has read yet, with the domain that is proven for it. */
export interface UnreadName {
  readonly id: string;
  readonly name: string;
  readonly verified_domain: string | null;
}

/** Names from before, locked until the transaction ends; those that another process reads are left out. */
export async function lockUnreadNames(tx: Tx, limit: number): Promise<UnreadName[]> {
  return tx
    .selectFrom('companies')
    .select(['id', 'name', 'verified_domain'])
    .where('likeness', 'is', null)
    .orderBy('id')
    .limit(limit)
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
}

export async function saveLikenesses(
  tx: Tx,
  read: readonly {
    readonly id: string;
    readonly likeness: string;
    readonly domain_likeness: string | null;
  }[],
): Promise<void> {
  await sql`
    update companies set likeness = read.likeness, domain_likeness = read.domain_likeness
    from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as read (id uuid, likeness text, domain_likeness text)
    where companies.id = read.id`.execute(tx);
}

/** Companies that others are held against. */
const isKnown = sql<SqlBool>`(other.origin = 'source' or other.verified_at is not null)`;

/** Pairs of `companies` and an `other` that its name could be taken for, whoever can see it. */
const isAlike = sql<SqlBool>`
  (other.likeness = companies.likeness or other.domain_likeness = companies.likeness)
  and other.id <> companies.id and ${isKnown}
  and (other.verified_domain is null or other.verified_domain
    is distinct from coalesce(companies.awaiting_domain, companies.verified_domain))`;

/**
 * Of `companies`: an operator has to look at the name, since a proof waits for that, or since one that was verified before
 * could be taken for a company that is known by now.
 */
export const isInNameReview: RawBuilder<SqlBool> = sql<SqlBool>`
  (companies.awaiting_since is not null or (
    companies.verified_at is not null and companies.name_confirmed_at is null
    and exists (select from companies as other where ${isAlike})
  ))`;

/** Of those of these companies whose names an operator has to look at: what they could be taken for, some for each. */
export async function findLookAlikes(
  tx: Tx,
  companyIds: readonly string[],
  mostOfEach: number,
): Promise<ReadonlyMap<string, readonly LookAlike[]>> {
  if (companyIds.length === 0) return new Map();
  const { rows } = await sql<LookAlike & { readonly of: string }>`
    select companies.id as of, alike.id, alike.name, alike.trust, alike.domain
    from companies
    cross join lateral (
      select other.id, other.name, other.verified_domain as domain,
        case when other.origin = 'source' then 'source' else 'verified' end as trust
      from companies as other
      where ${isAlike}
      order by other.origin desc, other.created_at, other.id
      limit ${mostOfEach}
    ) as alike
    where companies.id = any(${companyIds}::uuid[])
      and (companies.awaiting_since is not null
        or (companies.verified_at is not null and companies.name_confirmed_at is null))
    order by companies.id`.execute(tx);
  const found = Map.groupBy(rows, (row) => row.of);
  return new Map([...found].map(([id, own]) => [id, own.map(({ of: _, ...alike }) => alike)]));
}
