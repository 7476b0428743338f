import { type DeliveryChannel, type KindDefinition, kinds, priorityOf, subjectsOf } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { type Block, blockOf, type Suppressions } from '../../mail/suppressions/index.ts';
import type { DigestWindows } from '../digest-windows/index.ts';
import { lockInboxes, type Recipient, type Recipients, secretsOf } from '../notifications/index.ts';
import type { Preferences, SettingsOfPeople } from '../preferences/index.ts';
import {
  type IrrelevanceReason,
  localDay,
  type ReasonCode,
  type RouteDecision,
  type RouteFacts,
  route,
  scoreOf,
  waitFor,
} from '../routing/index.ts';
import { countSpent, reserve } from './budget.store.ts';
import { type Spent, spend } from './budget.ts';
import { type BulkGate, isBulk } from './bulk.ts';
import type { ChannelSender } from './channel.ts';
import { type ClaimedDelivery, recordSettlements, replacePayloads } from './deliveries.store.ts';
import type { PayloadRefreshes, Refreshed, RelevanceChecks, RelevanceQuestion } from './relevance.ts';

export interface RecheckDependencies {
  readonly sender: Pick<ChannelSender, 'name'>;
  readonly recipients: Recipients;
  readonly preferences: Pick<Preferences, 'settingsOf'>;
  readonly digestWindows: Pick<DigestWindows, 'openFor'>;
  readonly relevance: RelevanceChecks;
  readonly refreshes: PayloadRefreshes;
  /** Knows the addresses of this channel that are not written to. */
  readonly suppressions: Pick<Suppressions, 'findBlocks'>;
  readonly bulkGate: BulkGate;
}

/** When what is held back with the bulk is looked at again, in milliseconds, should nobody wake it before. */
const bulkPauseMs = 10 * 60_000;

/** A notification that is looked at again. */
export type Reconsidered = Pick<
  ClaimedDelivery,
  | 'notification_id'
  | 'user_id'
  | 'kind'
  | 'payload'
  | 'subject'
  | 'created_at'
  | 'read_at'
  | 'is_removed'
  | 'expires_at'
  | 'in_inbox'
>;

/** Claims the rest of what is due for these people, whose caps ask for a choice among all of it. */
export type ClaimRest = (tx: Tx, userIds: readonly string[]) => Promise<readonly ClaimedDelivery[]>;

