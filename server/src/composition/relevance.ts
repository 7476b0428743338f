import { kinds } from '@rolecall/contract';
import { findSuperseded, findWithdrawn } from '../features/activity/applications/index.ts';
import type { Matching } from '../features/catalog/matching/index.ts';
import { allRelevant, type RelevanceChecks, relevanceCheck } from '../features/messaging/deliveries/index.ts';

/** Asks, right before something is sent, the feature that it is about whether it is still of use. */
export function relevanceChecks(matching: Pick<Matching, 'findIrrelevantAlerts'>): RelevanceChecks {
  return {
    ...allRelevant,
    job_alert: relevanceCheck(kinds.job_alert.payload, (tx, questions) =>
      matching.findIrrelevantAlerts(tx, questions),
    ),
    application_received: relevanceCheck(kinds.application_received.payload, findWithdrawn),
    application_confirmation: relevanceCheck(kinds.application_confirmation.payload, findWithdrawn),
    application_status_changed: relevanceCheck(kinds.application_status_changed.payload, findSuperseded),
  };
}
