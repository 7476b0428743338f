import { type Account, api } from '@rolecall/contract';
import { withoutTrailingSlashes } from './base-url.ts';
import { type Caller, createCaller } from './caller.ts';
import { RolecallError } from './errors.ts';
import { createNotificationFeed } from './notifications/create-feed.ts';
import type { CursorStore } from './notifications/cursors.ts';
import { Emitter } from './notifications/emitter.ts';
import type { NotificationFeed } from './notifications/feed.ts';
import { SharedFeed } from './notifications/sharing/shared-feed.ts';
import type { SharedWorkerLike } from './notifications/sharing/worker-port.ts';
import type { WebSocketConstructor } from './notifications/web-socket.ts';
import { bindGroups } from './operations.ts';
import { memoryTokens, type TokenStore } from './tokens.ts';

export interface ClientOptions {
  /** Origin of the server, such as `https://jobs.example.org`. */
  readonly baseUrl: string;
  /** The global one when left out. */
  readonly fetch?: typeof fetch;
  /**
   * The global one when left out. Node.js 20 has none: the package `ws` has one that fits; without it notifications come
   * as server-sent events.
   */
  readonly WebSocket?: WebSocketConstructor;
  /** In memory when left out. In a browser use `cookieTokens()`. */
  readonly tokens?: TokenStore;
}

export interface ConnectOptions {
  /** In memory when left out, so that a new socket starts at the end of the stream. */
  readonly cursors?: CursorStore;
  /**
   * One connection for all tabs of a browser where the same person is signed in; where nobody is yet, this tab has its
   * own. With `worker` a SharedWorker has it, else one of the tabs.
   */
  readonly shareAcrossTabs?: boolean | { readonly worker: () => SharedWorkerLike };
}

/** A client of one server for one person at a time. */
export type Client = ReturnType<typeof createClient>;

interface SessionEvents {
  /** Who is signed in now; null for nobody. */
  account: Account | null;
}

export function createClient(options: ClientOptions) {
  const { tokens = memoryTokens() } = options;
  const baseUrl = withoutTrailingSlashes(options.baseUrl);
  const events = new Emitter<SessionEvents>();
  let account: Account | null = null;
  const caller = createCaller({
    baseUrl,
    tokens,
    // A browser's fetch works only as a call on its window.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    now: Date.now,
    onAccount: (next) => {
      account = next;
      events.emit('account', next);
    },
  });

  const groups = bindGroups(api, caller);

  const notifications = {
    ...groups.notifications,

    /** Opens a feed of the notifications of whoever is signed in. It lives until it is closed. */
    connect({ cursors, shareAcrossTabs = false }: ConnectOptions = {}): NotificationFeed {
      const userId = account?.id;
      const feed = createNotificationFeed({
        ...{ baseUrl, cursors },
        ...{ fetch: options.fetch, WebSocket: options.WebSocket },
        ...{ accessToken: caller.accessToken, refresh: caller.refresh },
        shareAcrossTabs:
          shareAcrossTabs === false || userId === undefined
            ? undefined
            : { userId, worker: shareAcrossTabs === true ? undefined : shareAcrossTabs.worker },
      });
      if (feed instanceof SharedFeed) endWithSession(feed, userId);
      return feed;
    },
  };

  /** A tab where the person has signed out ends the connection for the others too. */
  function endWithSession(feed: SharedFeed, userId: string | undefined): void {
    const stopListening = events.on('account', (next) => {
      if (next?.id !== userId) feed.signOut();
    });
    feed.on('status', ({ state }) => {
      if (state === 'stopped') stopListening();
    });
  }

  const call: Caller['call'] = (endpoint, input, callOptions) => caller.call(endpoint, input, callOptions);

  return {
    /** Calls any endpoint of the contract. */
    call,
    ...groups,
    notifications,
    session: {
      /** Who is signed in, as far as this client knows; null until `restore` where a session is only in a cookie. */
      current: (): Account | null => account,
      /** Runs the listener when somebody has signed in or out, or the session has ended. */
      onChange: (listener: (account: Account | null) => void): (() => void) => events.on('account', listener),
      /** Signs in with what was kept, a refresh token or the cookie. Null when there is nothing, or it has ended. */
      async restore(): Promise<Account | null> {
        try {
          return await caller.refresh();
        } catch (error) {
          if (error instanceof RolecallError && error.code === 'unauthenticated') return null;
          throw error;
        }
      },
    },
  };
}
