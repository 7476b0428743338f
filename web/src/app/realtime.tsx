import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useAccount } from '../lib/session.ts';
import { loadWords } from '../lib/spoken.ts';
import { type Connection, ConnectionContext } from './connection.ts';

interface RealtimeProviderProps {
  /** Leads to a page of the app. */
  readonly open: (path: string) => void;
  readonly children: ReactNode;
}

/** How long until a feed whose code could not be loaded is tried again, in milliseconds. */
const patience = 10_000;

/** Follows the notifications of whoever is signed in. What does so is loaded beside the page, not before it. */
export function RealtimeProvider({ open, children }: RealtimeProviderProps) {
  const queries = useQueryClient();
  const accountId = useAccount()?.id;
  const [connection, setConnection] = useState<Connection>('idle');
  const isOnline = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);

  useEffect(() => {
    if (accountId === undefined) return;
    let end: (() => void) | undefined;
    let retry: number | undefined;
    let isOver = false;
    const begin = async () => {
      try {
        const { followNotifications } = await import('./notification-feed.ts');
        await loadWords();
        if (!isOver) end = followNotifications({ queries, open, setConnection });
      } catch {
        if (isOver) return;
        setConnection('reconnecting');
        retry = window.setTimeout(begin, patience);
      }
    };
    void begin();
    return () => {
      isOver = true;
      window.clearTimeout(retry);
      end?.();
    };
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
