import type { TextRecipient } from '../texts/index.ts';
import type { InboxRow } from './wire.ts';

/** The numbers of a person's inbox. */
export interface InboxNumbers {
  readonly unread: number;
  readonly unseen: number;
  /** Grows with every change that the person makes to what is there. */
  readonly revision: number;
}

/** A notification that has taken its place in a stream, with all that is needed to show it. */
export interface WrittenNotification {
  readonly row: InboxRow;
  /** The person whose inbox it is in. */
  readonly reader: TextRecipient;
  /** The numbers of the person's inbox, with this one and those that were written with it. */
  readonly numbers: InboxNumbers;
}

/**
 * Who is told after a commit, so that open sockets hear of it at once. These are hints: whatever is lost on the way
 * is read again from the streams.
 */
export interface LivePush {
  /** New notifications are in the inbox of these people, in the order of their seq for each person. */
  notificationsWritten(items: readonly WrittenNotification[]): void;
  /** The person has changed something: read, archived, snoozed, pinned or deleted it. */
  inboxChanged(userId: string): void;
}
