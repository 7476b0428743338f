import type { BounceClass, Kind, Locale, MailEventType } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { deleteRecordedBefore, findSent, insertEvents } from './mail-events.store.ts';

/** What somebody tells of a mail. */
export interface MailReport {
  readonly type: MailEventType;
  /** The delivery that the mail carried; null: whoever tells of it does not know. */
  readonly deliveryId: string | null;
  /** Of the recipient, as it was written to; null: whoever tells of it does not know. */
  readonly address: string | null;
  /** Configured name of who tells: a provider, `dsn`, `arf`, `tracking` or `unsubscribe`. */
  readonly provider: string;
  /** By which it is known when it is told twice; null: it can not be. */
  readonly providerEventId: string | null;
  readonly at: Date;
  /** Enhanced status code (RFC 3463), where there is one. */
  readonly status?: string | null;
  readonly bounce?: BounceClass | null;
  /** A program opened it or followed a link, not a person. */
  readonly isMachine?: boolean;
  /** The link that was followed. */
  readonly url?: string | null;
  readonly detail?: string | null;
  /** What the mail was; only who sends it knows. */
  readonly sent?: SentMail;
}

/** What a mail was. */
export interface SentMail {
  readonly userId: string;
  readonly kind: Kind;
  readonly locale: Locale;
  /** Of the published template; null: the shipped one. */
  readonly templateVersion: number | null;
}

/** Something that is known of a mail now and was not before. */
export interface MailEvent extends MailReport {
  readonly id: string;
  /** Of the recipient, in lower case; empty where it is not known. */
  readonly domain: string;
  /** Null: we do not know this mail. */
  readonly mail: (SentMail & { readonly provider: string; readonly sentAt: Date | null }) | null;
}

/** Told of news in the transaction that records them; what it throws undoes the record. */
export type MailEventListener = (tx: Tx, events: readonly MailEvent[]) => Promise<void>;

/** The one book of what has become of mails: every sender, webhook, bounce and tracked link writes here. */
export interface MailEvents {
  /**
   * Records what is not known yet, and tells whoever follows. Telling the same twice (same provider, same event id)
   * changes nothing.
   * @returns what was new
   */
  record(tx: Tx, reports: readonly MailReport[]): Promise<readonly MailEvent[]>;
  /** Deletes a thousand of those that were recorded 90 days ago. @returns whether there may be more */
  prune(tx: Tx): Promise<boolean>;
}

const keptForMs = 90 * 24 * 3_600_000;
const prunedAtOnce = 1_000;

export function createMailEvents(dependencies: {
  readonly clock: Clock;
  /** In their order. */
  readonly listeners: readonly MailEventListener[];
}): MailEvents {
  const { clock, listeners } = dependencies;
  return {
    async record(tx, reports) {
      if (reports.length === 0) return [];
      const unknown = reports.flatMap(({ deliveryId, sent }) =>
        deliveryId === null || sent !== undefined ? [] : [deliveryId],
      );
      const sentBefore = await findSent(tx, [...new Set(unknown)]);
      const events = await insertEvents(
        tx,
        reports.map((report) => {
          const known = report.deliveryId === null ? undefined : sentBefore.get(report.deliveryId);
          return {
            ...report,
            domain: report.address === null ? (known?.domain ?? '') : domainOf(report.address),
            mail: mailOf(report, known?.mail ?? null),
          };
        }),
        clock.now(),
      );
      if (events.length > 0) for (const listener of listeners) await listener(tx, events);
      return events;
    },

    async prune(tx) {
      const before = new Date(clock.now().getTime() - keptForMs);
      return (await deleteRecordedBefore(tx, before, prunedAtOnce)) === prunedAtOnce;
    },
  };
}

function mailOf({ type, provider, at, sent }: MailReport, sentBefore: MailEvent['mail']): MailEvent['mail'] {
  return sent === undefined ? sentBefore : { ...sent, provider, sentAt: type === 'sent' ? at : null };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
