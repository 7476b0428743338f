import { type Kind, kindNames, kindSchema, kinds } from '@rolecall/contract';
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

/** A check of the notifications of one kind, brought by a feature that they are about. */
export interface KindCheck {
  readonly kind: Kind;
  readonly check: RelevanceCheck;
}

/** All checks by kind. A kind without one is made useless by nothing but time. */
export type RelevanceChecks = ReadonlyMap<Kind, RelevanceCheck>;

/** Joins the checks of each kind. Of several reasons for one notification, that of the later check counts. */
export function joinChecks(given: readonly KindCheck[]): RelevanceChecks {
  const joined = new Map<Kind, RelevanceCheck>();
  for (const [kind, own] of Map.groupBy(given, ({ kind }) => kind)) {
    joined.set(kind, async (tx, questions) => {
      const reasons = new Map<string, IrrelevanceReason>();
      for (const { check } of own) {
        for (const [id, reason] of await check(tx, questions)) reasons.set(id, reason);
      }
      return reasons;
    });
  }
  for (const kind of kindNames) {
    if (kinds[kind].sumsUp !== null) joined.set(kind, checkOfParts(kind, joined));
  }
  return joined;
}

/** What a notification of a kind names, as notifications of their own; nothing for most. */
export function partsOf(
  kind: Kind,
  payload: unknown,
): { readonly kind: Kind; readonly payload: Readonly<Record<string, unknown>> }[] {
  const parts = kinds[kind].sumsUp?.(payload).parts ?? [];
  return parts.flatMap((part) => {
    const known = kindSchema.safeParse(part.kind);
    return known.success ? [{ kind: known.data, payload: part.payload }] : [];
  });
}

/** What sums up others is of no use when nothing that it names is, for the reason of the first. */
function checkOfParts(kind: Kind, checks: RelevanceChecks): RelevanceCheck {
  return async (tx, questions) => {
    const asked = questions.flatMap((question) =>
      partsOf(kind, question.payload).map((part, place) => ({
        whole: question.notificationId,
        kind: part.kind,
        question: {
          ...question,
          notificationId: `${question.notificationId} ${place}`,
          payload: part.payload,
        },
      })),
    );
    const reasons = new Map<string, IrrelevanceReason>();
    for (const [partKind, own] of Map.groupBy(asked, (one) => one.kind)) {
      const check = checks.get(partKind);
      if (check === undefined) continue;
      const found = await check(
        tx,
        own.map(({ question }) => question),
      );
      for (const [id, reason] of found) reasons.set(id, reason);
    }
    const useless = new Map<string, IrrelevanceReason>();
    for (const [whole, own] of Map.groupBy(asked, (one) => one.whole)) {
      const answers = own.map(({ question }) => reasons.get(question.notificationId));
      const [first] = answers;
      if (first !== undefined && !answers.includes(undefined)) useless.set(whole, first);
    }
    return useless;
  };
}

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

/** Types the payload of a check. A payload that does not fit any more is left to the channel. */
export function checkOf<Payload extends z.ZodType>(
  kind: Kind,
  payload: Payload,
  check: (
    tx: Tx,
    questions: readonly RelevanceQuestion<z.output<Payload>>[],
  ) => Promise<ReadonlyMap<string, IrrelevanceReason>>,
): KindCheck {
  return {
    kind,
    check: (tx, questions) =>
      check(
        tx,
        questions.flatMap((question) => {
          const parsed = payload.safeParse(question.payload);
          return parsed.success ? [{ ...question, payload: parsed.data }] : [];
        }),
      ),
  };
}
