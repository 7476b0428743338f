import { companyMarkOf } from '../../catalog/jobs/index.ts';
import { listApplicationsWithInterviews } from '../interviews/index.ts';
import { findInterviewFacts, type InterviewFacts } from './facts.ts';
import { momentsOfInterview } from './moments.ts';
import type { PlannedReminder, ReminderSource } from './source.ts';

/** No reminder comes earlier than this before an interview, in milliseconds. */
const horizon = 27 * 3_600_000;

/** Interviews that are near, for the applicant and for the recruiters of the company. */
export const interviewReminders: ReminderSource<'interview_reminder'> = {
  kind: 'interview_reminder',

  async plan(tx, { ids }, now) {
    const interviews = await findInterviewFacts(tx, ids);
    const ahead = interviews.filter((facts) => takesPlace(facts) && facts.interview.starts_at > now);
    return {
      subjects: interviews.map(subjectOf),
      planned: ahead.flatMap((facts) => {
        const { starts_at, time_zone, scheduled_at } = facts.interview;
        return momentsOfInterview(starts_at, time_zone, scheduled_at).flatMap((moment) => [
          toPlanned(facts, moment, facts.application.user_id, 'applicant'),
          ...facts.recruiters.map((userId) => toPlanned(facts, moment, userId, 'recruiter')),
        ]);
      }),
    };
  },

  async listUpcoming(tx, now, after, limit) {
    const until = new Date(now.getTime() + horizon);
    const ids = await listApplicationsWithInterviews(tx, { from: now, until }, after, limit);
    return { scope: { ids }, next: ids.length < limit ? null : (ids.at(-1) ?? null) };
  },

  scopeOf: (userId, { application_id }) => ({ id: application_id, userId }),
  identity: ({ interview_id, starts_at, hours_before }) => `${interview_id} ${starts_at} ${hours_before}`,
};

function takesPlace({ interview, application }: InterviewFacts): boolean {
  return interview.status !== 'cancelled' && application.status === 'interview';
}

function subjectOf({ interview, application }: InterviewFacts): string {
  return `interview:${application.id}:${interview.id}`;
}

function toPlanned(
  facts: InterviewFacts,
  moment: Pick<PlannedReminder, 'step' | 'dueAt' | 'until'>,
  userId: string,
  audience: 'applicant' | 'recruiter',
): PlannedReminder {
  const { interview, application, job, applicantName } = facts;
  const starts_at = interview.starts_at.toISOString();
  return {
    ...moment,
    userId,
    subject: subjectOf(facts),
    identity: `${interview.id} ${starts_at} ${moment.step}`,
    notification: {
      kind: 'interview_reminder',
      userId,
      // An interview at another time is reminded of anew.
      dedupeKey: `interview_reminder:${interview.id}:${starts_at}:${moment.step}`,
      subject: `application:${application.id}`,
      payload: {
        application_id: application.id,
        job_id: job.id,
        job_title: job.title,
        company_name: job.company_name,
        company_id: application.company_id,
        ...(audience === 'applicant' ? companyMarkOf(job) : {}),
        interview_id: interview.id,
        revision: interview.revision,
        starts_at,
        ends_at: interview.ends_at.toISOString(),
        time_zone: interview.time_zone,
        place: interview.place,
        hours_before: moment.step,
        audience,
        applicant_name: applicantName,
      },
    },
  };
}
