import type { StreamNumbers } from './streams.ts';
import type { Identity } from './transport.ts';

/** The topics that a connection of a role may be in, and those that it is in from the start. */
export interface TopicsOfRole {
  readonly all: readonly string[];
  readonly joined: readonly string[];
}

/** Where a stream ends for its person. */
export interface StreamEnd {
  readonly head: number;
  readonly numbers: StreamNumbers;
}

/** What the hub says itself, in the words of those who listen, and the topics that there are. */
export interface HubProtocol<Message extends object = object, Role extends string = string> {
  topicsOf(role: Role): TopicsOfRole;
  /** @param topics the heads of those that it is in */
  established(
    facts: {
      readonly identity: Identity<Role>;
      readonly session: string;
      readonly epoch: string;
      readonly end: StreamEnd;
      readonly topics: Readonly<Record<string, number>>;
      readonly heartbeatMs: number;
    },
    timestamp: string,
  ): Message;
  pong(end: StreamEnd, timestamp: string): Message;
  numbersChanged(numbers: StreamNumbers, timestamp: string): Message;
  resumed(complete: boolean, timestamp: string): Message;
  /** What was missed cannot be sent; the stream goes on after `head`. Without a topic it is the person's. */
  resyncRequired(
    place: { readonly epoch: string; readonly topic?: string; readonly head: number },
    timestamp: string,
  ): Message;
}
