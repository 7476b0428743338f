import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { testEmailChannel, testReasons } from '../../../testing/messaging/email-channel.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPeople, createPerson, storedRecipients } from '../../../testing/messaging/people.ts';
import { createTestPreferences } from '../../../testing/messaging/preferences.ts';
import { createShippedTexts } from '../../../testing/messaging/texts.ts';
import { channelsOf } from '../channels/index.ts';
import { countReached, insertDeliveries } from '../deliveries/index.ts';
import { createDigestWindows } from '../digests/index.ts';
import { createPresence } from '../presence/index.ts';
import {
  createInbox,
  createInboxStreams,
  createNotifications,
  type Inbox,
  type Notifications,
  toWireNotification,
  type WrittenNotification,
} from './index.ts';

describeEachDatabase('notifications', (open) => {
  const clock = new FakeClock();
  const preferences = createTestPreferences(clock);
  const presence = createPresence({ clock, recipients: storedRecipients });
  const texts = createShippedTexts();
  const streams = createInboxStreams({ recipients: storedRecipients, texts });
  let database: Database;
  let notifications: Notifications;
  let inbox: Inbox;
  let pushed: WrittenNotification[];
  let wakes: number;

  beforeAll(async () => {
    database = await open();
    const livePush = {
      notificationsWritten: (items: readonly WrittenNotification[]) => pushed.push(...items),
      inboxChanged: () => {},
    };
    notifications = createNotifications({
      database,
      clock,
      recipients: storedRecipients,
      preferences,
      digestWindows: createDigestWindows(),
      countReached,
      insertDeliveries,
      channels: channelsOf([testEmailChannel]),
      presence,
      livePush,
      wakeDeliveries: () => {
        wakes += 1;
      },
    });
    inbox = createInbox({
      database,
      clock,
      recipients: storedRecipients,
      texts,
      reasons: testReasons,
      livePush,
      cancelDeliveries: async () => {},
    });
  });

  beforeEach(() => {
    pushed = [];
    wakes = 0;
  });

  const alert = (userId: string, dedupeKey?: string) =>
    database.transaction((tx) =>
      notifications.notify(tx, { kind: 'job_alert', userId, payload: jobAlert(), dedupeKey }),
    );

  const stored = (userId: string) =>
    database.query
      .selectFrom('notifications')
      .leftJoin('deliveries', 'deliveries.notification_id', 'notifications.id')
      .select(['kind', 'seq', 'deliveries.status', 'deliveries.reason', 'rank', 'deliveries.finished_at'])
      .where('notifications.user_id', '=', userId)
      .orderBy('seq')
      .execute();

  test('puts a notification into the inbox and plans its mail', async () => {
    const userId = await createPerson(database);
    const id = await alert(userId);

    const page = await inbox.list(database.query, userId, { limit: 10, state: 'all' });
    expect(page.items).toMatchObject([
      {
        id,
        seq: 1,
        kind: 'job_alert',
        category: 'jobs',
        title: 'Harbour Pilot at North Quay',
        message: '87% match by title and skills, Hamburg',
        read_at: null,
      },
    ]);
    expect(await stored(userId)).toEqual([
      { kind: 'job_alert', seq: 1, status: 'pending', reason: 'due', rank: 2, finished_at: null },
    ]);
    expect(await inbox.counts(database.query, userId)).toMatchObject({ unread: 1, unseen: 1, head: 1 });
  });

  test('pushes and wakes the workers after the commit, and not when it is rolled back', async () => {
    const userId = await createPerson(database);
    const failing = database.transaction(async (tx) => {
      await notifications.notify(tx, { kind: 'job_alert', userId, payload: jobAlert() });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect([pushed, wakes]).toEqual([[], 0]);

    const id = await alert(userId);
    expect(pushed).toMatchObject([{ row: { id, user_id: userId, seq: 1 }, numbers: { unread: 1 } }]);
    expect(wakes).toBe(1);
  });

  test('pushes what a reader of the stream finds, with the count of the unread', async () => {
    const [first = '', second = ''] = await createPeople(database, 2);
    await alert(first);
    const [item, other, third] = [first, second, first].map((userId) => ({ userId, payload: jobAlert() }));
    if (!item || !other || !third) throw new Error('three people were named');
    pushed = [];
    await database.transaction((tx) => notifications.notifyMany(tx, 'job_alert', [item, other, third]));
    expect(pushed.map(({ row, numbers }) => [row.user_id, row.seq, numbers.unread])).toEqual([
      [first, 2, 3],
      [second, 1, 1],
      [first, 3, 3],
    ]);
    const read = await streams.readStreams(database.query, [{ userId: first, afterSeq: 1 }], 10);
    const own = pushed.filter(({ row }) => row.user_id === first);
    expect(own.map(({ row, reader }) => toWireNotification(texts, row, reader))).toEqual(read.get(first));
  });

  test('tells what became of each, also over several portions', async () => {
    const [known = '', told = ''] = await createPeople(database, 2);
    await alert(known, 'job:1');
    const stranger = '0198c000-0000-7000-8000-00000000dead';
    const item = (userId: string, dedupeKey?: string) =>
      ({ kind: 'job_alert', userId, payload: jobAlert(), dedupeKey }) as const;
    const verification = {
      kind: 'email_verification',
      userId: told,
      payload: { name: 'Ada', email: 'a@example.org', token: 'x', expires_at: clock.now().toISOString() },
    } as const;
    const outcomes = await database.transaction((tx) =>
      notifications.notifyEach(tx, [
        item(known, 'job:1'),
        item(told, 'job:1'),
        item(stranger),
        item(told, 'job:1'),
        verification,
        ...Array.from({ length: 5_000 }, () => item(known)),
      ]),
    );
    const id = expect.any(String);
    expect(outcomes.slice(0, 6)).toEqual([
      { status: 'duplicate' },
      { status: 'written', id, seq: 1 },
      { status: 'unknown_person' },
      { status: 'duplicate' },
      { status: 'written', id, seq: null },
      { status: 'written', id, seq: 2 },
    ]);
    expect(outcomes.at(-1)).toEqual({ status: 'written', id, seq: 5_001 });
  });

  test('tells nobody twice for one key, in one call or in several at the same time', async () => {
    const userId = await createPerson(database);
    const item = { userId, payload: jobAlert(), dedupeKey: 'job:1' };
    const [first, again] = await database.transaction((tx) =>
      notifications.notifyMany(tx, 'job_alert', [item, item]),
    );
    expect([typeof first, again]).toEqual(['string', null]);

    const ids = await Promise.all(Array.from({ length: 4 }, () => alert(userId, 'job:2')));
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
    expect((await stored(userId)).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test('gives people who are told the same key by others their own notification', async () => {
    const people = await createPeople(database, 2);
    for (const userId of people) expect(await alert(userId, 'job:shared')).not.toBeNull();
  });

  test('keeps mandatory mails out of the inbox', async () => {
    const userId = await createPerson(database, { emailVerified: false });
    const payload = {
      name: 'Ada',
      email: 'ada@example.org',
      token: 'secret',
      expires_at: '2026-09-02T12:00:00Z',
    };
    const id = await database.transaction((tx) =>
      notifications.notify(tx, { kind: 'email_verification', userId, payload }),
    );
    expect(await stored(userId)).toMatchObject([{ seq: null, status: 'pending', rank: 0 }]);
    expect(await inbox.counts(database.query, userId)).toMatchObject({ unread: 0, unseen: 0, head: 0 });
    await expect(inbox.read(database.query, userId, id ?? '')).rejects.toMatchObject({ code: 'not_found' });
    expect(pushed).toEqual([]);
  });

  test('stores why there is no mail', async () => {
    const userId = await createPerson(database);
    await preferences.switchOff(database.query, userId, 'jobs', 'email');
    await alert(userId);
    const unconfirmed = await createPerson(database, { emailVerified: false });
    await alert(unconfirmed);
    expect(await stored(userId)).toMatchObject([
      { seq: 1, status: 'skipped', reason: 'preference_off', finished_at: clock.now() },
    ]);
    expect(await stored(unconfirmed)).toMatchObject([{ status: 'skipped', reason: 'address_unverified' }]);
    expect(wakes).toBe(0);
  });

  test('does not even store a secret that cannot be sent', async () => {
    const userId = await createPerson(database);
    const mute = createNotifications({
      database,
      clock,
      recipients: storedRecipients,
      preferences,
      digestWindows: createDigestWindows(),
      countReached,
      insertDeliveries,
      channels: channelsOf([]),
      presence,
      livePush: { notificationsWritten: () => {}, inboxChanged: () => {} },
      wakeDeliveries: () => {},
    });
    const payload = {
      name: 'Ada',
      email: 'ada@example.org',
      token: 'secret',
      expires_at: '2026-09-02T12:00:00Z',
    };
    await database.transaction((tx) => mute.notify(tx, { kind: 'password_reset', userId, payload }));
    expect(await stored(userId)).toMatchObject([{ status: 'skipped', reason: 'channel_off' }]);
    const row = database.query.selectFrom('notifications').select('payload').where('user_id', '=', userId);
    expect(await row.executeTakeFirst()).toEqual({
      payload: { name: 'Ada', email: 'ada@example.org', expires_at: '2026-09-02T12:00:00Z' },
    });
  });

  test('go with their person, and their deliveries with them, wherever they were told', async () => {
    const [userId = '', neighbour = ''] = await createPeople(database, 2);
    await alert(userId);
    await alert(neighbour);
    const payload = {
      name: 'Ada',
      email: 'ada@example.org',
      token: 'secret',
      expires_at: '2026-09-02T12:00:00Z',
    };
    await database.transaction((tx) => notifications.notify(tx, { kind: 'password_reset', userId, payload }));
    const count = (table: 'notifications' | 'deliveries') =>
      database.query.selectFrom(table).select('id').where('user_id', 'in', [userId, neighbour]).execute();
    expect([(await count('notifications')).length, (await count('deliveries')).length]).toEqual([3, 3]);
    await database.query.deleteFrom('users').where('id', '=', userId).execute();
    expect([(await count('notifications')).length, (await count('deliveries')).length]).toEqual([1, 1]);
  });

  test('a batch of known and new keys leaves no gap and counts exactly', async () => {
    const userId = await createPerson(database);
    await alert(userId, 'known');
    const items = ['known', 'new', 'other', 'new'].map((dedupeKey) => ({
      userId,
      payload: jobAlert(),
      dedupeKey,
    }));
    const ids = await database.transaction((tx) => notifications.notifyMany(tx, 'job_alert', items));
    expect(ids.map((id) => id === null)).toEqual([true, false, false, true]);
    expect((await stored(userId)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(await inbox.counts(database.query, userId)).toMatchObject({ unread: 3, unseen: 3, head: 3 });
  });

  test('leaves out people who do not exist', async () => {
    const [userId = '', stranger = ''] = [await createPerson(database), crypto.randomUUID()];
    const items = [stranger, userId].map((id) => ({ userId: id, payload: jobAlert() }));
    const ids = await database.transaction((tx) => notifications.notifyMany(tx, 'job_alert', items));
    expect([ids[0], typeof ids[1]]).toEqual([null, 'string']);
  });

  test('refuses a payload that its kind does not carry', async () => {
    const userId = await createPerson(database);
    const payload = jobAlert({ score: 101 });
    await expect(
      database.transaction((tx) => notifications.notify(tx, { kind: 'job_alert', userId, payload })),
    ).rejects.toThrow('score');
    expect(await stored(userId)).toEqual([]);
  });

  test('writes more than one batch in one call', async () => {
    const people = await createPeople(database, 2_600);
    const twice = [...people, ...people.toReversed()].map((userId) => ({ userId, payload: jobAlert() }));
    const ids = await database.transaction((tx) => notifications.notifyMany(tx, 'job_alert', twice));
    expect(new Set(ids).size).toBe(5_200);
    const heads = await streams.heads(database.query, people);
    expect([...heads.values()].every(({ head, unread }) => head === 2 && unread === 2)).toBe(true);
  });

  test('takes opposite orders of people at the same time without a deadlock', async () => {
    const people = await createPeople(database, 40);
    const items = people.map((userId) => ({ userId, payload: jobAlert() }));
    await Promise.all(
      [items, items.toReversed(), items, items.toReversed()].map((order) =>
        database.transaction((tx) => notifications.notifyMany(tx, 'job_alert', order)),
      ),
    );
    const heads = await streams.heads(database.query, people);
    expect([...heads.values()].every(({ head }) => head === 4)).toBe(true);
  });

  describe('under random interleavings', () => {
    const operation = fc.oneof(
      fc.record({ act: fc.constant('notify' as const), key: fc.option(fc.integer({ min: 0, max: 5 })) }),
      fc.record({ act: fc.constant('mark' as const), pick: fc.nat(20), read: fc.boolean() }),
      fc.record({ act: fc.constant('mark_all' as const), upTo: fc.option(fc.nat(10)) }),
      fc.record({ act: fc.constant('roll_back' as const) }),
    );

    test('the unread counter counts the unread, and the stream is dense and holds what was committed', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(operation, { maxLength: 6 }), { maxLength: 4 }),
          async (workers) => {
            const userId = await createPerson(database);
            const committed: string[] = [];
            await Promise.all(
              workers.map(async (operations) => {
                for (const one of operations) await perform(userId, one, committed);
              }),
            );

            const { rows } = await sql<{ seqs: number[]; unread: number }>`
            select coalesce(array_agg(seq order by seq), '{}') as seqs,
              count(*) filter (where read_at is null) as unread
            from notifications where user_id = ${userId}`.execute(database.query);
            const [{ seqs = [], unread = 0 } = {}] = rows;
            expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => index + 1));
            expect(await inbox.counts(database.query, userId)).toMatchObject({ unread, head: seqs.length });
            const read = await streams.readStreams(database.query, [{ userId, afterSeq: 0 }], 100);
            expect((read.get(userId) ?? []).map(({ id }) => id).toSorted()).toEqual(committed.toSorted());
          },
        ),
        { numRuns: 25 },
      );
    });

    async function perform(
      userId: string,
      one: typeof operation extends fc.Arbitrary<infer Operation> ? Operation : never,
      committed: string[],
    ): Promise<void> {
      switch (one.act) {
        case 'notify': {
          const id = await alert(userId, one.key === null ? undefined : `key:${one.key}`);
          if (id !== null) committed.push(id);
          return;
        }
        case 'mark': {
          const { items } = await inbox.list(database.query, userId, { limit: 100, state: 'all' });
          const picked = items[one.pick];
          if (picked) await database.transaction((tx) => inbox.mark(tx, userId, picked.id, one.read));
          return;
        }
        case 'mark_all':
          await database.transaction((tx) => inbox.markAll(tx, userId, one.upTo ?? undefined));
          return;
        case 'roll_back':
          await database
            .transaction(async (tx) => {
              await notifications.notify(tx, { kind: 'job_alert', userId, payload: jobAlert() });
              throw new Error('rolled back');
            })
            .catch(() => {});
      }
    }
  });
});
