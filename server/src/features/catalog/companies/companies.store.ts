import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface CompanyRow {
  readonly id: string;
  readonly name: string;
}

export interface NewCompany extends CompanyRow {
  readonly normalized_name: string;
  readonly created_at: Date;
}

export async function insertRecruiterCompany(tx: Tx, company: NewCompany, userId: string): Promise<void> {
  await tx
    .insertInto('companies')
    .values({ ...company, origin: 'recruiter' })
    .execute();
  await tx
    .insertInto('company_members')
    .values({ company_id: company.id, user_id: userId, created_at: company.created_at })
    .execute();
}

export async function findCompanyOfMember(tx: Tx, userId: string): Promise<CompanyRow | undefined> {
  return tx
    .selectFrom('company_members as member')
    .innerJoin('companies as company', 'company.id', 'member.company_id')
    .where('member.user_id', '=', userId)
    .select(['company.id', 'company.name'])
    .executeTakeFirst();
}

export async function findMembers(tx: Tx, companyId: string): Promise<{ user_id: string }[]> {
  return tx
    .selectFrom('company_members')
    .where('company_id', '=', companyId)
    .orderBy('user_id')
    .select('user_id')
    .execute();
}

/** Adds those that are missing; a name that another run adds at the same moment stays as that run wrote it. */
export async function insertSourceCompanies(tx: Tx, companies: readonly NewCompany[]): Promise<void> {
  await sql`
    insert into companies (id, name, normalized_name, origin, created_at)
    select id, name, normalized_name, 'source', created_at
    from jsonb_to_recordset(${JSON.stringify(companies)}::jsonb)
      as company (id uuid, name text, normalized_name text, created_at timestamptz)
    order by normalized_name
    on conflict (normalized_name) where origin = 'source' do nothing
  `.execute(tx);
}

export async function findSourceCompanies(
  tx: Tx,
  normalizedNames: readonly string[],
): Promise<{ id: string; name: string; normalized_name: string }[]> {
  return tx
    .selectFrom('companies')
    .where('origin', '=', 'source')
    .where('normalized_name', '=', sql<string>`any(${normalizedNames}::text[])`)
    .select(['id', 'name', 'normalized_name'])
    .execute();
}
