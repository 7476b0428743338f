import type { KindPayload } from '@rolecall/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPeople, createPerson } from '../../../testing/messaging/people.ts';
import {
  deliveryStates,
  type MailSendOutcome,
  scriptedSender,
} from '../../../testing/messaging/scripted-sender.ts';
import { createBatchSize } from './batch-size.ts';

const reset: KindPayload<'password_reset'> = {
  name: 'Ada',
  email: 'ada@example.org',
  token: 'very-secret-token',
  expires_at: '2026-09-01T13:00:00Z',
};

describeEachDatabase('lanes', (open) => {
  let database: Database;
  let clock: FakeClock;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    clock = new FakeClock();
    await sql`truncate users, notifications, deliveries cascade`.execute(database.query);
  });

  type Messaging = ReturnType<typeof createTestMessaging>;
  const alertAll = async ({ notifications }: Messaging, count: number) => {
    const alerts = (await createPeople(database, count)).map((userId) => ({ userId, payload: jobAlert() }));
    await database.transaction((tx) => notifications.notifyMany(tx, 'job_alert', alerts));
  };
  const statuses = async () => (await deliveryStates(database)).map(({ status }) => status).toSorted();

  test('what is urgent goes out while the provider keeps everything else waiting', async () => {
    const { promise: stuck, resolve: release } = Promise.withResolvers<MailSendOutcome>();
    const { given, sender } = scriptedSender(({ kind }) =>
      kind === 'password_reset' ? { result: 'sent' } : stuck,
    );
    const messaging = createTestMessaging({ database, clock, carrier: sender });
    await alertAll(messaging, 30);
    messaging.worker.start();
    await expect.poll(() => given.length).toBe(sender.concurrency);
    const userId = await createPerson(database);
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'password_reset', userId, payload: reset }),
    );
    await expect.poll(async () => (await statuses()).includes('sent')).toBe(true);
    expect(given.map(({ kind }) => kind)).toEqual(['job_alert', 'job_alert', 'password_reset']);
    const stopped = messaging.worker.stop(10_000);
    release({ result: 'sent' });
    await stopped;
    expect((await statuses()).filter((status) => status === 'sending')).toEqual([]);
  });

  test('the next batch is claimed while the present one is sent, and no more than that', async () => {
    const { promise: stuck, resolve: release } = Promise.withResolvers<MailSendOutcome>();
    const { given, sender } = scriptedSender(() => stuck);
    const messaging = createTestMessaging({ database, clock, carrier: sender });
    await alertAll(messaging, 100);
    const running = messaging.worker.runDue();
    const claimed = async () => (await statuses()).filter((status) => status === 'sending').length;
    await expect.poll(claimed).toBe(2 * 10 * sender.concurrency);
    release({ result: 'sent' });
    expect(await running).toBe(100);
    expect(new Set(given.map(({ deliveryId }) => deliveryId)).size).toBe(100);
    expect(new Set(await statuses())).toEqual(new Set(['sent']));
  });

  test('nothing more is sent when results cannot be recorded, and all of it is sent later', async () => {
    let broken = true;
    const { given, sender } = scriptedSender(() => ({ result: 'sent' }));
    const messaging = createTestMessaging({
      database,
      clock,
      carrier: sender,
      journal: async () => {
        if (broken) throw new Error('the disk is full');
      },
    });
    await alertAll(messaging, 50);
    await expect(messaging.worker.runDue()).rejects.toThrow('the disk is full');
    const twice = given.length;
    expect(twice).toBeLessThanOrEqual(2 * sender.concurrency);
    broken = false;
    clock.advance(61_000);
    await messaging.worker.runDue();
    expect(new Set(await statuses())).toEqual(new Set(['sent']));
    expect(given).toHaveLength(50 + twice);
  });
});

test('a batch is as large as what is sent in about a second', () => {
  const size = createBatchSize(4);
  expect(size.current).toBe(40);
  for (let batch = 0; batch < 10; batch += 1) size.learn(100);
  expect(size.current).toBe(500);
  size.learn(1_000);
  expect(size.current).toBe(500);
  for (let batch = 0; batch < 10; batch += 1) size.learn(20_000);
  expect(size.current).toBe(4);
});
