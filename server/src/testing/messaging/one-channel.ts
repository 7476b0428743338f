import { pino } from 'pino';
import {
  type Attempt,
  type Channel,
  type ChannelSender,
  type ContactPoint,
  channelsOf,
  type OutgoingDelivery,
  type SendOutcome,
} from '../../features/messaging/channels/index.ts';
import {
  countReached,
  createDeliveries,
  createDeliveryWorker,
  insertDeliveries,
  joinChecks,
} from '../../features/messaging/deliveries/index.ts';
import { createDigests, createDigestWindows } from '../../features/messaging/digests/index.ts';
import { createInbox, createNotifications } from '../../features/messaging/notifications/index.ts';
import { createPresence } from '../../features/messaging/presence/index.ts';
import { type ChannelReasons, createReasons } from '../../features/messaging/routing/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { storedRecipients } from './people.ts';
import { createTestPreferences } from './preferences.ts';
import { createShippedTexts } from './texts.ts';

/** What a worker does otherwise than the program, and who looks at it. */
interface WorkerOptions {
  readonly recordAttempts?: () => Promise<never>;
  /** Sees each delivery that is handed to the channel, and what comes of it. */
  readonly onSend?: (delivery: OutgoingDelivery, outcome: Promise<SendOutcome>) => void;
  /** Sees what the channel is told of attempts. */
  readonly onRecord?: (attempts: readonly Attempt[]) => void;
}

/** Messaging by one channel, whichever it is, wired as the program wires it. */
export function createMessagingBy<Contact extends ContactPoint, Receipt>(given: {
  readonly database: Database;
  readonly clock: Clock;
  readonly channel: Channel<Contact> & Channel;
  readonly sender: ChannelSender<Contact, Receipt>;
  readonly reasons: ChannelReasons;
}) {
  const { database, clock, channel, sender } = given;
  const recipients = storedRecipients;
  const logger = pino({ level: 'silent' });
  const channels = channelsOf([channel]);
  const digestWindows = createDigestWindows();
  const livePush = { notificationsWritten() {}, inboxChanged() {} };
  const texts = createShippedTexts();
  const relevance = joinChecks([]);
  const preferences = createTestPreferences(clock, async (tx, { userId }) => {
    await deliveries.reconsider(tx, userId);
  });
  const reasons = createReasons([given.reasons]);
  const deliveries = createDeliveries({ database, clock, recipients, reasons, wakeDeliveries() {} });
  const notifications = createNotifications({
    database,
    clock,
    recipients,
    preferences,
    digestWindows,
    countReached,
    insertDeliveries,
    channels,
    presence: createPresence({ clock, recipients }),
    livePush,
    wakeDeliveries() {},
  });
  const digests = createDigests({
    database,
    clock,
    logger,
    recipients,
    preferences,
    notifications,
    channels,
    relevance,
    reasons,
    texts,
    facts: {
      activity: async (_tx, periods) =>
        periods.map(() => ({ new_jobs: 0, new_matches: 0, applications: 0, application_changes: 0 })),
      standings: async (_tx, questions) => questions.map(() => null),
    },
  });
  /** The sender, with somebody who looks at it. */
  function watched({ recordAttempts, onSend, onRecord }: WorkerOptions): ChannelSender<Contact, Receipt> {
    return {
      ...sender,
      send(delivery) {
        const outcome = sender.send(delivery);
        onSend?.(delivery, outcome);
        return outcome;
      },
      async recordAttempts(tx, attempts) {
        await (recordAttempts ?? sender.recordAttempts)?.(tx, attempts);
        onRecord?.(attempts);
      },
    };
  }

  return {
    reasons,
    rules: channel.rules,
    places: { all: sender.concurrency, urgent: sender.urgentConcurrency },
    notifications,
    preferences,
    digests,
    inbox: createInbox({
      database,
      clock,
      recipients,
      reasons,
      texts,
      livePush,
      cancelDeliveries: deliveries.cancel,
    }),
    /** Another process: it shares nothing with others but the database and the sender. */
    newWorker: (options: WorkerOptions = {}) =>
      createDeliveryWorker({
        database,
        clock,
        logger,
        setAside: () => {},
        channel,
        sender: watched(options),
        recipients,
        preferences,
        digestWindows,
        relevance,
        refreshes: digests.refreshes,
        random: () => 0.5,
      }),
  };
}
