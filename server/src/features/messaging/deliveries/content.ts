import { kinds } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { replacePayloads, secretsOf } from '../notifications/index.ts';
import { type IrrelevanceReason, priorityAt, type ReasonCode, type RoutedMessage } from '../routing/index.ts';
import type { PayloadRefreshes, Refreshed, RelevanceChecks, RelevanceQuestion } from './relevance.ts';
import type { Carried, ClaimedDelivery } from './with-notifications.ts';

/** A notification that is looked at once more after it was written. */
export type Reconsidered = Pick<ClaimedDelivery, 'notification_id' | 'user_id' | 'rank'> & Carried;

/** What routing asks of it. */
export function toRoutedMessage(one: Reconsidered): RoutedMessage {
  const { kind, rank, payload, in_inbox: isInInbox, created_at: writtenAt } = one;
  // What tells of an own action was decided about when it was written.
  return { kind, priority: priorityAt(rank), payload, isInInbox, isOwn: false, writtenAt };
}

/** Why it is of no use any more, as far as that can be told without asking anybody. */
export function uselessness(
  one: Reconsidered,
  now: Date,
): Extract<ReasonCode, 'expired' | 'removed_from_inbox' | 'already_read' | 'link_gone'> | undefined {
  if (one.expires_at !== null && one.expires_at <= now) return 'expired';
  if (!kinds[one.kind].mandatory) {
    if (one.is_removed) return 'removed_from_inbox';
    // What tells of an own action is read from before the beginning.
    if (one.read_at !== null && one.read_at >= one.created_at) return 'already_read';
  }
  if (secretsOf(one.kind).some((field) => !Object.hasOwn(one.payload, field))) return 'link_gone';
  return undefined;
}

/** Which of these the features that they are about call useless, by the ids of the notifications. */
export async function findIrrelevant(
  tx: Tx,
  given: readonly Reconsidered[],
  relevance: RelevanceChecks,
): Promise<ReadonlyMap<string, IrrelevanceReason>> {
  const reasons = new Map<string, IrrelevanceReason>();
  for (const [kind, own] of Map.groupBy(given, (one) => one.kind)) {
    const check = relevance.get(kind);
    if (check === undefined) continue;
    for (const [id, reason] of await check(tx, own.map(toQuestion))) reasons.set(id, reason);
  }
  return reasons;
}

/** What claims carry now, and which of them are of no use any more. */
export interface Content {
  readonly claims: readonly ClaimedDelivery[];
  /** By the ids of the notifications. */
  readonly irrelevant: ReadonlyMap<string, IrrelevanceReason>;
  /** People of whom something is to be stored. */
  readonly changed: ReadonlySet<string>;
  /** Stores what claims carry now. The inboxes of those people have to be locked. */
  store(): Promise<void>;
}

/** Looks at what claims tell once more, with one query for each kind. */
export async function findContent(
  tx: Tx,
  given: readonly ClaimedDelivery[],
  { relevance, refreshes }: { readonly relevance: RelevanceChecks; readonly refreshes: PayloadRefreshes },
): Promise<Content> {
  const irrelevant = new Map(await findIrrelevant(tx, given, relevance));
  const payloads = new Map<string, ClaimedDelivery['payload']>();
  const refreshed: Refreshed[] = [];
  for (const [kind, own] of Map.groupBy(given, (claim) => claim.kind)) {
    const refresh = refreshes[kind];
    if (refresh === undefined) continue;
    const found = await refresh(tx, own.map(toQuestion));
    refreshed.push(found);
    for (const [id, change] of found.changes) {
      if ('reason' in change) irrelevant.set(id, change.reason);
      else payloads.set(id, change.payload);
    }
  }
  const claims = given.map((claim) => {
    const payload = payloads.get(claim.notification_id);
    return payload === undefined ? claim : { ...claim, payload };
  });
  const isChanged = new Set(refreshed.flatMap(({ changes }) => [...changes.keys()]));
  return {
    claims,
    irrelevant,
    changed: new Set(given.flatMap((claim) => (isChanged.has(claim.notification_id) ? [claim.user_id] : []))),
    async store() {
      for (const { store } of refreshed) await store();
      if (payloads.size > 0) await replacePayloads(tx, payloads);
    },
  };
}

function toQuestion(one: Reconsidered): RelevanceQuestion {
  const { notification_id: notificationId, user_id: userId, subject, payload } = one;
  return { notificationId, userId, subject, payload };
}
