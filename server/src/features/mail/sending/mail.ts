import type { Category, Kind } from '@rolecall/contract';

export interface MailAttachment {
  readonly filename: string;
  /** With its parameters, such as `text/calendar; charset=utf-8; method=REQUEST`. */
  readonly contentType: string;
  readonly content: string;
}

/** Which notification a mail carries, so that what is told of the mail later finds its way back. */
export interface MailReference {
  readonly deliveryId: string;
  readonly kind: Kind;
  readonly category: Category;
}

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
  /** Beyond those that every mail has. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null: it carries no notification, and nothing that is told of it later is kept. */
  readonly reference: MailReference | null;
  /** Somebody waits for it: it goes before all that has no such hurry. */
  readonly isUrgent: boolean;
}

interface Failure {
  /** For the operator. */
  readonly detail: string;
  /** The provider that answered; absent: none was asked. */
  readonly provider?: string;
  /** Enhanced status code (RFC 3463) of the answer, such as `4.2.2`. */
  readonly status?: string;
  /** How long the provider asks to be left alone, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The provider may have taken the mail all the same, so nobody else must be asked to take it. */
  readonly isUnclear?: boolean;
}

/** What came of an attempt to send a mail. */
export type MailOutcome =
  | {
      readonly result: 'sent';
      readonly provider: string;
      /** What the provider calls the mail; null: it gave no name. */
      readonly providerMessageId: string | null;
    }
  /** This mail could not be taken now. */
  | ({ readonly result: 'retry' } & Failure)
  /** There is no such address. */
  | ({ readonly result: 'address_rejected' } & Failure)
  /** This mail will never be taken. */
  | ({ readonly result: 'message_rejected' } & Failure)
  /** We are refused as the sender: neither the mail nor the address is to blame. */
  | ({ readonly result: 'sender_blocked' } & Failure)
  /** It has to wait for its turn: of the provider, of its domain or of the day. It is nobody's fault and was not tried. */
  | ({ readonly result: 'throttled' } & Failure)
  /** The other side could not be reached or is broken; the mail has not been tried. */
  | ({ readonly result: 'unavailable' } & Failure);
