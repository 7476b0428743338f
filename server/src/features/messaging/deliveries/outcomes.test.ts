import type { KindPayload } from '@rolecall/contract';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPeople, createPerson } from '../../../testing/messaging/people.ts';
import {
  type Answer,
  deliveryStates,
  type MailSendOutcome,
  scriptedSender,
} from '../../../testing/messaging/scripted-sender.ts';
import { maximumAttempts } from './backoff.ts';

describeEachDatabase('outcomes of deliveries', (open) => {
  let database: Database;
  let clock: FakeClock;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    clock = new FakeClock();
    await sql`truncate users, notifications, deliveries cascade`.execute(database.query);
  });

  const byScript = (answer: Answer) => {
    const { given, sender } = scriptedSender(answer);
    return { given, ...createTestMessaging({ database, clock, carrier: sender }) };
  };
  const alert = (messaging: ReturnType<typeof createTestMessaging>, userId: string) =>
    database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'job_alert', userId, payload: jobAlert() }),
    );
  const states = () => deliveryStates(database);

  const reset: KindPayload<'password_reset'> = {
    name: 'Ada',
    email: 'ada@example.org',
    token: 'very-secret-token',
    expires_at: '2026-09-01T13:00:00Z',
  };
  const storedText = async () =>
    JSON.stringify(await database.query.selectFrom('notifications').select('payload').execute());

  test.each<[MailSendOutcome, string]>([
    [{ result: 'sent' }, 'sent'],
    [{ result: 'contact_gone', detail: '550 5.1.1' }, 'failed'],
  ])('a secret is gone once its mail is %o', async (outcome, status) => {
    const { given, ...messaging } = byScript(() => outcome);
    const userId = await createPerson(database);
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'password_reset', userId, payload: reset }),
    );
    expect(await storedText()).toContain(reset.token);
    await messaging.worker.runDue();
    expect(given[0]?.payload['token']).toBe(reset.token);
    expect(await states()).toMatchObject([{ status }]);
    expect(await storedText()).not.toContain(reset.token);
  });

  test('a secret is gone when the death of its worker was the last attempt', async () => {
    const { promise: never } = Promise.withResolvers<MailSendOutcome>();
    const dying = byScript(() => never);
    const userId = await createPerson(database);
    await database.transaction((tx) =>
      dying.notifications.notify(tx, { kind: 'password_reset', userId, payload: reset }),
    );
    await database.query
      .updateTable('deliveries')
      .set({ attempts: maximumAttempts - 1 })
      .execute();
    void dying.worker.runDue();
    await expect.poll(() => dying.given.length).toBe(1);
    clock.advance(120_000);
    const next = byScript(() => ({ result: 'sent' }));
    await next.worker.runDue();
    expect(next.given).toEqual([]);
    expect(await states()).toMatchObject([{ status: 'failed', reason: 'retries_exhausted' }]);
    expect(await storedText()).not.toContain(reset.token);
  });

  test('a worker that lost its claim leaves the secret to the one that has it', async () => {
    const slowly = Promise.withResolvers<MailSendOutcome>();
    const slow = byScript(() => slowly.promise);
    const userId = await createPerson(database);
    await database.transaction((tx) =>
      slow.notifications.notify(tx, { kind: 'password_reset', userId, payload: reset }),
    );
    const running = slow.worker.runDue();
    await expect.poll(() => slow.given.length).toBe(1);
    clock.advance(61_000);
    const next = byScript(() => ({ result: 'retry', detail: '450 later' }));
    await next.worker.runDue();
    slowly.resolve({ result: 'sent' });
    await running;
    expect(await storedText()).toContain(reset.token);
    clock.advance(3_600_000);
    const last = byScript(() => ({ result: 'sent' }));
    await database.query.updateTable('notifications').set({ expires_at: null }).execute();
    await last.worker.runDue();
    expect(last.given.map(({ payload }) => payload['token'])).toEqual([reset.token]);
  });

  test('a mail whose secret is gone is not sent again without it', async () => {
    const { given, ...messaging } = byScript(() => ({ result: 'message_rejected', detail: '554 5.6.0' }));
    const userId = await createPerson(database);
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'password_reset', userId, payload: reset }),
    );
    await messaging.worker.runDue();
    const { items } = await messaging.deliveries.list(database.query, { limit: 1, status: 'failed' });
    await database.transaction((tx) => messaging.deliveries.retry(tx, items[0]?.id ?? ''));
    await messaging.worker.runDue();
    expect(given).toHaveLength(1);
    expect(await states()).toMatchObject([{ status: 'skipped', reason: 'link_gone' }]);
  });

  test('no log line has a secret, whatever goes wrong', async () => {
    const lines: string[] = [];
    const answers: (() => MailSendOutcome)[] = [
      () => ({ result: 'retry', detail: '450 busy' }),
      () => {
        throw new Error('a defect');
      },
      () => ({ result: 'contact_gone', detail: '550 5.1.1' }),
    ];
    const messaging = createTestMessaging({
      database,
      clock,
      carrier: scriptedSender(() => answers.shift()?.() ?? { result: 'sent' }).sender,
      logger: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }),
    });
    const userId = await createPerson(database);
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'password_reset', userId, payload: reset }),
    );
    while (answers.length > 0) {
      await messaging.worker.runDue();
      clock.advance(120_000);
    }
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines.join('')).not.toContain(reset.token);
  });

  test('a secret that is needed for a retry stays', async () => {
    const messaging = byScript(() => ({ result: 'retry', detail: '450 busy' }));
    const userId = await createPerson(database);
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'password_reset', userId, payload: reset }),
    );
    await messaging.worker.runDue();
    expect(await storedText()).toContain(reset.token);
  });

  test('tries again later and later, then gives up; the operator sends it again', async () => {
    let answer: MailSendOutcome = { result: 'retry', detail: '450 4.2.0 greylisted' };
    const messaging = byScript(() => answer);
    await alert(messaging, await createPerson(database));
    const started = clock.now().getTime();

    await messaging.worker.runDue();
    expect(await states()).toMatchObject([{ status: 'pending', reason: 'retrying', attempts: 1 }]);
    let pending = 1;
    while (pending > 0 && messaging.given.length < 100) {
      const [row] = await states();
      clock.set(row?.due_at ?? clock.now());
      pending = await messaging.worker.runDue();
    }
    const [failed] = await states();
    expect(failed).toMatchObject({
      status: 'failed',
      reason: 'retries_exhausted',
      attempts: maximumAttempts,
    });
    expect(failed?.last_error).toContain('greylisted');
    const hours = (clock.now().getTime() - started) / 3_600_000;
    expect(hours).toBeGreaterThan(60);
    expect(hours).toBeLessThanOrEqual(72);

    const { items } = await messaging.deliveries.list(database.query, { limit: 10, status: 'failed' });
    const id = items[0]?.id ?? '';
    answer = { result: 'sent' };
    await database.transaction((tx) => messaging.deliveries.retry(tx, id));
    await messaging.worker.runDue();
    expect(await states()).toMatchObject([{ status: 'sent', attempts: 1 }]);
    await expect(database.transaction((tx) => messaging.deliveries.retry(tx, id))).rejects.toMatchObject({
      code: 'delivery_not_failed',
    });
  });

  test('an outage costs no attempts, and a probe ends it', async () => {
    let answer: MailSendOutcome = { result: 'unavailable', detail: 'connect ECONNREFUSED' };
    const { given, ...messaging } = byScript(() => answer);
    const people = await createPeople(database, 30);
    const alerts = people.map((userId) => ({ userId, payload: jobAlert() }));
    await database.transaction((tx) => messaging.notifications.notifyMany(tx, 'job_alert', alerts));

    await messaging.worker.runDue();
    expect(given.length).toBeLessThanOrEqual(4);
    expect(messaging.worker.breaker.state()).toBe('open');
    expect((await states()).every(({ status, attempts }) => status === 'pending' && attempts === 0)).toBe(
      true,
    );

    const before = given.length;
    expect(await messaging.worker.runDue()).toBe(0);
    clock.advance(5_000);
    await messaging.worker.runDue();
    expect(given.length).toBe(before + 1);
    clock.advance(5_000);
    expect(await messaging.worker.runDue()).toBe(0);

    answer = { result: 'sent' };
    clock.advance(60_000);
    await messaging.worker.runDue();
    expect(messaging.worker.breaker.state()).toBe('closed');
    expect((await states()).every(({ status, attempts }) => status === 'sent' && attempts === 1)).toBe(true);
  });

  test('what waits for its turn uses up no attempt, opens no breaker, and is not claimed in vain', async () => {
    let answer: MailSendOutcome = { result: 'throttled', detail: 'ten a second', retryAfterMs: 10_000 };
    const { given, sender } = scriptedSender(() => answer);
    let isThrottled = false;
    const carrier = { ...sender, isThrottled: () => isThrottled };
    const messaging = createTestMessaging({ database, clock, carrier });
    const alerts = (await createPeople(database, 5)).map((userId) => ({ userId, payload: jobAlert() }));
    await database.transaction((tx) => messaging.notifications.notifyMany(tx, 'job_alert', alerts));
    await messaging.worker.runDue();
    expect(given).toHaveLength(5);
    expect(messaging.worker.breaker.state()).toBe('closed');
    expect(
      new Set((await states()).map(({ status, reason, attempts }) => `${status} ${reason} ${attempts}`)),
    ).toEqual(new Set(['pending throttled 0']));

    clock.advance(12_001);
    isThrottled = true;
    await messaging.worker.runDue();
    expect(given).toHaveLength(5);
    const userId = await createPerson(database);
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'password_reset', userId, payload: reset }),
    );
    await messaging.worker.runDue();
    expect(given).toHaveLength(6);

    isThrottled = false;
    answer = { result: 'sent' };
    clock.advance(12_001);
    await messaging.worker.runDue();
    expect((await states()).every(({ status }) => status === 'sent')).toBe(true);
  });

  test('a server that blames us is left alone, and the address is not blamed', async () => {
    const messaging = byScript(() => ({ result: 'sender_blocked', detail: '550 5.7.1 listed' }));
    const alerts = (await createPeople(database, 5)).map((userId) => ({ userId, payload: jobAlert() }));
    await database.transaction((tx) => messaging.notifications.notifyMany(tx, 'job_alert', alerts));
    await messaging.worker.runDue();
    expect(messaging.worker.breaker.state()).toBe('open');
    expect((await states()).every(({ status }) => status === 'pending')).toBe(true);
    expect((await states()).map(({ reason }) => reason)).toContain('sender_blocked');
  });

  test('a channel that throws is tried again, and others go on', async () => {
    let calls = 0;
    const messaging = byScript(() => {
      calls += 1;
      if (calls === 1) throw new Error('a defect');
      return { result: 'sent' };
    });
    const alerts = (await createPeople(database, 3)).map((userId) => ({ userId, payload: jobAlert() }));
    await database.transaction((tx) => messaging.notifications.notifyMany(tx, 'job_alert', alerts));
    await messaging.worker.runDue();
    expect((await states()).map(({ status }) => status).toSorted()).toEqual(['pending', 'sent', 'sent']);
    expect((await states()).find(({ status }) => status === 'pending')).toMatchObject({ reason: 'fault' });
  });

  test('a check that fails holds up nothing for good', async () => {
    const { sender } = scriptedSender(() => ({ result: 'sent' }));
    let broken = true;
    const check = async () => {
      if (broken) throw new Error('the check is broken');
      return new Map();
    };
    const messaging = createTestMessaging({
      database,
      clock,
      carrier: sender,
      relevance: [{ kind: 'job_alert', check }],
    });
    await alert(messaging, await createPerson(database));
    await messaging.worker.runDue();
    expect(await states()).toMatchObject([{ status: 'pending', attempts: 0 }]);
    broken = false;
    clock.advance(30_000);
    await messaging.worker.runDue();
    expect(await states()).toMatchObject([{ status: 'sent' }]);
  });

  test('a delivery that cannot be checked holds up no other', async () => {
    const { given, sender } = scriptedSender(() => ({ result: 'sent' }));
    const [first = '', spoilt = '', last = ''] = await createPeople(database, 3);
    const aside: Readonly<Record<string, string>>[] = [];
    const messaging = createTestMessaging({
      database,
      clock,
      carrier: sender,
      setAside: (_batch, row) => void aside.push(row),
      relevance: [
        {
          kind: 'job_alert',
          check: async (_tx, questions) => {
            if (questions.some(({ userId }) => userId === spoilt)) throw new TypeError('a payload of old');
            return new Map();
          },
        },
      ],
    });
    const alerts = [first, spoilt, last].map((userId) => ({ userId, payload: jobAlert() }));
    await database.transaction((tx) => messaging.notifications.notifyMany(tx, 'job_alert', alerts));
    await messaging.worker.runDue();
    expect(given.map(({ recipient }) => recipient.user_id).toSorted()).toEqual([first, last].toSorted());
    expect((await states()).map(({ status, reason }) => `${status} ${reason}`).toSorted()).toEqual([
      'pending fault',
      'sent sent',
      'sent sent',
    ]);
    expect(aside).toEqual([{ delivery_id: expect.any(String) }]);
  });
});
