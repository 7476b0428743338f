import { mostShownNotifications } from '@rolecall/contract';
import { client } from '../../client.ts';

/** Closes what this device still shows and what has been dealt with meanwhile, here or elsewhere. */
export async function closeDealtWith(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  const shown = (await registration?.getNotifications()) ?? [];
  const ids = [...new Set(shown.flatMap((one) => idOf(one) ?? []))].slice(0, mostShownNotifications);
  if (ids.length === 0) return;
  const { notification_ids } = await client.webPush.closeShown({ body: { notification_ids: ids } });
  for (const notification of shown) {
    const id = idOf(notification);
    if (id !== undefined && notification_ids.includes(id)) notification.close();
  }
}

const idPattern = /^[\da-f-]{36}$/;

/** As the service worker has kept it; there is none of what is not in the inbox, such as a test. */
function idOf({ data }: { readonly data: unknown }): string | undefined {
  const id = ['message', 'notification', 'data', 'notification_id'].reduce(fieldOf, data);
  return typeof id === 'string' && idPattern.test(id) ? id : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
