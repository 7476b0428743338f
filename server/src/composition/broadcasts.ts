import type { KindPayload } from '@rolecall/contract';
import { countAudience, listAudience, sampleAudience } from '../features/identity/audiences/index.ts';
import { createBroadcastWork } from '../features/messaging/broadcasts/broadcasts.jobs.ts';
import {
  type Audiences,
  type BroadcastRunner,
  type Broadcasts,
  createBroadcastRunner,
  createBroadcasts,
  createLiveProgress,
  createPreviews,
  createSteps,
  type Previews,
} from '../features/messaging/broadcasts/index.ts';
import { createComposer } from '../features/messaging/channels/email/index.ts';
import type { RelevanceQuestion } from '../features/messaging/deliveries/index.ts';
import type { Events } from '../features/messaging/events/index.ts';
import type { Notifications } from '../features/messaging/notifications/index.ts';
import type { Texts } from '../features/messaging/texts/index.ts';
import type { Tx } from '../platform/db/index.ts';
import type { Queue } from '../platform/queue/index.ts';
import type { People } from './people.ts';
import type { Platform } from './platform.ts';

/** Messages of operators to many people. */
export interface BroadcastFeatures {
  readonly broadcasts: Broadcasts;
  readonly broadcastPreviews: Previews;
  readonly broadcastRunner: BroadcastRunner;
}

/** People in a batch: large enough to be fast, and over soon enough for those who wait for the one connection. */
const batchSizes = { postgres: 1_000, embedded: 500 } as const;

export function createBroadcastFeatures(
  { database, clock, logger, metrics, config }: Platform,
  parts: Pick<People, 'accounts'> & {
    readonly queue: Queue;
    readonly notifications: Notifications;
    readonly events: Events;
    readonly texts: Texts;
  },
): BroadcastFeatures {
  const { accounts, queue, notifications, events, texts } = parts;
  const audiences: Audiences = { count: countAudience, list: listAudience, sample: sampleAudience };
  const work = createBroadcastWork(queue);
  const live = createLiveProgress({ clock, logger, events });
  const steps = createSteps({ database, clock, audiences, work, live });
  const people = metrics.counter({
    name: 'rolecall_broadcast_people_total',
    help: 'People whose turn has come in a broadcast',
  });
  const composer = createComposer(config.http.publicUrl, texts, config.mail.from);
  return {
    broadcasts: createBroadcasts({
      clock,
      recipients: accounts,
      accounts,
      audiences,
      notifications,
      steps,
      work,
    }),
    broadcastPreviews: createPreviews({
      recipients: accounts,
      texts,
      mails: {
        compose: (message, recipient) =>
          composer.compose(
            { ...message, recipient, createdAt: clock.now() },
            `${config.http.publicUrl}/settings/notifications`,
          ),
      },
    }),
    broadcastRunner: createBroadcastRunner({
      database,
      clock,
      logger,
      audiences,
      notifications,
      steps,
      live,
      onPeople: (count) => people.inc(count),
      batchSize: batchSizes[database.kind],
    }),
  };
}

/** Keeps back what has not been sent yet of a broadcast that was stopped. */
export const findStoppedMessages =
  (broadcasts: Pick<Broadcasts, 'findStopped'>) =>
  async (
    tx: Tx,
    questions: readonly RelevanceQuestion<Pick<KindPayload<'maintenance'>, 'broadcast_id'>>[],
  ) => {
    const ids = questions.flatMap(({ payload }) => payload.broadcast_id ?? []);
    const stopped = await broadcasts.findStopped(tx, [...new Set(ids)]);
    const withdrawn = questions.filter(({ payload }) => stopped.has(payload.broadcast_id ?? ''));
    return new Map(withdrawn.map(({ notificationId }) => [notificationId, 'broadcast_stopped'] as const));
  };
