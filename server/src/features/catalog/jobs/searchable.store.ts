import type { EmploymentType, Seniority, Workplace } from '@rolecall/contract';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** An open posting that anybody may see, with all that a search looks at. */
export interface SearchableJob {
  readonly id: string;
  /** The vacancy that it belongs to. */
  readonly vacancy: string;
  readonly title: string;
  readonly companyId: string;
  readonly company: string;
  readonly department: string | null;
  /** The beginning of its text. */
  readonly text: string;
  readonly skills: readonly string[];
  readonly places: readonly string[];
  readonly workplace: Workplace | null;
  readonly employmentType: EmploymentType | null;
  readonly seniority: Seniority | null;
  readonly sourceId: string | null;
  /** The upper end of stated pay in a year. */
  readonly payAnnual: number | null;
  readonly payCurrency: string | null;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
}

/** Which form of a posting there is. */
export interface JobRevision {
  readonly vacancy: string;
  readonly id: string;
  readonly updatedAt: Date;
}

const mostCharacters = 20_000;
const isSearchable: RawBuilder<SqlBool> = sql`status = 'open' and hold <> 'hidden'`;

/** The open postings of these vacancies. */
export async function selectSearchable(tx: Tx, vacancies: readonly string[]): Promise<SearchableJob[]> {
  return tx
    .selectFrom('jobs')
    .select([
      'id',
      'cluster_id as vacancy',
      'title',
      'company_id as companyId',
      'company_name as company',
      'department',
      'skills',
      'places',
      'workplace',
      'employment_type as employmentType',
      'seniority',
      'source_id as sourceId',
      'pay_annual as payAnnual',
      'pay_currency as payCurrency',
      'published_at as publishedAt',
      'updated_at as updatedAt',
    ])
    .select(sql<string>`left(description_text, ${mostCharacters})`.as('text'))
    .where('cluster_id', '=', sql<string>`any(${vacancies}::uuid[])`)
    .where(isSearchable)
    .execute();
}

/** The open postings in the order of their vacancies, from after a position. */
export async function selectRevisions(
  tx: Tx,
  after: JobRevision | null,
  limit: number,
): Promise<JobRevision[]> {
  let query = revisions(tx).orderBy('cluster_id').orderBy('id').limit(limit);
  if (after !== null) {
    query = query.where(sql<boolean>`(cluster_id, id) > (${after.vacancy}::uuid, ${after.id}::uuid)`);
  }
  return query.execute();
}

/** The open postings of these vacancies, in the order of the vacancies. */
export async function selectRevisionsOf(tx: Tx, vacancies: readonly string[]): Promise<JobRevision[]> {
  return revisions(tx)
    .where('cluster_id', '=', sql<string>`any(${vacancies}::uuid[])`)
    .orderBy('cluster_id')
    .orderBy('id')
    .execute();
}

const revisions = (tx: Tx) =>
  tx
    .selectFrom('jobs')
    .select(['cluster_id as vacancy', 'id', 'updated_at as updatedAt'])
    .where(isSearchable);

/** Postings, open or not, that were changed since, from after a position, in the order of their changes. */
export async function selectChangedSince(
  tx: Tx,
  since: Date,
  after: JobRevision | null,
  limit: number,
): Promise<JobRevision[]> {
  let query = tx
    .selectFrom('jobs')
    .select(['cluster_id as vacancy', 'id', 'updated_at as updatedAt'])
    .where('updated_at', '>=', since)
    .orderBy('updated_at')
    .orderBy('id')
    .limit(limit);
  if (after !== null) {
    // A moment is read in milliseconds, while the database may know it better.
    query = query.where(
      sql<boolean>`(date_trunc('milliseconds', updated_at), id) > (${after.updatedAt}, ${after.id}::uuid)`,
    );
  }
  return query.execute();
}

/** The vacancies that these postings belong to. */
export async function selectVacanciesOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('jobs')
    .select('cluster_id')
    .distinct()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return rows.map(({ cluster_id }) => cluster_id);
}
