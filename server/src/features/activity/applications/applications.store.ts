import type { ApplicationActor, ApplicationStatus } from '@rolecall/contract';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type ApplicationRow = Selectable<Schema['applications']>;

/** What an application needs to know of its job. */
export interface JobToApplyFor {
  readonly id: string;
  readonly title: string;
  readonly company_id: string;
  readonly company_name: string;
  readonly source_id: string | null;
  readonly apply_url: string | null;
  readonly status: 'open' | 'closed';
  readonly deadline_at: Date | null;
}

/** The job as it stays until the transaction ends: who closes it meanwhile waits. */
export async function holdJob(tx: Tx, id: string): Promise<JobToApplyFor | undefined> {
  return tx
    .selectFrom('jobs')
    .select(['id', 'title', 'company_id', 'company_name', 'source_id', 'apply_url', 'status', 'deadline_at'])
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
}

export async function isJobOfCompany(tx: Tx, id: string, companyId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('jobs')
    .select('id')
    .where('id', '=', id)
    .where('company_id', '=', companyId)
    .executeTakeFirst();
  return row !== undefined;
}

/** False when the person has applied for this job already; an attempt that is still under way is waited for. */
export async function insertApplication(
  tx: Tx,
  application: Insertable<Schema['applications']>,
): Promise<boolean> {
  const result = await tx
    .insertInto('applications')
    .values(application)
    .onConflict((conflict) => conflict.constraint('applications_once').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertEvent(tx: Tx, event: Insertable<Schema['application_events']>): Promise<void> {
  await tx.insertInto('application_events').values(event).execute();
}

/** An application with what the other side is told. */
export interface LockedApplication extends ApplicationRow {
  readonly title: string;
  readonly company_name: string;
  readonly applicant_name: string;
}

/** Locks an application and reads it with what the other side is told. */
export async function lockApplication(tx: Tx, id: string): Promise<LockedApplication | undefined> {
  return tx
    .selectFrom('applications')
    .innerJoin('jobs', 'jobs.id', 'applications.job_id')
    .innerJoin('users', 'users.id', 'applications.user_id')
    .selectAll('applications')
    .select(['jobs.title', 'jobs.company_name', 'users.name as applicant_name'])
    .where('applications.id', '=', id)
    .forUpdate('applications')
    .executeTakeFirst();
}

export async function updateStatus(tx: Tx, id: string, status: ApplicationStatus, now: Date): Promise<void> {
  await tx.updateTable('applications').set({ status, updated_at: now }).where('id', '=', id).execute();
}

/** An application with all that its two sides see of it. */
export interface ApplicationView extends ApplicationRow {
  readonly job_title: string;
  readonly company_name: string;
  readonly places: readonly string[];
  readonly job_status: 'open' | 'closed';
  readonly applicant_name: string;
  readonly applicant_email: string;
  readonly headline: string | null;
  readonly resume_file_name: string | null;
  readonly resume_media_type: string | null;
  readonly resume_size: number | null;
  readonly resume_created_at: Date | null;
}

const selectViews = (tx: Tx) =>
  tx
    .selectFrom('applications')
    .innerJoin('jobs', 'jobs.id', 'applications.job_id')
    .innerJoin('users', 'users.id', 'applications.user_id')
    .leftJoin('profiles', 'profiles.user_id', 'applications.user_id')
    .leftJoin('resumes', 'resumes.id', 'applications.resume_id')
    .selectAll('applications')
    .select([
      'jobs.title as job_title',
      'jobs.company_name',
      'jobs.places',
      'jobs.status as job_status',
      'users.name as applicant_name',
      'users.email as applicant_email',
      'profiles.headline',
      'resumes.file_name as resume_file_name',
      'resumes.media_type as resume_media_type',
      'resumes.size as resume_size',
      'resumes.created_at as resume_created_at',
    ]);

export async function selectApplication(tx: Tx, id: string): Promise<ApplicationView | undefined> {
  return selectViews(tx).where('applications.id', '=', id).executeTakeFirst();
}

/** Whose applications a list shows. */
export type ApplicationScope = { readonly userId: string } | { readonly jobId: string };

export interface ApplicationPage {
  readonly status: ApplicationStatus | undefined;
  readonly after: { readonly createdAt: string; readonly id: string } | null;
  readonly limit: number;
}

/** Applications of a person or for a job, the newest first. */
export async function selectApplications(
  tx: Tx,
  scope: ApplicationScope,
  { status, after, limit }: ApplicationPage,
): Promise<ApplicationView[]> {
  let query = selectViews(tx)
    .orderBy('applications.created_at', 'desc')
    .orderBy('applications.id', 'desc')
    .limit(limit);
  query =
    'userId' in scope
      ? query.where('applications.user_id', '=', scope.userId)
      : query.where('applications.job_id', '=', scope.jobId);
  if (status !== undefined) query = query.where('applications.status', '=', status);
  if (after !== null) {
    query = query.where(
      sql<boolean>`(applications.created_at, applications.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`,
    );
  }
  return query.execute();
}

export interface EventRow {
  readonly from_status: ApplicationStatus | null;
  readonly to_status: ApplicationStatus;
  readonly actor: ApplicationActor;
  readonly note: string;
  readonly created_at: Date;
}

/** The history of an application, the oldest first. It has no more steps than there are statuses. */
export async function selectEvents(tx: Tx, applicationId: string): Promise<EventRow[]> {
  return tx
    .selectFrom('application_events')
    .select(['from_status', 'to_status', 'actor', 'note', 'created_at'])
    .where('application_id', '=', applicationId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function selectApplicationId(
  tx: Tx,
  userId: string,
  jobId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('applications')
    .select('id')
    .where('user_id', '=', userId)
    .where('job_id', '=', jobId)
    .executeTakeFirst();
  return row?.id;
}

export async function selectNumbers(
  tx: Tx,
  jobIds: readonly string[],
): Promise<{ job_id: string; total: number; unviewed: number }[]> {
  return tx
    .selectFrom('applications')
    .select(({ fn }) => [
      'job_id',
      fn.countAll<number>().as('total'),
      fn.countAll<number>().filterWhere('status', '=', 'submitted').as('unviewed'),
    ])
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`)
    .groupBy('job_id')
    .execute();
}

export async function selectStatuses(
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

/**
 * How many applications each of these people made in the period, or their company got, and how often the status of one
 * changed; in the order of the periods.
 */
export async function countActivity(
  tx: Tx,
  periods: readonly { readonly userId: string; readonly from: Date; readonly until: Date }[],
): Promise<{ applications: number; application_changes: number }[]> {
  const { rows } = await sql<{ applications: number; application_changes: number }>`
    select counted.applications, counted.application_changes
    from unnest(${periods.map(({ userId }) => userId)}::uuid[],
      ${periods.map(({ from }) => from)}::timestamptz[], ${periods.map(({ until }) => until)}::timestamptz[])
      with ordinality as period (user_id, starts, ends, place)
    cross join lateral (
      select count(*) filter (where application_events.from_status is null)::integer as applications,
        count(*) filter (where application_events.from_status is not null)::integer as application_changes
      from (
        select id from applications where user_id = period.user_id and updated_at >= period.starts
        union
        select applications.id
        from company_members
          join jobs on jobs.company_id = company_members.company_id
          join applications on applications.job_id = jobs.id
        where company_members.user_id = period.user_id and applications.updated_at >= period.starts
      ) as own
      join application_events on application_events.application_id = own.id
      where application_events.created_at >= period.starts and application_events.created_at < period.ends
    ) as counted
    order by period.place`.execute(tx);
  return rows;
}

/** Those of these pairs of person and job where the person has applied, as `<user> <job>`. */
export async function selectAppliedJobs(
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
