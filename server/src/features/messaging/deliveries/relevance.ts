import type { Kind } from '@rolecall/contract';
import type { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { IrrelevanceReason } from '../notifications/index.ts';

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

/** For kinds that nothing but time makes useless. */
export const alwaysRelevant: RelevanceCheck = async () => new Map();

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
