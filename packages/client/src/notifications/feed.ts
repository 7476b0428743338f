import type { Notification, NotificationType, ServerMessageOf } from '@rolecall/contract';
import type { RolecallError } from '../errors.ts';

/** How a connection stands. */
export type ConnectionStatus =
  | { readonly state: 'connecting' }
  /** Everything up to now has been applied, and what is new comes at once. */
  | { readonly state: 'live' }
  /** The next attempt comes in so many milliseconds. */
  | { readonly state: 'waiting'; readonly delayMs: number }
  /** It does not come back by itself: it was closed here, or the server refuses the credentials. */
  | { readonly state: 'stopped'; readonly reason: 'closed' | 'signed_out'; readonly code: number | null };

export interface NotificationEvents {
  status: ConnectionStatus;
  /** A notification that is new to this client: each seq once, in order. */
  notification: Notification;
  /**
   * How many are unread, and how many of all have never been on a screen. With another `revision` something was read,
   * archived, snoozed, pinned or deleted, here or on another device.
   */
  count: { readonly unread: number; readonly unseen: number; readonly revision: number };
  /** What was missed cannot be had one by one: read the inbox anew. */
  resync: { readonly head: number };
  /** Messages of a topic were missed and are gone for good; the topic goes on after `head`. */
  missed: { readonly topic: string; readonly head: number };
  /**
   * What another program tells a role, a topic or this person. On a topic each seq comes once, in order; without one
   * it belongs to no stream.
   */
  event: {
    readonly name: string;
    readonly data: Readonly<Record<string, unknown>>;
    readonly topic?: string;
    readonly seq?: number;
  };
  /** A live message of the topic of its type: each seq once, in order. */
  job_posted: ServerMessageOf<'job_posted'>;
  /** A live message outside of any stream. */
  match_score_calculated: ServerMessageOf<'match_score_calculated'>;
  /** The server could not do what it was asked, or the token could not be refreshed for now. */
  error: { readonly code: string; readonly message: string; readonly cause?: RolecallError };
}

/** What a program has of its connection for notifications, whether that is its own or shared with other tabs. */
export interface NotificationFeed {
  readonly status: ConnectionStatus;

  /** Listens to an event; returns the way to stop that. */
  on<Name extends keyof NotificationEvents>(
    name: Name,
    listener: (event: NotificationEvents[Name]) => void,
  ): () => void;

  /** Asks for live messages of these types, now and after every reconnect. */
  subscribe(...types: NotificationType[]): void;

  unsubscribe(...types: NotificationType[]): void;

  /** Marks one as read; false when there is no connection to do it by. The new `count` tells that it is done. */
  markRead(notificationId: string): boolean;

  /** Ends it for good: for this program or tab, others that share the connection keep it. */
  close(): void;
}
