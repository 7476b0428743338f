import type { DeliveryChannel } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import {
  factsOf,
  findIrrelevant,
  type Reconsidered,
  type RelevanceChecks,
  uselessness,
} from '../deliveries/index.ts';
import type { Recipient } from '../notifications/index.ts';
import type { SettingsOfPeople } from '../preferences/index.ts';
import { type ReasonCode, type RouteDecision, route } from '../routing/index.ts';
import type { Collected } from './compose.ts';

/** A delivery that waits in a digest, or went into one, with its notification. */
export interface CollectedDelivery extends Collected, Reconsidered {
  readonly digest_id: string;
  readonly channel: DeliveryChannel;
}

/** The people of some digests and what they have decided. */
export interface People {
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly settings: SettingsOfPeople;
}

export interface SecondLookDependencies {
  readonly relevance: RelevanceChecks;
  /** Channels that this instance can send by. */
  readonly availableChannels: ReadonlySet<DeliveryChannel>;
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
  { recipients, settings }: People,
  now: Date,
  { relevance, availableChannels }: SecondLookDependencies,
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
    const facts = factsOf(item, { person: recipients.get(userId), settings, channel, spent: null, now });
    return refusalOf(route({ ...facts, channelAvailable: availableChannels.has(channel) }));
  }
}

function refusalOf({ decision, reason }: RouteDecision): ReasonCode | undefined {
  return decision === 'skip' ? reason : undefined;
}
