import type { Notification, NotificationCounts } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Recipients } from '../../recipients/index.ts';
import { defaultRecipient, type TextRecipient, type Texts } from '../../texts/index.ts';
import { type InboxRow, toWireNotification } from '../wire.ts';
import { findAfter, findHeads, readEpoch } from './inbox.store.ts';

/** The end of a person's stream and the numbers of the inbox. For who never got anything all of them are 0. */
export type StreamHead = NotificationCounts;

/** The last seq that a reader has. */
export interface StreamCursor {
  readonly userId: string;
  readonly afterSeq: number;
}

/**
 * The streams of all people, as sockets read them: dense (1, 2, 3 …) and in the order of commits for each person.
 * Whoever has read up to a seq misses nothing by asking for what comes after it. What has been deleted is a hole.
 */
export interface InboxStreams {
  /** What comes after a seq for each of these people, the oldest first, in one query. Who has nothing new is left out. */
  readStreams(
    tx: Tx,
    cursors: readonly StreamCursor[],
    limit: number,
  ): Promise<ReadonlyMap<string, Notification[]>>;
  /** The heads of these people in one query; everybody who was asked for is in it. */
  heads(tx: Tx, userIds: readonly string[]): Promise<ReadonlyMap<string, StreamHead>>;
  /** Names this life of the streams. After a restore from a backup it is another one and cursors are void. */
  epoch(tx: Tx): Promise<string>;
}

export function createInboxStreams(dependencies: {
  readonly recipients: Recipients;
  readonly texts: Texts;
}): InboxStreams {
  const { recipients, texts } = dependencies;

  async function readStreams(tx: Tx, cursors: readonly StreamCursor[], limit: number) {
    const rows = await findAfter(tx, cursors, limit);
    const readers = await readersOf(tx, recipients, rows);
    return Map.groupBy(rows, (row) => row.user_id)
      .entries()
      .reduce(
        (streams, [userId, own]) =>
          streams.set(
            userId,
            own.map((row) => toWireNotification(texts, row, readers(row.user_id))),
          ),
        new Map<string, Notification[]>(),
      );
  }

  return {
    readStreams,
    async heads(tx, userIds) {
      const known = new Map((await findHeads(tx, userIds)).map((row) => [row.user_id, row]));
      return new Map(
        userIds.map((userId) => {
          const { head = 0, unread = 0, unseen = 0, revision = 0 } = known.get(userId) ?? {};
          return [userId, { head, unread, unseen, revision }];
        }),
      );
    },
    epoch: (tx) => readEpoch(tx, uuidv7()),
  };
}

/** Who reads these rows. */
export async function readersOf(
  tx: Tx,
  recipients: Recipients,
  rows: readonly InboxRow[],
): Promise<(userId: string) => TextRecipient> {
  if (rows.length === 0) return () => defaultRecipient;
  const people = await recipients.findRecipients(tx, [...new Set(rows.map((row) => row.user_id))]);
  const readers = new Map(people.map((person) => [person.user_id, person]));
  return (userId) => readers.get(userId) ?? defaultRecipient;
}
