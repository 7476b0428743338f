import type { NotificationEvents } from '@rolecall/client';
import { connectNotifications } from '@rolecall/client/connect';
import type { Notification } from '@rolecall/contract';
import type { QueryClient } from '@tanstack/react-query';
import * as areas from '../areas/index.ts';
import { client } from '../client.ts';
import { askForBuild } from '../lib/build.ts';
import { notificationQueries, refreshInbox } from '../lib/queries/notifications.ts';
import { createAnnouncer } from './announcer.ts';
import type { Area } from './area.ts';
import type { Connection } from './connection.ts';

const all: readonly Area[] = Object.values(areas);

function showAsOutdated(queries: QueryClient, { kind }: Notification): void {
  for (const { outdatedBy = {} } of all) {
    for (const key of outdatedBy[kind] ?? []) void queries.invalidateQueries({ queryKey: [key] });
  }
}

function takeEvent(queries: QueryClient, name: string, data: unknown): void {
  for (const { liveEvents } of all) void liveEvents?.get(name)?.(queries, data);
}

type Count = NotificationEvents['count'];

/** Takes over the numbers; when something has been changed elsewhere, the lists have too. */
function takeCount(queries: QueryClient, { unread, unseen, revision }: Count): void {
  const { queryKey } = notificationQueries.counts();
  const known = queries.getQueryData(queryKey);
  queries.setQueryData(queryKey, { head: known?.head ?? 0, unread, unseen, revision });
  if (known?.revision !== revision || known.unread !== unread) void refreshInbox(queries);
}

const createWorker = () =>
  new SharedWorker(new URL('../notification-worker.ts', import.meta.url), { type: 'module' });

interface FollowOptions {
  readonly queries: QueryClient;
  /** Leads to a page of the app. */
  readonly open: (path: string) => void;
  readonly setConnection: (connection: Connection) => void;
}

/**
 * Follows the notifications of whoever is signed in, and brings what they say to the screen. Tabs share a connection.
 *
 * @returns ends it
 */
export function followNotifications({ queries, open, setConnection }: FollowOptions): () => void {
  const feed = connectNotifications(client.connection, { shareAcrossTabs: { worker: createWorker } });
  const announce = createAnnouncer({
    open: ({ id, action }) => {
      feed.markRead(id);
      open(action?.path ?? '/notifications');
    },
    openInbox: () => open('/notifications'),
  });
  let wasAway = false;
  feed.on('status', ({ state }) => {
    // A server that comes back may be a newer one.
    if (state === 'live' && wasAway) void askForBuild();
    wasAway = state === 'waiting' || (wasAway && state !== 'live');
    if (state === 'live') setConnection('live');
    if (state === 'waiting') setConnection('reconnecting');
    if (state === 'stopped') setConnection('idle');
  });
  feed.on('notification', (notification) => {
    announce(notification);
    showAsOutdated(queries, notification);
    void refreshInbox(queries);
  });
  feed.on('count', (count) => takeCount(queries, count));
  feed.on('event', ({ name, data }) => takeEvent(queries, name, data));
  feed.on('resync', () => void refreshInbox(queries));
  return () => feed.close();
}
