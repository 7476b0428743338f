import { RolecallError } from '../errors.ts';
import type { CursorStore } from './cursors.ts';
import type { NotificationSocketOptions } from './notification-socket.ts';
import type { WebSocketConstructor } from './web-socket.ts';

/** The ways to a token of whoever is signed in. */
export type Credentials = Pick<NotificationSocketOptions, 'accessToken' | 'refresh'>;

export interface Environment extends Credentials {
  /** Origin of the server, without a trailing slash. */
  readonly baseUrl: string;
  readonly cursors: CursorStore;
  readonly fetch: typeof fetch;
  readonly WebSocket: WebSocketConstructor | undefined;
  /** Whose notifications are expected. */
  readonly userId?: string | undefined;
}

/** A token that runs out within this time is not used for a request, in milliseconds. */
const tokenMargin = 10_000;

/** Runs the work later; returns the way to call it off. */
export function later(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

/** The options of a socket, with the stream behind it, to a server as it is. */
export function socketOptions(environment: Environment): NotificationSocketOptions {
  const { baseUrl, fetch, WebSocket, cursors, accessToken, refresh, userId } = environment;
  return {
    url: `${baseUrl.replace(/^http/, 'ws')}/ws/notifications/`,
    stream: { url: `${baseUrl}/api/v1/notifications/stream`, fetch },
    ...{ WebSocket, cursors, accessToken, refresh, userId },
    async markRead(notificationId) {
      const { token } = await accessToken(tokenMargin);
      const path = `/api/v1/notifications/${encodeURIComponent(notificationId)}/read-state`;
      const response = await fetch(`${baseUrl}${path}`, {
        method: 'PUT',
        credentials: 'include',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ read: true }),
      });
      const { ok, status } = response;
      await response.body?.cancel();
      if (!ok) throw new RolecallError('invalid_response', `The server answered ${status}.`, { status });
    },
    now: Date.now,
    random: Math.random,
    after: later,
  };
}
