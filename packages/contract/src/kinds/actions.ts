import type { z } from 'zod';
import type { ActionTarget } from './definition.ts';
import { type Kind, kinds } from './index.ts';

/** Finds the buttons for a payload as it is stored; none for one that does not fit its kind any more. */
type Actions = (stored: unknown) => readonly ActionTarget[];

function actions<Payload extends z.ZodType>(
  payload: Payload,
  find: (payload: z.output<Payload>) => readonly ActionTarget[],
): Actions {
  return (stored) => {
    const parsed = payload.safeParse(stored);
    return parsed.success ? find(parsed.data) : [];
  };
}

const openJob = (payload: { readonly job_id: string }): ActionTarget => ({
  id: 'open_job',
  path: `/jobs/${payload.job_id}`,
});
const saveJob = (payload: { readonly job_id: string }): ActionTarget => ({
  id: 'save_job',
  call: { method: 'PUT', path: `/api/v1/jobs/${payload.job_id}/saved` },
});
const hideJob = (payload: { readonly job_id: string }): ActionTarget => ({
  id: 'hide_job',
  call: { method: 'PUT', path: `/api/v1/jobs/${payload.job_id}/hidden` },
});
const openApplication = (payload: { readonly application_id: string }): ActionTarget => ({
  id: 'open_application',
  path: `/applications/${payload.application_id}`,
});
const openApplicants = (payload: { readonly job_id: string }): ActionTarget => ({
  id: 'open_applicants',
  path: `/company/jobs/${payload.job_id}/applicants`,
});
const link = (payload: { readonly action?: { readonly path: string } | undefined }): ActionTarget[] =>
  payload.action === undefined ? [] : [{ id: 'open_link', path: payload.action.path }];
const openProfile: ActionTarget = { id: 'open_profile', path: '/settings/profile' };
const openInbox: ActionTarget = { id: 'open_inbox', path: '/notifications' };
const aboutJob = (payload: { readonly job_id: string }) => [
  openJob(payload),
  saveJob(payload),
  hideJob(payload),
];
const aboutApplication = (payload: { readonly application_id: string }) => [openApplication(payload)];

const kindActions: Readonly<Record<Kind, Actions>> = {
  job_posted: actions(kinds.job_posted.payload, aboutJob),
  job_alert: actions(kinds.job_alert.payload, aboutJob),
  job_recommendation: actions(kinds.job_recommendation.payload, () => [
    { id: 'open_matches', path: '/matches' },
  ]),
  match_score_calculated: actions(kinds.match_score_calculated.payload, (payload) => [openJob(payload)]),
  skill_match: actions(kinds.skill_match.payload, aboutJob),
  salary_alert: actions(kinds.salary_alert.payload, aboutJob),
  job_deadline_reminder: actions(kinds.job_deadline_reminder.payload, (payload) => [openJob(payload)]),
  application_received: actions(kinds.application_received.payload, (payload) => [openApplicants(payload)]),
  application_confirmation: actions(kinds.application_confirmation.payload, aboutApplication),
  application_status_changed: actions(kinds.application_status_changed.payload, (payload) =>
    payload.audience === 'recruiter' ? [openApplicants(payload)] : [openApplication(payload)],
  ),
  interview_invitation: actions(kinds.interview_invitation.payload, aboutApplication),
  interview_reminder: actions(kinds.interview_reminder.payload, (payload) =>
    payload.audience === 'recruiter' ? [openApplicants(payload)] : [openApplication(payload)],
  ),
  offer: actions(kinds.offer.payload, aboutApplication),
  rejection: actions(kinds.rejection.payload, (payload) => [
    openApplication(payload),
    { id: 'search_jobs', path: '/jobs' },
  ]),
  automation_needs_attention: actions(kinds.automation_needs_attention.payload, (payload) =>
    payload.application_id === null
      ? [openJob(payload)]
      : [openApplication({ application_id: payload.application_id })],
  ),
  follow_up: actions(kinds.follow_up.payload, aboutApplication),
  profile_reminder: actions(kinds.profile_reminder.payload, () => [openProfile]),
  skill_gap: actions(kinds.skill_gap.payload, () => [openProfile]),
  achievement: actions(kinds.achievement.payload, () => [openInbox]),
  career_insight: actions(kinds.career_insight.payload, () => [{ id: 'search_jobs', path: '/jobs' }]),
  welcome: actions(kinds.welcome.payload, ({ role }) => [
    role === 'recruiter' ? { id: 'post_job', path: '/company/jobs' } : openProfile,
  ]),
  email_verification: actions(kinds.email_verification.payload, ({ token }) => [
    { id: 'verify_email', path: `/verify-email?token=${encodeURIComponent(token.toWellFormed())}` },
  ]),
  password_reset: actions(kinds.password_reset.payload, ({ token }) => [
    { id: 'reset_password', path: `/reset-password?token=${encodeURIComponent(token.toWellFormed())}` },
  ]),
  security_alert: actions(kinds.security_alert.payload, () => [
    { id: 'review_security', path: '/settings/account' },
  ]),
  feature_announcement: actions(kinds.feature_announcement.payload, link),
  maintenance: actions(kinds.maintenance.payload, link),
  digest_hourly: actions(kinds.digest_hourly.payload, () => [openInbox]),
  digest_daily: actions(kinds.digest_daily.payload, () => [openInbox]),
  digest_weekly: actions(kinds.digest_weekly.payload, () => [openInbox]),
  chat_message: actions(kinds.chat_message.payload, () => [openInbox]),
  service_message: actions(kinds.service_message.payload, link),
  test_message: actions(kinds.test_message.payload, () => [
    { id: 'open_preferences', path: '/settings/notifications' },
  ]),
};

/** The buttons of a notification; the first one is where a click on it leads. Without any it leads nowhere. */
export function actionsOf(kind: Kind, payload: unknown): readonly ActionTarget[] {
  return kindActions[kind](payload);
}
