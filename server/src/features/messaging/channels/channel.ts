import type { DeliveryChannel, Kind, NotificationSettings } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { Recipient } from '../recipients/index.ts';
import type { ChannelRules, ContactState, ReasonCode, Urgency } from '../routing/index.ts';

/** Where a channel reaches a person: an address, a device, a chat. A channel adds what it needs to send there. */
export interface ContactPoint {
  /** Unique within the channel. */
  readonly id: string;
  readonly state: ContactState;
}

/** The contact points of a person, in the order in which they are tried or told. */
export type ContactsOf<Contact extends ContactPoint> = (person: Recipient) => readonly Contact[];

/** Why a message of this kind must not go to a contact point at this moment; null: it may. */
export type BlockOf<Contact extends ContactPoint> = (contact: Contact, kind: Kind) => ReasonCode | null;

/**
 * A way to people beyond the inbox, as far as it is decided what goes by it. Every process that writes notifications has
 * those of its instance.
 */
export interface Channel<Contact extends ContactPoint = ContactPoint> {
  readonly name: DeliveryChannel;
  readonly rules: ChannelRules;
  /** Finds the contact points of these people, in one query at most. Asked for when something is written, and right before it is sent. */
  findContacts(tx: Tx, people: readonly Recipient[]): Promise<ContactsOf<Contact>>;
  /** Finds what holds against these contact points, in one query at most. Asked for right before sending. */
  findBlocks(tx: Tx, contacts: readonly Contact[]): Promise<BlockOf<Contact>>;
  /** Whether bulk is held back for now, as who watches over the channel has decided; absent: never. */
  isBulkPaused?(tx: Tx): Promise<boolean>;
}

/** A notification on its way to one person by one channel. */
export interface OutgoingDelivery<Contact extends ContactPoint = ContactPoint> extends Urgency {
  /** The same in every attempt: what a channel derives from it lets a receiver know a repetition. */
  readonly deliveryId: string;
  readonly notificationId: string;
  readonly kind: Kind;
  /** As it is stored. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  /** From when on it is of no use to anybody; null: never. */
  readonly expiresAt: Date | null;
  readonly recipient: Recipient;
  /** Where it may go; never empty. */
  readonly contacts: readonly Contact[];
  /** What the person has decided. */
  readonly settings: NotificationSettings;
}

/** Who has taken a message, and how they call it; null: they gave it no name. It is stored with the delivery. */
export interface Carrier {
  readonly provider: string;
  readonly providerMessageId: string | null;
}

interface Failure<Receipt> {
  /** For the operator, who also sees it in the log. */
  readonly detail: string;
  /** How long the other side asks to be left alone, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** For the journal of the channel. */
  readonly receipt?: Receipt | undefined;
}

/**
 * What came of an attempt, by its class. Where a delivery goes to several contact points the channel sums up: it is `sent`
 * as soon as one of them has taken it, and what became of the others is for its receipt.
 */
export type SendOutcome<Receipt = unknown> =
  | {
      readonly result: 'sent';
      readonly carrier?: Carrier | undefined;
      readonly receipt?: Receipt | undefined;
    }
  /** This message could not be taken now. */
  | ({ readonly result: 'retry' } & Failure<Receipt>)
  /** There is no such contact point any more. */
  | ({ readonly result: 'contact_gone' } & Failure<Receipt>)
  /** This message will never be taken. */
  | ({ readonly result: 'message_rejected' } & Failure<Receipt>)
  /** We are refused as the sender: neither the message nor the contact point is to blame. */
  | ({ readonly result: 'sender_blocked' } & Failure<Receipt>)
  /** It has to wait for its turn. It is nobody's fault, and the message has not been tried. */
  | ({ readonly result: 'throttled' } & Failure<Receipt>)
  /** The other side could not be reached; the message has not been tried. */
  | ({ readonly result: 'unavailable' } & Failure<Receipt>);

/** An attempt and what came of it. */
export interface Attempt<Contact extends ContactPoint = ContactPoint, Receipt = unknown> {
  readonly delivery: OutgoingDelivery<Contact>;
  readonly outcome: SendOutcome<Receipt>;
  /** It is tried again later. */
  readonly willRetry: boolean;
  readonly at: Date;
}

/**
 * The part of a channel that sends, where a process does so. What a receipt says is the channel's own: the engine hands it
 * on and never looks into it. Failures are answered, not thrown; what is thrown is a defect.
 */
export interface ChannelSender<Contact extends ContactPoint = ContactPoint, Receipt = unknown> {
  /** How many may be sent at the same time, of whatever urgency. */
  readonly concurrency: number;
  /** How many more, that only urgent ones get. */
  readonly urgentConcurrency: number;
  /** Whether only urgent messages are taken for now, so that others need not be claimed; absent: never. */
  isThrottled?(): boolean;
  /** Renders and sends. Has to answer within 30 seconds. */
  send(delivery: OutgoingDelivery<Contact>): Promise<SendOutcome<Receipt>>;
  /**
   * Writes down what attempts have shown (a contact point that is gone, a message that was taken), in the transaction that
   * records them; what it throws undoes the record. Counters that everybody shares may be locked here: nothing is locked
   * after them.
   */
  recordAttempts?(tx: Tx, attempts: readonly Attempt<Contact, Receipt>[]): Promise<unknown>;
}
