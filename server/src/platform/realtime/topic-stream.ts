import type { BusSubscription } from '../bus/index.ts';
import type { Logger } from '../observability/index.ts';
import type { Connection } from './connection.ts';
import type { Frame } from './frames.ts';
import type { HubLimits } from './limits.ts';
import type { TopicReader } from './streams.ts';

/** What those who serve a topic need. */
export interface TopicDependencies {
  readonly reader: TopicReader;
  readonly logger: Logger;
  readonly limits: HubLimits;
  readonly send: (connection: Connection, frame: Frame) => void;
  /** A connection whose client had asked for what it missed of a topic has it. */
  readonly onResumed: (connection: Connection) => void;
  /** What the connection missed of the topic is gone; it goes on after `head`. */
  readonly onGap: (connection: Connection, topic: string, head: number, resuming: boolean) => void;
}

/** Where a connection stands that has not been sent everything. */
export interface Behind {
  /** The last seq that it was sent, or that its client has. */
  cursor: number;
  /** Whether its client waits for an answer. */
  readonly resuming: boolean;
}

/**
 * A topic as this node sees it. All members in `current` have been sent everything up to `head`, so they need no cursor
 * of their own; whoever is not there yet, or could not keep up, is in `behind`.
 */
export interface TopicStream {
  readonly name: string;
  readonly current: Set<Connection>;
  readonly behind: Map<Connection, Behind>;
  readonly subscription: BusSubscription;
  head: number;
  /** The highest seq that somebody has told of. */
  heard: number;
  /** Resolves when the head is known; false: it could not be read. */
  opened: Promise<boolean>;
  isOpen: boolean;
  /** A hole in the hints is being read for those who are current. */
  filling: boolean;
  /** What those behind miss is being read. */
  replaying: boolean;
}
