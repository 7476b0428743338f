import { locales } from '@rolecall/contract';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createMetrics } from '../../../platform/observability/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createMailEvents, type MailReport } from '../events/index.ts';
import { type AlarmChange, createMailAlarms } from './index.ts';
import { alarmWords } from './words.ts';

const minute = 60_000;
const limits = {
  bounces: { warning: 0.02, pause: 0.05 },
  complaints: { warning: 0.001, pause: 0.003 },
  fewestMails: 200,
};

describeEachDatabase('the alarm of bounces and complaints', (open) => {
  const clock = new FakeClock();
  const metrics = createMetrics();
  let database: TestDatabase;
  let told: AlarmChange[] = [];
  let resumed = 0;
  let failing = false;

  /** Another process: it shares nothing but the database. */
  const newProcess = (shown = createMetrics()) =>
    createMailAlarms({
      database,
      clock,
      logger: pino({ level: 'silent' }),
      metrics: shown,
      limits,
      async tellOperators(_tx, change) {
        if (failing) throw new Error('killed while telling');
        told.push(change);
      },
      async releaseHeld() {
        resumed += 1;
      },
    });
  let alarms: ReturnType<typeof newProcess>;

  beforeAll(async () => {
    database = await open();
    alarms = newProcess(metrics);
  });
  beforeEach(async () => {
    // Long after whatever was before.
    clock.advance(3 * 24 * 60 * minute);
    await alarms.evaluate();
    told = [];
    resumed = 0;
    failing = false;
  });

  async function happen(provider: string, counts: { sent?: number; hard?: number; complaints?: number }) {
    const report = (type: MailReport['type'], more: Partial<MailReport> = {}): MailReport => ({
      type,
      deliveryId: null,
      address: 'ada@example.org',
      provider,
      providerEventId: uuidv7(),
      at: clock.now(),
      ...more,
    });
    const times = (count: number | undefined, make: () => MailReport) =>
      Array.from({ length: count ?? 0 }, make);
    const mailEvents = createMailEvents({ clock, listeners: [alarms.count] });
    await database.transaction((tx) =>
      mailEvents.record(tx, [
        ...times(counts.sent, () => report('sent')),
        ...times(counts.hard, () => report('bounced', { bounce: 'hard' })),
        ...times(counts.complaints, () => report('complained')),
      ]),
    );
  }
  const isPaused = () => alarms.isPaused(database.query);

  test('warns, then pauses, once each, whichever process is first', async () => {
    await happen('postmark', { sent: 1_000, hard: 40 });
    await alarms.evaluate();
    await newProcess().evaluate();
    expect(told.map(({ type }) => type)).toEqual(['warning']);
    expect(await isPaused()).toBe(false);
    await happen('postmark', { hard: 60 });
    await Promise.all([alarms.evaluate(), newProcess().evaluate(), newProcess().evaluate()]);
    expect(told.map(({ type }) => type)).toEqual(['warning', 'paused']);
    expect(await isPaused()).toBe(true);
    expect(await newProcess().isPaused(database.query)).toBe(true);
    expect(await alarms.read(database.query)).toMatchObject({
      paused_at: clock.now().toISOString(),
      alarms: [
        { provider: null, measure: 'bounces', level: 'pause', rate: 10, events: 100, mails: 1_000 },
        { provider: 'postmark', measure: 'bounces', level: 'pause' },
      ],
      limits: { complaints: { warning: 0.1, pause: 0.3 } },
    });
  });

  test('sees one bad provider beside a large good one', async () => {
    await happen('ses', { sent: 5_000 });
    await happen('postmark', { sent: 300, hard: 30 });
    await alarms.evaluate();
    expect(told).toMatchObject([{ type: 'paused', rate: { provider: 'postmark' } }]);
  });

  test('goes on by itself when the window is clean, an hour later at the soonest', async () => {
    await happen('ses', { sent: 1_000, complaints: 20 });
    await alarms.evaluate();
    expect(await isPaused()).toBe(true);
    clock.advance(90 * minute);
    await alarms.evaluate();
    expect(await isPaused()).toBe(true);
    clock.advance(24 * 60 * minute);
    await alarms.evaluate();
    expect(await isPaused()).toBe(false);
    expect(told.map(({ type }) => type)).toEqual(['paused', 'resumed']);
    expect(resumed).toBe(1);
    expect((await alarms.read(database.query)).alarms).toEqual([]);
  });

  test('an operator lets mails go on, and only what comes after is judged', async () => {
    await happen('ses', { sent: 1_000, hard: 200 });
    await alarms.evaluate();
    const view = await database.transaction((tx) => alarms.resume(tx));
    expect(view).toMatchObject({ paused_at: null, alarms: [] });
    await database.transaction((tx) => alarms.resume(tx));
    expect(resumed).toBe(1);
    await alarms.evaluate();
    clock.advance(6 * minute);
    await alarms.evaluate();
    expect(await isPaused()).toBe(false);
    await happen('ses', { sent: 1_000, hard: 200 });
    await alarms.evaluate();
    expect(await isPaused()).toBe(true);
    expect(told.map(({ type }) => type)).toEqual(['paused', 'paused']);
  });

  test('pauses all the same when the first process dies while it tells', async () => {
    await happen('ses', { sent: 1_000, hard: 200 });
    failing = true;
    await expect(alarms.evaluate()).rejects.toThrow('killed');
    expect([await isPaused(), told]).toEqual([false, []]);
    failing = false;
    await newProcess().evaluate();
    expect([await isPaused(), told.length]).toEqual([true, 1]);
  });

  test('shows the pause in the metrics of the process', async () => {
    await happen('ses', { sent: 1_000, hard: 200 });
    await alarms.evaluate();
    const page = await metrics.render();
    expect(page).toContain('rolecall_email_bulk_paused 1');
    expect(page).toContain('rolecall_email_alarm_level{provider="ses",measure="bounces"} 2');
  });
});

test.each(locales)('tells operators in their words: %s', (locale) => {
  const rate = {
    provider: 'ses',
    measure: 'complaints',
    level: 'pause',
    events: 4,
    mails: 1_000,
    windowMinutes: 1_440,
  } as const;
  const { title, message } = alarmWords({ type: 'paused', rate }, locale);
  expect(title.length).toBeLessThanOrEqual(120);
  expect(message).toMatch(/24.*4.*0[.,]4.*ses/);
  expect(message).not.toContain('{');
  expect(alarmWords({ type: 'warning', rate: { ...rate, provider: '' } }, locale).message).not.toContain(
    'ses)',
  );
});
