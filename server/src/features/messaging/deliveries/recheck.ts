import { kinds } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import {
  type IrrelevanceReason,
  type Recipient,
  type Recipients,
  type RouteDecision,
  route,
  secretsOf,
} from '../notifications/index.ts';
import type { Preferences } from '../preferences/index.ts';
import type { ChannelSender } from './channel.ts';
import type { ClaimedDelivery } from './deliveries.store.ts';
import type { RelevanceChecks } from './relevance.ts';

export interface RecheckDependencies {
  readonly sender: Pick<ChannelSender, 'name'>;
  readonly recipients: Recipients;
  readonly preferences: Pick<Preferences, 'choicesOf'>;
  readonly relevance: RelevanceChecks;
}

/** A claim after the second look at it. */
export interface CheckedClaim {
  readonly claim: ClaimedDelivery;
  readonly decision: RouteDecision;
  readonly recipient: Recipient | undefined;
}

/**
 * Looks at claims again right before they are sent, with a constant number of queries and one for each kind: much may
 * have happened since they were written.
 */
export async function recheck(
  tx: Tx,
  claims: readonly ClaimedDelivery[],
  now: Date,
  dependencies: RecheckDependencies,
): Promise<CheckedClaim[]> {
  const { sender, recipients, preferences, relevance } = dependencies;
  const userIds = [...new Set(claims.map((claim) => claim.user_id))];
  const people = new Map((await recipients.findRecipients(tx, userIds)).map((one) => [one.user_id, one]));
  const choices = await preferences.choicesOf(tx, userIds);
  const irrelevant = await findIrrelevant(tx, claims, relevance);

  return claims.map((claim) => {
    const recipient = people.get(claim.user_id);
    const definition = kinds[claim.kind];
    const routed = route({
      definition,
      channel: sender.name,
      channelAvailable: true,
      choice: choices.of(claim.user_id, definition.category, sender.name),
      recipient: { email: recipient?.email ?? '', emailVerified: recipient?.email_verified ?? false },
      // Whatever had to wait for its person has done so.
      onlineDelayMs: 0,
      now,
    });
    const reason = uselessness(claim, now) ?? irrelevant.get(claim.notification_id);
    const decision: RouteDecision = reason === undefined ? routed : { decision: 'skip', reason, dueAt: now };
    return { claim, decision, recipient };
  });
}

/** What can be told without asking anybody. */
function uselessness(claim: ClaimedDelivery, now: Date) {
  if (claim.expires_at !== null && claim.expires_at <= now) return 'expired';
  if (claim.read_at !== null && !kinds[claim.kind].mandatory) return 'already_read';
  if (secretsOf(claim.kind).some((field) => !(field in claim.payload))) return 'link_gone';
  return undefined;
}

async function findIrrelevant(tx: Tx, claims: readonly ClaimedDelivery[], relevance: RelevanceChecks) {
  const reasons = new Map<string, IrrelevanceReason>();
  for (const [kind, own] of Map.groupBy(claims, (claim) => claim.kind)) {
    const questions = own.map((claim) => ({
      notificationId: claim.notification_id,
      userId: claim.user_id,
      subject: claim.subject,
      payload: claim.payload,
    }));
    for (const [id, reason] of await relevance[kind](tx, questions)) reasons.set(id, reason);
  }
  return reasons;
}
