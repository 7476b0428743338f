import type { CompanyTrust } from '@rolecall/contract';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A company that the name of another could be taken for. */
export interface LookAlike {
  readonly id: string;
  readonly name: string;
  readonly trust: CompanyTrust;
  readonly domain: string | null;
  readonly refusedAt: Date | null;
  readonly refusal: string | null;
  readonly hidden: boolean;
  /** A domain that both have shown or tried, or two that look alike. */
  readonly sharedDomain: string | null;
}

/** Serializes those who take names or domains that are alike, so that the later one sees the earlier. */
export async function lockLikeness(tx: Tx, likenesses: readonly string[]): Promise<void> {
  for (const likeness of [...new Set(likenesses)].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${likeness}, 78))`.execute(tx);
}

/**
 * Of `companies`: others that an operator has to look at before a proof of this domain counts, some of them several times.
 *
 * Those that people know are found by the name: companies of sources that bear the same, and verified ones of another domain
 * that bear the same or one that is in it. Those that an operator does not believe, or has taken out of sight, and those whose
 * recruiters are all disabled, are found by that as well as by a domain that both have shown or tried.
 */
const alikeTo = (domain: RawBuilder<unknown>) => sql`(
    select known.id, true as is_known, null::text as shared_domain from companies as known
    where (known.likeness = companies.likeness or known.domain_likeness = companies.likeness)
      and (known.origin = 'source' or known.verified_at is not null)
      and (known.verified_domain is null or known.verified_domain is distinct from ${domain})
    union all
    select known.id, true, null from companies as known
    where (known.likeness = any(companies.likenesses) or known.domain_likeness = any(companies.likenesses))
      and known.verified_at is not null
      and (known.verified_domain is null or known.verified_domain is distinct from ${domain})
    union all
    select same.id, false, null from companies as same where same.likeness = any(companies.likenesses)
    union all
    select same.id, false, own.domain from company_domains as own join companies as same on same.likeness = own.likeness
    where own.company_id = companies.id
    union all
    select theirs.company_id, false, theirs.domain from company_domains as theirs
    where theirs.likeness = companies.likeness
    union all
    select theirs.company_id, false, theirs.domain from company_domains as own
    join company_domains as theirs on theirs.likeness = own.likeness
    where own.company_id = companies.id
  ) as alike
  join companies as other on other.id = alike.id and other.id <> companies.id
  join company_standings as standing on standing.id = other.id
    and (alike.is_known or other.refused_at is not null or standing.hidden)`;

/** Whether an operator has to look at other companies before a proof of this domain counts. */
export async function hasLookAlike(
  tx: Tx,
  { id, domain }: { readonly id: string; readonly domain: string },
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from ${alikeTo(sql`${domain}::text`)}) as found
    from companies where companies.id = ${id}`.execute(tx);
  return rows[0]?.found ?? false;
}

/** Serializes those who ask for one name, so that the index has nothing to refuse. */
export async function lockSkeleton(tx: Tx, skeleton: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${skeleton}, 77))`.execute(tx);
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
  readonly origin: 'recruiter' | 'source';
  readonly skeleton: string | null;
  readonly verified_domain: string | null;
}

/** Names from before, locked until the transaction ends; those that another process reads are left out. */
export async function lockUnreadNames(tx: Tx, limit: number): Promise<UnreadName[]> {
  return tx
    .selectFrom('companies')
    .select(['id', 'name', 'origin', 'skeleton', 'verified_domain'])
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
    readonly likenesses: readonly string[] | null;
    readonly domain_likeness: string | null;
  }[],
): Promise<void> {
  await sql`
    update companies set likeness = read.likeness, likenesses = read.likenesses, domain_likeness = read.domain_likeness
    from jsonb_to_recordset(${JSON.stringify(read)}::jsonb)
      as read (id uuid, likeness text, likenesses text[], domain_likeness text)
    where companies.id = read.id`.execute(tx);
}

/** Writes down how the name of a verified company is read now; where another has that skeleton both stay as they are. */
export async function changeSkeleton(tx: Tx, id: string, skeleton: string): Promise<void> {
  await lockSkeleton(tx, skeleton);
  await sql`
    update companies set skeleton = ${skeleton}
    where id = ${id} and skeleton is not null and not exists (
      select from companies as other where other.skeleton = ${skeleton} and other.id <> companies.id
    )`.execute(tx);
}

/** The same for the domain that waits or that is proven. */
const alike = alikeTo(sql`coalesce(companies.awaiting_domain, companies.verified_domain)`);

/**
 * Of `companies`: an operator has to look at the name, since a proof waits for that, or since one that was verified before
 * could be taken for a company that is known, or not believed, by now.
 */
export const isInNameReview: RawBuilder<SqlBool> = sql<SqlBool>`
  (companies.awaiting_since is not null or (
    companies.verified_at is not null and companies.name_confirmed_at is null
    and exists (select from ${alike})
  ))`;

/** Of those of these companies whose names an operator has to look at: what they are held against, some for each. */
export async function findLookAlikes(
  tx: Tx,
  companyIds: readonly string[],
  mostOfEach: number,
): Promise<ReadonlyMap<string, readonly LookAlike[]>> {
  if (companyIds.length === 0) return new Map();
  const { rows } = await sql<LookAlike & { readonly of: string }>`
    select companies.id as of, found.*
    from companies
    cross join lateral (
      select other.id, other.name, other.verified_domain as domain, standing.trust, other.refused_at as "refusedAt",
        other.refusal, standing.hidden, max(alike.shared_domain) as "sharedDomain"
      from ${alike}
      group by other.id, standing.trust, standing.hidden
      order by (other.refused_at is not null or standing.hidden) desc, other.origin desc, other.created_at, other.id
      limit ${mostOfEach}
    ) as found
    where companies.id = any(${companyIds}::uuid[])
      and (companies.awaiting_since is not null
        or (companies.verified_at is not null and companies.name_confirmed_at is null))
    order by companies.id`.execute(tx);
  const found = Map.groupBy(rows, (row) => row.of);
  return new Map([...found].map(([id, own]) => [id, own.map(({ of: _, ...other }) => other)]));
}
