import type { Reader } from '../texts/index.ts';
import type { InboxRow } from './wire.ts';

/** A notification that has taken its place in a stream, with all that is needed to show it. */
export interface WrittenNotification {
  readonly row: InboxRow;
  /** The person whose inbox it is in. */
  readonly reader: Reader;
  /** How many the person has that are unread, with this one and those that were written with it. */
  readonly unread: number;
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
