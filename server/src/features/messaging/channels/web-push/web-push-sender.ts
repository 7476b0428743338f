import { priorityOf } from '@rolecall/contract';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database } from '../../../../platform/db/index.ts';
import type { ChannelSender, OutgoingDelivery } from '../channel.ts';
import type { PushAnswer } from './answers.ts';
import type { PushComposer } from './compose.ts';
import type { PushContact } from './contacts.store.ts';
import { largestMessage } from './encryption.ts';
import type { PushInboxes } from './inbox-facts.ts';
import { encodeMessage, fitMessage, topicOf } from './message.ts';
import { type DeviceAnswer, outcomeOf, type PushReceipt } from './outcome.ts';
import type { Push, PushClient } from './push-client.ts';
import { recordAnswers } from './recording.ts';
import { insertShown, selectShown } from './shown.store.ts';

/** What a push service that takes less than it should is given instead, in bytes. */
const smallMessage = 1_000;
/** What comes even later is no news any more, in seconds. */
const longestTtl = 3 * 86_400;
/** Notifications that one message closes; the rest is for the next one. */
const mostClosed = 20;
/** Devices that are told about at the same time, of one delivery. */
const mostAtOnce = 5;

/** What is already on a device, and what it may close. */
interface DeviceFacts {
  /** Devices that have been given the notification by an attempt that was not recorded. */
  readonly having: ReadonlySet<string>;
  readonly closes: readonly string[];
  readonly unread: number;
}

export interface WebPushSenderDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly client: PushClient;
  readonly composer: PushComposer;
  readonly inboxes: PushInboxes;
  /** How many deliveries are sent at the same time. */
  readonly concurrency: number;
}

/**
 * Tells the devices of people. Each device that has taken a push is noted at once where there are several, so that an
 * attempt that is repeated after a crash leaves it alone; whatever reaches a device twice all the same has the tag of the
 * first, and is shown once.
 */
export function createWebPushSender(
  dependencies: WebPushSenderDependencies,
): ChannelSender<PushContact, PushReceipt> {
  const { database, clock, client, composer, inboxes, concurrency } = dependencies;

  async function factsOf(delivery: OutgoingDelivery<PushContact>): Promise<DeviceFacts> {
    const { notificationId, recipient, contacts } = delivery;
    const shown = await selectShown(
      database.query,
      contacts.map(({ id }) => id),
    );
    const others = [...new Set(shown.map((one) => one.notificationId))].filter((id) => id !== notificationId);
    const [open, unread] = await Promise.all([
      inboxes.unreadAmong(database.query, recipient.user_id, others),
      inboxes.unreadOf(database.query, recipient.user_id),
    ]);
    return {
      having: new Set(shown.flatMap((one) => (one.notificationId === notificationId ? [one.deviceId] : []))),
      closes: others.filter((id) => !open.has(id)).slice(0, mostClosed),
      unread,
    };
  }

  function pushOf(
    delivery: OutgoingDelivery<PushContact>,
  ): Omit<Push, 'message' | 'endpoint' | 'p256dh' | 'auth' | 'isProven'> {
    const { kind, payload, expiresAt } = delivery;
    const priority = priorityOf(kind, payload);
    const left =
      expiresAt === null ? longestTtl : Math.floor((expiresAt.getTime() - clock.now().getTime()) / 1_000);
    return {
      ttl: Math.max(0, Math.min(left, longestTtl)),
      urgency: priority === 'urgent' || priority === 'high' ? 'high' : priority === 'low' ? 'low' : 'normal',
      topic: topicOf(composer.tagOf(delivery)),
    };
  }

  return {
    concurrency,
    urgentConcurrency: Math.max(1, Math.floor(concurrency / 4)),

    async send(delivery) {
      const { notificationId, contacts } = delivery;
      const { having, closes, unread } = await factsOf(delivery);
      const message = fitMessage(composer.compose(delivery, { unread, closes }), largestMessage);
      const shared = pushOf(delivery);
      const [whole, small] = [encodeMessage(message), encodeMessage(fitMessage(message, smallMessage))];

      async function tell(contact: PushContact): Promise<DeviceAnswer> {
        if (having.has(contact.id)) return { contact, answer: { result: 'taken', message: null } };
        const push = { ...shared, ...contact };
        const first = await client.push({ ...push, message: whole });
        const answer: PushAnswer =
          first.result === 'too_large' ? await client.push({ ...push, message: small }) : first;
        if (answer.result === 'taken' && contacts.length > 1) {
          await insertShown(database.query, [{ deviceId: contact.id, notificationId }], clock.now());
        }
        return { contact, answer };
      }

      const answers: DeviceAnswer[] = [];
      const waiting = contacts.values();
      const work = async () => {
        for (const contact of waiting) answers.push(await tell(contact));
      };
      await Promise.all(Array.from({ length: Math.min(mostAtOnce, contacts.length) }, work));
      return outcomeOf({ answers, closes: message.notification.data.closes });
    },

    recordAttempts: recordAnswers,
  };
}
