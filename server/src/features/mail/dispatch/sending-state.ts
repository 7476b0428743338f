import { hostname } from 'node:os';
import type { MailSenderReport } from '@rolecall/contract';
import { v4 as uuidv4 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { deleteReports, findControls, findUnclear, saveReport, saveUnclear } from './dispatch.store.ts';
import type { MailSender, UnclearSends } from './mail-sender.ts';

/**
 * What the senders of several processes share in the database. Every five seconds each reports its state, and reads what
 * the operator wants and which provider got each unconfirmed mail. Its report disappears when it stops, or after a minute
 * without another.
 */
export interface SendingState extends UnclearSends {
  /** Begins to report for this sender; calling it twice is a mistake. */
  start(sender: MailSender): Promise<void>;
  /** Reports the state of a sender once, and makes it do what the operator wants. */
  share(sender: MailSender): Promise<void>;
  stop(): Promise<void>;
}

const everyMs = 5_000;
/** A process without a report for so long has died. */
export const reportExpiryMs = 60_000;
/** For how long an unconfirmed mail only goes to the same provider. */
const unclearMs = 3_600_000;
const mostUnclear = 10_000;

/** Which provider got a mail. */
interface Note {
  readonly provider: string;
  /** It is in the database. */
  isSaved: boolean;
}

export function createSendingState(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}): SendingState {
  const { database, clock, logger } = dependencies;
  const processId = uuidv4();
  const host = `${hostname()} (${process.pid})`;
  let followedUntil = clock.now();
  /** As they were read last. */
  let unclear = new Map<string, string>();
  /** Noted here, and perhaps by now not part of what was read: a note counts from the moment at which it is made. */
  const noted = new Map<string, Note>();
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
    await deleteReports(database.query, null, new Date(now.getTime() - reportExpiryMs));
    const saved = [...noted].filter(([, { isSaved }]) => isSaved);
    const found = await findUnclear(database.query, new Date(now.getTime() - unclearMs), mostUnclear);
    unclear = new Map(found.map(({ message_id, provider }) => [message_id, provider]));
    // What was saved before the reading is part of it, or too old.
    for (const [messageId, note] of saved) if (noted.get(messageId) === note) noted.delete(messageId);
  }

  function shareSafely(sender: MailSender): Promise<void> {
    return share(sender).catch((error: unknown) => {
      logger.warn({ err: error }, 'the state of the mail providers could not be shared');
    });
  }

  return {
    providerOf: (messageId) => noted.get(messageId)?.provider ?? unclear.get(messageId),
    async note(messageId, provider) {
      const note: Note = { provider, isSaved: false };
      noted.set(messageId, note);
      const [oldest] = noted.keys();
      if (noted.size > mostUnclear && oldest !== undefined) noted.delete(oldest);
      await saveUnclear(database.query, messageId, provider, clock.now());
      note.isSaved = true;
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
      await deleteReports(database.query, processId, new Date(clock.now().getTime() - reportExpiryMs));
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
