import { api, type InboxChanges } from '@rolecall/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../../platform/db/index.ts';
import { describeEachDatabase } from '../../../../testing/database.ts';
import { createTestInbox } from '../../../../testing/messaging/inbox.ts';
import { createPerson } from '../../../../testing/messaging/people.ts';
import type { TestViewer } from '../../../../testing/messaging/routes.ts';
import { inboxRoutes } from './inbox.routes.ts';

describeEachDatabase('changes in the inbox', (open) => {
  let database: Database;
  let parts: ReturnType<typeof createTestInbox>;
  let viewer: TestViewer;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    parts = createTestInbox(database, inboxRoutes);
    viewer = { userId: await createPerson(database), role: 'job_seeker' };
  });

  const change = (body: object, by = viewer): Promise<InboxChanges> =>
    parts.call(api.notifications.change, { viewer: by, body });
  const restore = ({ changed }: InboxChanges, by = viewer): Promise<InboxChanges> =>
    parts.call(api.notifications.restore, { viewer: by, body: { items: changed } });
  const listed = async (state: string): Promise<number[]> =>
    (await parts.call(api.notifications.list, { viewer, query: { limit: 100, state } })).items.map(
      ({ seq }) => seq,
    );
  const everything = async () =>
    (await parts.call(api.notifications.list, { viewer, query: { limit: 100 } })).items.concat(
      ...(await Promise.all(
        ['archived', 'snoozed'].map(
          async (state) => (await parts.call(api.notifications.list, { viewer, query: { state } })).items,
        ),
      )),
    );

  test('archiving takes something out of the inbox and its counts, and undoing brings it back as it was', async () => {
    const [first = '', second = ''] = await parts.tell(viewer.userId, 3);
    await change({ change: 'read', ids: [second] });
    const archived = await change({ change: 'archive', ids: [first, second] });
    expect(archived.counts).toMatchObject({ unread: 1, unseen: 1, head: 3 });
    expect(await listed('inbox')).toEqual([3]);
    expect(await listed('archived')).toEqual([2, 1]);
    const restored = await restore(archived);
    expect(restored.counts).toMatchObject({ unread: 2, unseen: 2 });
    expect(await listed('unread')).toEqual([3, 1]);
    expect(await listed('read')).toEqual([2]);
  });

  test.each([
    { change: 'read' },
    { change: 'unread' },
    { change: 'seen' },
    { change: 'archive' },
    { change: 'unarchive' },
    { change: 'snooze', until: '2027-03-02T08:00:00.000Z' },
    { change: 'unsnooze' },
    { change: 'pin' },
    { change: 'unpin' },
    { change: 'delete' },
  ])(
    '$change is exact to undo, in whatever state things are, and a second time does nothing',
    async (body) => {
      const ids = await parts.tell(viewer.userId, 7);
      const [, read = '', archived = '', snoozed = '', pinned = '', seen = ''] = ids;
      await change({ change: 'read', ids: [read] });
      await change({ change: 'archive', ids: [archived] });
      await change({ change: 'snooze', until: '2027-03-05T08:00:00.000Z', ids: [snoozed] });
      await change({ change: 'pin', ids: [pinned] });
      await change({ change: 'seen', ids: [seen] });
      const before = await everything();
      const { revision: _, ...numbers } = await parts.call(api.notifications.counts, { viewer });

      parts.clock.advance(60_000);
      const done = await change({ ...body, ids });
      expect(done.changed.length).toBeGreaterThan(0);
      const again = await change({ ...body, ids });
      expect(again).toEqual({ changed: [], more: false, counts: done.counts });
      expect((await restore(done)).counts).toMatchObject(numbers);
      expect(await everything()).toEqual(before);
    },
  );

  test('reading implies that it was seen, and marking as unread does not unsee it', async () => {
    const [id = ''] = await parts.tell(viewer.userId, 1);
    expect((await change({ change: 'read', ids: [id] })).counts).toMatchObject({ unread: 0, unseen: 0 });
    expect((await change({ change: 'unread', ids: [id] })).counts).toMatchObject({ unread: 1, unseen: 0 });
  });

  test('what is deleted is gone from every list, and can be put back for ten minutes', async () => {
    const [id = ''] = await parts.tell(viewer.userId, 2);
    const deleted = await change({ change: 'delete', ids: [id] });
    expect(deleted.counts).toMatchObject({ unread: 1, unseen: 1, head: 2 });
    expect((await everything()).map(({ seq }) => seq)).toEqual([2]);
    await expect(
      parts.call(api.notifications.read, { viewer, params: { notification_id: id } }),
    ).rejects.toMatchObject({ code: 'not_found' });
    parts.clock.advance(9 * 60_000);
    expect(await parts.upkeep.emptyDeleted()).toBe(0);
    expect((await restore(deleted)).counts).toMatchObject({ unread: 2, unseen: 2 });
    expect(await listed('inbox')).toEqual([2, 1]);
  });

  test('a filter reaches up to a seq, and the answer says when there is more', async () => {
    await parts.tell(viewer.userId, 502);
    await parts.notify({
      kind: 'welcome',
      userId: viewer.userId,
      payload: { name: 'Ada', role: 'job_seeker' },
    });
    const readJobs = { change: 'read', filter: { category: 'jobs' }, up_to_seq: 501 };
    const first = await change(readJobs);
    expect([first.changed.length, first.more]).toEqual([500, true]);
    const rest = await change(readJobs);
    expect([rest.changed.length, rest.more]).toEqual([1, false]);
    expect(await listed('unread')).toEqual([503, 502]);

    await change({ change: 'pin', filter: { state: 'read' }, up_to_seq: 3 });
    const archived = await change({ change: 'archive', filter: { state: 'pinned' }, up_to_seq: 2 });
    expect(await listed('archived')).toEqual([2, 1]);
    await restore(archived);
    expect(await listed('pinned')).toEqual([3, 2, 1]);
  });

  test('every change but seeing raises the revision by one', async () => {
    const ids = await parts.tell(viewer.userId, 2);
    expect((await change({ change: 'seen', ids })).counts.revision).toBe(0);
    expect((await change({ change: 'pin', ids })).counts.revision).toBe(1);
    expect((await change({ change: 'pin', ids })).counts.revision).toBe(1);
    expect((await parts.call(api.notifications.markAll, { viewer, body: {} })).revision).toBe(2);
  });

  test.each([
    ['neither ids nor a filter', { change: 'read' }],
    ['a filter without an end', { change: 'read', filter: {} }],
    [
      'an end without a filter',
      { change: 'read', up_to_seq: 1, ids: ['0199a3c4-0000-7000-8000-000000000003'] },
    ],
    ['a snooze without an end', { change: 'snooze', filter: {}, up_to_seq: 1 }],
    ['an end of something else', { change: 'pin', until: '2027-03-02T08:00:00Z', filter: {}, up_to_seq: 1 }],
  ])('refuses %s', (_name, body) => {
    expect(api.notifications.change.body.safeParse(body).success).toBe(false);
  });

  test.each(['2027-03-01T11:59:00.000Z', '2028-04-01T12:00:00.000Z'])(
    'refuses to snooze until %s',
    async (until) => {
      const ids = await parts.tell(viewer.userId, 1);
      await expect(change({ change: 'snooze', until, ids })).rejects.toMatchObject({
        code: 'invalid_request',
      });
    },
  );

  test('is closed to everybody else', async () => {
    const stranger: TestViewer = { userId: await createPerson(database), role: 'job_seeker' };
    await parts.tell(stranger.userId, 1);
    const ids = await parts.tell(viewer.userId, 2);
    expect((await change({ change: 'archive', ids }, stranger)).changed).toEqual([]);
    const done = await change({ change: 'archive', ids });
    expect((await restore(done, stranger)).changed).toEqual([]);
    expect(await listed('archived')).toEqual([2, 1]);
    expect(await parts.call(api.notifications.counts, { viewer: stranger })).toMatchObject({ unread: 1 });
  });

  describe('and what waits to be sent', () => {
    const wait = (id: string, reason: string) =>
      database.query.updateTable('deliveries').set({ reason }).where('notification_id', '=', id).execute();

    test.each(['online', 'escalation'])('seeing calls off what waits as %s', async (reason) => {
      const [id = '', other = ''] = await parts.tell(viewer.userId, 2);
      await wait(id, reason);
      await change({ change: 'seen', ids: [id, other] });
      expect(await parts.reasons(viewer.userId, id)).toEqual(['seen_in_inbox']);
      expect(await parts.reasons(viewer.userId, other)).toEqual(['due']);
    });

    test.each([
      ['read', 'already_read'],
      ['archive', 'removed_from_inbox'],
      ['delete', 'removed_from_inbox'],
    ])('to %s calls it off', async (name, reason) => {
      const [id = ''] = await parts.tell(viewer.userId, 1);
      const done = await change({ change: name, ids: [id] });
      await restore(done);
      expect(await parts.reasons(viewer.userId, id)).toEqual([reason]);
    });

    test('what is mandatory goes out all the same', async () => {
      const id = await parts.notify({
        kind: 'security_alert',
        userId: viewer.userId,
        payload: { event: 'password_changed', at: parts.clock.now().toISOString(), client: '' },
      });
      await change({ change: 'delete', ids: [id] });
      expect(await parts.reasons(viewer.userId, id)).toEqual(['due']);
    });
  });
});
