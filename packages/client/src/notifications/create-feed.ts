import { withoutTrailingSlashes } from '../base-url.ts';
import { type CursorStore, memoryCursor } from './cursors.ts';
import { NotificationSocket } from './notification-socket.ts';
import { type Party, partyName } from './sharing/protocol.ts';
import { SharedFeed } from './sharing/shared-feed.ts';
import { startWorker } from './sharing/worker-client.ts';
import type { SharedWorkerLike } from './sharing/worker-port.ts';
import { type Credentials, later, socketOptions } from './socket-options.ts';
import type { WebSocketConstructor } from './web-socket.ts';

export interface SharingOptions {
  /** Who is signed in: tabs of the same person share a connection, and it takes nobody else's notifications. */
  readonly userId: string;
  /**
   * Makes a SharedWorker of `@rolecall/client/shared-worker`, which has the connection then. Bundlers need this in the
   * page's own code: `() => new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module' })`. Left out, or
   * where that is not possible, one of the tabs has it.
   */
  readonly worker?: (() => SharedWorkerLike) | undefined;
}

export interface FeedOptions extends Credentials {
  /** Origin of the server, such as `https://jobs.example.org`. */
  readonly baseUrl: string;
  /** In memory when left out, so that a new feed starts at the end of the streams. */
  readonly cursors?: CursorStore | undefined;
  /** One connection for all tabs of a browser. Each has its own where the browser has no Web Locks. */
  readonly shareAcrossTabs?: SharingOptions | undefined;
  /** The global one when left out. */
  readonly fetch?: typeof fetch | undefined;
  /** The global one when left out; without any the connection is a stream of server-sent events. */
  readonly WebSocket?: WebSocketConstructor | undefined;
}

/** Opens a feed of the notifications of whoever is signed in. It lives until it is closed. */
export function createNotificationFeed(options: FeedOptions): NotificationSocket | SharedFeed {
  const { cursors = memoryCursor(), shareAcrossTabs, accessToken, refresh } = options;
  const baseUrl = withoutTrailingSlashes(options.baseUrl);
  const userId = shareAcrossTabs?.userId;
  const connect = (store: CursorStore): NotificationSocket =>
    new NotificationSocket(
      socketOptions({
        ...{ baseUrl, userId, accessToken, refresh },
        cursors: store,
        // A browser's fetch works only as a call on its window.
        fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
        WebSocket: options.WebSocket ?? globalThis.WebSocket,
      }),
    );
  const locks = globalThis.navigator?.locks;
  if (shareAcrossTabs === undefined || locks === undefined || globalThis.BroadcastChannel === undefined) {
    return connect(cursors);
  }
  const party: Party = { baseUrl, userId: shareAcrossTabs.userId };
  const { worker } = shareAcrossTabs;
  return new SharedFeed({
    ...{ party: partyName(party), locks, cursors, connect, after: later },
    startWorker:
      worker &&
      ((guest, onFailure) => startWorker(worker, { party, guest }, { accessToken, refresh }, onFailure)),
  });
}
