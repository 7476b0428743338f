import { subjectsOf } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { Channels, ReachOf } from '../channels/index.ts';
import {
  type CollectedDelivery,
  findIrrelevant,
  type RelevanceChecks,
  toRoutedMessage,
  uselessness,
} from '../deliveries/index.ts';
import type { SettingsOfPeople } from '../preferences/index.ts';
import type { Recipient } from '../recipients/index.ts';
import { factsOf, type ReasonCode, route } from '../routing/index.ts';

/** The people of some digests and what they have decided. */
export interface People {
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly settings: SettingsOfPeople;
  readonly reachOf: ReachOf;
}

export interface SecondLookDependencies {
  readonly relevance: RelevanceChecks;
  /** Those that this instance has. */
  readonly channels: Channels;
}

/**
 * Why some of these are not worth telling any more: the same questions that the delivery worker asks before it sends
 * something by itself, with one query for each kind. What would merely have to wait stays, since it waits already.
 *
 * @returns reasons by the ids of the deliveries; who is not named stays
 */
export async function findLeaving(
  tx: Tx,
  items: readonly CollectedDelivery[],
  { recipients, settings, reachOf }: People,
  now: Date,
  { relevance }: Pick<SecondLookDependencies, 'relevance'>,
): Promise<ReadonlyMap<string, ReasonCode>> {
  const irrelevant = await findIrrelevant(tx, items, relevance);
  const leaving = new Map<string, ReasonCode>();
  for (const item of items) {
    const reason = uselessness(item, now) ?? irrelevant.get(item.notification_id) ?? refusal(item);
    if (reason !== undefined) leaving.set(item.id, reason);
  }
  return leaving;

  function refusal(item: CollectedDelivery): ReasonCode | undefined {
    const { channel, user_id: userId } = item;
    const recipient = recipients.get(userId);
    const person = {
      recipient,
      settings: settings.of(userId),
      isMuted: settings.hasMuted(userId, subjectsOf(item.payload)),
      isOnline: false,
    };
    const facts = factsOf(toRoutedMessage(item), person, reachOf(channel, recipient), { spent: null, now });
    const { decision, reason } = route(facts);
    return decision === 'skip' ? reason : undefined;
  }
}
