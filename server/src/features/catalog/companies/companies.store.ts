import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface CompanyRow {
  readonly id: string;
  readonly name: string;
}

export interface NewCompany extends CompanyRow {
  readonly normalized_name: string;
  readonly likeness: string;
  readonly created_at: Date;
}

export async function insertRecruiterCompany(
  tx: Tx,
  company: NewCompany & { readonly likenesses: string[] },
  userId: string,
): Promise<void> {
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

/** The domains that mails have proved for a company: the one that counts, and the one that waits; null: none, or by other means. */
export async function findMailProofs(
  tx: Tx,
  companyId: string,
): Promise<{ readonly verified: string | null; readonly awaiting: string | null } | undefined> {
  return tx
    .selectFrom('companies')
    .select(sql<string | null>`case when verified_by = 'mail' then verified_domain end`.as('verified'))
    .select(sql<string | null>`case when awaiting_by = 'mail' then awaiting_domain end`.as('awaiting'))
    .where('id', '=', companyId)
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
    insert into companies (id, name, normalized_name, likeness, origin, created_at)
    select id, name, normalized_name, likeness, 'source', created_at
    from jsonb_to_recordset(${JSON.stringify(companies)}::jsonb)
      as company (id uuid, name text, normalized_name text, likeness text, created_at timestamptz)
    order by normalized_name
    on conflict (normalized_name) where origin = 'source' do nothing
  `.execute(tx);
}

export async function findSourceCompanies(
  tx: Tx,
  normalizedNames: readonly string[],
): Promise<{ id: string; name: string; normalized_name: string; hidden: boolean }[]> {
  return tx
    .selectFrom('companies')
    .where('origin', '=', 'source')
    .where('normalized_name', '=', sql<string>`any(${normalizedNames}::text[])`)
    .select(['id', 'name', 'normalized_name'])
    .select(sql<boolean>`hidden_at is not null`.as('hidden'))
    .execute();
}

/** The companies whose only member is this person. */
export async function findCompaniesOnlyOf(tx: Tx, userId: string): Promise<string[]> {
  const { rows } = await sql<{ company_id: string }>`
    select own.company_id from company_members as own
    where own.user_id = ${userId} and not exists (
      select from company_members as other
      where other.company_id = own.company_id and other.user_id <> own.user_id
    )`.execute(tx);
  return rows.map(({ company_id }) => company_id);
}

/** The recruiters of these companies. */
export async function findMembersOf(
  tx: Tx,
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (companyIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('company_members')
    .select(['company_id', 'user_id'])
    .where(sql<boolean>`company_id = any(${companyIds}::uuid[])`)
    .execute();
  const members = Map.groupBy(rows, ({ company_id }) => company_id);
  return new Map([...members].map(([id, own]) => [id, own.map(({ user_id }) => user_id)]));
}

/** The companies of these recruiters, by the ids of both; people without one are left out. */
export async function findCompaniesOf(
  tx: Tx,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('company_members')
    .select(['company_id', 'user_id'])
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .execute();
  return new Map(rows.map(({ company_id, user_id }) => [user_id, company_id]));
}
