import type { DeliveryChannel, Kind, Locale } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { Recipient } from '../notifications/index.ts';

/** A notification on its way to one person by one channel. */
export interface OutgoingDelivery {
  readonly deliveryId: string;
  readonly kind: Kind;
  /** As it is stored. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly recipient: Recipient;
  /** The person consents to it being noted whether it is opened and its links are followed. */
  readonly mayBeTracked: boolean;
  /** Fixed before the first attempt and the same in every one, so that a mail that goes out twice is one mail. */
  readonly messageId: string;
}

/** How a message went out, for what is told of it later. */
export interface SendReceipt {
  readonly provider: string;
  /** What the provider calls it; null: it gave no name. */
  readonly providerMessageId: string | null;
  readonly locale: Locale;
  /** Of the published template; null: the shipped one. */
  readonly templateVersion: number | null;
}

interface Failure {
  /** For the operator, who also sees it in the log. */
  readonly detail: string;
  /** The provider that answered; absent: none was asked. */
  readonly provider?: string;
  /** Enhanced status code (RFC 3463), where the channel knows such. */
  readonly status?: string;
  /** How long the provider asks to be left alone, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** What came of an attempt. */
export type SendOutcome =
  | { readonly result: 'sent'; readonly receipt?: SendReceipt }
  /** This message could not be taken now. */
  | ({ readonly result: 'retry' } & Failure)
  /** There is no such address. */
  | ({ readonly result: 'address_rejected' } & Failure)
  /** This message will never be taken. */
  | ({ readonly result: 'message_rejected' } & Failure)
  /** We are refused as the sender: neither the message nor the address is to blame. */
  | ({ readonly result: 'sender_blocked' } & Failure)
  /** It has to wait for its turn. It is nobody's fault, and the message has not been tried. */
  | ({ readonly result: 'throttled' } & Failure)
  /** The other side could not be reached; the message has not been tried. */
  | ({ readonly result: 'unavailable' } & Failure);

/** A way to people. Failures are answered, not thrown; what is thrown is a defect. */
export interface ChannelSender {
  readonly name: DeliveryChannel;
  /** How many may be sent at the same time, of whatever urgency. */
  readonly concurrency: number;
  /** How many more, that only urgent ones get. */
  readonly urgentConcurrency: number;
  /** Right side of the Message-ID. */
  readonly messageDomain: string;
  /** Whether only urgent messages are taken for now, so that others need not be claimed; absent: never. */
  readonly isThrottled?: () => boolean;
  /** Has to answer within 30 seconds. */
  send(delivery: OutgoingDelivery): Promise<SendOutcome>;
}

/** An attempt and what came of it. */
export interface Attempt {
  readonly deliveryId: string;
  readonly kind: Kind;
  readonly recipient: Recipient;
  readonly outcome: SendOutcome;
  /** It is tried again later. */
  readonly willRetry: boolean;
  readonly at: Date;
}

/** Hears of every attempt in the transaction that records it; what it throws undoes the record. */
export type AttemptJournal = (tx: Tx, attempts: readonly Attempt[]) => Promise<void>;
