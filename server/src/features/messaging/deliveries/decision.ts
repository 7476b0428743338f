import { kinds, subjectsOf } from '@rolecall/contract';
import { bestState, type ContactPoint, usableContacts } from '../channels/index.ts';
import {
  factsOf,
  type IrrelevanceReason,
  priorityAt,
  type ReasonCode,
  type RouteDecision,
  type RouteFacts,
  route,
  urgencyOf,
} from '../routing/index.ts';
import type { Circumstances } from './circumstances.ts';
import { toRoutedMessage, uselessness } from './content.ts';
import type { ClaimedDelivery } from './with-notifications.ts';

/** When bulk that is held back is looked at again, in milliseconds, should nobody wake it before. */
const bulkPauseMs = 10 * 60_000;

/**
 * Decides about a claim right before it is sent: what is of no use any more is skipped; then the rules of routing follow,
 * and last what holds against its contact points at this moment.
 */
export function decide<Contact extends ContactPoint>(
  claim: ClaimedDelivery,
  circumstances: Circumstances<Contact>,
  irrelevant: ReadonlyMap<string, IrrelevanceReason>,
  spent: RouteFacts['spent'],
): RouteDecision {
  const { now, isBulkPaused } = circumstances;
  const useless = uselessness(claim, now) ?? irrelevant.get(claim.notification_id);
  if (useless !== undefined) return { decision: 'skip', reason: useless, dueAt: now };
  const decision = routeClaim(claim, circumstances, spent);
  if (decision.decision !== 'send') return decision;
  const { blocked } = contactsFor(claim, circumstances);
  if (blocked !== null) return { decision: 'skip', reason: blocked, dueAt: now };
  if (!isBulkPaused || urgencyOf(claim.kind, priorityAt(claim.rank)).stream !== 'bulk') return decision;
  return { decision: 'hold', reason: 'bulk_paused', dueAt: new Date(now.getTime() + bulkPauseMs) };
}

function routeClaim<Contact extends ContactPoint>(
  claim: ClaimedDelivery,
  { now, channel, settings, recipientOf, contactsOf }: Circumstances<Contact>,
  spent: RouteFacts['spent'],
): RouteDecision {
  const { user_id: userId } = claim;
  const person = {
    recipient: recipientOf(userId),
    settings: settings.of(userId),
    isMuted: settings.hasMuted(userId, subjectsOf(claim.payload)),
    // Whoever was online has been waited for.
    isOnline: false,
  };
  const { name, rules } = channel;
  const reach = { name, rules, contact: bestState(contactsOf(userId)) };
  return route(factsOf(toRoutedMessage(claim), person, reach, { spent, now }));
}

/** Where a claim may go. Blocked: something holds against every contact point that there is. */
export function contactsFor<Contact extends ContactPoint>(
  { user_id: userId, kind }: Pick<ClaimedDelivery, 'user_id' | 'kind'>,
  { channel, contactsOf, blockOf }: Circumstances<Contact>,
): { readonly contacts: readonly Contact[]; readonly blocked: ReasonCode | null } {
  const contacts: Contact[] = [];
  let blocked: ReasonCode | null = null;
  for (const contact of usableContacts(contactsOf(userId), channel.rules, kinds[kind])) {
    const reason = blockOf(contact, kind);
    if (reason === null) contacts.push(contact);
    else blocked ??= reason;
  }
  return { contacts, blocked: contacts.length === 0 ? blocked : null };
}
