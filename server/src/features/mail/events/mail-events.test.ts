import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createMailEvents, type MailEvent, type MailReport } from './index.ts';

const clock = new FakeClock();
let database: TestDatabase;
let told: MailEvent[] = [];

const mailEvents = createMailEvents({
  clock,
  listeners: [
    async (_tx, events) => {
      told.push(...events);
    },
  ],
});

const record = (...reports: readonly MailReport[]) =>
  database.transaction((tx) => mailEvents.record(tx, reports));

function sent(deliveryId: string): MailReport {
  return {
    type: 'sent',
    deliveryId,
    address: 'Ada@Example.org',
    provider: 'postmark',
    providerEventId: null,
    at: clock.now(),
    sent: { userId: uuidv7(), kind: 'job_alert', locale: 'de', templateVersion: 3 },
  };
}

function delivered(deliveryId: string, providerEventId = uuidv7()): MailReport {
  const known = { deliveryId, address: 'ada@example.org', provider: 'postmark', providerEventId };
  return { ...known, type: 'delivered', at: clock.now() };
}

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe('the book of what has become of mails', () => {
  test('knows what a mail was when something is told of it later', async () => {
    const deliveryId = uuidv7();
    await record(sent(deliveryId));
    const sentAt = clock.now();
    clock.advance(4_000);
    told = [];
    await record(delivered(deliveryId));
    expect(told).toMatchObject([
      {
        type: 'delivered',
        domain: 'example.org',
        mail: { kind: 'job_alert', locale: 'de', templateVersion: 3, provider: 'postmark', sentAt },
      },
    ]);
  });

  test('takes what is told twice once', async () => {
    const report = delivered(uuidv7(), 'event-1');
    expect(await record(report, report)).toHaveLength(1);
    told = [];
    expect(await record(report)).toEqual([]);
    expect(told).toEqual([]);
    expect(await record({ ...report, provider: 'sendgrid' })).toHaveLength(1);
  });

  test('takes what is told of a mail that it does not know', async () => {
    expect(await record({ ...delivered(uuidv7()), deliveryId: null })).toMatchObject([{ mail: null }]);
  });

  test('keeps nothing when a follower fails', async () => {
    const failing = createMailEvents({
      clock,
      listeners: [
        async () => {
          throw new Error('no');
        },
      ],
    });
    const report = delivered(uuidv7(), 'event-2');
    await expect(database.transaction((tx) => failing.record(tx, [report]))).rejects.toThrow('no');
    expect(await record(report)).toHaveLength(1);
  });
});
