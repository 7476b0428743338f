import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A domain that companies have shown or tried. */
export interface DomainTrace {
  readonly company_id: string;
  readonly domain: string;
  readonly likeness: string;
  /** False: it was only tried, and may be anybody's. */
  readonly is_shown: boolean;
}

/** Keeps them; what was shown once stays so. */
export async function insertTraces(tx: Tx, traces: readonly DomainTrace[]): Promise<void> {
  if (traces.length === 0) return;
  await sql`
    insert into company_domains (company_id, domain, likeness, is_shown)
    select company_id, domain, likeness, is_shown
    from jsonb_to_recordset(${JSON.stringify(traces)}::jsonb)
      as trace (company_id uuid, domain text, likeness text, is_shown boolean)
    on conflict (company_id, domain) do update set is_shown = company_domains.is_shown or excluded.is_shown`.execute(
    tx,
  );
}

export async function countTraces(tx: Tx, companyId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('company_domains')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Forgets the domains of those of these companies that nothing was said against. */
export async function deleteTraces(tx: Tx, companyIds: readonly string[]): Promise<void> {
  await sql`
    delete from company_domains using companies
    where companies.id = company_domains.company_id and companies.id = any(${companyIds}::uuid[])
      and companies.refused_at is null and companies.hidden_at is null`.execute(tx);
}

/** The domains and addresses by which these companies have come so far. */
export async function findShown(
  tx: Tx,
  companyIds: readonly string[],
): Promise<{ company_id: string; domains: string[]; tried: string | null; addresses: string[] }[]> {
  const { rows } = await sql<{
    company_id: string;
    domains: string[];
    tried: string | null;
    addresses: string[];
  }>`
    select companies.id as company_id,
      array_remove(array[companies.verified_domain, companies.awaiting_domain], null) as domains,
      (select proof.domain from company_proofs as proof where proof.company_id = companies.id) as tried,
      array(
        select people.email from company_members as member join people on people.id = member.user_id
        where member.company_id = companies.id
      ) as addresses
    from companies
    where companies.id = any(${companyIds}::uuid[]) and companies.origin = 'recruiter'`.execute(tx);
  return rows;
}

/**
 * The unverified companies that have shown a domain of this one, itself among them, the newest first. Companies of one domain that
 * ask at once wait for each other until the transaction ends.
 */
export async function lockSisters(tx: Tx, companyId: string, limit: number): Promise<string[]> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(domain, 79)) from (
      select domain from company_domains where company_id = ${companyId} and is_shown order by domain
    ) as own`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    select distinct companies.id, companies.created_at
    from company_domains as own
    join company_domains as theirs on theirs.likeness = own.likeness and theirs.domain = own.domain and theirs.is_shown
    join companies on companies.id = theirs.company_id and companies.verified_at is null
    where own.company_id = ${companyId} and own.is_shown and companies.id <> ${companyId}
    order by companies.created_at desc, companies.id
    limit ${limit}`.execute(tx);
  return [companyId, ...rows.map(({ id }) => id)];
}
