import type { CompanyState } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { isInNameReview } from './likeness.store.ts';
import type { CompanyRecord } from './trust.store.ts';

const conditions = {
  name_review: isInNameReview,
  unverified: sql<boolean>`origin = 'recruiter' and verified_at is null and refused_at is null and hidden_at is null`,
  verified: sql<boolean>`verified_at is not null and hidden_at is null`,
  refused: sql<boolean>`refused_at is not null`,
  hidden: sql<boolean>`hidden_at is not null`,
  source: sql<boolean>`origin = 'source' and hidden_at is null`,
} as const satisfies Readonly<Record<CompanyState, unknown>>;

/** Companies, the newest first. */
export async function selectCompanies(
  tx: Tx,
  sought: { readonly q: string; readonly state: CompanyState | undefined },
  after: { readonly at: Date; readonly id: string } | null,
  limit: number,
): Promise<CompanyRecord[]> {
  const { q, state } = sought;
  const typed = q.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`);
  return tx
    .selectFrom('companies')
    .selectAll()
    .$if(typed !== '', (query) =>
      query.where(sql<boolean>`(lower(name) like ${`%${typed}%`} or verified_domain like ${`${typed}%`})`),
    )
    .$if(state !== undefined, (query) => query.where(conditions[state ?? 'unverified']))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.at}, ${after?.id}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
