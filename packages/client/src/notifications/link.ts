import type { ClientMessage } from '@rolecall/contract';

/** One connection to the server, whatever carries it. It is open, or on its way there, until it ends. */
export interface Link {
  readonly carrier: 'socket' | 'stream';
  /** Says something to the server; false when that is not possible: it is not open, or can only listen. */
  say(message: ClientMessage): boolean;
  /** Ends it. It tells of nothing any more. */
  close(): void;
}

/** What a link tells of. */
export interface LinkEvents {
  readonly onMessage: (text: string) => void;
  /** It has ended by itself, with a close code of the server or 1006. */
  readonly onEnd: (code: number) => void;
}

/** Close code of a connection that has ended without one. */
export const brokenOff = 1006;