/** A claim after the second look at it. */
export interface CheckedClaim {
  readonly claim: ClaimedDelivery;
  readonly decision: RouteDecision;
  readonly recipient: Recipient | undefined;
  /** The person consents to it being noted whether it is opened. */
  readonly mayBeTracked: boolean;
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
export async function recheck(
  tx: Tx,
  given: readonly ClaimedDelivery[],
  claimRest: ClaimRest,
  now: Date,
  dependencies: RecheckDependencies,
): Promise<CheckedClaim[]> {
  const { sender, recipients, preferences, suppressions } = dependencies;
  const userIds = [...new Set(given.map((claim) => claim.user_id))];
  const people = new Map((await recipients.findRecipients(tx, userIds)).map((one) => [one.user_id, one]));
  const settings = await preferences.settingsOf(tx, userIds);
  const blocks = await suppressions.findBlocks(
    tx,
    [...people.values()].map(({ email }) => email),
  );
  const cappedPeople = new Set(userIds.filter((userId) => hasCap(settings, userId, sender.name)));
  const first = await lookAgain(tx, given, dependencies);
  const irrelevant = new Map(first.irrelevant);
  const isBulkPaused = await dependencies.bulkGate.isPaused(tx);

  const decide = (claim: ClaimedDelivery, spent: RouteFacts['spent']): RouteDecision => {
    const reason = uselessness(claim, now) ?? irrelevant.get(claim.notification_id);
    if (reason !== undefined) return { decision: 'skip', reason, dueAt: now };
    const person = people.get(claim.user_id);
    const decision = route(factsOf(claim, { person, settings, channel: sender.name, spent, now }));
    if (decision.decision !== 'send') return decision;
    const block = blockOf(blocks.get(person?.email ?? '') ?? [], claim.kind);
    if (block !== null) return { decision: 'skip', reason: suppressed[block.reason], dueAt: now };
    if (!isBulkPaused || !isBulk(claim)) return decision;
    return { decision: 'hold', reason: 'bulk_paused', dueAt: new Date(now.getTime() + bulkPauseMs) };
  };

  const decisions = new Map<ClaimedDelivery, RouteDecision>();
  for (const claim of first.claims) {
    if (!cappedPeople.has(claim.user_id)) decisions.set(claim, decide(claim, null));
  }
  // All at once, so that they are locked in their order, and before more deliveries of theirs are claimed.
  const folding = [...decisions].filter(([, { decision }]) => decision === 'digest');
  const held = new Set([...cappedPeople, ...first.changed, ...folding.map(([claim]) => claim.user_id)]);
  if (held.size > 0) await lockInboxes(tx, [...held], now);
  await first.store();

  const claims = [...first.claims];
  if (cappedPeople.size > 0) {
    const rest = await lookAgain(tx, await claimRest(tx, [...cappedPeople]), dependencies);
    await rest.store();
    for (const [id, reason] of rest.irrelevant) irrelevant.set(id, reason);
    claims.push(...rest.claims);
    const days = [...cappedPeople].map((userId) => ({ userId, day: dayOf(people.get(userId), now) }));
    const spent = await countSpent(
      tx,
      days,
      claims.map(({ id }) => id),
    );
    for (const userId of cappedPeople) {
      const own = claims.filter((claim) => claim.user_id === userId);
      const before: Spent = spent.get(userId) ?? new Map();
      for (const [claim, decision] of spend(own, before, sender.name, decide)) decisions.set(claim, decision);
    }
  }

  const checked = claims.flatMap((claim): CheckedClaim[] => {
    const decision = decisions.get(claim);
    if (decision === undefined) return [];
    const recipient = people.get(claim.user_id);
    const counts = decision.decision === 'send' && !kinds[claim.kind].mandatory;
    const { email_tracking: mayBeTracked } = settings.of(claim.user_id);
    return [{ claim, decision, recipient, mayBeTracked, budgetDay: counts ? dayOf(recipient, now) : null }];
  });
  await reserve(
    tx,
    checked.flatMap(({ claim, budgetDay }) =>
      budgetDay !== null && cappedPeople.has(claim.user_id) ? [{ id: claim.id, day: budgetDay }] : [],
    ),
  );
  await fold(tx, checked, settings, now, dependencies);
  return checked.filter(({ decision }) => decision.decision !== 'digest');
}

/** How it is told that an address is not written to. */
const suppressed: Readonly<Record<Block['reason'], ReasonCode>> = {
  hard_bounce: 'address_bounced',
  soft_bounces: 'address_bounced',
  complaint: 'address_complained',
  manual: 'address_suppressed',
  import: 'address_suppressed',
};

/** What routing asks of a notification that waits to be sent. */
export function factsOf(
  claim: Reconsidered,
  about: {
    readonly person: Recipient | undefined;
    readonly settings: SettingsOfPeople;
    readonly channel: DeliveryChannel;
    readonly spent: RouteFacts['spent'];
    readonly now: Date;
  },
): RouteFacts {
  const { person, channel, spent, now } = about;
  const definition: KindDefinition = kinds[claim.kind];
  const settings = about.settings.of(claim.user_id);
  return {
    definition,
    priority: priorityOf(claim.kind, claim.payload),
    channel,
    channelAvailable: true,
    settings,
    recipient: {
      email: person?.email ?? '',
      emailVerified: person?.email_verified ?? false,
      timeZone: person?.time_zone ?? 'UTC',
    },
    muted: about.settings.hasMuted(claim.user_id, subjectsOf(claim.payload)),
    score: person === undefined ? null : scoreOf(claim.payload, person),
    // Whoever was online has been waited for.
    wait: claim.in_inbox ? waitFor(0, settings.escalate_after_minutes, claim.created_at) : null,
    spent,
    now,
  };
}

function hasCap(settings: SettingsOfPeople, userId: string, channel: DeliveryChannel): boolean {
  const { caps } = settings.of(userId);
  return caps.per_day !== null || (caps.channels[channel] ?? null) !== null;
}

function dayOf(person: Recipient | undefined, now: Date): string {
  return localDay(now, person?.time_zone ?? 'UTC');
}

/** Records what waits in a digest from now on. The inboxes of its people are locked, which keeps their windows open. */
async function fold(
  tx: Tx,
  checked: readonly CheckedClaim[],
  settings: SettingsOfPeople,
  now: Date,
  { digestWindows, sender }: RecheckDependencies,
): Promise<void> {
  const folding = checked.flatMap(({ claim, decision, recipient }) =>
    decision.decision === 'digest' ? [{ claim, decision, recipient }] : [],
  );
  if (folding.length === 0) return;
  const windows = await digestWindows.openFor(
    tx,
    folding.map(({ claim, decision, recipient }) => ({
      userId: claim.user_id,
      channel: sender.name,
      frequency: decision.frequency,
      settings: settings.of(claim.user_id).digest,
      timeZone: recipient?.time_zone ?? 'UTC',
    })),
    now,
  );
  const settled = folding.flatMap(({ claim, decision: { reason } }, index) => {
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
    return [{ claim, settlement, budgetDay: null, receipt: null }];
  });
  await recordSettlements(tx, settled, now);
}

/** Why it is of no use any more, as far as that can be told without asking anybody. */
export function uselessness(
  claim: Reconsidered,
  now: Date,
): Extract<ReasonCode, 'expired' | 'removed_from_inbox' | 'already_read' | 'link_gone'> | undefined {
  if (claim.expires_at !== null && claim.expires_at <= now) return 'expired';
  if (!kinds[claim.kind].mandatory) {
    if (claim.is_removed) return 'removed_from_inbox';
    if (claim.read_at !== null) return 'already_read';
  }
  if (secretsOf(claim.kind).some((field) => !(field in claim.payload))) return 'link_gone';
  return undefined;
}

/** Which of these the features that they are about call useless, by the ids of the notifications. */
export async function findIrrelevant(
  tx: Tx,
  claims: readonly Reconsidered[],
  relevance: RelevanceChecks,
): Promise<ReadonlyMap<string, IrrelevanceReason>> {
  const reasons = new Map<string, IrrelevanceReason>();
  for (const [kind, own] of Map.groupBy(claims, (claim) => claim.kind)) {
    for (const [id, reason] of await relevance[kind](tx, own.map(toQuestion))) reasons.set(id, reason);
  }
  return reasons;
}

/** What claims carry now, and which of them are of no use any more. */
interface LookedAt {
  readonly claims: readonly ClaimedDelivery[];
  /** By the ids of the notifications. */
  readonly irrelevant: ReadonlyMap<string, IrrelevanceReason>;
  /** People of whom something is to be stored. */
  readonly changed: ReadonlySet<string>;
  /** Stores what claims carry now. The inboxes of those people have to be locked. */
  store(): Promise<void>;
}

async function lookAgain(
  tx: Tx,
  given: readonly ClaimedDelivery[],
  { relevance, refreshes }: RecheckDependencies,
): Promise<LookedAt> {
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

function toQuestion(claim: Reconsidered): RelevanceQuestion {
  const { notification_id: notificationId, user_id: userId, subject, payload } = claim;
  return { notificationId, userId, subject, payload };
}
