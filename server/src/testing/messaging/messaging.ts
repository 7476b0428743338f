import { type Logger, pino } from 'pino';
import { createMailSender } from '../../features/mail/dispatch/index.ts';
import { createMailEvents, type MailEvents } from '../../features/mail/events/index.ts';
import { createSmtpProvider } from '../../features/mail/smtp/index.ts';
import { createSuppressions } from '../../features/mail/suppressions/index.ts';
import type { Instrument } from '../../features/mail/tracking/index.ts';
import type { EmailChannelOptions } from '../../features/messaging/channels/email/email-channel.ts';
import { type EmailReceipt, reportAttempts } from '../../features/messaging/channels/email/email-journal.ts';
import {
  createEmailChannel,
  createEmailSender,
  createMarkTokens,
  createUnsubscribeTokens,
  type EmailContact,
  type EmailSender,
} from '../../features/messaging/channels/email/index.ts';
import { type ChannelSender, channelsOf } from '../../features/messaging/channels/index.ts';
import {
  countReached,
  createDeliveries,
  createDeliveryWorker,
  insertDeliveries,
  joinChecks,
  type KindCheck,
} from '../../features/messaging/deliveries/index.ts';
import {
  createDigests,
  createDigestWindows,
  type DigestFacts,
} from '../../features/messaging/digests/index.ts';
import { createInbox, createNotifications } from '../../features/messaging/notifications/index.ts';
import { createPresence } from '../../features/messaging/presence/index.ts';
import type { Texts } from '../../features/messaging/texts/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { SetAside } from '../../platform/set-aside/index.ts';
import { testWorkers } from '../workers/index.ts';
import { testReasons } from './email-channel.ts';
import { storedRecipients } from './people.ts';
import { createTestPreferences } from './preferences.ts';
import { createShippedTexts } from './texts.ts';

export const testMarkTokens = createMarkTokens('a secret of at least thirty-two characters');
export const testTokens = createUnsubscribeTokens('a secret of at least thirty-two characters');

/** Stands in for the part of the e-mail channel that sends. */
export type MailCarrier = ChannelSender<EmailContact, EmailReceipt>;

export interface TestMessagingOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** What carries the mails: an SMTP server, or a sender of the test. */
  readonly carrier: { readonly smtpUrl: string } | MailCarrier;
  readonly relevance?: readonly KindCheck[];
  /** What the catalogue and applications tell for digests; nothing when left out. */
  readonly facts?: Partial<DigestFacts>;
  readonly logger?: Logger;
  readonly setAside?: SetAside;
  /** What hears of attempts; the book of mail events when left out. */
  readonly journal?: MailCarrier['recordAttempts'];
  /** Nothing is held back when left out. */
  readonly bulkGate?: EmailChannelOptions['alarms'];
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
    relevance = [],
    facts,
    logger = pino({ level: 'silent' }),
    setAside = () => {},
    onlineDelayMs = 0,
    bulkGate = { isPaused: async () => false },
  } = options;
  const recipients = storedRecipients;
  const suppressions = createSuppressions({
    clock,
    logger,
    secret: 'a secret of at least thirty-two characters',
    workers: testWorkers(),
  });
  const mailEvents = createMailEvents({ clock, listeners: [suppressions.follow] });
  const channel = createEmailChannel({ suppressions, alarms: bulkGate, onlineDelayMs });
  const channels = channelsOf([channel]);
  const preferences = createTestPreferences(clock, async (tx, { userId, settings, timeZone }) => {
    await deliveries.reconsider(tx, userId);
    await digestWindows.reschedule(tx, userId, settings.digest, timeZone, clock.now());
  });
  const digestWindows = createDigestWindows();
  const texts = createShippedTexts();
  const livePush = { notificationsWritten() {}, inboxChanged() {} };
  const checks = joinChecks(relevance);
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
    wakeDeliveries: () => worker.wake(),
  });
  const digests = createDigests({
    database,
    clock,
    logger,
    recipients,
    preferences,
    notifications,
    channels,
    relevance: checks,
    facts: { ...noFacts, ...facts },
    texts,
    reasons: testReasons,
  });

  const newWorker = () =>
    createDeliveryWorker({
      setAside,
      database,
      clock,
      logger,
      channel,
      sender: {
        recordAttempts: (tx, attempts) => mailEvents.record(tx, reportAttempts(attempts)),
        ...('smtpUrl' in carrier ? emailTo(carrier.smtpUrl, clock, { texts, mailEvents }) : carrier),
        ...(options.journal === undefined ? {} : { recordAttempts: options.journal }),
      },
      recipients,
      preferences,
      digestWindows,
      relevance: checks,
      refreshes: digests.refreshes,
      random: () => 0.5,
    });
  const worker = newWorker();
  const deliveries = createDeliveries({
    database,
    clock,
    recipients,
    reasons: testReasons,
    wakeDeliveries: worker.wake,
  });
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
    inbox: createInbox({
      database,
      clock,
      recipients,
      texts,
      reasons: testReasons,
      livePush,
      cancelDeliveries: deliveries.cancel,
    }),
  };
}

/** The e-mail channel as the program has it, to one mail server. */
export function emailTo(
  smtpUrl: string,
  clock: Clock,
  given: {
    readonly texts?: Texts;
    readonly instrument?: Instrument;
    readonly mailEvents?: MailEvents;
    /** How long a mail has to wait for the warm-up of the domain, in milliseconds; not at all when left out. */
    readonly warmUpWaitMs?: () => number;
  } = {},
): EmailSender & { close(): Promise<void> } {
  const { texts = createShippedTexts(), instrument = null, mailEvents = null, warmUpWaitMs } = given;
  const mailSender = createMailSender({
    providers: [
      {
        provider: createSmtpProvider({ name: 'smtp', url: smtpUrl, concurrency: 5, signer: null }),
        rate: undefined,
      },
    ],
    clock,
    returnPaths: null,
    warmUp: warmUpWaitMs === undefined ? null : { take: async () => warmUpWaitMs(), giveBack() {} },
    unclear: { providerOf: () => undefined, note: async () => {} },
    events: { opened() {}, closed() {}, answered() {} },
  });
  const sender = createEmailSender({
    clock,
    mailSender,
    from: 'Rolecall <jobs@rolecall.example>',
    publicUrl: 'https://rolecall.example',
    tokens: testTokens,
    markTokens: testMarkTokens,
    bounceDomain: 'bounces.rolecall.example',
    texts,
    instrument,
    mailEvents,
  });
  return { ...sender, close: () => mailSender.close() };
}
