import { type ApplicationStatus, allowedTransitions, applicationStatuses } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { ApplicationRow } from './applications.store.ts';

/** What others need to know of an application. */
export type ApplicationBrief = Pick<
  ApplicationRow,
  'id' | 'user_id' | 'job_id' | 'company_id' | 'status' | 'created_at'
>;

/** These applications by their ids; those that are gone are left out. */
export async function findApplicationBriefs(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ApplicationBrief>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('applications')
    .select(['id', 'user_id', 'job_id', 'company_id', 'status', 'created_at'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Applications without an answer that were made in a span of time, in the order of their ids. */
export async function listUnanswered(
  tx: Tx,
  { from, until }: { readonly from: Date; readonly until: Date },
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('applications')
    .select('id')
    .where('status', '=', 'submitted')
    .where('created_at', '>', from)
    .where('created_at', '<', until)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Who has applied for a job and not withdrawn, in the order of the applications' ids. */
export async function listApplicants(
  tx: Tx,
  jobId: string,
  after: string | null,
  limit: number,
): Promise<{ id: string; user_id: string }[]> {
  return tx
    .selectFrom('applications')
    .select(['id', 'user_id'])
    .where('job_id', '=', jobId)
    .where('status', '<>', 'withdrawn')
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

const waiting = applicationStatuses.filter((status) => allowedTransitions(status, 'recruiter').length > 0);

/** Who has applied for a job and waits for what becomes of it, in the order of the applications' ids. */
export async function listWaitingApplicants(
  tx: Tx,
  jobId: string,
  after: string | null,
  limit: number,
): Promise<{ id: string; user_id: string }[]> {
  return tx
    .selectFrom('applications')
    .select(['id', 'user_id'])
    .where('job_id', '=', jobId)
    .where('status', 'in', waiting)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The statuses of those of these applications that there are. */
export async function findStatuses(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ApplicationStatus>> {
  const rows = await tx
    .selectFrom('applications')
    .select(['id', 'status'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** Those of these pairs of person and job where the person has applied, as `<user> <job>`. */
export async function findAppliedJobs(
  tx: Tx,
  pairs: readonly { readonly user_id: string; readonly job_id: string }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ user_id: string; job_id: string }>`
    select applications.user_id, applications.job_id
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as given (user_id uuid, job_id uuid)
    join applications
      on applications.user_id = given.user_id and applications.job_id = given.job_id`.execute(tx);
  return new Set(rows.map(({ user_id, job_id }) => `${user_id} ${job_id}`));
}
