import type { NotificationEvents } from '@rolecall/client';
import type { Kind, Notification } from '@rolecall/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { client } from '../client.ts';
import { takeBroadcastProgress } from '../lib/queries/broadcasts.ts';
import { notificationQueries, refreshInbox } from '../lib/queries/notifications.ts';
import { useAccount } from '../lib/session.ts';
import type { AppRouter } from '../router.tsx';
import { createAnnouncer } from './announcer.ts';

/** How live the page is. */
export type Connection = 'idle' | 'live' | 'reconnecting' | 'offline';

const ConnectionContext = createContext<Connection>('idle');
export const useConnection = (): Connection => useContext(ConnectionContext);

/** What else on the screen a notification makes outdated. */
const outdatedBy: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  job_alert: ['matches'],
  skill_match: ['matches'],
  application_received: ['applications', 'company-jobs'],
  application_confirmation: ['applications'],
  application_status_changed: ['applications', 'company-jobs'],
  interview_invitation: ['applications'],
  offer: ['applications'],
  rejection: ['applications'],
};

function showAsOutdated(queries: QueryClient, { kind }: Notification): void {
  for (const key of outdatedBy[kind] ?? []) void queries.invalidateQueries({ queryKey: [key] });
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
  readonly router: AppRouter;
  readonly children: ReactNode;
}

const createWorker = () =>
  new SharedWorker(new URL('../notification-worker.ts', import.meta.url), { type: 'module' });

/** Follows the notifications of whoever is signed in, and brings what they say to the screen. Tabs share a connection. */
export function RealtimeProvider({ router, children }: RealtimeProviderProps) {
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
        router.history.push(action?.path ?? '/notifications');
      },
      openInbox: () => router.history.push('/notifications'),
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
    feed.on('event', ({ name, data }) => takeBroadcastProgress(queries, name, data));
    feed.on('resync', () => void refreshInbox(queries));
    return () => feed.close();
  }, [accountId, queries, router]);

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
