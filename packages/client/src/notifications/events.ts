import type { Notification, ServerMessageOf } from '@rolecall/contract';
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
  /** How many are unread. */
  count: { readonly unread: number };
  /** What was missed can not be had one by one: read the inbox anew. */
  resync: { readonly head: number };
  /** Live messages outside of the stream. */
  job_posted: ServerMessageOf<'job_posted'>;
  match_score_calculated: ServerMessageOf<'match_score_calculated'>;
  /** The server could not do what it was asked, or the token could not be refreshed for now. */
  error: { readonly code: string; readonly message: string; readonly cause?: RolecallError };
}
