import type { Achievement, ApplicationStatus, InterviewEvent } from '@rolecall/contract';
import type { AnyNotification } from '../../messaging/notifications/index.ts';
import type { LockedApplication } from './applications.store.ts';
import type { InterviewRow } from './interviews.store.ts';

/** A step of an application. */
export interface Step {
  /** The row of the history that it is. */
  readonly eventId: string;
  readonly from: ApplicationStatus;
  readonly to: ApplicationStatus;
  readonly note: string;
}

const about = (application: LockedApplication) => ({
  application_id: application.id,
  job_id: application.job_id,
  job_title: application.title,
  company_name: application.company_name,
  company_id: application.company_id,
});

/** Every step has one key, whatever the kind by which it is told. */
const keyOf = ({ eventId }: Step) => `application_status_changed:${eventId}`;
const subjectOf = ({ id }: LockedApplication) => `application:${id}`;

/** Tells an applicant of a recruiter's step, by the kind that says most about it. */
export function toApplicant(
  application: LockedApplication,
  step: Step,
  interview: InterviewRow | null,
): AnyNotification {
  const { user_id: userId } = application;
  const common = { userId, dedupeKey: keyOf(step), subject: subjectOf(application) };
  const told = {
    ...about(application),
    old_status: step.from,
    new_status: step.to,
    note: step.note,
  };
  if (interview !== null) {
    const invitation = { ...told, ...timeOf(interview), note: noteOf(step.note, interview.note) };
    return { ...common, kind: 'interview_invitation', payload: { ...invitation, event: 'invited' } };
  }
  if (step.to === 'offer') return { ...common, kind: 'offer', payload: told };
  if (step.to === 'rejected') return { ...common, kind: 'rejection', payload: told };
  return {
    ...common,
    kind: 'application_status_changed',
    payload: { ...told, audience: 'applicant', applicant_name: application.applicant_name },
  };
}

/** Tells the recruiters of a company of an applicant's step. */
export function toRecruiters(
  application: LockedApplication,
  step: Step,
  recruiters: readonly string[],
): AnyNotification[] {
  return recruiters.map((userId) => ({
    kind: 'application_status_changed',
    userId,
    dedupeKey: keyOf(step),
    subject: subjectOf(application),
    payload: {
      ...about(application),
      old_status: step.from,
      new_status: step.to,
      note: step.note,
      audience: 'recruiter',
      applicant_name: application.applicant_name,
    },
  }));
}

/** Tells an applicant what has become of an interview that is no step of the application. */
export function ofInterview(
  application: LockedApplication,
  interview: InterviewRow,
  event: InterviewEvent,
  note: string,
): AnyNotification {
  return {
    kind: 'interview_invitation',
    userId: application.user_id,
    dedupeKey: `interview:${interview.id}:${interview.revision}`,
    subject: subjectOf(application),
    payload: { ...about(application), ...timeOf(interview), note, event },
  };
}

/** Celebrates what a person has reached; once for each. */
export function ofAchievement(userId: string, achievement: Achievement): AnyNotification {
  return { kind: 'achievement', userId, dedupeKey: `achievement:${achievement}`, payload: { achievement } };
}

function timeOf(interview: InterviewRow) {
  return {
    interview_id: interview.id,
    revision: interview.revision,
    starts_at: interview.starts_at.toISOString(),
    ends_at: interview.ends_at.toISOString(),
    time_zone: interview.time_zone,
    place: interview.place,
  };
}

function noteOf(...notes: readonly string[]): string {
  return notes.filter((note) => note.trim() !== '').join('\n');
}
