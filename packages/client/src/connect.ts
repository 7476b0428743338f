import type { Account } from '@rolecall/contract';
import { createNotificationFeed, type FeedOptions } from './notifications/create-feed.ts';
import type { CursorStore } from './notifications/cursors.ts';
import type { NotificationFeed } from './notifications/feed.ts';
import { SharedFeed } from './notifications/sharing/shared-feed.ts';
import type { SharedWorkerLike } from './notifications/sharing/worker-port.ts';

export interface ConnectOptions {
  /** In memory when left out, so that a new socket starts at the end of the stream. */
  readonly cursors?: CursorStore;
  /**
   * One connection for all tabs of a browser where the same person is signed in; where nobody is yet, this tab has its
   * own. With `worker` a SharedWorker has it, else one of the tabs.
   */
  readonly shareAcrossTabs?: boolean | { readonly worker: () => SharedWorkerLike };
}

/** What a feed needs of the client whose person it is for. */
export interface ClientConnection {
  readonly feed: Omit<FeedOptions, 'cursors' | 'shareAcrossTabs'>;
  readonly userId: () => string | undefined;
  /** Runs the listener when somebody has signed in or out; the answer ends that. */
  readonly onAccount: (listener: (account: Account | null) => void) => () => void;
}

/** Opens a feed of the notifications of whoever is signed in. It lives until it is closed. */
export function connectNotifications(
  client: ClientConnection,
  { cursors, shareAcrossTabs = false }: ConnectOptions = {},
): NotificationFeed {
  const userId = client.userId();
  const feed = createNotificationFeed({
    ...client.feed,
    cursors,
    shareAcrossTabs:
      shareAcrossTabs === false || userId === undefined
        ? undefined
        : { userId, worker: shareAcrossTabs === true ? undefined : shareAcrossTabs.worker },
  });
  if (feed instanceof SharedFeed) endWithSession(client, feed, userId);
  return feed;
}

/** A tab where the person has signed out ends the connection for the others too. */
function endWithSession(client: ClientConnection, feed: SharedFeed, userId: string | undefined): void {
  const stopListening = client.onAccount((next) => {
    if (next?.id !== userId) feed.signOut();
  });
  feed.on('status', ({ state }) => {
    if (state === 'stopped') stopListening();
  });
}
