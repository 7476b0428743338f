import type { Category, Kind } from '@rolecall/contract';
import type { Fixed, Generated, Json, ReadOnly } from '../../../platform/db/index.ts';

interface InboxTable {
  user_id: Fixed<string>;
  /** Seq of the last notification. */
  head: number;
  unread: number;
  /** How many have never been on a screen. */
  unseen: number;
  /** Grows with every change that the person makes to what is there. */
  revision: Generated<number>;
  updated_at: Date;
}

interface NotificationTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  /**
   * Place in the person's stream; null for a kind that only travels by other channels, such as a password reset, for
   * what was kept out of the inbox, and for what has been deleted for good.
   */
  seq: number | null;
  kind: Fixed<Kind>;
  category: Fixed<Category>;
  payload: Json<Record<string, unknown>>;
  /** What it is about, for example `job:<id>`; for relevance. */
  subject: string | null;
  /** At most one notification of a person has a given key. */
  dedupe_key: string | null;
  created_at: Date;
  /** Place in the lists: when it came, or came back from a snooze. */
  shown_at: Date;
  seen_at: Date | null;
  read_at: Date | null;
  archived_at: Date | null;
  /** Until then it is in no list but that of the snoozed, and counts as neither unread nor unseen. */
  snoozed_until: Date | null;
  pinned_at: Date | null;
  /** It can be put back for a while; then only its key and its deliveries are left, until its kind is pruned. */
  deleted_at: Date | null;
  expires_at: Date | null;
  /** Reason code: why it is not in the inbox although its kind would be. */
  withheld: string | null;
  /** Open pages show it the moment it comes: what the person wanted when it was written. */
  live: Fixed<boolean>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    inboxes: InboxTable;
    notifications: NotificationTable;
  }
  interface PublishedViews {
    notification_origins: ReadOnly<Pick<NotificationTable, 'id' | 'dedupe_key'>>;
    /** What came into inboxes, for the caps of a day: what was deleted since is among it. */
    inbox_arrivals: ReadOnly<
      Pick<NotificationTable, 'user_id' | 'kind' | 'created_at'> & { notification_id: string }
    >;
  }
}
