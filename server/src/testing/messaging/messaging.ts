import { type Logger, pino } from 'pino';
import { createMailEvents } from '../../features/mail/events/index.ts';
import { createMailSender, createSmtpProvider } from '../../features/mail/sending/index.ts';
import { createSuppressions } from '../../features/mail/suppressions/index.ts';
import type { Instrument } from '../../features/mail/tracking/index.ts';
import {
  createAttemptJournal,
  createEmailChannel,
  createUnsubscribeTokens,
} from '../../features/messaging/channels/email/index.ts';
import {
  type AttemptJournal,
  allRelevant,
  type BulkGate,
  type ChannelSender,
  createDeliveries,
  createDeliveryWorker,
  type RelevanceChecks,
} from '../../features/messaging/deliveries/index.ts';
import { createDigestWindows } from '../../features/messaging/digest-windows/index.ts';
import { createDigests, type DigestFacts } from '../../features/messaging/digests/index.ts';
import { createInbox } from '../../features/messaging/inbox/index.ts';
import { createNotifications } from '../../features/messaging/notifications/index.ts';
import { createPresence } from '../../features/messaging/presence/index.ts';
import { createTexts } from '../../features/messaging/texts/index.ts';
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
  /** What the catalogue and applications tell for digests; nothing when left out. */
  readonly facts?: Partial<DigestFacts>;
  readonly logger?: Logger;
  /** What hears of attempts; the book of mail events when left out. */
  readonly journal?: AttemptJournal;
  /** Nothing is held back when left out. */
  readonly bulkGate?: BulkGate;
  /** How long a mail waits for people who are online, in milliseconds; not at all when left out. */
  readonly onlineDelayMs?: number;
}

/** Nothing happens around people, and their jobs stand still. */
const noFacts: DigestFacts = {
  activity: async (_tx, periods) =>
    periods.map(() => ({ new_jobs: 0, new_matches: 0, applications: 0, application_changes: 0 })),
  standings: async (_tx, questions) => questions.map(() => null),
};

/** Messaging, wired as the program wires it, on one database. */
export function createTestMessaging(options: TestMessagingOptions) {
  const {
    database,
    clock,
    carrier,
    relevance,
    facts,
    logger = pino({ level: 'silent' }),
    onlineDelayMs = 0,
    bulkGate = { isPaused: async () => false },
  } = options;
  const recipients = storedRecipients;
  const suppressions = createSuppressions({
    clock,
    logger,
    secret: 'a secret of at least thirty-two characters',
  });
  const journal =
    options.journal ?? createAttemptJournal(createMailEvents({ clock, listeners: [suppressions.follow] }));
  const preferences = createTestPreferences(clock, async (tx, { userId, settings, timeZone }) => {
    await deliveries.reconsider(tx, userId);
    await digestWindows.reschedule(tx, userId, settings.digest, timeZone, clock.now());
  });
  const digestWindows = createDigestWindows();
  const texts = createTexts();
  const livePush = { notificationsWritten() {}, inboxChanged() {} };
  const checks = { ...allRelevant, ...relevance };
  const availableChannels = new Set(['email'] as const);
  const notifications = createNotifications({
    database,
    clock,
    recipients,
    preferences,
    digestWindows,
    availableChannels,
    presence: createPresence({ clock, recipients }),
    onlineDelayMs,
    livePush,
    wakeDeliveries: () => worker.wake(),
  });
  const digests = createDigests({
    database,
    clock,
    logger,
    recipients,
    preferences,
    notifications,
    availableChannels,
    relevance: checks,
    facts: { ...noFacts, ...facts },
    texts,
  });

  const newWorker = () =>
    createDeliveryWorker({
      database,
      clock,
      logger,
      sender: 'smtpUrl' in carrier ? emailTo(carrier.smtpUrl, clock) : carrier,
      recipients,
      preferences,
      digestWindows,
      relevance: checks,
      refreshes: digests.refreshes,
      suppressions,
      bulkGate,
      journal,
      random: () => 0.5,
    });
  const worker = newWorker();
  const deliveries = createDeliveries({ database, clock, recipients, wakeDeliveries: worker.wake });
  return {
    suppressions,
    livePush,
    preferences,
    digestWindows,
    worker,
    /** Another process: it shares nothing with the first but the database. */
    newWorker,
    deliveries,
    notifications,
    digests,
    inbox: createInbox({ database, clock, recipients, texts, livePush, cancelDeliveries: deliveries.cancel }),
  };
}

/** The e-mail channel as the program has it, to one mail server. */
export function emailTo(
  smtpUrl: string,
  clock: Clock,
  texts = createTexts(),
  instrument: Instrument | null = null,
): ChannelSender & { close(): Promise<void> } {
  const mailSender = createMailSender({
    lanes: [
      {
        provider: createSmtpProvider({ name: 'smtp', url: smtpUrl, concurrency: 5, signer: null }),
        rate: undefined,
      },
    ],
    clock,
    returnPaths: null,
    warmUp: null,
    unclear: { providerOf: () => undefined, note: async () => {} },
    events: { opened() {}, closed() {}, answered() {} },
  });
  const channel = createEmailChannel({
    clock,
    mailSender,
    from: 'Rolecall <jobs@rolecall.example>',
    publicUrl: 'https://rolecall.example',
    tokens: testTokens,
    bounceDomain: 'bounces.rolecall.example',
    texts,
    instrument,
  });
  return { ...channel, close: () => mailSender.close() };
}
