import { api } from '@rolecall/contract';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../../platform/db/index.ts';
import { describeEachDatabase } from '../../../../testing/database.ts';
import { createTestInbox } from '../../../../testing/messaging/inbox.ts';
import { jobAlert } from '../../../../testing/messaging/payloads.ts';
import { createPerson, storedRecipients } from '../../../../testing/messaging/people.ts';
import type { TestViewer } from '../../../../testing/messaging/routes.ts';
import { createShippedTexts } from '../../../../testing/messaging/texts.ts';
import { createInboxStreams } from '../index.ts';
import { inboxRoutes } from './inbox.routes.ts';

const day = 86_400_000;

describeEachDatabase('the upkeep of inboxes', (open) => {
  const streams = createInboxStreams({ recipients: storedRecipients, texts: createShippedTexts() });
  let database: Database;
  let parts: ReturnType<typeof createTestInbox>;
  let viewer: TestViewer;

  beforeEach(async () => {
    parts = createTestInbox(database, inboxRoutes);
    viewer = { userId: await createPerson(database), role: 'job_seeker' };
  });
  beforeAll(async () => {
    database = await open();
  });

  const change = (body: object) => parts.call(api.notifications.change, { viewer, body });
  const list = async (state = 'inbox') =>
    (await parts.call(api.notifications.list, { viewer, query: { limit: 100, state } })).items;
  const seqs = async (state?: string) => (await list(state)).map(({ seq }) => seq);
  const counts = () => parts.call(api.notifications.counts, { viewer });
  const streamAfter = async (afterSeq: number) => {
    const cursor = { userId: viewer.userId, afterSeq };
    const read = await streams.readStreams(database.query, [cursor], 10);
    return (read.get(viewer.userId) ?? []).map(({ seq }) => seq);
  };

  test('what was snoozed comes back once, unread, in the place of its time, however late that is noticed', async () => {
    const [first = '', second = ''] = await parts.tell(viewer.userId, 2);
    await change({ change: 'read', ids: [first] });
    await change({ change: 'snooze', until: '2027-03-01T13:00:00.000Z', ids: [first] });
    await change({ change: 'snooze', until: '2027-03-02T13:00:00.000Z', ids: [second] });
    expect(await counts()).toMatchObject({ unread: 0, unseen: 0 });
    parts.clock.advance(45 * 60_000);
    await parts.tell(viewer.userId, 1);
    expect(await parts.upkeep.wakeSnoozed()).toBe(0);
    expect(await seqs()).toEqual([3]);

    parts.clock.advance(3 * 3_600_000);
    const { revision } = await counts();
    const woken = await Promise.all([parts.upkeep.wakeSnoozed(), parts.upkeep.wakeSnoozed()]);
    expect(Math.max(...woken)).toBe(1);
    expect((await list())[0]).toMatchObject({
      seq: 1,
      shown_at: '2027-03-01T13:00:00.000Z',
      read_at: null,
      seen_at: null,
      snoozed_until: null,
    });
    expect(await seqs()).toEqual([1, 3]);
    expect(await seqs('snoozed')).toEqual([2]);
    expect(await counts()).toMatchObject({ unread: 2, unseen: 2, revision: revision + 1 });
  });

  test('what was deleted is a hole in the stream at once, and loses its contents when it cannot be put back', async () => {
    const job = jobAlert();
    const alert = { kind: 'job_alert', userId: viewer.userId, payload: job, dedupeKey: 'the job' } as const;
    const id = await parts.notify(alert);
    await parts.tell(viewer.userId, 2);
    const deleted = await change({ change: 'delete', ids: [id] });
    expect(await streamAfter(0)).toEqual([2, 3]);
    parts.clock.advance(11 * 60_000);
    expect(await parts.upkeep.emptyDeleted()).toBe(1);
    expect(await parts.upkeep.emptyDeleted()).toBe(0);

    const restored = await parts.call(api.notifications.restore, {
      viewer,
      body: { items: deleted.changed },
    });
    expect(restored.changed).toEqual([]);
    const row = await database.query
      .selectFrom('notifications')
      .select(['seq', 'payload', 'subject'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ seq: null, payload: {}, subject: null });
    // The same event does not tell it again, and the story of its mail stays.
    expect(await parts.notify(alert)).toBe('');
    expect(await parts.reasons(viewer.userId, id)).toEqual(['removed_from_inbox']);
    expect(await seqs()).toEqual([3, 2]);
  });

  test('what is older than its kind is kept goes, with its share of the counts; what is pinned stays', async () => {
    const [pinned = '', archived = ''] = await parts.tell(viewer.userId, 3);
    await change({ change: 'pin', ids: [pinned] });
    await change({ change: 'archive', ids: [archived] });
    await parts.notify({
      kind: 'application_confirmation',
      userId: viewer.userId,
      payload: {
        application_id: '0199a3c4-0000-7000-8000-00000000000a',
        job_id: '0199a3c4-0000-7000-8000-00000000000b',
        job_title: 'Pilot',
        company_name: 'North Quay',
      },
    });
    parts.clock.advance(60 * day);
    await parts.tell(viewer.userId, 1);
    expect(await parts.upkeep.prune()).toBe(0);
    parts.clock.advance(31 * day);
    const { revision } = await counts();
    expect(await parts.upkeep.prune()).toBeGreaterThanOrEqual(2);
    expect(await seqs()).toEqual([5, 4, 1]);
    expect(await seqs('archived')).toEqual([]);
    expect(await counts()).toMatchObject({ unread: 3, unseen: 3, head: 5, revision: revision + 1 });
    expect(await streamAfter(1)).toEqual([4, 5]);
  });

  test('pruning goes on where it was interrupted, and begins anew at the end', async () => {
    await parts.tell(viewer.userId, 1_200);
    parts.clock.advance(91 * day);
    const killed = createTestInbox(failingAfter(database, 2), inboxRoutes, parts.clock.now().toISOString());
    await expect(killed.upkeep.prune()).rejects.toThrow('killed');
    const { left } = await database.query
      .selectFrom('notifications')
      .select((row) => row.fn.countAll<number>().as('left'))
      .where('user_id', '=', viewer.userId)
      .executeTakeFirstOrThrow();
    expect(left).toBeLessThan(1_200);
    expect(left).toBeGreaterThan(0);
    expect((await counts()).unread).toBe(left);
    await parts.upkeep.prune();
    await parts.upkeep.prune();
    expect(await counts()).toMatchObject({ unread: 0, unseen: 0, head: 1_200 });
    expect(await seqs()).toEqual([]);
  });
});

/** A process that is killed when it begins its next transaction after so many. */
function failingAfter(database: Database, transactions: number): Database {
  let begun = 0;
  return {
    ...database,
    async transaction(work) {
      begun += 1;
      if (begun > transactions) throw new Error('killed');
      return database.transaction(work);
    },
  };
}
