import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A domain that companies have shown or tried. */
export interface DomainTrace {
  readonly company_id: string;
  readonly domain: string;
  readonly likeness: string;
}

/** Keeps them; what is known already stays. */
export async function insertTraces(tx: Tx, traces: readonly DomainTrace[]): Promise<void> {
  if (traces.length === 0) return;
  await sql`
    insert into company_domains (company_id, domain, likeness)
    select company_id, domain, likeness
    from jsonb_to_recordset(${JSON.stringify(traces)}::jsonb) as trace (company_id uuid, domain text, likeness text)
    on conflict do nothing`.execute(tx);
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
): Promise<{ company_id: string; domains: string[]; addresses: string[] }[]> {
  const { rows } = await sql<{ company_id: string; domains: string[]; addresses: string[] }>`
    select companies.id as company_id,
      array_remove(array[companies.verified_domain, companies.awaiting_domain, (
        select proof.domain from company_proofs as proof where proof.company_id = companies.id
      )], null) as domains,
      array(
        select people.email from company_members as member join people on people.id = member.user_id
        where member.company_id = companies.id
      ) as addresses
    from companies
    where companies.id = any(${companyIds}::uuid[]) and companies.origin = 'recruiter'`.execute(tx);
  return rows;
}
