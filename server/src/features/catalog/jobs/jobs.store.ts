import { type Insertable, sql, type Updateable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';
import { detailColumns, summaryColumns } from './columns.ts';
import type { JobRow, JobSummaryRow } from './rows.ts';
import type { JobHold } from './tables.ts';

export async function insertJob(tx: Tx, job: Insertable<Schema['jobs']>): Promise<void> {
  await tx.insertInto('jobs').values(job).execute();
}

export async function updateJob(tx: Tx, id: string, change: Updateable<Schema['jobs']>): Promise<void> {
  await tx.updateTable('jobs').set(change).where('id', '=', id).execute();
}

/** The jobs with these ids, in no particular order; unknown ids are left out. */
export async function selectJobs(tx: Tx, ids: readonly string[]): Promise<JobRow[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('jobs')
    .select([...summaryColumns, ...detailColumns])
    .where('jobs.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}

/** A job of a company, locked against changes by others until the transaction ends. */
export async function lockJobOfCompany(tx: Tx, id: string, companyId: string): Promise<JobRow | undefined> {
  return tx
    .selectFrom('jobs')
    .select([...summaryColumns, ...detailColumns])
    .where('jobs.id', '=', id)
    .where('jobs.company_id', '=', companyId)
    .forUpdate()
    .executeTakeFirst();
}

/** Jobs of a company, the newest first, from after a position in that order. */
export async function selectCompanyJobs(
  tx: Tx,
  companyId: string,
  page: {
    readonly status: 'open' | 'closed' | undefined;
    readonly after: { readonly publishedAt: Date; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<(JobSummaryRow & { readonly hold: JobHold })[]> {
  let query = tx
    .selectFrom('jobs')
    .select(summaryColumns)
    .select('jobs.hold')
    .where('jobs.company_id', '=', companyId)
    .orderBy('jobs.published_at', 'desc')
    .orderBy('jobs.id', 'desc')
    .limit(page.limit);
  if (page.status !== undefined) query = query.where('jobs.status', '=', page.status);
  if (page.after !== null) {
    const { publishedAt, id } = page.after;
    query = query.where(sql<boolean>`(jobs.published_at, jobs.id) < (${publishedAt}, ${id}::uuid)`);
  }
  return query.execute();
}

/** Closes some of the open jobs whose deadline has passed; answers which. */
export async function closeExpired(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update jobs
    set status = 'closed', closed_at = ${now}, closed_reason = 'deadline', updated_at = ${now}
    where id in (
      select id from jobs
      where status = 'open' and deadline_at <= ${now}
      order by deadline_at
      limit ${limit}
      for update skip locked
    )
    returning id
  `.execute(tx);
  return rows.map(({ id }) => id);
}
