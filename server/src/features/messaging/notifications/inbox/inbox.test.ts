import { api, type Notification, notificationDetailSchema, notificationSchema } from '@rolecall/contract';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../../platform/db/index.ts';
import { FakeClock } from '../../../../testing/clock.ts';
import { describeEachDatabase } from '../../../../testing/database.ts';
import { createTestMessaging } from '../../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../../testing/messaging/payloads.ts';
import { createPerson, storedRecipients } from '../../../../testing/messaging/people.ts';
import { callRoute, type TestViewer } from '../../../../testing/messaging/routes.ts';
import { createShippedTexts } from '../../../../testing/messaging/texts.ts';
import { createInboxStreams } from '../index.ts';
import { inboxRoutes } from './inbox.routes.ts';

describeEachDatabase('the inbox', (open) => {
  const clock = new FakeClock();
  const streams = createInboxStreams({ recipients: storedRecipients, texts: createShippedTexts() });
  let database: Database;
  let messaging: ReturnType<typeof createTestMessaging>;
  let userId: string;
  let viewer: TestViewer;
  let stranger: TestViewer;

  beforeAll(async () => {
    database = await open();
    messaging = createTestMessaging({ database, clock, carrier: { smtpUrl: 'smtp://127.0.0.1:9' } });
  });

  beforeEach(async () => {
    userId = await createPerson(database);
    viewer = { userId, role: 'job_seeker' };
    stranger = { userId: await createPerson(database), role: 'job_seeker' };
  });

  const call: typeof callRoute = (endpoint, request) =>
    callRoute(
      endpoint,
      request,
      inboxRoutes({ database, inbox: messaging.inbox, deliveries: messaging.deliveries }),
    );

  const tell = async (count: number) => {
    const items = Array.from({ length: count }, () => ({ userId, payload: jobAlert() }));
    const ids = await database.transaction((tx) =>
      messaging.notifications.notifyMany(tx, 'job_alert', items),
    );
    return ids.map((id) => id ?? '');
  };

  test('comes page by page without gaps or repeats while new ones arrive', async () => {
    await tell(5);
    const seqs: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await call(api.notifications.list, {
        viewer,
        query: { limit: 2, ...(cursor ? { cursor } : {}) },
      });
      for (const item of page.items) seqs.push(notificationSchema.parse(item).seq);
      cursor = page.next_cursor ?? undefined;
      await tell(1);
    } while (cursor !== undefined);
    expect(seqs).toEqual([5, 4, 3, 2, 1]);
  });

  test('can be narrowed to a category and to the unread', async () => {
    const [first = ''] = await tell(2);
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, {
        kind: 'welcome',
        userId,
        payload: { name: 'Ada', role: 'job_seeker' },
      }),
    );
    await call(api.notifications.mark, { viewer, params: { notification_id: first }, body: { read: true } });
    const seqsOf = async (query: Record<string, string>) =>
      (await call(api.notifications.list, { viewer, query })).items.map(({ seq }) => seq);
    expect(await seqsOf({ state: 'unread' })).toEqual([3, 2]);
    expect(await seqsOf({ category: 'jobs' })).toEqual([2, 1]);
    expect(await seqsOf({ category: 'jobs', state: 'unread' })).toEqual([2]);
  });

  test('marking is idempotent and counted exactly', async () => {
    const [first = ''] = await tell(3);
    const mark = (read: boolean) =>
      call(api.notifications.mark, { viewer, params: { notification_id: first }, body: { read } });
    expect(await mark(true)).toMatchObject({ unread: 2, head: 3 });
    expect(await mark(true)).toMatchObject({ unread: 2, head: 3 });
    expect(await mark(false)).toMatchObject({ unread: 3, head: 3 });
    expect(await call(api.notifications.markAll, { viewer, body: { up_to_seq: 2 } })).toMatchObject({
      unread: 1,
      head: 3,
    });
    expect(await call(api.notifications.markAll, { viewer, body: {} })).toMatchObject({ unread: 0, head: 3 });
    expect(await call(api.notifications.counts, { viewer })).toMatchObject({ unread: 0, head: 3 });
  });

  test('a socket marks by seq', async () => {
    await tell(2);
    const markSeq = (seq: number) => database.transaction((tx) => messaging.inbox.markSeq(tx, userId, seq));
    expect(await markSeq(1)).toMatchObject({ unread: 1, head: 2 });
    expect(await markSeq(99)).toMatchObject({ unread: 1, head: 2 });
  });

  test('tells where a notification went and why', async () => {
    const [id = ''] = await tell(1);
    const detail = await call(api.notifications.read, { viewer, params: { notification_id: id } });
    expect(notificationDetailSchema.parse(detail).deliveries).toMatchObject([
      { channel: 'email', status: 'pending', reason: 'due', explanation: 'It is waiting for its turn.' },
    ]);
  });

  test('is closed to everybody else', async () => {
    const [id = ''] = await tell(1);
    const params = { notification_id: id };
    const refused = { code: 'not_found' };
    await expect(call(api.notifications.read, { viewer: stranger, params })).rejects.toMatchObject(refused);
    await expect(
      call(api.notifications.mark, { viewer: stranger, params, body: { read: true } }),
    ).rejects.toMatchObject(refused);
    expect(await call(api.notifications.markAll, { viewer: stranger, body: {} })).toMatchObject({
      unread: 0,
      head: 0,
    });
    expect((await call(api.notifications.list, { viewer: stranger, query: {} })).items).toEqual([]);
    expect(await messaging.inbox.counts(database.query, userId)).toMatchObject({ unread: 1, head: 1 });
  });

  test.each(['!', 'e30', 'WyJ4Il0', 'WyIxIiwiMiJd'])('refuses the cursor %s', async (cursor) => {
    await expect(call(api.notifications.list, { viewer, query: { cursor } })).rejects.toMatchObject({
      code: 'invalid_cursor',
    });
  });

  test('gives readers what comes after their seq, for many of them in one query', async () => {
    await tell(4);
    const silent = await createPerson(database);
    const missed = await streams.readStreams(
      database.query,
      [
        { userId, afterSeq: 1 },
        { userId: stranger.userId, afterSeq: 0 },
      ],
      2,
    );
    expect([...missed.keys()]).toEqual([userId]);
    expect(missed.get(userId)?.map(({ seq }: Notification) => seq)).toEqual([2, 3]);
    expect(await streams.heads(database.query, [userId, silent])).toEqual(
      new Map([
        [userId, { head: 4, unread: 4, unseen: 4, revision: 0 }],
        [silent, { head: 0, unread: 0, unseen: 0, revision: 0 }],
      ]),
    );
  });

  test('has one epoch, whoever asks first', async () => {
    const epochs = await Promise.all([1, 2, 3].map(() => streams.epoch(database.query)));
    expect(new Set(epochs).size).toBe(1);
  });
});
