import type { Profile } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { findMembersOf } from '../../catalog/companies/index.ts';
import { findJobBriefs, type JobBrief, takesApplications } from '../../catalog/jobs/index.ts';
import { findSavedJobs } from '../../catalog/marks/index.ts';
import { findPeople, findRecipients } from '../../identity/people/index.ts';
import { findProfiles } from '../../identity/profiles/index.ts';
import { type ApplicationBrief, findApplicationBriefs, findAppliedJobs } from '../applications/index.ts';
import { findInterviewsOf, type InterviewRow } from '../interviews/index.ts';
import { findPeopleWithResumes } from '../resumes/index.ts';
import type { Scope } from './source.ts';

/** A saved job that people may be told of, that can be applied for until a deadline, and was not. */
export interface SavedJobFacts {
  readonly userId: string;
  readonly savedAt: Date;
  readonly job: JobBrief & { readonly deadline_at: Date };
  readonly timeZone: string;
}

export async function findSavedJobFacts(
  tx: Tx,
  { ids, userIds }: Scope,
  now: Date,
): Promise<SavedJobFacts[]> {
  const saved = await findSavedJobs(tx, ids, userIds);
  const jobs = await findJobBriefs(tx, [...new Set(saved.map(({ job_id }) => job_id))]);
  const near = saved.flatMap(({ user_id: userId, job_id, saved_at: savedAt }) => {
    const job = jobs.get(job_id);
    if (job === undefined || job.deadline_at === null || !takesApplications(job, now)) return [];
    // Nobody is told of a job that is kept back, whoever has saved it.
    if (job.hold !== 'none') return [];
    return [{ userId, savedAt, job: { ...job, deadline_at: job.deadline_at } }];
  });
  if (near.length === 0) return [];
  const applied = await findAppliedJobs(
    tx,
    near.map(({ userId, job }) => ({ user_id: userId, job_id: job.id })),
  );
  const timeZoneOf = await findTimeZones(
    tx,
    near.map(({ userId }) => userId),
  );
  return near.flatMap((facts) =>
    applied.has(`${facts.userId} ${facts.job.id}`) ? [] : [{ ...facts, timeZone: timeZoneOf(facts.userId) }],
  );
}

/** An interview with what its reminders name. */
export interface InterviewFacts {
  readonly interview: InterviewRow;
  readonly application: ApplicationBrief;
  readonly job: JobBrief;
  readonly applicantName: string;
  readonly recruiters: readonly string[];
}

export async function findInterviewFacts(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<InterviewFacts[]> {
  const interviews = await findInterviewsOf(tx, applicationIds);
  const applications = await findApplicationBriefs(tx, [
    ...new Set(interviews.map(({ application_id }) => application_id)),
  ]);
  const involved = [...applications.values()];
  const jobs = await findJobBriefs(tx, [...new Set(involved.map(({ job_id }) => job_id))]);
  const people = await findPeople(tx, [...new Set(involved.map(({ user_id }) => user_id))]);
  const members = await findMembersOf(tx, [...new Set(involved.map(({ company_id }) => company_id))]);
  return interviews.flatMap((interview) => {
    const application = applications.get(interview.application_id);
    const job = application && jobs.get(application.job_id);
    if (application === undefined || job === undefined) return [];
    return [
      {
        interview,
        application,
        job,
        applicantName: people.get(application.user_id)?.name ?? '',
        recruiters: members.get(application.company_id) ?? [],
      },
    ];
  });
}

/** An application that nobody has answered. */
export interface UnansweredFacts {
  readonly application: ApplicationBrief;
  readonly job: JobBrief;
  readonly timeZone: string;
}

export async function findUnansweredFacts(tx: Tx, ids: readonly string[]): Promise<UnansweredFacts[]> {
  const found = [...(await findApplicationBriefs(tx, ids)).values()];
  const unanswered = found.filter(({ status }) => status === 'submitted');
  const jobs = await findJobBriefs(tx, [...new Set(unanswered.map(({ job_id }) => job_id))]);
  const timeZoneOf = await findTimeZones(
    tx,
    unanswered.map(({ user_id }) => user_id),
  );
  return unanswered.flatMap((application) => {
    const job = jobs.get(application.job_id);
    return job === undefined ? [] : [{ application, job, timeZone: timeZoneOf(application.user_id) }];
  });
}

/** What tells whether a job seeker's profile is complete. */
export interface ProfileFacts {
  readonly userId: string;
  /** When the account was made. */
  readonly createdAt: Date;
  readonly profile: Profile;
  readonly hasResume: boolean;
}

export async function findProfileFacts(tx: Tx, userIds: readonly string[]): Promise<ProfileFacts[]> {
  const people = await findPeople(tx, userIds);
  const seekers = [...people.values()].filter(({ role }) => role === 'job_seeker');
  const ids = seekers.map(({ id }) => id);
  const profiles = await findProfiles(tx, ids);
  const withResumes = await findPeopleWithResumes(tx, ids);
  return seekers.flatMap(({ id, created_at }) => {
    const profile = profiles.get(id);
    if (profile === undefined) return [];
    return [{ userId: id, createdAt: created_at, profile, hasResume: withResumes.has(id) }];
  });
}

/** The zones of these people; UTC for who has told none. */
async function findTimeZones(tx: Tx, userIds: readonly string[]): Promise<(userId: string) => string> {
  const recipients = await findRecipients(tx, [...new Set(userIds)]);
  const zones = new Map(recipients.map(({ user_id, time_zone }) => [user_id, time_zone]));
  return (userId) => zones.get(userId) ?? 'UTC';
}
