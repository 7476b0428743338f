import type { DeliveryChannel } from '@rolecall/contract';
import type { SendOutcome } from '../../../features/messaging/channels/index.ts';
import type { ChannelReasons, ReasonCode } from '../../../features/messaging/routing/index.ts';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { FakeClock } from '../../clock.ts';
import type { createMessagingBy } from '../one-channel.ts';

export type OutcomeClass = SendOutcome['result'];

/** A channel beside the other side that it talks to. */
export interface RunningChannel {
  readonly messaging: ReturnType<typeof createMessagingBy>;
  /** Makes a person whom the channel reaches at one contact point. */
  createPerson(): Promise<string>;
  /** What comes of every attempt from now on. */
  behave(outcome: OutcomeClass): Promise<void>;
  /** How many messages the other side has been asked to take. */
  asked(): number;
  /** What it took, by what it knows a repetition by. */
  taken(): readonly string[];
  /** What a person reads of each that it took. */
  read(): readonly string[];
  close(): Promise<void>;
}

/** Something that stands between the channel and a person. */
export interface Obstacle {
  readonly name: string;
  raise(parts: {
    readonly database: Database;
    readonly clock: Clock;
    readonly userId: string;
  }): Promise<unknown>;
  /** What is stored where it stood there before something was written; null: there is no delivery. */
  readonly before: ReasonCode | null;
  /** What is stored where it came between writing and sending. */
  readonly after: ReasonCode;
  /** The same, of what is mandatory; null: that goes out all the same. */
  readonly ofMandatory: ReasonCode | null;
}

/** A contact point that a person has beside one that works. */
export interface OtherContact<Running extends RunningChannel> {
  readonly name: string;
  add(channel: Running, userId: string): Promise<unknown>;
  /** What goes there, too. */
  readonly takes: 'everything' | 'what is mandatory' | 'nothing';
}

export interface TestedChannel<Running extends RunningChannel> {
  readonly name: string;
  /** As deliveries have it. */
  readonly way: DeliveryChannel;
  /** What is stored when a contact point turns out to be gone. */
  readonly goneReason: ReasonCode;
  readonly obstacles: readonly Obstacle[];
  /** None where a person has one contact point at most. */
  readonly otherContacts: readonly OtherContact<Running>[];
  readonly reasons: ChannelReasons;
  /** Of its own, which each test finds empty. */
  readonly tables: readonly string[];
  start(database: Database, clock: FakeClock): Promise<Running>;
}
