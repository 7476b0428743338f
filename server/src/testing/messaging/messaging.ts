import { type Logger, pino } from 'pino';
import {
  createEmailChannel,
  createUnsubscribeTokens,
} from '../../features/messaging/channels/email/index.ts';
import {
  allRelevant,
  type ChannelSender,
  createDeliveries,
  createDeliveryWorker,
  type RelevanceChecks,
} from '../../features/messaging/deliveries/index.ts';
import { createDigestWindows } from '../../features/messaging/digest-windows/index.ts';
import { createInbox } from '../../features/messaging/inbox/index.ts';
import { createNotifications } from '../../features/messaging/notifications/index.ts';
import { createPresence } from '../../features/messaging/presence/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { storedRecipients } from './people.ts';
import { createTestPreferences } from './preferences.ts';

export const testTokens = createUnsubscribeTokens('a secret of at least thirty-two characters');

export interface TestMessagingOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** What carries the mails: an SMTP server, or a sender of the test. */
  readonly carrier: { readonly smtpUrl: string } | ChannelSender;
  readonly relevance?: Partial<RelevanceChecks>;
  readonly logger?: Logger;
  /** How long a mail waits for people who are online, in milliseconds; not at all when left out. */
  readonly onlineDelayMs?: number;
}

/** Messaging, wired as the program wires it, on one database. */
export function createTestMessaging(options: TestMessagingOptions) {
  const {
    database,
    clock,
    carrier,
    relevance,
    logger = pino({ level: 'silent' }),
    onlineDelayMs = 0,
  } = options;
  const recipients = storedRecipients;
  const preferences = createTestPreferences(clock, (tx, userId) => deliveries.reconsider(tx, userId));
  const digestWindows = createDigestWindows();
  const livePush = { notificationsWritten() {}, inboxChanged() {} };

  const newWorker = () =>
    createDeliveryWorker({
      database,
      clock,
      logger,
      sender: 'smtpUrl' in carrier ? emailTo(carrier.smtpUrl, clock) : carrier,
      recipients,
      preferences,
      digestWindows,
      relevance: { ...allRelevant, ...relevance },
      random: () => 0.5,
    });
  const worker = newWorker();
  const deliveries = createDeliveries({ database, clock, recipients, wakeDeliveries: worker.wake });
  return {
    preferences,
    digestWindows,
    worker,
    /** Another process: it shares nothing with the first but the database. */
    newWorker,
    deliveries,
    notifications: createNotifications({
      database,
      clock,
      recipients,
      preferences,
      digestWindows,
      availableChannels: new Set(['email']),
      presence: createPresence({ clock, recipients }),
      onlineDelayMs,
      livePush,
      wakeDeliveries: worker.wake,
    }),
    inbox: createInbox({ database, clock, recipients, livePush, cancelDeliveries: deliveries.cancel }),
  };
}

export function emailTo(smtpUrl: string, clock: Clock) {
  return createEmailChannel({
    clock,
    smtpUrl,
    from: 'Rolecall <jobs@rolecall.example>',
    publicUrl: 'https://rolecall.example',
    tokens: testTokens,
  });
}
