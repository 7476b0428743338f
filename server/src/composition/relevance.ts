import { type ApplicationStatus, kinds } from '@rolecall/contract';
import {
  findApplied,
  findOutdatedInvitations,
  findSuperseded,
  findWithdrawn,
} from '../features/activity/applications/index.ts';
import type { Reminders } from '../features/activity/reminders/index.ts';
import type { JobQuestion, Marks } from '../features/catalog/marks/index.ts';
import type { Matching } from '../features/catalog/matching/index.ts';
import type { Broadcasts } from '../features/messaging/broadcasts/index.ts';
import { allRelevant, type RelevanceChecks, relevanceCheck } from '../features/messaging/deliveries/index.ts';
import type { IrrelevanceReason } from '../features/messaging/routing/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { findStoppedMessages } from './broadcasts.ts';

export interface RelevanceFeatures {
  readonly matching: Pick<Matching, 'findIrrelevantAlerts'>;
  readonly marks: Pick<Marks, 'findHidden'>;
  readonly reminders: Pick<Reminders, 'truth'>;
  readonly broadcasts: Pick<Broadcasts, 'findStopped'>;
}

/** Asks, right before something is sent, the features that it is about whether it is still of use. */
export function relevanceChecks({
  matching,
  marks,
  reminders,
  broadcasts,
}: RelevanceFeatures): RelevanceChecks {
  /** Of several reasons the last one here counts, the one that is nearest to the person. */
  async function findUselessOffers(
    tx: Tx,
    questions: readonly JobQuestion[],
  ): Promise<ReadonlyMap<string, IrrelevanceReason>> {
    return new Map([
      ...(await matching.findIrrelevantAlerts(tx, questions)),
      ...(await marks.findHidden(tx, questions)),
      ...(await findApplied(tx, questions)),
    ]);
  }

  const stopped = findStoppedMessages(broadcasts);
  return {
    ...allRelevant,
    job_posted: relevanceCheck(kinds.job_posted.payload, findUselessOffers),
    job_alert: relevanceCheck(kinds.job_alert.payload, findUselessOffers),
    match_score_calculated: relevanceCheck(kinds.match_score_calculated.payload, findUselessOffers),
    skill_match: relevanceCheck(kinds.skill_match.payload, findUselessOffers),
    salary_alert: relevanceCheck(kinds.salary_alert.payload, findUselessOffers),
    application_received: relevanceCheck(kinds.application_received.payload, findWithdrawn),
    application_confirmation: relevanceCheck(kinds.application_confirmation.payload, findWithdrawn),
    application_status_changed: relevanceCheck(kinds.application_status_changed.payload, findSuperseded),
    feature_announcement: relevanceCheck(kinds.feature_announcement.payload, stopped),
    maintenance: relevanceCheck(kinds.maintenance.payload, stopped),
    job_deadline_reminder: relevanceCheck(kinds.job_deadline_reminder.payload, async (tx, questions) => {
      const untrue = await reminders.truth.job_deadline_reminder(tx, questions);
      return new Map([...untrue, ...(await findUselessOffers(tx, questions))]);
    }),
    interview_reminder: relevanceCheck(kinds.interview_reminder.payload, reminders.truth.interview_reminder),
    follow_up: relevanceCheck(kinds.follow_up.payload, reminders.truth.follow_up),
    profile_reminder: relevanceCheck(kinds.profile_reminder.payload, reminders.truth.profile_reminder),
    interview_invitation: relevanceCheck(kinds.interview_invitation.payload, findOutdatedInvitations),
    offer: relevanceCheck(kinds.offer.payload, (tx, questions) =>
      findSuperseded(tx, asStatus(questions, 'offer')),
    ),
    rejection: relevanceCheck(kinds.rejection.payload, (tx, questions) =>
      findSuperseded(tx, asStatus(questions, 'rejected')),
    ),
  };
}

/** What these kinds tell, as the status that they are about. */
function asStatus<Question extends { readonly payload: { readonly application_id: string } }>(
  questions: readonly Question[],
  new_status: ApplicationStatus,
) {
  return questions.map(({ payload, ...question }) => ({
    ...question,
    payload: { application_id: payload.application_id, new_status },
  }));
}
