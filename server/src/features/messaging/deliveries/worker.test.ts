import type { Kind, KindPayload } from '@rolecall/contract';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMessaging, emailTo } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPeople, createPerson } from '../../../testing/messaging/people.ts';
import {
  type Answer,
  deliveryStates,
  type MailSendOutcome,
  scriptedSender,
} from '../../../testing/messaging/scripted-sender.ts';
import { testWorkers } from '../../../testing/workers/index.ts';
import { createMailbox, type MailSink, startMailSink } from '../mailbox/index.ts';

describeEachDatabase('deliveries', (open, kindOfDatabase) => {
  let database: Database;
  let sink: MailSink;
  let clock: FakeClock;
  const mailbox = createMailbox({ clock: { now: () => clock.now() }, workers: testWorkers() });
  const logger = pino({ level: 'silent' });

  beforeAll(async () => {
    database = await open();
    sink = await startMailSink({ database, mailbox, logger });
  });
  afterAll(() => sink.close());
  beforeEach(async () => {
    clock = new FakeClock();
    await sql`truncate users, notifications, deliveries, mailbox_messages cascade`.execute(database.query);
  });

  const byMail = () => createTestMessaging({ database, clock, carrier: { smtpUrl: sink.url } });
  const byScript = (answer: Answer, concurrency?: number) => {
    const { given, sender } = scriptedSender(answer, concurrency);
    return { given, ...createTestMessaging({ database, clock, carrier: sender }) };
  };

  type Messaging = ReturnType<typeof createTestMessaging>;
  const alert = (messaging: Messaging, userId: string) =>
    database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'job_alert', userId, payload: jobAlert() }),
    );
  const mails = () => mailbox.list(database.query, { limit: 100 });
  const states = () => deliveryStates(database);

  const reset: KindPayload<'password_reset'> = {
    name: 'Ada',
    email: 'ada@example.org',
    token: 'very-secret-token',
    expires_at: '2026-09-01T13:00:00Z',
  };
  const storedText = async () =>
    JSON.stringify(await database.query.selectFrom('notifications').select('payload').execute());

  test('sends what is due as a mail, once', async () => {
    const messaging = byMail();
    const userId = await createPerson(database);
    await alert(messaging, userId);
    expect(await messaging.worker.runDue()).toBe(1);
    expect(await messaging.worker.runDue()).toBe(0);

    const { items } = await mails();
    expect(items).toMatchObject([{ to: [`${userId}@example.org`], subject: 'Harbour Pilot at North Quay' }]);
    expect(await states()).toMatchObject([
      { status: 'sent', reason: 'sent', attempts: 1, lease_until: null, finished_at: clock.now() },
    ]);
  });

  test('sends a hundred at once, the most urgent first', async () => {
    const { given, ...messaging } = byScript(() => ({ result: 'sent' }));
    const people = await createPeople(database, 100);
    await database.transaction(async (tx) => {
      const alerts = people.map((userId) => ({ userId, payload: jobAlert() }));
      await messaging.notifications.notifyMany(tx, 'job_alert', alerts);
    });
    const [userId = ''] = people;
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'password_reset', userId, payload: reset }),
    );
    expect(await messaging.worker.runDue()).toBe(101);
    expect(given[0]?.kind).toBe('password_reset');
    expect(new Set(given.map(({ deliveryId }) => deliveryId)).size).toBe(101);
    expect((await states()).every(({ status }) => status === 'sent')).toBe(true);
  });

  test('a worker that dies after sending leaves one mail in the mailbox', async () => {
    // It never comes back from a send that has gone through, so nothing is recorded, as after a kill.
    const mail = emailTo(sink.url, clock);
    const { promise: forever } = Promise.withResolvers<MailSendOutcome>();
    const doomed = byScript(async (outgoing) => {
      await mail.send(outgoing);
      return forever;
    });
    await alert(doomed, await createPerson(database));
    void doomed.worker.runDue();
    await expect.poll(async () => (await mails()).items.length).toBe(1);
    await mail.close();

    const next = byMail();
    if (kindOfDatabase === 'postgres') {
      expect(await next.worker.runDue()).toBe(0);
      clock.advance(61_000);
    }
    // On the embedded database nobody else can be alive, so the claim is taken over at once.
    expect(await next.worker.runDue()).toBe(1);
    expect((await mails()).items).toHaveLength(1);
    expect(await states()).toMatchObject([{ status: 'sent', attempts: 2 }]);
  });

  test('two workers never send the same delivery', async () => {
    const { given, ...messaging } = byScript(() => ({ result: 'sent' }));
    const workers = [messaging.worker, messaging.newWorker()];
    for (const worker of workers) await worker.runDue();
    const people = await createPeople(database, 60);
    const alerts = people.map((userId) => ({ userId, payload: jobAlert() }));
    await database.transaction((tx) => messaging.notifications.notifyMany(tx, 'job_alert', alerts));
    const counts = await Promise.all(workers.map((worker) => worker.runDue()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(new Set(given.map(({ deliveryId }) => deliveryId)).size).toBe(60);
    expect(given).toHaveLength(60);
  });

  test('a late result of a worker that lost its claim changes nothing', async () => {
    const { promise: blocked, resolve: release } = Promise.withResolvers<MailSendOutcome>();
    const slow = byScript(() => blocked);
    await alert(slow, await createPerson(database));
    const running = slow.worker.runDue();
    await expect.poll(() => slow.given.length).toBe(1);

    clock.advance(61_000);
    const fast = byScript(() => ({ result: 'sent' }));
    await fast.worker.runDue();
    release({ result: 'retry', detail: '450 later' });
    await running;
    expect(await states()).toMatchObject([{ status: 'sent', attempts: 2 }]);
  });

  test('reading it in the inbox cancels the mail', async () => {
    const { given, ...messaging } = byScript(() => ({ result: 'sent' }));
    const userId = await createPerson(database);
    const id = (await alert(messaging, userId)) ?? '';
    await database.transaction((tx) => messaging.inbox.mark(tx, userId, id, true));
    expect(await messaging.worker.runDue()).toBe(0);
    expect(given).toEqual([]);
    expect(await messaging.deliveries.ofNotification(database.query, id, userId)).toMatchObject([
      {
        status: 'skipped',
        reason: 'already_read',
        explanation: 'It was read in the inbox before it was sent.',
      },
    ]);
  });

  test('looks again before sending: preference, closed job, age', async () => {
    const { given, sender } = scriptedSender(() => ({ result: 'sent' }));
    const closed = new Set<string>();
    const messaging = createTestMessaging({
      database,
      clock,
      carrier: sender,
      relevance: [
        {
          kind: 'job_alert',
          check: async (_tx, questions) =>
            new Map(
              questions
                .filter(({ notificationId }) => closed.has(notificationId))
                .map(({ notificationId }) => [notificationId, 'job_closed']),
            ),
        },
      ],
    });
    const [first = '', second = '', third = ''] = await createPeople(database, 3);
    await alert(messaging, first);
    await messaging.preferences.switchOff(database.query, first, 'jobs', 'email');
    closed.add((await alert(messaging, second)) ?? '');
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'password_reset', userId: third, payload: reset }),
    );
    clock.advance(3_600_000);

    await messaging.worker.runDue();
    expect(given).toEqual([]);
    expect((await states()).map(({ status, reason }) => `${status}: ${reason}`)).toEqual([
      'skipped: preference_off',
      'skipped: job_closed',
      'skipped: expired',
    ]);
    expect(await storedText()).not.toContain(reset.token);
  });

  test('prolongs its claims while a batch takes long', async () => {
    const other = byScript(() => ({ result: 'sent' }));
    await other.worker.runDue();
    const slow = byScript(async () => {
      clock.advance(15_000);
      await other.worker.runDue();
      return { result: 'sent' };
    }, 1);
    const alerts = (await createPeople(database, 8)).map((userId) => ({ userId, payload: jobAlert() }));
    await database.transaction((tx) => slow.notifications.notifyMany(tx, 'job_alert', alerts));
    await slow.worker.runDue();
    expect([slow.given.length, other.given.length]).toEqual([8, 0]);
    expect((await states()).every(({ status, attempts }) => status === 'sent' && attempts === 1)).toBe(true);
  });

  test('stopping finishes what is being sent and puts the rest back', async () => {
    const { promise: blocked, resolve: release } = Promise.withResolvers<MailSendOutcome>();
    const messaging = byScript(() => blocked);
    const alerts = (await createPeople(database, 5)).map((userId) => ({ userId, payload: jobAlert() }));
    await database.transaction((tx) => messaging.notifications.notifyMany(tx, 'job_alert', alerts));
    messaging.worker.start();
    await expect.poll(() => messaging.given.length).toBe(2);
    const stopped = messaging.worker.stop(10_000);
    release({ result: 'sent' });
    await stopped;
    expect((await states()).map(({ status }) => status).toSorted()).toEqual([
      'pending',
      'pending',
      'pending',
      'sent',
      'sent',
    ]);
  });

  test('a started worker hears of a commit by itself', async () => {
    const messaging = byMail();
    messaging.worker.start();
    await alert(messaging, await createPerson(database));
    await expect.poll(async () => (await mails()).items.length, { timeout: 10_000 }).toBe(1);
    await messaging.worker.stop(10_000);
  });

  test('kinds become mails', async () => {
    const messaging = byMail();
    const userId = await createPerson(database);
    const application = {
      application_id: userId,
      job_id: userId,
      job_title: 'Harbour <Pilot>\r\nBcc: all@example.org',
    };
    const payloads = {
      welcome: { name: 'Ada', role: 'job_seeker' },
      email_verification: reset,
      password_reset: reset,
      job_alert: jobAlert(),
      application_received: { ...application, applicant_name: 'Ada' },
      application_confirmation: { ...application, company_name: 'North Quay' },
      application_status_changed: {
        ...application,
        company_name: 'North Quay',
        old_status: 'submitted',
        new_status: 'interview',
        note: 'Tuesday at ten?',
        audience: 'applicant',
        applicant_name: 'Ada',
      },
      service_message: { title: 'Your room is ready', message: 'Room 3.\nSee you!' },
    } satisfies { [K in Kind]?: KindPayload<K> };
    await database.transaction(async (tx) => {
      const { notify } = messaging.notifications;
      await notify(tx, { kind: 'welcome', userId, payload: payloads.welcome });
      await notify(tx, { kind: 'email_verification', userId, payload: payloads.email_verification });
      await notify(tx, { kind: 'password_reset', userId, payload: payloads.password_reset });
      await notify(tx, { kind: 'job_alert', userId, payload: payloads.job_alert });
      await notify(tx, { kind: 'application_received', userId, payload: payloads.application_received });
      await notify(tx, {
        kind: 'application_confirmation',
        userId,
        payload: payloads.application_confirmation,
      });
      await notify(tx, {
        kind: 'application_status_changed',
        userId,
        payload: payloads.application_status_changed,
      });
      await notify(tx, { kind: 'service_message', userId, payload: payloads.service_message });
    });
    await messaging.worker.runDue();
    const { items } = await mails();
    expect(items.map(({ subject }) => subject).toSorted()).toEqual([
      'Ada has applied for Harbour <Pilot> Bcc: all@example.org',
      'Confirm your e-mail address',
      'Harbour Pilot at North Quay',
      'North Quay would like to meet you',
      'Set a new password',
      'Welcome to Rolecall',
      'Your application for Harbour <Pilot> Bcc: all@example.org has arrived',
      'Your room is ready',
    ]);
    for (const { id, to } of items) {
      expect(to).toEqual([`${userId}@example.org`]);
      const { html, text } = await mailbox.read(database.query, id);
      expect(html).not.toContain('<Pilot>');
      expect(text).not.toMatch(/\{[{%]/);
      expect(text).toContain('https://rolecall.example/');
    }
  });
});
