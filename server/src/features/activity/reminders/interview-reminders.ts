import {
  type InterviewFacts,
  selectInterviewFacts,
  selectInterviewsNearby,
  selectMembers,
} from './facts.store.ts';
import { momentsOfInterview } from './moments.ts';
import type { ReminderSource, Wanted } from './source.ts';

/** No reminder comes earlier than this before an interview, in milliseconds. */
const horizon = 27 * 3_600_000;

/** Interviews that are near, for the applicant and for the recruiters of the company. */
export const interviewReminders: ReminderSource<'interview_reminder'> = {
  kind: 'interview_reminder',

  async standing(tx, { ids }, now) {
    const interviews = await selectInterviewFacts(tx, ids);
    const ahead = interviews.filter((interview) => takesPlace(interview) && interview.starts_at > now);
    const companies = [...new Set(ahead.map(({ company_id }) => company_id))];
    const members = Map.groupBy(await selectMembers(tx, companies), ({ company_id }) => company_id);
    return {
      subjects: interviews.map(subjectOf),
      wanted: ahead.flatMap((interview) => {
        const recruiters = members.get(interview.company_id) ?? [];
        return momentsOfInterview(interview.starts_at, interview.time_zone, interview.scheduled_at).flatMap(
          (moment) => [
            toWanted(interview, moment, interview.user_id, 'applicant'),
            ...recruiters.map(({ user_id }) => toWanted(interview, moment, user_id, 'recruiter')),
          ],
        );
      }),
    };
  },

  async nearby(tx, now, after, limit) {
    const until = new Date(now.getTime() + horizon);
    const ids = await selectInterviewsNearby(tx, { now, until }, after, limit);
    return { scope: { ids }, next: ids.length < limit ? null : (ids.at(-1) ?? null) };
  },

  scopeOf: (userId, { application_id }) => ({ id: application_id, userId }),
  identity: ({ interview_id, starts_at, hours_before }) => `${interview_id} ${starts_at} ${hours_before}`,
};

function takesPlace({ status, application_status }: InterviewFacts): boolean {
  return status !== 'cancelled' && application_status === 'interview';
}

function subjectOf({ id, application_id }: InterviewFacts): string {
  return `interview:${application_id}:${id}`;
}

function toWanted(
  interview: InterviewFacts,
  moment: Pick<Wanted, 'step' | 'dueAt' | 'until'>,
  userId: string,
  audience: 'applicant' | 'recruiter',
): Wanted {
  const starts_at = interview.starts_at.toISOString();
  return {
    ...moment,
    userId,
    subject: subjectOf(interview),
    identity: `${interview.id} ${starts_at} ${moment.step}`,
    notification: {
      kind: 'interview_reminder',
      userId,
      // An interview at another time is reminded of anew.
      dedupeKey: `interview_reminder:${interview.id}:${starts_at}:${moment.step}`,
      subject: `application:${interview.application_id}`,
      payload: {
        application_id: interview.application_id,
        job_id: interview.job_id,
        job_title: interview.job_title,
        company_name: interview.company_name,
        company_id: interview.company_id,
        interview_id: interview.id,
        revision: interview.revision,
        starts_at,
        ends_at: interview.ends_at.toISOString(),
        time_zone: interview.time_zone,
        place: interview.place,
        hours_before: moment.step,
        audience,
        applicant_name: interview.applicant_name,
      },
    },
  };
}
