import type { PreferencesUpdate } from '@rolecall/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import {
  type Answer,
  type MailSendOutcome,
  scriptedSender,
} from '../../../testing/messaging/scripted-sender.ts';

describeEachDatabase('caps of a day', (open, kindOfDatabase) => {
  const clock = new FakeClock();
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    clock.set('2026-08-12T10:00:00Z');
    await sql`truncate users, notifications, deliveries cascade`.execute(database.query);
  });

  const byScript = (answer: Answer = () => ({ result: 'sent' })) => {
    const { given, sender } = scriptedSender(answer);
    return { given, ...createTestMessaging({ database, clock, carrier: sender }) };
  };
  type Messaging = ReturnType<typeof byScript>;

  async function personWith(
    messaging: Messaging,
    settings: PreferencesUpdate,
    timeZone = 'UTC',
  ): Promise<string> {
    const userId = await createPerson(database);
    await sql`insert into profiles (user_id, time_zone) values (${userId}, ${timeZone})`.execute(
      database.query,
    );
    await database.transaction((tx) =>
      messaging.preferences.update(tx, { userId, role: 'job_seeker' }, settings),
    );
    return userId;
  }
  const alerts = (messaging: Messaging, userId: string, scores: readonly number[]) =>
    database.transaction((tx) =>
      messaging.notifications.notifyMany(
        tx,
        'job_alert',
        scores.map((score) => ({ userId, payload: jobAlert({ score }) })),
      ),
    );
  const scoresOf = ({ given }: Messaging) =>
    given.map(({ payload }) => Number(payload['score'])).toSorted((a, b) => b - a);
  const rows = () =>
    database.query
      .selectFrom('deliveries')
      .select(['status', 'reason', 'digest_id', sql<string | null>`budget_day::text`.as('budget_day')])
      .orderBy('id')
      .execute();
  const cap = (perDay: number): PreferencesUpdate => ({ caps: { per_day: perDay } });

  test('leave the best of all that is due, and put the rest into the daily digest', async () => {
    const messaging = byScript();
    const userId = await personWith(messaging, cap(3));
    await alerts(messaging, userId, [60, 95, 70, 80, 99, 65, 90]);
    await messaging.worker.runDue();
    expect(scoresOf(messaging)).toEqual([99, 95, 90]);
    const all = await rows();
    expect(all.filter(({ status }) => status === 'sent')).toHaveLength(3);
    const folded = all.filter(({ status, reason }) => status === 'folded' && reason === 'over_cap');
    expect(folded).toHaveLength(4);
    expect(new Set(folded.map(({ digest_id: id }) => id)).size).toBe(1);
  });

  test('hold over several batches and for each channel', async () => {
    const messaging = byScript();
    const userId = await personWith(messaging, { caps: { channels: { email: 2 } } });
    // More than the worker claims at once.
    await alerts(
      messaging,
      userId,
      Array.from({ length: 60 }, (_, score) => score + 40),
    );
    await messaging.worker.runDue();
    expect(scoresOf(messaging)).toEqual([99, 98]);
    await alerts(messaging, userId, [100]);
    await messaging.worker.runDue();
    expect(scoresOf(messaging)).toEqual([99, 98]);
  });

  test('have nothing go by the lane of what is urgent that can wait', async () => {
    const { promise: stuck, resolve: release } = Promise.withResolvers<MailSendOutcome>();
    const messaging = byScript(({ kind }) => (kind === 'password_reset' ? { result: 'sent' } : stuck));
    const userId = await personWith(messaging, cap(5));
    const reset = {
      name: 'Ada',
      email: 'ada@example.org',
      token: 'very-secret-token',
      expires_at: '2026-08-12T13:00:00Z',
    };
    const askForReset = () =>
      database.transaction((tx) =>
        messaging.notifications.notify(tx, { kind: 'password_reset', userId, payload: reset }),
      );
    await askForReset();
    await alerts(messaging, userId, [90, 80, 70]);
    messaging.worker.start();
    await expect.poll(() => messaging.given.length).toBe(3);
    // Two alerts keep the places of the other lane busy; the next reset finds its own free.
    await askForReset();
    messaging.worker.wake();
    await expect.poll(async () => (await rows()).filter(({ status }) => status === 'sent').length).toBe(2);
    expect(messaging.given.map(({ kind }) => kind).toSorted()).toEqual([
      'job_alert',
      'job_alert',
      'password_reset',
      'password_reset',
    ]);
    const stopped = messaging.worker.stop(10_000);
    release({ result: 'sent' });
    await stopped;
  });

  test('are held by several workers at once', async () => {
    const messaging = byScript();
    const workers = [messaging.worker, messaging.newWorker(), messaging.newWorker()];
    for (const worker of workers) await worker.runDue();
    const people = await Promise.all(Array.from({ length: 4 }, () => personWith(messaging, cap(2))));
    for (const userId of people) await alerts(messaging, userId, [50, 60, 70, 80, 90]);
    await Promise.all(workers.map((worker) => worker.runDue()));
    const perPerson = Map.groupBy(messaging.given, ({ recipient }) => recipient.user_id);
    for (const userId of people) expect(perPerson.get(userId)).toHaveLength(2);
    expect((await rows()).filter(({ reason }) => reason === 'over_cap')).toHaveLength(12);
  });

  test('count what may not wait, which goes out all the same, and nothing that is mandatory', async () => {
    const messaging = byScript();
    const userId = await personWith(messaging, cap(1));
    await database.transaction(async (tx) => {
      const { notify } = messaging.notifications;
      const security = { event: 'new_sign_in', at: '2026-08-12T10:00:00Z', client: '' } as const;
      await notify(tx, { kind: 'security_alert', userId, payload: security });
      await notify(tx, { kind: 'welcome', userId, payload: { name: 'Ada', role: 'job_seeker' } });
    });
    await alerts(messaging, userId, [99]);
    await messaging.worker.runDue();
    expect(messaging.given.map(({ kind }) => kind).toSorted()).toEqual(['security_alert', 'welcome']);
    await alerts(messaging, userId, [98]);
    await messaging.worker.runDue();
    expect(messaging.given).toHaveLength(2);
  });

  test.each([
    ['an ordinary midnight', '2026-08-12T03:59:00Z', '2026-08-12T04:00:00Z', ['2026-08-11', '2026-08-12']],
    [
      'the day on which clocks go back',
      '2026-11-02T04:59:00Z',
      '2026-11-02T05:00:00Z',
      ['2026-11-01', '2026-11-02'],
    ],
  ])('begin anew with the day of the person, over %s', async (_, before, after, days) => {
    const messaging = byScript();
    clock.set(before);
    const userId = await personWith(messaging, cap(1), 'America/New_York');
    await alerts(messaging, userId, [80]);
    await messaging.worker.runDue();
    await alerts(messaging, userId, [81]);
    await messaging.worker.runDue();
    expect(scoresOf(messaging)).toEqual([80]);
    clock.set(after);
    await alerts(messaging, userId, [82]);
    await messaging.worker.runDue();
    expect(scoresOf(messaging)).toEqual([82, 80]);
    const sent = (await rows()).filter(({ status }) => status === 'sent');
    expect(sent.map(({ budget_day: day }) => day)).toEqual(days);
  });

  test('get back what was reserved for a mail that could not be sent', async () => {
    let isBusy = true;
    const messaging = byScript(() => (isBusy ? { result: 'retry', detail: '450 busy' } : { result: 'sent' }));
    const userId = await personWith(messaging, { caps: { channels: { email: 1 } } });
    await alerts(messaging, userId, [70]);
    await messaging.worker.runDue();
    expect(await rows()).toMatchObject([{ status: 'pending', reason: 'retrying', budget_day: null }]);
    isBusy = false;
    await alerts(messaging, userId, [90]);
    await messaging.worker.runDue();
    clock.advance(120_000);
    await messaging.worker.runDue();
    expect((await rows()).map(({ status, reason }) => `${status} ${reason}`)).toEqual([
      'folded over_cap',
      'sent sent',
    ]);
  });

  test('get back what a worker that has died had reserved', async () => {
    const { promise: forever } = Promise.withResolvers<MailSendOutcome>();
    const doomed = byScript(() => forever);
    const userId = await personWith(doomed, cap(2));
    await alerts(doomed, userId, [70, 80, 90]);
    void doomed.worker.runDue();
    await expect.poll(() => doomed.given.length).toBe(2);
    expect((await rows()).filter(({ budget_day: day }) => day !== null)).toHaveLength(2);

    const next = byScript();
    if (kindOfDatabase === 'postgres') clock.advance(61_000);
    await next.worker.runDue();
    expect(scoresOf(next)).toEqual([90, 80]);
    expect((await rows()).map(({ status }) => status).toSorted()).toEqual(['folded', 'sent', 'sent']);
    const { rows: log } = await sql<{ story: string }>`
      select string_agg(event || ' ' || reason, ', ' order by id) as story
      from delivery_log group by delivery_id order by story`.execute(database.query);
    expect(log.map(({ story }) => story)).toEqual([
      'attempt interrupted, attempt sent',
      'attempt interrupted, attempt sent',
      'decision over_cap',
    ]);
  });
});
