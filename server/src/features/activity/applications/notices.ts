import type { Achievement, ApplicationStatus, InterviewEvent } from '@rolecall/contract';
import { companyMarkOf } from '../../catalog/jobs/index.ts';
import type { AnyNotification } from '../../messaging/notifications/index.ts';
import type { LockedApplication } from './locked-application.ts';
import type { InterviewDetails } from './ports.ts';

/** A change of the status of an application. */
export interface StatusStep {
  /** The row of the history that it is. */
  readonly eventId: string;
  readonly from: ApplicationStatus;
  readonly to: ApplicationStatus;
  readonly note: string;
}

/** What every notification about an application names. */
const aboutApplication = (application: LockedApplication) => ({
  application_id: application.id,
  job_id: application.job_id,
  job_title: application.title,
  company_name: application.company_name,
  company_id: application.company_id,
});

/** The same for the applicant, who is told whose words these are. */
const forApplicant = (application: LockedApplication) => ({
  ...aboutApplication(application),
  ...companyMarkOf(application),
});

/** Every step has one key, whatever the kind by which it is told. */
const keyOf = ({ eventId }: StatusStep) => `application_status_changed:${eventId}`;

/** What notifications about an application are about. */
export const subjectOf = ({ id }: { readonly id: string }) => `application:${id}`;

/** Tells an applicant of a recruiter's step, by the kind that says most about it. */
export function toApplicant(
  application: LockedApplication,
  step: StatusStep,
  interview: InterviewDetails | null,
): AnyNotification {
  const { user_id: userId } = application;
  const common = { userId, dedupeKey: keyOf(step), subject: subjectOf(application) };
  const told = {
    ...forApplicant(application),
    old_status: step.from,
    new_status: step.to,
    note: step.note,
  };
  if (interview !== null) {
    const invitation = { ...told, ...interview, note: joinNotes(step.note, interview.note) };
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
  step: StatusStep,
  recruiters: readonly string[],
): AnyNotification[] {
  return recruiters.map((userId) => ({
    kind: 'application_status_changed',
    userId,
    dedupeKey: keyOf(step),
    subject: subjectOf(application),
    payload: {
      ...aboutApplication(application),
      old_status: step.from,
      new_status: step.to,
      note: step.note,
      audience: 'recruiter',
      applicant_name: application.applicant_name,
    },
  }));
}

/** Tells an applicant what has become of an interview. */
export function ofInterview(
  application: LockedApplication,
  interview: InterviewDetails,
  event: InterviewEvent,
  note: string,
): AnyNotification {
  return {
    kind: 'interview_invitation',
    userId: application.user_id,
    dedupeKey: `interview:${interview.interview_id}:${interview.revision}`,
    subject: subjectOf(application),
    payload: { ...forApplicant(application), ...interview, note, event },
  };
}

/** Celebrates what a person has reached; once for each. */
export function ofAchievement(userId: string, achievement: Achievement): AnyNotification {
  return { kind: 'achievement', userId, dedupeKey: `achievement:${achievement}`, payload: { achievement } };
}

function joinNotes(...notes: readonly string[]): string {
  return notes.filter((note) => note.trim() !== '').join('\n');
}
