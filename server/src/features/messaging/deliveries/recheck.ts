import { kinds, type NotificationSettings } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { ContactPoint } from '../channels/index.ts';
import { type DigestWindows, lockInboxes } from '../notifications/index.ts';
import type { Recipient } from '../recipients/index.ts';
import type { RouteDecision, RouteFacts } from '../routing/index.ts';
import { findSpent, reserve } from './budget.store.ts';
import { applyCaps } from './budget.ts';
import {
  type Circumstances,
  type CircumstancesDependencies,
  dayOfPerson,
  findCircumstances,
  hasCap,
} from './circumstances.ts';
import { recordSettlements } from './claims.store.ts';
import { findContent } from './content.ts';
import { contactsFor, decide } from './decision.ts';
import type { PayloadRefreshes, RelevanceChecks } from './relevance.ts';
import type { ClaimedDelivery } from './with-notifications.ts';

export interface RecheckDependencies<Contact extends ContactPoint>
  extends CircumstancesDependencies<Contact> {
  readonly digestWindows: Pick<DigestWindows, 'openFor'>;
  readonly relevance: RelevanceChecks;
  readonly refreshes: PayloadRefreshes;
}

/** Claims the rest of what is due for these people, whose caps ask for a choice among all of it. */
export type ClaimRest = (tx: Tx, userIds: readonly string[]) => Promise<readonly ClaimedDelivery[]>;

/** A claim after it was looked at once more. */
export interface CheckedClaim<Contact extends ContactPoint> {
  readonly claim: ClaimedDelivery;
  readonly decision: RouteDecision;
  /** Undefined for one who is gone. */
  readonly recipient: Recipient | undefined;
  readonly settings: NotificationSettings;
  /** Where it may go, if it is to be sent. */
  readonly contacts: readonly Contact[];
  /** The day, in the person's zone, that it counts for. */
  readonly budgetDay: string | null;
}

/**
 * Looks at claims again right before they are sent, with a constant number of queries and one for each kind: much may
 * have happened since they were written. It takes the transaction's time to decide for people with caps, to reserve
 * their share of the day, and to put into digests what is not to be sent by itself; that is recorded here.
 *
 * @returns the claims that are not in a digest now, more than were given where a person with caps has more that is due
 */
export async function recheckBatch<Contact extends ContactPoint>(
  tx: Tx,
  given: readonly ClaimedDelivery[],
  claimRest: ClaimRest,
  now: Date,
  dependencies: RecheckDependencies<Contact>,
): Promise<CheckedClaim<Contact>[]> {
  const userIds = [...new Set(given.map((claim) => claim.user_id))];
  const circumstances = await findCircumstances(tx, userIds, now, dependencies);
  const { channel, settings } = circumstances;
  const capped = new Set(userIds.filter((userId) => hasCap(settings.of(userId), channel)));
  const first = await findContent(tx, given, dependencies);
  const irrelevant = new Map(first.irrelevant);
  const decideAbout = (claim: ClaimedDelivery, spent: RouteFacts['spent']) =>
    decide(claim, circumstances, irrelevant, spent);

  const decisions = new Map<ClaimedDelivery, RouteDecision>();
  for (const claim of first.claims) {
    if (!capped.has(claim.user_id)) decisions.set(claim, decideAbout(claim, null));
  }
  // All at once, so that they are locked in their order, and before more deliveries of theirs are claimed.
  const collected = [...decisions].filter(([, { decision }]) => decision === 'digest');
  const held = new Set([...capped, ...first.changed, ...collected.map(([claim]) => claim.user_id)]);
  if (held.size > 0) await lockInboxes(tx, [...held], now);
  await first.store();

  const claims = [...first.claims];
  if (capped.size > 0) {
    const rest = await findContent(tx, await claimRest(tx, [...capped]), dependencies);
    await rest.store();
    for (const [id, reason] of rest.irrelevant) irrelevant.set(id, reason);
    claims.push(...rest.claims);
    const limited = claims.filter((claim) => capped.has(claim.user_id));
    for (const [claim, decision] of await decideUnderCaps(tx, limited, circumstances, decideAbout)) {
      decisions.set(claim, decision);
    }
  }

  const checked = claims.flatMap((claim) => {
    const decision = decisions.get(claim);
    return decision === undefined ? [] : [toChecked(claim, decision, circumstances)];
  });
  await reserve(
    tx,
    checked.flatMap(({ claim, budgetDay }) =>
      budgetDay !== null && capped.has(claim.user_id) ? [{ id: claim.id, day: budgetDay }] : [],
    ),
  );
  await collect(tx, checked, now, dependencies);
  return checked.filter(({ decision }) => decision.decision !== 'digest');
}

