import type { Kind } from '@rolecall/contract';
import type { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { IrrelevanceReason } from '../routing/index.ts';

/** A notification that is about to be sent. */
export interface RelevanceQuestion<Payload = unknown> {
  readonly notificationId: string;
  readonly userId: string;
  readonly subject: string | null;
  readonly payload: Payload;
}

/**
 * Tells which of these notifications, all of one kind, are of no use any more, by their ids and with the reason.
 * It is asked for a whole batch, right before sending.
 */
export type RelevanceCheck = (
  tx: Tx,
  questions: readonly RelevanceQuestion[],
) => Promise<ReadonlyMap<string, IrrelevanceReason>>;

/** A check for each kind, brought by the features that the kinds are about. */
export type RelevanceChecks = Readonly<Record<Kind, RelevanceCheck>>;

export type Refreshment =
  | { readonly payload: Readonly<Record<string, unknown>> }
  | { readonly reason: IrrelevanceReason };

/** What has become of notifications that sum up others. */
export interface Refreshed {
  /** What they carry now, or why they are of no use any more, by their ids; what is not mentioned stays as it is. */
  readonly changes: ReadonlyMap<string, Refreshment>;
  /** Records what has left them, in the same transaction, once the inboxes of their people are locked. */
  store(): Promise<void>;
}

/** Brings what these notifications, all of one kind, carry up to date right before they are sent. */
export type PayloadRefresh = (tx: Tx, questions: readonly RelevanceQuestion[]) => Promise<Refreshed>;

/** For kinds that sum up what may have changed until they are sent. */
export type PayloadRefreshes = Readonly<Partial<Record<Kind, PayloadRefresh>>>;

/** For kinds that nothing but time makes useless. */
const alwaysRelevant: RelevanceCheck = async () => new Map();

/** A check for each kind that lets everything pass, to be overridden where something but time makes it useless. */
export const allRelevant: RelevanceChecks = {
  job_posted: alwaysRelevant,
  job_alert: alwaysRelevant,
  job_recommendation: alwaysRelevant,
  match_score_calculated: alwaysRelevant,
  skill_match: alwaysRelevant,
  salary_alert: alwaysRelevant,
  job_deadline_reminder: alwaysRelevant,
  application_received: alwaysRelevant,
  application_confirmation: alwaysRelevant,
  application_status_changed: alwaysRelevant,
  interview_invitation: alwaysRelevant,
  interview_reminder: alwaysRelevant,
  offer: alwaysRelevant,
  rejection: alwaysRelevant,
  automation_needs_attention: alwaysRelevant,
  follow_up: alwaysRelevant,
  profile_reminder: alwaysRelevant,
  skill_gap: alwaysRelevant,
  achievement: alwaysRelevant,
  career_insight: alwaysRelevant,
  welcome: alwaysRelevant,
  email_verification: alwaysRelevant,
  password_reset: alwaysRelevant,
  security_alert: alwaysRelevant,
  feature_announcement: alwaysRelevant,
  maintenance: alwaysRelevant,
  digest_hourly: alwaysRelevant,
  digest_daily: alwaysRelevant,
  digest_weekly: alwaysRelevant,
  chat_message: alwaysRelevant,
  service_message: alwaysRelevant,
  test_message: alwaysRelevant,
};

/** Types the payload of a check. A payload that does not fit any more is left to the channel. */
export function relevanceCheck<Payload extends z.ZodType>(
  payload: Payload,
  check: (
    tx: Tx,
    questions: readonly RelevanceQuestion<z.output<Payload>>[],
  ) => Promise<ReadonlyMap<string, IrrelevanceReason>>,
): RelevanceCheck {
  return (tx, questions) =>
    check(
      tx,
      questions.flatMap((question) => {
        const parsed = payload.safeParse(question.payload);
        return parsed.success ? [{ ...question, payload: parsed.data }] : [];
      }),
    );
}
