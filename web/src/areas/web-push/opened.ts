import { client } from '../../client.ts';
import { id } from '../../lib/search.ts';

/** By this name an address says which notification was opened by it. */
const parameter = 'opened_notification';

/** An address without that, and the notification that it says. */
export function readOpened(address: string): {
  readonly path: string;
  readonly notificationId: string | null;
} {
  const url = new URL(address, window.location.origin);
  const notificationId = id(url.searchParams.get(parameter)) ?? null;
  url.searchParams.delete(parameter);
  return { path: `${url.pathname}${url.search}${url.hash}`, notificationId };
}

/** What somebody has opened from a device has been read. */
export async function markOpened(notificationId: string | null): Promise<void> {
  if (notificationId === null) return;
  await client.notifications.change({ body: { change: 'read', ids: [notificationId] } });
}
