import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { createTestDatabase, describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import type { MailOutcome } from '../message/index.ts';
import { takeFromDay } from './dispatch.store.ts';
import { createMailSender } from './mail-sender.ts';
import { createSendingOverview } from './sending-overview.ts';
import { createSendingState } from './sending-state.ts';

const logger = pino({ level: 'silent' });
const operatorId = '01990000-0000-7000-8000-000000000001';
let clock: FakeClock;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => {
  clock = new FakeClock();
});
afterAll(() => database.close());

const overview = () =>
  createSendingOverview({
    clock,
    logger,
    providers: [
      { name: 'first', kind: 'ses' },
      { name: 'second', kind: 'smtp' },
    ],
    warmUp: { domain: 'rolecall.example', start: '2026-08-31' },
  });

/** A process with a sender of its own. */
function openProcess(
  answers: Readonly<Record<string, MailOutcome>>,
  state = createSendingState({ database, clock, logger }),
) {
  const sender = createMailSender({
    providers: Object.entries(answers).map(([name, outcome]) => ({
      provider: {
        name,
        concurrency: 2,
        send: async () => ({ ...outcome, provider: name }),
        verify: async () => {},
        close: async () => {},
      },
      rate: 10,
    })),
    clock,
    returnPaths: null,
    warmUp: null,
    unclear: state,
    events: { opened() {}, closed() {}, answered() {} },
  });
  const send = (messageId = '<1@rolecall.example>') =>
    sender.send({
      from: 'jobs@rolecall.example',
      to: { name: 'Ada', address: 'ada@example.org' },
      subject: 'A job',
      html: '<p>A job</p>',
      text: 'A job',
      messageId,
      date: clock.now(),
      headers: {},
      reference: null,
      stream: 'transactional',
      isUrgent: false,
    });
  return { state, send, share: () => state.share(sender), stop: () => state.stop() };
}

const accepted: MailOutcome = { result: 'sent', provider: '', providerMessageId: null };
const refused: MailOutcome = { result: 'sender_blocked', detail: '550 5.7.1 listed' };
const silent: MailOutcome = { result: 'retry', detail: 'no answer', isUnclear: true };

/** A database that holds back what it has read of unconfirmed mails until it is released. */
function slowToTell(): {
  readonly slow: Database;
  readonly hasRead: Promise<void>;
  readonly release: () => void;
} {
  const read = Promise.withResolvers<void>();
  const told = Promise.withResolvers<void>();
  const held = new WeakSet<object>();
  const query = database.query.withPlugin({
    transformQuery({ node, queryId }) {
      const text = node.kind === 'RawNode' ? node.sqlFragments.join('') : '';
      if (text.includes('select message_id')) held.add(queryId);
      return node;
    },
    async transformResult({ result, queryId }) {
      if (!held.has(queryId)) return result;
      read.resolve();
      await told.promise;
      return result;
    },
  });
  return { slow: { ...database, query }, hasRead: read.promise, release: told.resolve };
}

describe('the sending of mails', () => {
  test('keeps a note that is made while the notes of others are read', async () => {
    const { slow, hasRead, release } = slowToTell();
    const state = createSendingState({ database: slow, clock, logger });
    const { share, stop } = openProcess({ first: silent, second: accepted }, state);
    const sharing = share();
    await hasRead;
    await state.note('<noted@rolecall.example>', 'first');
    release();
    await sharing;
    expect(state.providerOf('<noted@rolecall.example>')).toBe('first');
    await share();
    expect(state.providerOf('<noted@rolecall.example>')).toBe('first');
    clock.advance(3_600_001);
    await share();
    expect(state.providerOf('<noted@rolecall.example>')).toBeUndefined();
    await stop();
  });

  test('is shown for each process, until that is gone', async () => {
    const [one, two] = [openProcess({ first: refused, second: accepted }), openProcess({ first: accepted })];
    await one.send();
    await one.share();
    await two.share();
    const { providers, warm_up } = await overview().read(database.query);
    expect(providers).toMatchObject([
      {
        name: 'first',
        kind: 'ses',
        is_paused: false,
        processes: expect.arrayContaining([
          expect.objectContaining({ breaker: 'open', breaker_reason: '550 5.7.1 listed', ceiling: 10 }),
          expect.objectContaining({ breaker: 'closed', last_error: null }),
        ]),
      },
      { name: 'second', processes: [{ last_success_at: clock.now().toISOString() }] },
    ]);
    expect(warm_up).toEqual({
      domain: 'rolecall.example',
      started_on: '2026-08-31',
      day: 2,
      days: 30,
      limit: 70,
      taken: 0,
    });

    await two.stop();
    const left = async () => (await overview().read(database.query)).providers.flatMap((p) => p.processes);
    expect(await left()).toHaveLength(2);
    // A process that was killed says nothing any more.
    clock.advance(61_000);
    expect(await left()).toEqual([]);
    await one.stop();
  });

  test('follows an operator in every process', async () => {
    const processes = [
      openProcess({ first: accepted, second: accepted }),
      openProcess({ first: accepted, second: accepted }),
    ];
    const paused = await database.transaction((tx) => overview().pause(tx, 'first', operatorId));
    expect(paused.providers).toMatchObject([{ is_paused: true }, { is_paused: false }]);
    for (const { share, send } of processes) {
      await share();
      expect(await send()).toMatchObject({ provider: 'second' });
    }
    await database.transaction((tx) => overview().resume(tx, 'first', operatorId));
    for (const { share, send, stop } of processes) {
      await share();
      expect(await send()).toMatchObject({ provider: 'first' });
      await stop();
    }
  });

  test('is tried again when an operator says so, once', async () => {
    const process = openProcess({ first: refused });
    await process.send();
    expect(await process.send()).toMatchObject({ result: 'unavailable' });
    clock.advance(1_000);
    await database.transaction((tx) => overview().closeBreaker(tx, 'first', operatorId));
    await process.share();
    expect(await process.send()).toMatchObject({ result: 'sender_blocked' });
    await process.share();
    expect(await process.send()).toMatchObject({ result: 'unavailable' });
    await process.stop();
  });

  test('knows its providers only', async () => {
    for (const act of ['pause', 'resume', 'closeBreaker'] as const) {
      await expect(overview()[act](database.query, 'third', operatorId)).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  test('remembers across processes to whom a mail was given that nobody has confirmed', async () => {
    const first = openProcess({ other: refused, first: silent });
    await first.send('<unclear@rolecall.example>');
    await first.stop();
    const second = openProcess({ other: accepted, first: accepted });
    await second.share();
    expect(await second.send('<unclear@rolecall.example>')).toMatchObject({ provider: 'first' });
    expect(await second.send('<new@rolecall.example>')).toMatchObject({ provider: 'other' });
    clock.advance(3_600_001);
    await second.share();
    expect(await second.send('<unclear@rolecall.example>')).toMatchObject({ provider: 'other' });
    await second.stop();
  });
});

describeEachDatabase('a day of the warm-up', (open) => {
  let opened: Database;
  beforeAll(async () => {
    opened = await open();
  });

  test('never has more handed out than it has, to however many processes', async () => {
    const take = (date: string, limit: number) =>
      opened.transaction((tx) => takeFromDay(tx, { domain: 'rolecall.example', date, limit, wanted: 20 }));
    expect(await Promise.all(Array.from({ length: 5 }, () => take('2026-09-02', 50)))).toEqual(
      expect.arrayContaining([20, 20, 10, 0, 0]),
    );
    expect(await take('2026-09-03', 50)).toBe(20);
    // A limit that has become lower takes nothing back.
    expect(await take('2026-09-02', 10)).toBe(0);
  });
});
