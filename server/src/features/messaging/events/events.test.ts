import type { Event, EventResult, ServerMessage } from '@rolecall/contract';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestEvents, type TestEvents } from '../../../testing/messaging/events.ts';
import { createPeople, createPerson } from '../../../testing/messaging/people.ts';

const note = (userId: string, title = 'Room 4', dedupeKey?: string): Event => ({
  type: 'notification',
  user_id: userId,
  kind: 'service_message',
  payload: { title, message: 'Your interview has moved.' },
  ...(dedupeKey === undefined ? {} : { dedupe_key: dedupeKey }),
});
const message = (to: (Event & { type: 'message' })['to'], n = 1): Event => ({
  type: 'message',
  to,
  name: 'room_ready',
  data: { n },
});
const hour = 3_600_000;

describeEachDatabase('events', (open) => {
  let database: Database;
  let caller: string;
  let clock: FakeClock;
  let node: TestEvents;

  beforeAll(async () => {
    database = await open();
    caller = await createPerson(database, { role: 'operator' });
  });
  beforeEach(() => {
    clock = new FakeClock();
    node = createTestEvents(database, clock);
  });
  afterEach(async () => {
    await node.events.close();
    await sql`truncate idempotency_keys, notifications, inboxes, deliveries, delivery_log, topic_messages, topic_streams`.execute(
      database.query,
    );
  });

  const titlesOf = async (userId: string) => {
    const rows = await database.query
      .selectFrom('notifications')
      .select(['seq', 'payload'])
      .where('user_id', '=', userId)
      .orderBy('seq')
      .execute();
    return rows.map(({ payload }) => payload['title']);
  };
  const keyCount = async () =>
    (await database.query.selectFrom('idempotency_keys').selectAll().execute()).length;
  const accepted = { status: 'accepted', reason: null };
  const refused = { status: 'refused', notification_id: null, seq: null, reason: 'unknown_person' };
  const duplicate = { status: 'duplicate', notification_id: null, seq: null, reason: null };
  const stranger = '0198c000-0000-7000-8000-00000000dead';

  test('tell a person, a role, a topic and open sockets, and what became of each', async () => {
    const userId = await createPerson(database);
    const results = await node.events.sendMany(
      caller,
      [
        message({ user_id: userId }, 1),
        message({ topic: 'job_posted_job_seeker' }, 2),
        note(userId, 'first'),
        message({ role: 'job_seeker' }, 3),
        note(stranger),
        note(userId.toUpperCase(), 'second'),
        message({ role: 'job_seeker' }, 4),
      ],
      null,
    );
    expect(results).toMatchObject([
      { ...accepted, notification_id: null, seq: null },
      { ...accepted, notification_id: null, seq: 1 },
      { ...accepted, notification_id: expect.any(String), seq: 1 },
      { ...accepted, notification_id: null, seq: 1 },
      refused,
      { ...accepted, notification_id: expect.any(String), seq: 2 },
      { ...accepted, notification_id: null, seq: 2 },
    ]);
    expect(await titlesOf(userId)).toEqual(['first', 'second']);
    const stored = await node.topics.read(database.query, 'role_job_seeker', 0, 10);
    expect(stored.map(({ text }) => JSON.parse(text))).toMatchObject([
      { type: 'event', topic: 'role_job_seeker', seq: 1, name: 'room_ready', data: { n: 3 } },
      { type: 'event', topic: 'role_job_seeker', seq: 2, name: 'room_ready', data: { n: 4 } },
    ]);
    expect(node.told.live).toEqual([
      {
        userId,
        message: {
          type: 'event',
          name: 'room_ready',
          data: { n: 1 },
          timestamp: clock.now().toISOString(),
        } satisfies ServerMessage,
      },
    ]);
    expect(node.told.notifications.map(({ row }) => row.seq)).toEqual([1, 2]);
    expect(node.told.topics).toMatchObject([
      { topic: 'job_posted_job_seeker', first: 1 },
      { topic: 'role_job_seeker', first: 1 },
    ]);
  });

  test('tell from inside the server', async () => {
    const userId = await createPerson(database);
    const payload = { name: 'Ada', role: 'job_seeker' } as const;
    const told = await node.events.notifyUser(userId, { kind: 'welcome', payload, dedupeKey: 'welcome' });
    expect(told).toMatchObject({ ...accepted, seq: 1 });
    expect(await node.events.notifyUser(userId, { kind: 'welcome', payload, dedupeKey: 'welcome' })).toEqual(
      duplicate,
    );
    expect(await node.events.notifyUser(stranger, { kind: 'welcome', payload })).toEqual(refused);
    expect(await node.events.notifyRole('recruiter', 'maintenance', { minutes: 5 })).toMatchObject({
      seq: 1,
    });
    expect(await node.events.notifyTopic('role_recruiter', 'maintenance', {})).toMatchObject({ seq: 2 });
  });

  test('open no transaction for what only reaches open sockets', async () => {
    const userId = await createPerson(database);
    await node.events.send(caller, message({ user_id: userId }), null);
    expect(node.told.live).toHaveLength(1);
    expect(node.transactions()).toBe(0);
  });

  test('share a transaction when they come in together', async () => {
    const people = await createPeople(database, 100);
    const results = await Promise.all(people.map((userId) => node.events.send(caller, note(userId), null)));
    expect(results.every(({ status, seq }) => status === 'accepted' && seq === 1)).toBe(true);
    expect(node.transactions()).toBe(1);
    expect(node.told.notifications).toHaveLength(100);
  });

  test('take a constant number of statements for a batch', async () => {
    const countFor = async (count: number) => {
      const people = await createPeople(database, count);
      const before = node.statements();
      await node.events.sendMany(
        caller,
        people.map((userId) => note(userId)),
        null,
      );
      return node.statements() - before;
    };
    expect(await countFor(500)).toBe(await countFor(2));
  });

  test('give the one that cannot be written its refusal, and write the others', async () => {
    const people = await createPeople(database, 20);
    await sql`
      create function refuse_poison() returns trigger language plpgsql as $$ begin
        if new.payload->>'title' = 'poison' then raise exception 'poisoned'; end if;
        return new;
      end $$`.execute(database.query);
    await sql`create trigger poison before insert on notifications
      for each row execute function refuse_poison()`.execute(database.query);
    try {
      const results = await Promise.allSettled(
        people.map((userId, index) =>
          node.events.send(caller, note(userId, index === 7 ? 'poison' : 'fine'), `poison-${index}`),
        ),
      );
      expect(results.map(({ status }) => status)).toEqual(
        people.map((_, index) => (index === 7 ? 'rejected' : 'fulfilled')),
      );
      expect(node.told.notifications).toHaveLength(19);
      expect(await keyCount()).toBe(19);
    } finally {
      await sql`drop trigger poison on notifications`.execute(database.query);
      await sql`drop function refuse_poison`.execute(database.query);
    }
  });

  test('tell nobody of a transaction that was not committed, and do it when asked again', async () => {
    const userId = await createPerson(database);
    const failing = createTestEvents(database, clock, { failCommits: true });
    const items = [note(userId), message({ role: 'recruiter' }), message({ user_id: userId })];
    await expect(failing.events.sendMany(caller, items, 'again')).rejects.toThrow('the power went out');
    expect(failing.told).toEqual({ notifications: [], topics: [], live: [] });
    expect([await titlesOf(userId), await keyCount()]).toEqual([[], 0]);

    const results = await node.events.sendMany(caller, items, 'again');
    expect(results).toMatchObject([{ seq: 1 }, { seq: 1 }, accepted]);
    expect(node.told.live).toHaveLength(1);
  });

  test('keep the dedupe keys of accounts apart, and from those of the server', async () => {
    const userId = await createPerson(database);
    const other = await createPerson(database, { role: 'operator' });
    const event = note(userId, 'once', 'interview:42');
    expect(await node.events.send(caller, event, null)).toMatchObject(accepted);
    expect(await node.events.send(caller, event, null)).toEqual(duplicate);
    expect(await node.events.send(other, event, null)).toMatchObject(accepted);
    const payload = { title: 'Ours', message: '' };
    const ours = { kind: 'service_message', payload, dedupeKey: 'interview:42' } as const;
    expect(await node.events.notifyUser(userId, ours)).toMatchObject(accepted);
  });

  test('answer the same call with the same key again, with nothing done', async () => {
    const userId = await createPerson(database);
    const items = [note(userId), message({ role: 'recruiter' }), message({ user_id: userId })];
    const first = await node.events.sendMany(caller, items, 'bulk-1');
    const told = structuredClone(node.told);
    expect(await node.events.sendMany(caller, items, 'bulk-1')).toEqual(first);
    expect(node.told).toEqual(told);

    const lone = await node.events.send(caller, message({ user_id: userId }), 'live-1');
    expect(await node.events.send(caller, message({ user_id: userId }), 'live-1')).toEqual(lone);
    expect(node.told.live).toHaveLength(2);
  });

  test('refuse a key that belongs to another call, also within a batch, and tell accounts apart', async () => {
    const userId = await createPerson(database);
    const other = await createPerson(database, { role: 'operator' });
    const [kept, reused, again] = await Promise.allSettled([
      node.events.send(caller, note(userId, 'one'), 'key'),
      node.events.send(caller, note(userId, 'two'), 'key'),
      node.events.send(caller, note(userId, 'one'), 'key'),
    ]);
    expect(kept).toMatchObject({ status: 'fulfilled', value: accepted });
    expect(again).toEqual(kept);
    expect(reused).toMatchObject({ reason: { code: 'idempotency_key_reused' } });
    await expect(node.events.sendMany(caller, [note(userId, 'one')], 'key')).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    await node.events.send(other, note(userId, 'three'), 'key');
    expect(await titlesOf(userId)).toEqual(['one', 'three']);
  });

  test('take a key anew after 24 hours, and forget it then', async () => {
    const userId = await createPerson(database);
    await node.events.send(caller, note(userId, 'one'), 'daily');
    clock.advance(24 * hour - 1);
    await node.events.send(caller, note(userId, 'one'), 'daily');
    expect(await titlesOf(userId)).toEqual(['one']);
    clock.advance(1);
    await node.events.send(caller, note(userId, 'two'), 'daily');
    expect(await titlesOf(userId)).toEqual(['one', 'two']);

    expect(await database.transaction((tx) => node.events.forgetKeys(tx))).toBe(false);
    expect(await keyCount()).toBe(1);
    clock.advance(24 * hour);
    await database.transaction((tx) => node.events.forgetKeys(tx));
    expect(await keyCount()).toBe(0);
  });

  test('do a call once that two processes get at the same time', async () => {
    const userId = await createPerson(database);
    const second = createTestEvents(database, clock);
    const calls = Array.from({ length: 10 }, (_, index) =>
      [node, second].map(({ events }) => events.send(caller, note(userId, `${index}`), `same-${index}`)),
    );
    for (const [one, two] of await Promise.all(calls.map((pair) => Promise.all(pair)))) {
      expect(one).toMatchObject(accepted);
      expect(two).toEqual(one);
    }
    expect((await titlesOf(userId)).toSorted()).toEqual(calls.map((_, index) => `${index}`));
    await second.events.close();
  });

  test('do each call once, however calls, repetitions and processes mix', async () => {
    const call = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      other: fc.boolean(),
      second: fc.boolean(),
      wait: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 12 }), async (calls) => {
        const [userId, account] = [await createPerson(database), await createPerson(database)];
        const second = createTestEvents(database, clock);
        const sent: Promise<{ title: string; result: EventResult | null }>[] = [];
        for (const { key, other, second: onSecond, wait } of calls) {
          const title = `${key} ${other ? 'other' : 'usual'}`;
          const { events } = onSecond ? second : node;
          const sending = events.send(account, note(userId, title), key).then(
            (result) => ({ title, result }),
            () => ({ title, result: null }),
          );
          sent.push(sending);
          if (wait) await sending;
        }
        const results = (await Promise.all(sent)).filter(({ result }) => result !== null);
        const byTitle = Map.groupBy(results, ({ title }) => title);
        for (const same of byTitle.values()) {
          expect(new Set(same.map(({ result }) => result?.notification_id)).size).toBe(1);
        }
        const keys = new Set(calls.map(({ key }) => key));
        expect(byTitle.size).toBe(keys.size);
        expect((await titlesOf(userId)).toSorted()).toEqual([...byTitle.keys()].toSorted());
        await second.events.close();
      }),
      { numRuns: 20 },
    );
  });
});
