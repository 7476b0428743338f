import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../../platform/db/index.ts';
import type { Logger } from '../../../../platform/observability/index.ts';
import { classOf, type MailEvents, type MailReport } from '../../events/index.ts';
import type { ReturnPaths } from '../../sending/index.ts';
import { type ReturnedMail, readReturned } from './read-returned.ts';

/** Knows who was written to. */
export interface DeliveryRecipients {
  /** The address of the person whom this delivery is for; null: there is no such delivery any more. */
  recipientOf(tx: Tx, deliveryId: string): Promise<string | null>;
}

/** Ends the mails that the token of a `List-Unsubscribe` names; false: the token is not ours. Doing so twice is fine. */
export type MailtoUnsubscribe = (tx: Tx, token: string) => Promise<boolean>;

/**
 * What became of a mail that came to us. `unproven`: it may be a bounce, but nothing in it shows that it is about a mail
 * of ours, so it is left alone; `ignored`: nobody has to do anything.
 */
export type InboundResult =
  | 'bounce'
  | 'delay'
  | 'complaint'
  | 'unsubscribed'
  | 'auto_reply'
  | 'unproven'
  | 'unreadable'
  | 'ignored';

/** Deals with mails that come to the bounce domain, whichever way they come. */
export interface InboundMail {
  /** Whether mail to this address is taken at all. */
  accepts(address: string): boolean;
  /**
   * Does what a mail asks for. The same mail may come again: what is known changes nothing. Of a mail that is cut off
   * what is there counts.
   *
   * @param envelope whom the envelope named; empty: nobody knows, so that the header has to tell
   */
  take(raw: Uint8Array, envelope: readonly string[]): Promise<InboundResult>;
}

/** Where reports of spam (feedback loops) go, and mails that ask to unsubscribe. */
const complaintsName = 'complaints';
const unsubscribeName = 'unsubscribe';
const tokenPrefix = 'u+';

export function createInboundMail(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mailEvents: MailEvents;
  readonly returnPaths: ReturnPaths;
  /** Whose mail comes to us. */
  readonly bounceDomain: string;
  readonly recipients: DeliveryRecipients;
  readonly unsubscribe: MailtoUnsubscribe;
}): InboundMail {
  const { database, clock, logger, mailEvents, returnPaths, recipients, unsubscribe } = dependencies;
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

  async function endMails(mail: ReturnedMail, addresses: readonly string[]): Promise<InboundResult> {
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

  async function report(mail: ReturnedMail, addresses: readonly string[]): Promise<InboundResult> {
    const { content } = mail;
    if (content.type === 'auto_reply') return 'auto_reply';
    if (content.type === 'other') return 'ignored';
    const deliveryId = firstOf([...addresses, ...mail.candidates], (one) => returnPaths.verify(one));
    if (deliveryId === null) return 'unproven';
    await database.transaction(async (tx) => {
      // Whom it says that it failed for is only said; whom the mail was for is known.
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

  return {
    accepts(address) {
      if (returnPaths.verify(address) !== null) return true;
      return isForUnsubscribing(address) || localPart(address)?.toLowerCase() === complaintsName;
    },

    async take(raw, envelope) {
      const mail = await readReturned(raw);
      if (mail === null) return 'unreadable';
      const addresses = envelope.length > 0 ? envelope : mail.recipients;
      const isReport = mail.content.type === 'bounce' || mail.content.type === 'complaint';
      const result =
        !isReport && mail.content.type !== 'auto_reply' && addresses.some(isForUnsubscribing)
          ? await endMails(mail, addresses)
          : await report(mail, addresses);
      logger.info({ result, type: mail.content.type }, 'a mail has come back');
      return result;
    },
  };
}

function toReport(
  content: Extract<ReturnedMail['content'], { type: 'bounce' | 'complaint' }>,
  known: Pick<MailReport, 'deliveryId' | 'address' | 'providerEventId' | 'at'>,
): MailReport {
  const { detail } = content;
  if (content.type === 'complaint') return { ...known, type: 'complained', provider: 'arf', detail };
  const { action, status } = content;
  const type = action === 'failed' ? 'bounced' : 'deferred';
  return { ...known, type, provider: 'dsn', status, bounce: classOf(status) ?? 'soft', detail };
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
