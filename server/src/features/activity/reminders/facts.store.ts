import type { ApplicationStatus, InterviewStatus, Profile } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Scope } from './source.ts';

/** A saved job that can be applied for until a deadline, and was not. */
export interface SavedJob {
  readonly user_id: string;
  readonly job_id: string;
  readonly saved_at: Date;
  readonly title: string;
  readonly company_id: string;
  readonly company_name: string;
  readonly deadline_at: Date;
  readonly time_zone: string;
}

export async function selectSavedJobs(tx: Tx, { ids, userIds }: Scope, now: Date): Promise<SavedJob[]> {
  const within =
    userIds === undefined
      ? sql`job_marks.job_id = any(${ids}::uuid[])`
      : sql`(job_marks.job_id, job_marks.user_id) in (select * from unnest(${ids}::uuid[], ${userIds}::uuid[]))`;
  const { rows } = await sql<SavedJob>`
    select job_marks.user_id, job_marks.job_id, job_marks.created_at as saved_at, jobs.title, jobs.company_id,
      jobs.company_name, jobs.deadline_at, coalesce(profiles.time_zone, 'UTC') as time_zone
    from job_marks
    join jobs on jobs.id = job_marks.job_id
    left join profiles on profiles.user_id = job_marks.user_id
    where ${within} and job_marks.mark = 'saved' and jobs.status = 'open' and jobs.deadline_at > ${now}
      and not exists (
        select from applications
        where applications.job_id = job_marks.job_id and applications.user_id = job_marks.user_id
      )`.execute(tx);
  return rows;
}

/** Pairs of job and person whose deadline lies before a moment, in their order. */
export async function selectSavedNearby(
  tx: Tx,
  { now, until }: { readonly now: Date; readonly until: Date },
  after: readonly [string, string] | null,
  limit: number,
): Promise<{ job_id: string; user_id: string }[]> {
  const beyond =
    after === null
      ? sql`true`
      : sql`(job_marks.job_id, job_marks.user_id) > (${after[0]}::uuid, ${after[1]}::uuid)`;
  const { rows } = await sql<{ job_id: string; user_id: string }>`
    select job_marks.job_id, job_marks.user_id
    from jobs join job_marks on job_marks.job_id = jobs.id and job_marks.mark = 'saved'
    where jobs.status = 'open' and jobs.deadline_at > ${now} and jobs.deadline_at < ${until} and ${beyond}
    order by job_marks.job_id, job_marks.user_id
    limit ${limit}`.execute(tx);
  return rows;
}

/** An interview with its application. */
export interface InterviewFacts {
  readonly id: string;
  readonly application_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly time_zone: string;
  readonly place: string;
  readonly revision: number;
  readonly status: InterviewStatus;
  readonly scheduled_at: Date;
  readonly user_id: string;
  readonly applicant_name: string;
  readonly application_status: ApplicationStatus;
  readonly job_id: string;
  readonly job_title: string;
  readonly company_id: string;
  readonly company_name: string;
}

export async function selectInterviewFacts(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<InterviewFacts[]> {
  return tx
    .selectFrom('interviews')
    .innerJoin('applications', 'applications.id', 'interviews.application_id')
    .innerJoin('jobs', 'jobs.id', 'applications.job_id')
    .innerJoin('users', 'users.id', 'applications.user_id')
    .select([
      'interviews.id',
      'interviews.application_id',
      'interviews.starts_at',
      'interviews.ends_at',
      'interviews.time_zone',
      'interviews.place',
      'interviews.revision',
      'interviews.status',
      'interviews.scheduled_at',
      'applications.user_id',
      'users.name as applicant_name',
      'applications.status as application_status',
      'applications.job_id',
      'jobs.title as job_title',
      'applications.company_id',
      'jobs.company_name',
    ])
    .where(sql<boolean>`interviews.application_id = any(${applicationIds}::uuid[])`)
    .execute();
}

export async function selectMembers(
  tx: Tx,
  companyIds: readonly string[],
): Promise<{ company_id: string; user_id: string }[]> {
  return tx
    .selectFrom('company_members')
    .select(['company_id', 'user_id'])
    .where(sql<boolean>`company_id = any(${companyIds}::uuid[])`)
    .execute();
}

/** Applications with an interview before a moment, in the order of their ids. */
export async function selectInterviewsNearby(
  tx: Tx,
  { now, until }: { readonly now: Date; readonly until: Date },
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('interviews')
    .select('application_id')
    .distinct()
    .where('status', '<>', 'cancelled')
    .where('starts_at', '>', now)
    .where('starts_at', '<', until)
    .$if(after !== null, (query) => query.where('application_id', '>', after ?? ''))
    .orderBy('application_id')
    .limit(limit)
    .execute();
  return rows.map(({ application_id }) => application_id);
}

/** An application that nobody has answered. */
export interface SilentApplication {
  readonly id: string;
  readonly user_id: string;
  readonly created_at: Date;
  readonly job_id: string;
  readonly job_title: string;
  readonly company_id: string;
  readonly company_name: string;
  readonly time_zone: string;
}

export async function selectSilent(tx: Tx, ids: readonly string[]): Promise<SilentApplication[]> {
  return tx
    .selectFrom('applications')
    .innerJoin('jobs', 'jobs.id', 'applications.job_id')
    .leftJoin('profiles', 'profiles.user_id', 'applications.user_id')
    .select([
      'applications.id',
      'applications.user_id',
      'applications.created_at',
      'applications.job_id',
      'jobs.title as job_title',
      'applications.company_id',
      'jobs.company_name',
      sql<string>`coalesce(profiles.time_zone, 'UTC')`.as('time_zone'),
    ])
    .where(sql<boolean>`applications.id = any(${ids}::uuid[])`)
    .where('applications.status', '=', 'submitted')
    .execute();
}

/** Applications without an answer that were made in a span of time, in the order of their ids. */
export async function selectSilentNearby(
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

/** What tells whether a job seeker's profile is complete. */
export interface ProfileFacts
  extends Pick<Profile, 'headline' | 'skills' | 'wanted_titles' | 'places' | 'remote' | 'employment_types'> {
  readonly user_id: string;
  readonly created_at: Date;
  readonly time_zone: string;
  readonly has_pay_floor: boolean;
  readonly has_resume: boolean;
}

export async function selectProfileFacts(tx: Tx, userIds: readonly string[]): Promise<ProfileFacts[]> {
  return tx
    .selectFrom('users')
    .innerJoin('profiles', 'profiles.user_id', 'users.id')
    .select([
      'users.id as user_id',
      'users.created_at',
      'profiles.time_zone',
      'profiles.headline',
      'profiles.skills',
      'profiles.wanted_titles',
      'profiles.places',
      'profiles.remote',
      'profiles.employment_types',
      sql<boolean>`profiles.pay_floor_amount is not null`.as('has_pay_floor'),
      sql<boolean>`exists (
        select from resumes where resumes.user_id = users.id and resumes.removed_at is null
      )`.as('has_resume'),
    ])
    .where(sql<boolean>`users.id = any(${userIds}::uuid[])`)
    .where('users.role', '=', 'job_seeker')
    .execute();
}

/** Job seekers whose account was made since a moment, in the order of their ids. */
export async function selectNewSeekers(
  tx: Tx,
  since: Date,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'job_seeker')
    .where('created_at', '>', since)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
