import type { ApplicationStatus } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/**
 * How many applications jobs have, and how many of them no recruiter has looked at: one whose rejection is pending has been.
 * Jobs without any are left out.
 */
export async function countApplications(
  tx: Tx,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly total: number; readonly unviewed: number }>> {
  const rows = await tx
    .selectFrom('applications')
    .select(({ fn }) => [
      'job_id',
      fn.countAll<number>().as('total'),
      fn
        .countAll<number>()
        .filterWhere('status', '=', 'submitted')
        .filterWhere(
          sql<boolean>`not exists (select from pending_rejections where application_id = applications.id)`,
        )
        .as('unviewed'),
    ])
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`)
    .groupBy('job_id')
    .execute();
  return new Map(rows.map(({ job_id, total, unviewed }) => [job_id, { total, unviewed }]));
}

/** A span of time of a person, who may be the recruiter of a company. */
export interface ActivityPeriod {
  readonly userId: string;
  readonly companyId: string | null;
  readonly from: Date;
  readonly until: Date;
}

/**
 * How many applications each of these people made in the period, or their company got, and how often the status of one
 * changed; in the order of the periods.
 */
export async function countActivity(
  tx: Tx,
  periods: readonly ActivityPeriod[],
): Promise<{ applications: number; application_changes: number }[]> {
  const { rows } = await sql<{ applications: number; application_changes: number }>`
    select counted.applications, counted.application_changes
    from unnest(${periods.map(({ userId }) => userId)}::uuid[], ${periods.map(({ companyId }) => companyId)}::uuid[],
      ${periods.map(({ from }) => from)}::timestamptz[], ${periods.map(({ until }) => until)}::timestamptz[])
      with ordinality as period (user_id, company_id, starts, ends, place)
    cross join lateral (
      select count(*) filter (where application_events.from_status is null)::integer as applications,
        count(*) filter (where application_events.from_status is not null)::integer as application_changes
      from (
        select id from applications where user_id = period.user_id and updated_at >= period.starts
        union
        select id from applications where company_id = period.company_id and updated_at >= period.starts
      ) as own
      join application_events on application_events.application_id = own.id
      where application_events.created_at >= period.starts and application_events.created_at < period.ends
    ) as counted
    order by period.place`.execute(tx);
  return rows;
}

/** How many applications a person has made, counted up to a limit. */
export async function countOwn(tx: Tx, userId: string, limit: number): Promise<number> {
  const rows = await tx
    .selectFrom('applications')
    .select('id')
    .where('user_id', '=', userId)
    .limit(limit)
    .execute();
  return rows.length;
}

/** How many applications of a person have ever had this status, counted up to a limit. */
export async function countReached(
  tx: Tx,
  userId: string,
  status: ApplicationStatus,
  limit: number,
): Promise<number> {
  const rows = await tx
    .selectFrom('applications')
    .innerJoin('application_events', 'application_events.application_id', 'applications.id')
    .select('applications.id')
    .where('applications.user_id', '=', userId)
    .where('application_events.to_status', '=', status)
    .limit(limit)
    .execute();
  return rows.length;
}

export async function countAllApplications(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('applications')
    .select((query) => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
