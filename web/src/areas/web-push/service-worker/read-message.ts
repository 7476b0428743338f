import type { PushMessage } from '@rolecall/contract';

/**
 * Reads what was pushed. It comes from our server and nobody else can encrypt for this browser, but it may be of another
 * version than this worker.
 *
 * @returns null: it is nothing that can be shown
 */
export function readMessage(text: string | undefined): PushMessage | null {
  try {
    const message: unknown = JSON.parse(text ?? '');
    return isPushMessage(message) ? message : null;
  } catch {
    return null;
  }
}

function isPushMessage(message: unknown): message is PushMessage {
  if (!isObject(message) || !isObject(message['notification'])) return false;
  const { title, body, tag, navigate, data, actions } = message['notification'];
  return (
    [title, body, tag, navigate].every((value) => typeof value === 'string') &&
    Array.isArray(actions) &&
    isObject(data) &&
    typeof data['notification_id'] === 'string' &&
    typeof data['user_id'] === 'string' &&
    Array.isArray(data['closes'])
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
