import { hostname } from 'node:os';
import type { MailSenderReport } from '@rolecall/contract';
import { v4 as uuidv4 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { MailSender, UnclearSends } from './mail-sender.ts';
import { deleteReports, findControls, findUnclear, saveReport, saveUnclear } from './sending.store.ts';

/**
 * What the senders of several processes share by way of the database. Every five seconds each says how it is doing, and
 * reads what the operator wants and to whom mails were given that nobody has confirmed. What it says is gone when it
 * stops, or is silent for a minute.
 */
export interface SendingState extends UnclearSends {
  /** Begins to speak for this sender; calling it twice is a mistake. */
  start(sender: MailSender): Promise<void>;
  /** Says how a sender is doing, and lets it do what the operator wants. */
  share(sender: MailSender): Promise<void>;
  stop(): Promise<void>;
}

const everyMs = 5_000;
/** Who has said nothing for so long is gone. */
export const silentMs = 60_000;
/** For how long a mail that nobody has confirmed is only given to the same provider. */
const unclearMs = 3_600_000;
const mostUnclear = 10_000;

export function createSendingState(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}): SendingState {
  const { database, clock, logger } = dependencies;
  const processId = uuidv4();
  const host = `${hostname()} (${process.pid})`;
  let followedUntil = clock.now();
  let unclear = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  async function follow(sender: MailSender): Promise<void> {
    const controls = await findControls(database.query);
    sender.setPaused(new Set(controls.filter(({ is_paused }) => is_paused).map(({ provider }) => provider)));
    const since = followedUntil;
    for (const { provider, close_requested_at: at } of controls) {
      if (at === null || at <= since) continue;
      sender.closeBreaker(provider);
      if (at > followedUntil) followedUntil = at;
    }
  }

  async function share(sender: MailSender): Promise<void> {
    const now = clock.now();
    await follow(sender);
    await saveReport(database.query, { processId, host, report: reportOf(sender) }, now);
    await deleteReports(database.query, null, new Date(now.getTime() - silentMs));
    const found = await findUnclear(database.query, new Date(now.getTime() - unclearMs), mostUnclear);
    unclear = new Map(found.map(({ message_id, provider }) => [message_id, provider]));
  }

  function shareSafely(sender: MailSender): Promise<void> {
    return share(sender).catch((error: unknown) => {
      logger.warn({ err: error }, 'the state of the mail providers could not be shared');
    });
  }

  return {
    providerOf: (messageId) => unclear.get(messageId),
    async note(messageId, provider) {
      unclear.set(messageId, provider);
      await saveUnclear(database.query, messageId, provider, clock.now());
    },
    share,
    async start(sender) {
      await shareSafely(sender);
      timer = setInterval(() => {
        working = working.then(() => shareSafely(sender));
      }, everyMs);
    },
    async stop() {
      clearInterval(timer);
      await working;
      await deleteReports(database.query, processId, new Date(clock.now().getTime() - silentMs));
    },
  };
}

function reportOf(sender: MailSender): MailSenderReport {
  return {
    providers: sender.providers().map((provider) => ({
      name: provider.name,
      breaker: provider.breaker,
      breaker_reason: provider.breakerReason,
      retry_at: provider.retryAt?.toISOString() ?? null,
      rate: provider.rate,
      ceiling: provider.ceiling,
      in_flight: provider.inFlight,
      concurrency: provider.concurrency,
      last_error: provider.lastError,
      last_error_at: provider.lastErrorAt?.toISOString() ?? null,
      last_success_at: provider.lastSuccessAt?.toISOString() ?? null,
    })),
    throttled: sender.throttledReceivers().map(({ name, places, pausedUntil }) => ({
      name,
      places,
      paused_until: pausedUntil === 0 ? null : new Date(pausedUntil).toISOString(),
    })),
  };
}
