import type { OnlineNotice } from '../worker-messages.ts';
import { act, actOnWaiting, syncTag } from './actions.ts';
import { open } from './opening.ts';
import { isObject, readMessage } from './read-message.ts';
import { isSubscriptionChange, resubscribe } from './resubscribing.ts';
import { scope } from './scope.ts';
import { dataOf, show } from './shown.ts';

/**
 * Shows pushes and does what their buttons say. It stores nothing of the web app and answers no requests of it, so it can
 * be replaced at any time.
 */
scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('push', (event) => {
  const message = readMessage(event.data?.text());
  event.waitUntil(Promise.all([message === null ? showPlain() : show(message), actOnWaiting(Date.now())]));
});

scope.addEventListener('notificationclick', (event) => {
  const { notification, action } = event;
  const data = dataOf(notification);
  notification.close();
  const button = data?.message.notification.actions.find((one) => one.action === action);
  if (data === null) event.waitUntil(open('/notifications'));
  else if (button === undefined) event.waitUntil(open(data.message.notification.navigate));
  else event.waitUntil(act(button.action, data.message, Date.now()));
});

scope.addEventListener('pushsubscriptionchange', (event) => {
  const change = isSubscriptionChange(event) ? event : { oldSubscription: null, newSubscription: null };
  event.waitUntil(resubscribe(change));
});

scope.addEventListener('message', (event) => {
  const { data }: { readonly data: unknown } = event;
  if (isObject(data) && data['type'] === ('rolecall-online' satisfies OnlineNotice['type']))
    event.waitUntil(actOnWaiting(Date.now()));
});

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}
const isSync = (event: Event): event is SyncEvent => 'tag' in event && 'waitUntil' in event;
scope.addEventListener('sync', (event: Event) => {
  if (isSync(event) && event.tag === syncTag) event.waitUntil(actOnWaiting(Date.now()));
});

/** Every push has to show something, or browsers take the permission back. */
async function showPlain(): Promise<void> {
  await scope.registration.showNotification('Rolecall', {
    tag: 'rolecall',
    icon: '/icons/icon-192.png',
  });
}
