import { memoryCursor } from '../../notifications/cursors.ts';
import type { NotificationFeed } from '../../notifications/feed.ts';
import { NotificationSocket } from '../../notifications/notification-socket.ts';
import type { Access } from './access.ts';
import { later } from './later.ts';

/** Opens a socket of this page. It lives until it is closed. */
export function openFeed(baseUrl: string, { accessToken, refresh }: Access): NotificationFeed {
  return new NotificationSocket({
    url: `${baseUrl.replace(/^http/, 'ws')}/ws/notifications/`,
    WebSocket,
    cursors: memoryCursor(),
    accessToken,
    refresh,
    now: Date.now,
    random: Math.random,
    after: later,
  });
}
