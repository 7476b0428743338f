import type { Account, ClientApi } from '@rolecall/contract';
import { routes } from '@rolecall/contract/routes';
import { withoutTrailingSlashes } from './base-url.ts';
import { type AnswerCheck, createCaller } from './caller.ts';
import type { ClientConnection } from './connect.ts';
import { RolecallError } from './errors.ts';
import { Emitter } from './notifications/emitter.ts';
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

interface SessionEvents {
  /** Who is signed in now; null for nobody. */
  account: Account | null;
}

/** A client of one server for one person at a time. Whoever makes one says how answers are checked. */
export function createClientWith(checkAnswer: AnswerCheck, options: ClientOptions) {
  const { tokens = memoryTokens() } = options;
  const baseUrl = withoutTrailingSlashes(options.baseUrl);
  const events = new Emitter<SessionEvents>();
  let account: Account | null = null;
  const caller = createCaller({
    baseUrl,
    tokens,
    checkAnswer,
    // A browser's fetch works only as a call on its window.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    now: Date.now,
    onAccount: (next) => {
      account = next;
      events.emit('account', next);
    },
  });

  const groups = bindGroups<ClientApi>(routes, caller);

  const connection: ClientConnection = {
    feed: {
      ...{ baseUrl, fetch: options.fetch, WebSocket: options.WebSocket },
      ...{ accessToken: caller.accessToken, refresh: caller.refresh },
    },
    userId: () => account?.id,
    onAccount: (listener) => events.on('account', listener),
  };

  return {
    request: caller.request,
    ...groups,
    connection,
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
