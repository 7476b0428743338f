import type { PushActionName, PushMessage } from '@rolecall/contract';
import { isObject } from './read-message.ts';

/** An action that waits for a connection. */
export interface WaitingAction {
  readonly action: PushActionName;
  readonly message: PushMessage;
  /** When it was taken, in milliseconds since 1970. */
  readonly takenAt: number;
}

const databaseName = 'rolecall-push';
const storeName = 'actions';

/** Keeps actions for as long as there is no connection, over the end of the worker. */
export const outbox = {
  put: (waiting: WaitingAction): Promise<unknown> =>
    withStore('readwrite', (store) => store.put(waiting, keyOf(waiting))),

  remove: (waiting: WaitingAction): Promise<unknown> =>
    withStore('readwrite', (store) => store.delete(keyOf(waiting))),

  async all(): Promise<WaitingAction[]> {
    const found: unknown = await withStore('readonly', (store) => store.getAll());
    return Array.isArray(found) ? found.filter(isWaiting) : [];
  },
};

const keyOf = ({ action, message }: WaitingAction) =>
  `${message.notification.data.notification_id} ${action}`;

function isWaiting(value: unknown): value is WaitingAction {
  return isObject(value) && typeof value['action'] === 'string' && isObject(value['message']);
}

async function withStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  try {
    return await answerOf(work(database.transaction(storeName, mode).objectStore(storeName)));
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  return answerOf(request);
}

function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  return promise;
}
