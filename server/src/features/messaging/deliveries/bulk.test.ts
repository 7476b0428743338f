import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import type { OutgoingDelivery } from '../channels/index.ts';

const clock = new FakeClock();
let database: TestDatabase;
let paused = true;
let sent: OutgoingDelivery[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => {
  paused = true;
  sent = [];
});
afterAll(() => database.close());

const messaging = () =>
  createTestMessaging({
    database,
    clock,
    bulkGate: { isPaused: async () => paused },
    carrier: {
      concurrency: 2,
      urgentConcurrency: 1,
      async send(delivery) {
        sent.push(delivery);
        return { result: 'sent' };
      },
    },
  });

const deliveriesOf = (userId: string) =>
  database.query
    .selectFrom('deliveries')
    .select(['status', 'reason', 'due_at', 'attempts'])
    .where('user_id', '=', userId)
    .execute();

test('holds back what can wait, sends what cannot, and sends all of it in the end', async () => {
  const { notifications, worker, deliveries } = messaging();
  const userId = await createPerson(database);
  await database.transaction(async (tx) => {
    await notifications.notify(tx, { kind: 'job_alert', userId, payload: jobAlert() });
    await notifications.notify(tx, {
      kind: 'feature_announcement',
      userId,
      payload: { title: 'New', message: 'Look' },
    });
    await notifications.notify(tx, { kind: 'welcome', userId, payload: { name: 'Ada', role: 'job_seeker' } });
    await notifications.notify(tx, {
      kind: 'password_reset',
      userId,
      payload: { name: 'Ada', email: 'a@b.c', token: uuidv7(), expires_at: '2026-12-01T00:00:00.000Z' },
    });
  });
  await worker.runDue();
  expect(sent.map(({ kind }) => kind).sort()).toEqual(['password_reset', 'welcome']);
  const held = (await deliveriesOf(userId)).filter(({ status }) => status === 'pending');
  expect(held).toEqual(
    Array.from({ length: 2 }, () => ({
      status: 'pending',
      reason: 'bulk_paused',
      due_at: new Date(clock.now().getTime() + 10 * 60_000),
      attempts: 0,
    })),
  );

  // It looks again by itself, and is held back again.
  clock.advance(11 * 60_000);
  await worker.runDue();
  expect(sent).toHaveLength(2);

  paused = false;
  await deliveries.releaseBulk();
  await worker.runDue();
  expect(
    sent
      .map(({ kind }) => kind)
      .slice(2)
      .sort(),
  ).toEqual(['feature_announcement', 'job_alert']);
  expect((await deliveriesOf(userId)).every(({ status }) => status === 'sent')).toBe(true);
});

test('goes on by itself within ten minutes when nobody wakes it, as after a crash', async () => {
  const first = messaging();
  const userId = await createPerson(database);
  await database.transaction((tx) =>
    first.notifications.notify(tx, { kind: 'job_alert', userId, payload: jobAlert() }),
  );
  await first.worker.runDue();
  paused = false;
  clock.advance(10 * 60_000);
  await first.newWorker().runDue();
  expect(sent.map(({ kind }) => kind)).toEqual(['job_alert']);
});
