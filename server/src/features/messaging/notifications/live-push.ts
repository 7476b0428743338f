import type { Kind } from '@rolecall/contract';

/** A notification that has taken its place in a stream. */
export interface WrittenNotification {
  readonly id: string;
  readonly userId: string;
  readonly seq: number;
  readonly kind: Kind;
}

/**
 * Who is told after a commit, so that open sockets hear of it at once. These are hints: whatever is lost on the way
 * is read again from the streams.
 */
export interface LivePush {
  /** New notifications are in the inbox of these people, in the order of their seq for each person. */
  notificationsWritten(items: readonly WrittenNotification[]): void;
  /** Something was marked as read or unread. */
  inboxChanged(userId: string): void;
}
