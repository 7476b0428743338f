import { z } from 'zod';
import { client } from '../../client.ts';

/** By this name an address says which notification was opened by it. */
const parameter = 'opened_notification';
const idSchema = z.uuid();

/** An address without that, and the notification that it says. */
export function readOpened(address: string): {
  readonly path: string;
  readonly notificationId: string | null;
} {
  const url = new URL(address, window.location.origin);
  const id = idSchema.safeParse(url.searchParams.get(parameter));
  url.searchParams.delete(parameter);
  return { path: `${url.pathname}${url.search}${url.hash}`, notificationId: id.success ? id.data : null };
}

/** What somebody has opened from a device has been read. */
export async function markOpened(notificationId: string | null): Promise<void> {
  if (notificationId === null) return;
  await client.notifications.change({ body: { change: 'read', ids: [notificationId] } });
}
