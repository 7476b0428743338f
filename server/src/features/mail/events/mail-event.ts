import type { BounceClass, Kind, Locale, MailEventType } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';

/** A report about a mail, as it comes in. */
export interface MailReport {
  readonly type: MailEventType;
  /** The delivery that the mail carried; null: the reporter does not know. */
  readonly deliveryId: string | null;
  /** Of the recipient, as the mail was addressed; null: the reporter does not know. */
  readonly address: string | null;
  /** The reporter: the configured name of a provider, `dsn`, `arf`, `tracking` or `unsubscribe`. */
  readonly provider: string;
  /** By which a second report of the same is recognized; null: it cannot be. */
  readonly providerEventId: string | null;
  readonly at: Date;
  /** Enhanced status code (RFC 3463), where there is one. */
  readonly status?: string | null;
  readonly bounce?: BounceClass | null;
  /** A program opened it or followed a link, and not a person. */
  readonly isMachine?: boolean;
  /** The link that was followed. */
  readonly url?: string | null;
  readonly detail?: string | null;
  /** What the mail was; only the sender knows. */
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

/** A report that was new, with what is known about the mail. */
export interface MailEvent extends MailReport {
  readonly id: string;
  /** Of the recipient, in lower case; empty where it is not known. */
  readonly domain: string;
  /** Null: we do not know this mail. */
  readonly mail: (SentMail & { readonly provider: string; readonly sentAt: Date | null }) | null;
}

/** Called with new events in the transaction that records them; what it throws undoes the record. */
export type MailEventListener = (tx: Tx, events: readonly MailEvent[]) => Promise<void>;
