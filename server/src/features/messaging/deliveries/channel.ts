import type { DeliveryChannel, Kind } from '@rolecall/contract';
import type { Recipient } from '../notifications/index.ts';

/** A notification on its way to one person by one channel. */
export interface OutgoingDelivery {
  readonly deliveryId: string;
  readonly kind: Kind;
  /** As it is stored. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly recipient: Recipient;
  /** Fixed before the first attempt and the same in every one, so that a mail that goes out twice is one mail. */
  readonly messageId: string;
}

/** What came of an attempt. `detail` goes to the operator, who also sees it in the log. */
export type SendOutcome =
  | { readonly result: 'sent' }
  /** This message could not be taken now. */
  | { readonly result: 'retry'; readonly detail: string }
  /** There is no such address. */
  | { readonly result: 'address_rejected'; readonly detail: string }
  /** This message will never be taken. */
  | { readonly result: 'message_rejected'; readonly detail: string }
  /** We are refused as the sender: neither the message nor the address is to blame. */
  | { readonly result: 'sender_blocked'; readonly detail: string }
  /** The other side could not be reached; the message has not been tried. */
  | { readonly result: 'unavailable'; readonly detail: string };

/** A way to people. Failures are answered, not thrown; what is thrown is a defect. */
export interface ChannelSender {
  readonly name: DeliveryChannel;
  /** How many may be sent at the same time. */
  readonly concurrency: number;
  /** Right side of the Message-ID. */
  readonly messageDomain: string;
  /** Has to answer within 30 seconds. */
  send(delivery: OutgoingDelivery): Promise<SendOutcome>;
  close(): Promise<void>;
}
