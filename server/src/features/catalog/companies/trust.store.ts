import type { CompanyDoubt, CompanyProofMethod, CompanyTrust, PostingRule } from '@rolecall/contract';
import { type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';
import { lockSkeleton } from './likeness.store.ts';

export type CompanyRecord = Selectable<Schema['companies']>;
export type ProofRow = Selectable<Schema['company_proofs']>;

/** How a company stands. */
export interface CompanyStanding {
  readonly id: string;
  readonly name: string;
  readonly trust: CompanyTrust;
  /** The domain that it has proven; null without a proof, and where the word of an operator stands for it. */
  readonly domain: string | null;
  readonly hidden: boolean;
  /** What becomes of its postings while it is unverified; null: what the rule of the instance says. */
  readonly postingRule: PostingRule | null;
}

export const trustOf = ({
  origin,
  verified_at,
}: Pick<CompanyRecord, 'origin' | 'verified_at'>): CompanyTrust => {
  if (origin === 'source') return 'source';
  return verified_at === null ? 'unverified' : 'verified';
};

export const standingOf = (company: CompanyRecord): CompanyStanding => ({
  id: company.id,
  name: company.name,
  trust: trustOf(company),
  domain: company.verified_domain,
  hidden: company.hidden_at !== null,
  postingRule: company.posting_rule,
});

/** The company, locked until the transaction ends against others who lock it so; rows that name it can be added. */
export async function lockCompany(tx: Tx, id: string): Promise<CompanyRecord | undefined> {
  return tx.selectFrom('companies').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

export async function selectCompany(tx: Tx, id: string): Promise<CompanyRecord | undefined> {
  return tx.selectFrom('companies').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The verified company with this skeleton. */
export async function findVerified(tx: Tx, skeleton: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('companies')
    .select('id')
    .where('skeleton', '=', skeleton)
    .executeTakeFirst();
  return row?.id;
}

/** Takes a company as verified; false: another one with such a name is. */
export async function markVerified(
  tx: Tx,
  id: string,
  verified: {
    readonly skeleton: string;
    readonly at: Date;
    readonly by: CompanyProofMethod;
    readonly domain: string | null;
    readonly domainLikeness: string | null;
    /** The TXT record that has shown it, and when it was seen. */
    readonly record: string | null;
    readonly recordSeenAt: Date;
    /** Null: no operator has said whose name it is. */
    readonly nameConfirmedAt: Date | null;
  },
): Promise<boolean> {
  const { skeleton, at, by, domain, domainLikeness, record, recordSeenAt, nameConfirmedAt } = verified;
  await lockSkeleton(tx, skeleton);
  const { rows } = await sql`
    update companies set skeleton = ${skeleton}, verified_at = ${at}, verified_by = ${by}, verified_domain = ${domain},
      domain_likeness = ${domainLikeness}, name_confirmed_at = ${nameConfirmedAt},
      refused_at = null, refusal = null, posting_rule = null, record_value = ${record},
      record_checked_at = ${record === null ? null : recordSeenAt}, record_missing_since = null,
      awaiting_domain = null, awaiting_by = null, awaiting_record = null, awaiting_since = null, awaiting_doubts = '{}'
    where id = ${id} and not exists (
      select from companies as other where other.skeleton = ${skeleton} and other.id <> companies.id
    )
    returning id`.execute(tx);
  return rows.length > 0;
}

/** Says that an operator has looked at the name of a verified company. */
export async function markNameConfirmed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('companies').set({ name_confirmed_at: at }).where('id', '=', id).execute();
}

const nothingAwaits = {
  awaiting_domain: null,
  awaiting_by: null,
  awaiting_record: null,
  awaiting_since: null,
  awaiting_doubts: [],
};

/** Keeps a proof until an operator has looked at the name; the one before is dropped. */
export async function markAwaiting(
  tx: Tx,
  id: string,
  proof: {
    readonly domain: string;
    readonly by: 'mail' | 'dns';
    readonly record: string | null;
    readonly doubts: CompanyDoubt[];
  },
  since: Date,
): Promise<void> {
  await tx
    .updateTable('companies')
    .set({
      awaiting_domain: proof.domain,
      awaiting_by: proof.by,
      awaiting_record: proof.record,
      awaiting_since: since,
      awaiting_doubts: proof.doubts,
    })
    .where('id', '=', id)
    .execute();
}

export async function clearAwaiting(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('companies')
    .set(nothingAwaits)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('awaiting_since', 'is not', null)
    .execute();
}

export async function markUnverified(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .updateTable('companies')
    .set({
      ...{ skeleton: null, verified_at: null, verified_by: null, verified_domain: null },
      ...{ domain_likeness: null, name_confirmed_at: null },
      ...{ record_value: null, record_checked_at: null, record_missing_since: null },
    })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('verified_at', 'is not', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Says that a company is not believed; its postings are held wholly. */
export async function markRefused(tx: Tx, id: string, at: Date, reason: string): Promise<void> {
  await tx
    .updateTable('companies')
    .set({ refused_at: at, refusal: reason, posting_rule: 'held', ...nothingAwaits })
    .where('id', '=', id)
    .execute();
}

export async function setPostingRuleOf(tx: Tx, id: string, rule: PostingRule | null): Promise<void> {
  await tx.updateTable('companies').set({ posting_rule: rule }).where('id', '=', id).execute();
}

/** Takes those of these companies out of sight whose recruiters are all disabled. */
export async function hideDisabled(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    update companies set hidden_at = ${at}
    where id = any(${ids}::uuid[]) and hidden_at is null
      and exists (select from company_standings as standing where standing.id = companies.id and standing.hidden)`.execute(
    tx,
  );
}

export async function setHidden(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.updateTable('companies').set({ hidden_at: at }).where('id', '=', id).execute();
}

export async function selectProof(tx: Tx, companyId: string): Promise<ProofRow | undefined> {
  return tx.selectFrom('company_proofs').selectAll().where('company_id', '=', companyId).executeTakeFirst();
}

/** The proof, locked until the transaction ends. */
export async function lockProof(tx: Tx, companyId: string): Promise<ProofRow | undefined> {
  return tx
    .selectFrom('company_proofs')
    .selectAll()
    .where('company_id', '=', companyId)
    .forUpdate()
    .executeTakeFirst();
}

/** Begins a proof, or goes on with another domain: codes and record of the one before are good no more. */
export async function saveProofDomain(
  tx: Tx,
  companyId: string,
  domain: string,
  token: string,
  now: Date,
): Promise<void> {
  await sql`
    insert into company_proofs (company_id, domain, dns_token, mails_since)
    values (${companyId}, ${domain}, ${token}, ${now})
    on conflict (company_id) do update set
      domain = excluded.domain, dns_token = excluded.dns_token, mail_address = null, code_hash = null,
      code_expires_at = null, attempts = 0
    where company_proofs.domain <> excluded.domain`.execute(tx);
}

export async function updateProof(
  tx: Tx,
  companyId: string,
  change: Partial<Omit<ProofRow, 'company_id'>>,
): Promise<void> {
  await tx.updateTable('company_proofs').set(change).where('company_id', '=', companyId).execute();
}

export async function deleteProof(tx: Tx, companyId: string): Promise<void> {
  await tx.deleteFrom('company_proofs').where('company_id', '=', companyId).execute();
}

/** Takes an address out of the proofs, with the code that went there. */
export async function forgetAddress(tx: Tx, address: string): Promise<void> {
  await tx
    .updateTable('company_proofs')
    .set({ mail_address: null, code_hash: null, code_expires_at: null })
    .where('mail_address', '=', address)
    .execute();
}
