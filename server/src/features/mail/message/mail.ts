import type { Category, Kind } from '@rolecall/contract';

export interface MailAttachment {
  readonly filename: string;
  /** With its parameters, such as `text/calendar; charset=utf-8; method=REQUEST`. */
  readonly contentType: string;
  readonly content: string;
}

/** Which notification a mail carries, so that reports about the mail find their way back to it. */
export interface MailReference {
  readonly deliveryId: string;
  readonly kind: Kind;
  readonly category: Category;
}

/**
 * `bulk`: people can unsubscribe from it, so it must not share the reputation of what they wait for, and a new domain sends
 * a little of it at a time. `transactional`: everything else.
 */
export type MailStream = 'transactional' | 'bulk';

/** A mail that is ready to go out. No part of it is changed on its way. */
export interface OutgoingMail {
  /** `Name <address>` or an address. */
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly MailAttachment[];
  /** The same in every attempt, so that a mail that goes out twice is one mail. */
  readonly messageId: string;
  readonly date: Date;
  /** In addition to those that every mail has. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null: it carries no notification, and reports about it are dropped. */
  readonly reference: MailReference | null;
  readonly stream: MailStream;
  /** Somebody waits for it, so it goes before all other mails. */
  readonly isUrgent: boolean;
}
