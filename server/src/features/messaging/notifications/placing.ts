import type { Tx } from '../../../platform/db/index.ts';
import type { InboxNumbers } from './live-push.ts';
import {
  findKnownKeys,
  type Growth,
  lengthenInboxes,
  type NewNotification,
  type PlacedNotification,
  shortenInboxes,
} from './notifications.store.ts';

/** A notification in its place. */
export interface Written extends PlacedNotification {
  /** The numbers of the person's inbox, with all that was placed together; null like `seq`. */
  readonly numbers: InboxNumbers | null;
}

/**
 * Holds the inboxes and gives each notification the next place in that of its person. Those whose key is known get
 * none and are left out. Inboxes are made longer before keys are looked at, as that takes a version of each row less;
 * what was too much is taken back in the same transaction, so that nobody ever sees a gap.
 */
export async function place(tx: Tx, given: readonly NewNotification[], now: Date): Promise<Written[]> {
  if (given.length === 0) return [];
  const ends = await lengthenInboxes(tx, growthOf(given), now);
  const keys = given.flatMap(({ user_id, dedupe_key }) =>
    dedupe_key === null ? [] : [{ user_id, dedupe_key }],
  );
  const known = new Set((await findKnownKeys(tx, keys)).map((key) => `${key.user_id} ${key.dedupe_key}`));
  const isKnown = ({ user_id, dedupe_key }: NewNotification) => known.has(`${user_id} ${dedupe_key}`);
  const excess = growthOf(known.size === 0 ? [] : given.filter(isKnown));
  if (excess.values().some(({ added }) => added > 0)) await shortenInboxes(tx, excess);

  const fresh = known.size === 0 ? given : given.filter((notification) => !isKnown(notification));
  const left = new Map([...growthOf(fresh)].map(([userId, { added }]) => [userId, added]));
  return fresh.map((notification) => {
    const { user_id, in_inbox } = notification;
    const end = ends.get(user_id);
    if (!in_inbox || end === undefined) return { ...notification, seq: null, numbers: null };
    const behind = left.get(user_id) ?? 0;
    left.set(user_id, behind - 1);
    const lost = excess.get(user_id) ?? nothing;
    const { unread, unseen, revision } = end;
    const numbers = { unread: unread - lost.news, unseen: unseen - lost.news, revision };
    return { ...notification, seq: end.head - lost.added - behind + 1, numbers };
  });
}

/** By how much each inbox becomes longer; by nothing where its person is told by other channels only. */
function growthOf(notifications: readonly NewNotification[]): ReadonlyMap<string, Growth> {
  const growth = new Map<string, Growth>();
  for (const { user_id, in_inbox, read_at } of notifications) {
    const { added, news } = growth.get(user_id) ?? nothing;
    const isNews = in_inbox && read_at === null;
    growth.set(user_id, { added: added + (in_inbox ? 1 : 0), news: news + (isNews ? 1 : 0) });
  }
  return growth;
}

const nothing: Growth = { added: 0, news: 0 };
