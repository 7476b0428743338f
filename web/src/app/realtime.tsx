import type { NotificationEvents } from '@rolecall/client';
import type { Notification } from '@rolecall/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import * as areas from '../areas/index.ts';
import { client } from '../client.ts';
import { notificationQueries, refreshInbox } from '../lib/queries/notifications.ts';
import { useAccount } from '../lib/session.ts';
import { createAnnouncer } from './announcer.ts';
import type { Area } from './area.ts';
import { type Connection, ConnectionContext } from './connection.ts';

const all: readonly Area[] = Object.values(areas);

function showAsOutdated(queries: QueryClient, { kind }: Notification): void {
  for (const { outdatedBy = {} } of all) {
    for (const key of outdatedBy[kind] ?? []) void queries.invalidateQueries({ queryKey: [key] });
  }
}

function takeEvent(queries: QueryClient, name: string, data: unknown): void {
  for (const { liveEvents } of all) liveEvents?.get(name)?.(queries, data);
}

type Count = NotificationEvents['count'];

/** Takes over the numbers; when something has been changed elsewhere, the lists have too. */
function takeCount(queries: QueryClient, { unread, unseen, revision }: Count): void {
  const { queryKey } = notificationQueries.counts();
  const known = queries.getQueryData(queryKey);
  queries.setQueryData(queryKey, { head: known?.head ?? 0, unread, unseen, revision });
  if (known?.revision !== revision || known.unread !== unread) void refreshInbox(queries);
}

interface RealtimeProviderProps {
  /** Leads to a page of the app. */
  readonly open: (path: string) => void;
  readonly children: ReactNode;
}

const createWorker = () =>
  new SharedWorker(new URL('../notification-worker.ts', import.meta.url), { type: 'module' });

/** Follows the notifications of whoever is signed in, and brings what they say to the screen. Tabs share a connection. */
export function RealtimeProvider({ open, children }: RealtimeProviderProps) {
  const queries = useQueryClient();
  const accountId = useAccount()?.id;
  const [connection, setConnection] = useState<Connection>('idle');
  const isOnline = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);

  useEffect(() => {
    if (accountId === undefined) return;
    const feed = client.notifications.connect({ shareAcrossTabs: { worker: createWorker } });
    const announce = createAnnouncer({
      open: ({ id, action }) => {
        feed.markRead(id);
        open(action?.path ?? '/notifications');
      },
      openInbox: () => open('/notifications'),
    });
    feed.on('status', ({ state }) => {
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
  }, [accountId, queries, open]);

  return <ConnectionContext value={isOnline ? connection : 'offline'}>{children}</ConnectionContext>;
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
