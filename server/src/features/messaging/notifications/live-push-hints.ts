import type { Notification } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { RealtimePublisher } from '../../../platform/realtime/index.ts';
import type { Texts } from '../texts/index.ts';
import type { LivePush } from './live-push.ts';
import { toWireNotification } from './wire.ts';

/** Up to so many people of one commit get their entries with the hint; more are only told their new heads. */
const peopleWithEntries = 200;
/** A person who gets more at once is only told the new head. */
const entriesPerPerson = 100;

/**
 * Turns what was committed into hints for the sockets of all nodes. A commit that concerns few people sends them
 * their entries, made here of what was written, so that nobody has to read them; after a large one the nodes read
 * what their own connected people need.
 */
export function createLivePush(dependencies: {
  readonly publisher: RealtimePublisher<Notification>;
  readonly clock: Clock;
  readonly texts: Texts;
  /** Whether a hint about this person could reach a socket. */
  readonly mayBeConnected: (userId: string) => boolean;
}): LivePush {
  const { publisher, clock, texts, mayBeConnected } = dependencies;
  return {
    notificationsWritten(items) {
      const committedAt = clock.now();
      const reachable = items.filter(({ row }) => mayBeConnected(row.user_id));
      const people = Map.groupBy(reachable, ({ row }) => row.user_id);
      for (const [userId, own] of people) {
        const newest = own.at(-1);
        if (newest === undefined) continue;
        const growth = { head: newest.row.seq, numbers: newest.numbers, committedAt };
        const withEntries = people.size <= peopleWithEntries && own.length <= entriesPerPerson;
        publisher.streamGrew(
          userId,
          withEntries
            ? { ...growth, entries: own.map(({ row, reader }) => toWireNotification(texts, row, reader)) }
            : growth,
        );
      }
    },
    inboxChanged(userId) {
      if (mayBeConnected(userId)) publisher.readStatesChanged(userId);
    },
  };
}
