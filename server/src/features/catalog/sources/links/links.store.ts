import type { LinkFinding } from '@rolecall/contract';
import { type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../../platform/db/index.ts';

export type LinkCheckRow = Selectable<Schema['job_link_checks']>;

/** Has the links of jobs looked at from now on, the sooner the longer nobody has; a job that has its turn keeps it. */
export async function enrolLinks(
  tx: Tx,
  jobs: readonly { readonly id: string; readonly url: string }[],
  now: Date,
): Promise<void> {
  if (jobs.length === 0) return;
  await sql`
    insert into job_link_checks as stored (job_id, url, due_at)
    select id, url, ${now}::timestamptz from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as wanted (id uuid, url text)
    order by id
    on conflict (job_id) do update set
      url = excluded.url, due_at = excluded.due_at, etag = null, last_modified = null, finding = null, found_since = null,
      failures = 0
    where stored.url <> excluded.url`.execute(tx);
}

/** Forgets the looks of jobs that need none, unless somebody waits for the answer. */
export async function dropLinks(tx: Tx, jobIds: readonly string[]): Promise<void> {
  if (jobIds.length === 0) return;
  await tx
    .deleteFrom('job_link_checks')
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`)
    .where('is_asked', '=', false)
    .execute();
}

/** Asks for a look at the link of a job at once, but not sooner after another than so; a page that was found gone keeps its pause. */
export async function askForLook(
  tx: Tx,
  job: { readonly id: string; readonly url: string },
  { now, leastBetweenMs }: { readonly now: Date; readonly leastBetweenMs: number },
): Promise<void> {
  const soonest = sql`greatest(${now}::timestamptz, stored.checked_at + ${leastBetweenMs / 1_000} * interval '1 second')`;
  await sql`
    insert into job_link_checks as stored (job_id, url, due_at, is_asked)
    values (${job.id}, ${job.url}, ${now}, true)
    on conflict (job_id) do update set
      is_asked = true,
      due_at = case when stored.finding = 'gone' then stored.due_at else coalesce(${soonest}, ${now}) end`.execute(
    tx,
  );
}

/**
 * Takes links whose turn it is, those that somebody waits for first, and moves their turn on: whoever dies with them has them
 * taken by another one then. Of one host only some are taken.
 */
export async function claimLinks(
  tx: Tx,
  { now, until, limit }: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<LinkCheckRow[]> {
  const { rows } = await sql<LinkCheckRow>`
    update job_link_checks set due_at = ${until}
    where job_id in (
      select job_id from job_link_checks where due_at <= ${now}
      order by is_asked desc, due_at, job_id limit ${limit}
      for update skip locked
    )
    returning *`.execute(tx);
  return rows;
}

export async function lockLink(tx: Tx, jobId: string): Promise<LinkCheckRow | undefined> {
  return tx
    .selectFrom('job_link_checks')
    .selectAll()
    .where('job_id', '=', jobId)
    .forUpdate()
    .executeTakeFirst();
}

export async function findLinks(
  tx: Tx,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, LinkCheckRow>> {
  if (jobIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('job_link_checks')
    .selectAll()
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.job_id, row]));
}

/** Waits as the other side has asked, without a finding. */
export async function postponeLink(tx: Tx, jobId: string, dueAt: Date): Promise<void> {
  await tx.updateTable('job_link_checks').set({ due_at: dueAt }).where('job_id', '=', jobId).execute();
}

export async function writeLook(
  tx: Tx,
  jobId: string,
  look: {
    readonly finding: LinkFinding;
    readonly status: number | null;
    readonly final_url: string | null;
    readonly detail: string;
    readonly found_since: Date;
    readonly checked_at: Date;
    readonly due_at: Date;
    readonly failures: number;
    readonly etag: string | null;
    readonly last_modified: string | null;
    readonly is_asked: boolean;
  },
): Promise<void> {
  await tx.updateTable('job_link_checks').set(look).where('job_id', '=', jobId).execute();
}

export async function removeLink(tx: Tx, jobId: string): Promise<void> {
  await tx.deleteFrom('job_link_checks').where('job_id', '=', jobId).execute();
}
