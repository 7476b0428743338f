import type { ServerMessageOf } from '@rolecall/contract';
import type { KyselyPlugin } from 'kysely';
import { channelsOf } from '../../features/messaging/channels/index.ts';
import { countReached, insertDeliveries } from '../../features/messaging/deliveries/index.ts';
import { createDigestWindows } from '../../features/messaging/digests/index.ts';
import { createEvents, type Events } from '../../features/messaging/events/index.ts';
import {
  createNotifications,
  type WrittenNotification,
} from '../../features/messaging/notifications/index.ts';
import { createPresence } from '../../features/messaging/presence/index.ts';
import { createTopics, type Topics } from '../../features/messaging/topics/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { testEmailChannel } from './email-channel.ts';
import { storedRecipients } from './people.ts';
import { createTestPreferences } from './preferences.ts';

/** Events as one process has them, with all that it told its sockets. */
export interface TestEvents {
  readonly events: Events;
  readonly topics: Topics;
  readonly told: {
    readonly notifications: WrittenNotification[];
    readonly topics: { topic: string; first: number; messages: readonly string[] }[];
    readonly live: { userId: string; message: ServerMessageOf<'event'> }[];
  };
  /** How many transactions were opened. */
  transactions(): number;
  /** How many statements ran in them. */
  statements(): number;
}

/** @param options.failCommits every transaction is rolled back when its work is done */
export function createTestEvents(
  given: Database,
  clock: Clock,
  options: { readonly failCommits?: boolean } = {},
): TestEvents {
  let transactions = 0;
  let statements = 0;
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const database: Database = {
    ...given,
    transaction(work) {
      transactions += 1;
      return given.transaction(async (tx) => {
        const result = await work(tx.withPlugin(counter));
        if (options.failCommits) throw new Error('the power went out');
        return result;
      });
    },
  };
  const told: TestEvents['told'] = { notifications: [], topics: [], live: [] };
  const topics = createTopics({
    database,
    clock,
    push: {
      topicGrew: (topic, first, messages) => told.topics.push({ topic, first, messages }),
    },
  });
  const notifications = createNotifications({
    database,
    clock,
    recipients: storedRecipients,
    preferences: createTestPreferences(clock),
    digestWindows: createDigestWindows(),
    countReached,
    insertDeliveries,
    channels: channelsOf([testEmailChannel]),
    presence: createPresence({ clock, recipients: storedRecipients }),
    livePush: {
      notificationsWritten: (items) => told.notifications.push(...items),
      inboxChanged: () => {},
    },
    wakeDeliveries: () => {},
  });
  const events = createEvents({
    database,
    clock,
    notifications,
    topics,
    live: { publishToUser: (userId, message) => told.live.push({ userId, message }) },
  });
  return { events, topics, told, transactions: () => transactions, statements: () => statements };
}