/** Decides about all that is due for people with caps, whose inboxes are locked. */
async function decideUnderCaps<Contact extends ContactPoint>(
  tx: Tx,
  claims: readonly ClaimedDelivery[],
  circumstances: Circumstances<Contact>,
  decideAbout: (claim: ClaimedDelivery, spent: RouteFacts['spent']) => RouteDecision,
): Promise<ReadonlyMap<ClaimedDelivery, RouteDecision>> {
  const byPerson = Map.groupBy(claims, (claim) => claim.user_id);
  const spent = await findSpent(
    tx,
    [...byPerson.keys()].map((userId) => ({ userId, ...dayOfPerson(userId, circumstances) })),
    circumstances.channel.name,
    claims.map(({ id }) => id),
  );
  const decisions = new Map<ClaimedDelivery, RouteDecision>();
  for (const [userId, own] of byPerson) {
    const before = spent.get(userId) ?? { reached: new Set<string>(), onChannel: 0 };
    for (const [claim, decision] of applyCaps(own, before, decideAbout)) {
      decisions.set(claim, decision);
    }
  }
  return decisions;
}

function toChecked<Contact extends ContactPoint>(
  claim: ClaimedDelivery,
  decision: RouteDecision,
  circumstances: Circumstances<Contact>,
): CheckedClaim<Contact> {
  const { user_id: userId, kind } = claim;
  const isSent = decision.decision === 'send';
  return {
    claim,
    decision,
    recipient: circumstances.recipientOf(userId),
    settings: circumstances.settings.of(userId),
    contacts: isSent ? contactsFor(claim, circumstances).contacts : [],
    budgetDay: isSent && !kinds[kind].mandatory ? dayOfPerson(userId, circumstances).day : null,
  };
}

/** Records what waits in a digest from now on. The inboxes of its people are locked, which keeps their windows open. */
async function collect<Contact extends ContactPoint>(
  tx: Tx,
  checked: readonly CheckedClaim<Contact>[],
  now: Date,
  { digestWindows, channel }: RecheckDependencies<Contact>,
): Promise<void> {
  const waiting = checked.flatMap(({ claim, decision, recipient, settings }) =>
    decision.decision === 'digest' ? [{ claim, decision, recipient, settings }] : [],
  );
  if (waiting.length === 0) return;
  const windows = await digestWindows.openFor(
    tx,
    waiting.map(({ claim, decision, recipient, settings }) => ({
      userId: claim.user_id,
      channel: channel.name,
      frequency: decision.frequency,
      settings: settings.digest,
      timeZone: recipient?.time_zone ?? 'UTC',
    })),
    now,
  );
  const settled = waiting.flatMap(({ claim, decision: { reason } }, index) => {
    const window = windows[index];
    if (window === undefined) return [];
    const settlement = {
      status: 'folded',
      reason,
      dueAt: window.closesAt,
      attempts: claim.attempts,
      lastError: null,
      attempted: false,
      digestId: window.id,
    } as const;
    return [{ claim, settlement, budgetDay: null, carrier: null }];
  });
  await recordSettlements(tx, settled, now);
}
