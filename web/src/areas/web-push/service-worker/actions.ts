import type { PushActionName, PushMessage } from '@rolecall/contract';
import { callAs, UnreachableError } from './api.ts';
import { outbox, type WaitingAction } from './outbox.ts';
import { askForSync, scope } from './scope.ts';
import { dataOf, report } from './shown.ts';

/** By this name the browser wakes the worker when there is a connection. */
export const syncTag = 'rolecall-push-actions';

const hour = 3_600_000;
/** What could not be done for so long is no longer what the person wants. */
const waitsAtMost = 24 * hour;

/** Does what a button says. Without a connection it waits for one, and either way the person is told. */
export async function act(action: PushActionName, message: PushMessage, now: number): Promise<void> {
  const { failed, waiting } = message.notification.data;
  try {
    await perform(action, message, now);
  } catch (error) {
    if (!(error instanceof UnreachableError)) {
      await report(message, failed);
      return;
    }
    await outbox.put({ action, message, takenAt: now });
    await askForSync(syncTag);
    await report(message, waiting);
  }
}

/** Does what has waited, the oldest first, and stops at the first sign that there still is no connection. */
export async function actOnWaiting(now: number): Promise<void> {
  const all = await outbox.all();
  for (const waiting of all.toSorted((a, b) => a.takenAt - b.takenAt)) {
    if (!(await actAgain(waiting, now))) return;
  }
}

/** @returns false: there is still no connection */
async function actAgain(waiting: WaitingAction, now: number): Promise<boolean> {
  const { action, message, takenAt } = waiting;
  try {
    if (now - takenAt > waitsAtMost) throw new Error('it has waited for too long');
    await perform(action, message, takenAt);
    await closeReport(message);
  } catch (error) {
    if (error instanceof UnreachableError) return false;
    await report(message, message.notification.data.failed);
  }
  await outbox.remove(waiting);
  return true;
}

async function perform(action: PushActionName, message: PushMessage, takenAt: number): Promise<void> {
  const { user_id, notification_id, job_id } = message.notification.data;
  const change = (body: Readonly<Record<string, unknown>>) => ({
    method: 'POST' as const,
    path: '/api/v1/notifications/changes' as const,
    body: { ...body, ids: [notification_id] },
  });
  const read = change({ change: 'read' });
  switch (action) {
    case 'read':
      return callAs(user_id, [read]);
    case 'snooze':
      return callAs(user_id, [change({ change: 'snooze', until: new Date(takenAt + hour).toISOString() })]);
    case 'save':
      if (job_id === undefined) throw new Error('there is no job to save');
      return callAs(user_id, [{ method: 'PUT', path: `/api/v1/jobs/${job_id}/saved` }, read]);
  }
}

/** What said that an action waits is not needed any more. */
async function closeReport({ notification: { tag } }: PushMessage): Promise<void> {
  for (const notification of await scope.registration.getNotifications({ tag })) {
    if (dataOf(notification)?.isReport === true) notification.close();
  }
}
