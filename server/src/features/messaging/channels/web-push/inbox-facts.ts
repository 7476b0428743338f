import type { Tx } from '../../../../platform/db/index.ts';

/** What pushes ask of inboxes. */
export interface PushInboxes {
  /** Which of these notifications are in the inbox of the person and wait there to be read, seen or not. */
  unreadAmong(tx: Tx, userId: string, notificationIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** How many unread ones the person has. */
  unreadOf(tx: Tx, userId: string): Promise<number>;
}
