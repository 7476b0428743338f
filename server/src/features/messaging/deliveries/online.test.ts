import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPeople, createPerson } from '../../../testing/messaging/people.ts';
import { scriptedSender } from '../../../testing/messaging/scripted-sender.ts';
import { FakeTimers } from '../../../testing/timers.ts';
import { createPresenceTracker, type PresenceTracker } from '../presence/index.ts';

describeEachDatabase('the mail of somebody who is online', (open) => {
  const delayMs = 120_000;
  const clock = new FakeClock();
  const { given, sender } = scriptedSender(() => ({ result: 'sent' }));
  let database: Database;
  let messaging: ReturnType<typeof createTestMessaging>;
  let tracker: PresenceTracker;

  beforeAll(async () => {
    database = await open();
    messaging = createTestMessaging({ database, clock, carrier: sender, onlineDelayMs: delayMs });
    const timers = new FakeTimers(clock);
    tracker = createPresenceTracker({ database, clock, timers, logger: pino({ level: 'silent' }) });
    await tracker.keepUp();
  });
  afterAll(() => tracker.stop());
  beforeEach(() => {
    given.length = 0;
  });

  async function comeOnline(userId: string): Promise<void> {
    tracker.note({ userId, role: 'job_seeker', connections: 1 });
    await tracker.keepUp();
  }

  async function alert(...userIds: string[]): Promise<string[]> {
    const items = userIds.map((userId) => ({ userId, payload: jobAlert() }));
    const ids = await database.transaction((tx) =>
      messaging.notifications.notifyMany(tx, 'job_alert', items),
    );
    return ids.map((id) => id ?? '');
  }

  const receivers = () => given.map(({ recipient }) => recipient.user_id);
  const deliveryOf = async (notificationId: string, userId: string) =>
    (await messaging.deliveries.ofNotification(database.query, notificationId, userId))[0];

  test('waits, says why, and goes out in its time though the person is still online', async () => {
    const [online = '', away = ''] = await createPeople(database, 2);
    await comeOnline(online);
    const [held = ''] = await alert(online, away);
    await messaging.worker.runDue();
    expect(receivers()).toEqual([away]);
    expect(await deliveryOf(held, online)).toMatchObject({
      status: 'pending',
      reason: 'online',
      explanation: expect.stringMatching(/^Held until \d\d:\d\d: you were online/),
      due_at: new Date(clock.now().getTime() + delayMs).toISOString(),
    });

    clock.advance(delayMs - 1);
    await tracker.keepUp();
    expect(await messaging.worker.runDue()).toBe(0);
    clock.advance(1);
    await tracker.keepUp();
    await messaging.worker.runDue();
    expect(receivers()).toEqual([away, online]);
    expect(await deliveryOf(held, online)).toMatchObject({ status: 'sent', reason: 'sent' });
  });

  test('is called off by reading it in the inbox', async () => {
    const userId = await createPerson(database);
    await comeOnline(userId);
    const [id = ''] = await alert(userId);
    await database.transaction((tx) => messaging.inbox.mark(tx, userId, id, true));
    clock.advance(delayMs);
    await messaging.worker.runDue();
    expect(receivers()).toEqual([]);
    expect(await deliveryOf(id, userId)).toMatchObject({ status: 'skipped', reason: 'already_read' });
  });

  test('does not wait when it is urgent', async () => {
    const userId = await createPerson(database);
    await comeOnline(userId);
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, {
        kind: 'password_reset',
        userId,
        payload: {
          name: 'Ada',
          email: 'ada@example.org',
          token: 'a-token-of-a-link',
          expires_at: new Date(clock.now().getTime() + 3_600_000).toISOString(),
        },
      }),
    );
    await messaging.worker.runDue();
    expect(receivers()).toEqual([userId]);
  });
});
