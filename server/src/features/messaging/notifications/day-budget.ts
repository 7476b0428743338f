import { kinds, subjectsOf } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { SettingsOfPeople } from '../preferences/index.ts';
import type { Recipient } from '../recipients/index.ts';
import { chooseForInbox, rankOf, withhold } from '../routing/index.ts';
import type { Draft } from './drafts.ts';
import { findKnownKeys, lockInboxes } from './notifications.store.ts';

/** How many notifications have reached each of these people on the day that it is for them; those of none are left out. */
export type CountReached = (
  tx: Tx,
  people: readonly { readonly userId: string; readonly timeZone: string }[],
  now: Date,
) => Promise<ReadonlyMap<string, number>>;

/** What is decided with. */
interface InboxBudgets {
  readonly people: ReadonlyMap<string, Recipient>;
  readonly settings: SettingsOfPeople;
  readonly countReached: CountReached;
  readonly now: Date;
}

/**
 * Finds what has no place in the inboxes of people with a cap a day. It takes the inboxes of all people of the batch, in
 * their order, where one of them has a cap: who holds an inbox is the only one who adds to what has reached its person.
 */
export async function findOverBudget(
  tx: Tx,
  drafts: readonly Draft[],
  { people, settings, countReached, now }: InboxBudgets,
): Promise<ReadonlySet<Draft>> {
  const capped = drafts.filter((draft) => {
    const { kind, userId, payload } = draft;
    const definition = kinds[kind];
    if (!people.has(userId) || !definition.defaultChannels.includes('inbox')) return false;
    const own = settings.of(userId);
    if (own.caps.per_day === null) return false;
    return withhold(kind, own, settings.hasMuted(userId, subjectsOf(payload))) === null;
  });
  if (capped.length === 0) return new Set();
  await lockInboxes(tx, [...people.keys()], now);
  const keys = capped.flatMap(({ userId: user_id, dedupeKey: dedupe_key }) =>
    dedupe_key === undefined ? [] : [{ user_id, dedupe_key }],
  );
  const known = new Set((await findKnownKeys(tx, keys)).map((key) => `${key.user_id} ${key.dedupe_key}`));
  const fresh = capped.filter(({ userId, dedupeKey }) => !known.has(`${userId} ${dedupeKey}`));
  const byPerson = Map.groupBy(fresh, ({ userId }) => userId);
  const reached = await countReached(
    tx,
    [...byPerson.keys()].map((userId) => ({ userId, timeZone: people.get(userId)?.time_zone ?? 'UTC' })),
    now,
  );
  const over = new Set<Draft>();
  for (const [userId, own] of byPerson) {
    const { per_day: perDay } = settings.of(userId).caps;
    if (perDay === null) continue;
    const arrivals = own.map((draft) => ({ ...draft, rank: rankOf(draft.priority), draft }));
    for (const { draft } of chooseForInbox(arrivals, perDay, reached.get(userId) ?? 0)) over.add(draft);
  }
  return over;
}
