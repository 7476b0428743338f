import type { PushMessage } from '@rolecall/contract';
import { isObject } from './read-message.ts';
import { scope, showBadge } from './scope.ts';

/** What a notification keeps, so that what is done with it later needs nothing else. */
export interface ShownData {
  readonly message: PushMessage;
  /** It tells what became of an action, and is not the notification itself any more. */
  readonly isReport: boolean;
}

export function dataOf(notification: Notification): ShownData | null {
  const { data }: { readonly data: unknown } = notification;
  return isShownData(data) ? data : null;
}

function isShownData(data: unknown): data is ShownData {
  return isObject(data) && isObject(data['message']) && typeof data['isReport'] === 'boolean';
}

/**
 * Shows a message. One that comes a second time takes its own place without a sound; a newer one about the same takes the
 * place of the older one and is heard.
 */
export async function show(message: PushMessage): Promise<void> {
  const { notification, app_badge } = message;
  const earlier = await scope.registration.getNotifications({ tag: notification.tag });
  const isRepeated = earlier.some(
    (one) => dataOf(one)?.message.notification.data.notification_id === notification.data.notification_id,
  );
  await display(message, notification.body, {
    isReport: false,
    renotify: earlier.length > 0 && !isRepeated,
    silent: isRepeated,
  });
  await close(new Set(notification.data.closes));
  if (app_badge !== undefined) await showBadge(app_badge);
}

/** Says what became of an action, in the place of the notification that it was taken on. */
export async function report(message: PushMessage, text: string): Promise<void> {
  await display(message, text, { isReport: true, renotify: false, silent: true });
}

/** Closes what has been dealt with. */
async function close(notificationIds: ReadonlySet<string>): Promise<void> {
  if (notificationIds.size === 0) return;
  for (const notification of await scope.registration.getNotifications()) {
    const id = dataOf(notification)?.message.notification.data.notification_id;
    if (id !== undefined && notificationIds.has(id)) notification.close();
  }
}

interface DisplayOptions {
  readonly isReport: boolean;
  readonly renotify: boolean;
  readonly silent: boolean;
}

async function display(message: PushMessage, body: string, options: DisplayOptions): Promise<void> {
  const { notification } = message;
  const { isReport, renotify, silent } = options;
  // `actions`, `renotify` and `timestamp` are of the standard, and not of the types that TypeScript ships.
  const standard: NotificationOptions & Readonly<Record<string, unknown>> = {
    body,
    lang: notification.lang,
    tag: notification.tag,
    icon: notification.icon,
    badge: '/icons/badge-96.png',
    timestamp: notification.timestamp,
    requireInteraction: notification.requireInteraction,
    renotify,
    silent,
    actions: isReport ? [] : notification.actions.map(({ action, title }) => ({ action, title })),
    data: { message, isReport } satisfies ShownData,
  };
  await scope.registration.showNotification(notification.title, standard);
}
