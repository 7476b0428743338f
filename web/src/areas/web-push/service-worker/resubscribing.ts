import { callAs, readPublic } from './api.ts';
import { isObject } from './read-message.ts';
import { scope } from './scope.ts';

/** Endpoint that a push service has taken back, and the subscription that takes its place where the browser has one. */
interface SubscriptionChange {
  readonly oldSubscription: PushSubscription | null;
  readonly newSubscription: PushSubscription | null;
}

/** Subscribes anew and tells the server. What fails here is made good when the person opens the web app. */
export async function resubscribe(change: SubscriptionChange): Promise<void> {
  const key = await readPublic('/api/v1/web-push/key');
  if (!isObject(key) || typeof key['public_key'] !== 'string') return;
  const { public_key } = key;
  const subscription =
    change.newSubscription ??
    (await scope.registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: public_key,
    }));
  const { endpoint, keys } = subscription.toJSON();
  const replaces = change.oldSubscription?.endpoint;
  await callAs(null, [
    {
      method: 'PUT',
      path: '/api/v1/web-push/subscription',
      body: { endpoint, keys, public_key, ...(replaces === undefined ? {} : { replaces }) },
    },
  ]);
}

export function isSubscriptionChange(event: object): event is SubscriptionChange {
  return 'oldSubscription' in event && 'newSubscription' in event;
}
