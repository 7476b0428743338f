import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../../platform/db/index.ts';
import type { Logger } from '../../../../platform/observability/index.ts';
import type { SetAside } from '../../../../platform/set-aside/index.ts';
import { type WorkerPool, workerFile } from '../../../../platform/workers/index.ts';
import type { MailEvents, MailReport } from '../../events/index.ts';
import type { ReturnPaths } from '../../message/index.ts';
import type { InboundContent } from './content.ts';
import { createHardMails } from './hard-mails.ts';
import type { ParsedMail } from './parse-inbound.ts';

/** Finds the recipients of deliveries. */
export interface DeliveryRecipients {
  /** The address of the person who gets this delivery; null: the delivery no longer exists. */
  recipientOf(tx: Tx, deliveryId: string): Promise<string | null>;
}

/** Unsubscribes by the token of a `List-Unsubscribe`; false: the token is not ours. It is idempotent. */
export type MailtoUnsubscribe = (tx: Tx, token: string) => Promise<boolean>;

/**
 * What was done with an inbound mail. `unproven`: it may be a bounce, but nothing in it proves that it is about a mail of
 * ours, so it is dropped; `too_hard`: reading it took too much, so it is kept as it came; `ignored`: it needs no action.
 */
export type InboundResult =
  | 'bounce'
  | 'delay'
  | 'complaint'
  | 'unsubscribed'
  | 'auto_reply'
  | 'unproven'
  | 'unreadable'
  | 'too_hard'
  | 'ignored';

/** Processes mails to the bounce domain, which arrive by SMTP or IMAP. */
export interface InboundMail {
  /** Whether mail to this address is accepted. */
  accepts(address: string): boolean;
  /**
   * Processes a mail, which may be cut off. The same mail again changes nothing.
   *
   * @param envelope recipients of the envelope; empty: unknown, so those of the header count
   * @param sender of the envelope, empty for the null sender; null: unknown, so the header counts
   */
  take(raw: Uint8Array, envelope: readonly string[], sender?: string | null): Promise<InboundResult>;
  /** Tries mails again that were too hard, until there are none or it is asked to end. */
  retryHard(isOver: () => boolean): Promise<void>;
}

/** How much of a mail is read, in bytes: the report of a bounce comes before the mail that it returns. */
export const readBytes = 1_048_576;

const readTask = workerFile<typeof import('./inbound.worker.ts')>(
  new URL('./inbound.worker.ts', import.meta.url),
).task('readInbound', {
  name: 'mail.inbound',
  // Real ones take milliseconds.
  deadlineMs: 5_000,
  maximumSize: readBytes,
  sizeOf: ({ raw }) => raw.length,
});

/** Local parts of the addresses for reports of spam (feedback loops) and for unsubscribing. */
const complaintsName = 'complaints';
const unsubscribeName = 'unsubscribe';
const tokenPrefix = 'u+';

export interface InboundMailDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mailEvents: MailEvents;
  readonly returnPaths: ReturnPaths;
  /** Domain of which we receive the mail. */
  readonly bounceDomain: string;
  readonly recipients: DeliveryRecipients;
  readonly unsubscribe: MailtoUnsubscribe;
  readonly workers: WorkerPool;
  readonly setAside: SetAside;
}

export function createInboundMail(dependencies: InboundMailDependencies): InboundMail {
  const { database, clock, logger, mailEvents, returnPaths, recipients, unsubscribe, workers } = dependencies;
  const hardMails = createHardMails(dependencies);
  const bounceDomain = dependencies.bounceDomain.toLowerCase();

  /** The part before the `@` of an address of ours. */
  function localPart(address: string): string | null {
    const at = address.lastIndexOf('@');
    return address.slice(at + 1).toLowerCase() === bounceDomain ? address.slice(0, at) : null;
  }

  function isForUnsubscribing(address: string): boolean {
    const local = localPart(address)?.toLowerCase();
    return local === unsubscribeName || local?.startsWith(tokenPrefix) === true;
  }

  async function unsubscribeBy(mail: ParsedMail, addresses: readonly string[]): Promise<InboundResult> {
    const inAddress = addresses.flatMap((address) => {
      const local = localPart(address) ?? '';
      return local.toLowerCase().startsWith(tokenPrefix) ? [local.slice(tokenPrefix.length)] : [];
    });
    const inSubject = mail.subject.split(/\s+/).filter((word) => word.length >= 16);
    for (const token of [...inAddress, ...inSubject].slice(0, 5)) {
      if (await database.transaction((tx) => unsubscribe(tx, token))) return 'unsubscribed';
    }
    return 'unproven';
  }

  async function report(mail: ParsedMail, addresses: readonly string[]): Promise<InboundResult> {
    const { content } = mail;
    if (content.type === 'auto_reply') return 'auto_reply';
    if (content.type === 'other') return 'ignored';
    const deliveryId = firstOf([...addresses, ...mail.candidates], (one) => returnPaths.verify(one));
    if (deliveryId === null) return 'unproven';
    await database.transaction(async (tx) => {
      // The recipient that the report names may be forged, so that of our delivery counts.
      const address = await recipients.recipientOf(tx, deliveryId);
      const known = {
        deliveryId,
        address,
        providerEventId: `${deliveryId}:${mail.fingerprint}`,
        at: clock.now(),
      };
      await mailEvents.record(tx, [toReport(content, known)]);
    });
    if (content.type === 'complaint') return 'complaint';
    return content.action === 'failed' ? 'bounce' : 'delay';
  }

  /** A valid token decides, whatever says that a program has sent it: mail programs unsubscribe by themselves. */
  async function process(mail: ParsedMail, addresses: readonly string[]): Promise<InboundResult> {
    if (!addresses.some(isForUnsubscribing)) return report(mail, addresses);
    const result = await unsubscribeBy(mail, addresses);
    return result === 'unproven' && mail.content.type !== 'other' ? report(mail, addresses) : result;
  }

  async function dealWith(mail: ParsedMail | null, envelope: readonly string[]): Promise<InboundResult> {
    if (mail === null) return 'unreadable';
    const addresses = envelope.length > 0 ? envelope : mail.recipients;
    const result = await process(mail, addresses);
    logger.info({ result, type: mail.content.type }, 'a mail has come back');
    return result;
  }

  return {
    accepts(address) {
      if (returnPaths.verify(address) !== null) return true;
      return isForUnsubscribing(address) || localPart(address)?.toLowerCase() === complaintsName;
    },

    async take(raw, envelope, sender = null) {
      const mail = { raw: raw.subarray(0, readBytes), recipients: envelope, sender };
      const read = await workers.run(readTask, mail);
      if (read.status === 'done') return dealWith(read.output, envelope);
      await hardMails.keep(mail, `${read.status}: ${read.detail}`);
      return 'too_hard';
    },

    retryHard: (isOver) =>
      hardMails.retry(async (mail) => {
        const read = await workers.run(readTask, mail, { lane: 'background' });
        if (read.status !== 'done') return false;
        await dealWith(read.output, mail.recipients);
        return true;
      }, isOver),
  };
}

function toReport(
  content: Extract<InboundContent, { type: 'bounce' | 'complaint' }>,
  known: Pick<MailReport, 'deliveryId' | 'address' | 'providerEventId' | 'at'>,
): MailReport {
  const { detail } = content;
  if (content.type === 'complaint') return { ...known, type: 'complained', provider: 'arf', detail };
  const { action, status, bounce } = content;
  const type = action === 'failed' ? 'bounced' : 'deferred';
  return { ...known, type, provider: 'dsn', status, bounce, detail };
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
