import type { Notification } from '@rolecall/contract';
import type { InboxStreams } from '../features/messaging/inbox/index.ts';
import type { LivePush, WrittenNotification } from '../features/messaging/notifications/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Logger } from '../platform/observability/index.ts';
import type { RealtimePublisher } from '../platform/realtime/index.ts';

/** Up to so many people of one commit get their entries with the hint; more are only told their new heads. */
const peopleWithEntries = 200;
const entriesPerPerson = 100;

/**
 * Turns what was committed into hints for the sockets of all nodes. A commit that concerns few people sends them
 * their entries, read once here instead of once on every node; after a large one the nodes read what their own
 * connected people need.
 */
export function createLivePush(dependencies: {
  readonly database: Database;
  readonly logger: Logger;
  readonly streams: InboxStreams;
  readonly publisher: RealtimePublisher<Notification>;
  /** Whether a hint about this person could reach a socket. */
  readonly mayBeConnected: (userId: string) => boolean;
}): LivePush {
  const { database, logger, streams, publisher, mayBeConnected } = dependencies;

  async function pushEntries(ranges: ReadonlyMap<string, SeqRange>): Promise<void> {
    const cursors = [...ranges].map(([userId, { first }]) => ({ userId, afterSeq: first - 1 }));
    const userIds = cursors.map(({ userId }) => userId);
    const [entries, heads] = await Promise.all([
      streams.readStreams(database.query, cursors, entriesPerPerson),
      streams.heads(database.query, userIds),
    ]);
    for (const [userId, { last }] of ranges) {
      const own = entries.get(userId) ?? [];
      const unread = heads.get(userId)?.unread;
      const head = own.at(-1)?.seq ?? last;
      publisher.streamGrew(userId, { head, entries: own, ...(unread === undefined ? {} : { unread }) });
    }
  }

  return {
    notificationsWritten(items) {
      const ranges = rangesOf(items.filter(({ userId }) => mayBeConnected(userId)));
      if (ranges.size === 0) return;
      if (ranges.size <= peopleWithEntries) {
        pushEntries(ranges).catch((error: unknown) => {
          // Only the hint is lost; the sweep of each node finds what it would have told.
          logger.warn({ err: error }, 'new notifications could not be announced');
        });
        return;
      }
      for (const [userId, { last }] of ranges) publisher.streamGrew(userId, { head: last });
    },
    inboxChanged: (userId) => publisher.readStatesChanged(userId),
  };
}

interface SeqRange {
  readonly first: number;
  readonly last: number;
}

function rangesOf(items: readonly WrittenNotification[]): Map<string, SeqRange> {
  const ranges = new Map<string, SeqRange>();
  for (const { userId, seq } of items) {
    const known = ranges.get(userId) ?? { first: seq, last: seq };
    ranges.set(userId, { first: Math.min(known.first, seq), last: Math.max(known.last, seq) });
  }
  return ranges;
}
