import { api } from '@rolecall/contract';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../../platform/db/index.ts';
import { describeEachDatabase } from '../../../../testing/database.ts';
import { createTestInbox } from '../../../../testing/messaging/inbox.ts';
import { jobAlert } from '../../../../testing/messaging/payloads.ts';
import { createPerson } from '../../../../testing/messaging/people.ts';
import type { TestViewer } from '../../../../testing/messaging/routes.ts';
import { inboxRoutes } from './inbox.routes.ts';

describeEachDatabase('lists of the inbox', (open) => {
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

  const list = (query: Record<string, unknown>, by = viewer) =>
    parts.call(api.notifications.list, { viewer: by, query: { limit: 20, state: 'inbox', ...query } });
  const seqs = async (query: Record<string, unknown>) => (await list(query)).items.map(({ seq }) => seq);
  const alert = (payload: Partial<Parameters<typeof jobAlert>[0]>) =>
    parts.notify({ kind: 'job_alert', userId: viewer.userId, payload: jobAlert(payload) });
  const greet = () =>
    parts.notify({ kind: 'welcome', userId: viewer.userId, payload: { name: 'Ada', role: 'job_seeker' } });

  test('can be narrowed to a kind, a category and what it is about', async () => {
    const job = '0199a3c4-0000-7000-8000-00000000000a';
    const company = '0199a3c4-0000-7000-8000-00000000000b';
    await alert({ job_id: job });
    await alert({ company_id: company });
    await greet();
    expect(await seqs({ kind: 'welcome' })).toEqual([3]);
    expect(await seqs({ category: 'jobs' })).toEqual([2, 1]);
    expect(await seqs({ subject: `job:${job}` })).toEqual([1]);
    expect(await seqs({ subject: `company:${company}` })).toEqual([2]);
    expect(await seqs({ subject: `company:${company}`, kind: 'welcome' })).toEqual([]);
  });

  test('are searched by the words that the person reads, and by nobody else', async () => {
    await alert({ job_title: 'Développeur confirmé', company_name: 'Mossgarden' });
    await alert({ job_title: 'Harbour Pilot', company_name: 'Mossgarden' });
    await greet();
    expect(await seqs({ q: 'mossgarden' })).toEqual([2, 1]);
    expect(await seqs({ q: 'DEVELOPPEUR moss' })).toEqual([1]);
    expect(await seqs({ q: 'job_title' })).toEqual([]);
    const stranger: TestViewer = { userId: await createPerson(database), role: 'job_seeker' };
    expect((await list({ q: 'mossgarden' }, stranger)).items).toEqual([]);
  });

  test('a search goes on from page to page, also where one has looked through its share without a hit', async () => {
    await alert({ company_name: 'Mossgarden' });
    await parts.tell(viewer.userId, 1_100);
    await alert({ company_name: 'Mossgarden' });
    await alert({ company_name: 'Mossgarden' });
    const found: number[] = [];
    let cursor: string | undefined;
    let calls = 0;
    do {
      const page = await list({ q: 'mossgarden', limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      found.push(...page.items.map(({ seq }) => seq));
      cursor = page.next_cursor ?? undefined;
      calls += 1;
    } while (cursor !== undefined);
    expect(found).toEqual([1_103, 1_102, 1]);
    expect(calls).toBeLessThanOrEqual(5);
  });

  test('a page begins where the one before has ended, also among those of the same moment', async () => {
    await parts.tell(viewer.userId, 5);
    parts.clock.advance(1_000);
    await parts.tell(viewer.userId, 2);
    const first = await list({ limit: 3 });
    await parts.tell(viewer.userId, 1);
    const second = await list({ limit: 3, cursor: first.next_cursor });
    const third = await list({ limit: 3, cursor: second.next_cursor });
    expect([first, second, third].map(({ items }) => items.map(({ seq }) => seq))).toEqual([
      [7, 6, 5],
      [4, 3, 2],
      [1],
    ]);
    expect(third.next_cursor).toBeNull();
  });

  test('have numbers for their tabs that end at a hundred', async () => {
    const ids = await parts.tell(viewer.userId, 120);
    const welcome = await greet();
    const change = (body: object) => parts.call(api.notifications.change, { viewer, body });
    await change({ change: 'read', ids: ids.slice(0, 100) });
    await change({ change: 'pin', ids: [welcome] });
    await change({ change: 'snooze', until: '2027-03-02T08:00:00.000Z', ids: ids.slice(100, 105) });
    expect(await parts.call(api.notifications.tabs, { viewer })).toEqual({
      categories: [
        { category: 'account', total: 1, unread: 1 },
        { category: 'jobs', total: 100, unread: 15 },
      ],
      pinned: 1,
      snoozed: 5,
    });
  });

  test('tell what the own settings kept out, and why', async () => {
    const job_id = '0199a3c4-0000-7000-8000-00000000000c';
    await database.query
      .insertInto('mutes')
      .values({
        user_id: viewer.userId,
        subject: `job:${job_id}`,
        label: 'Harbour Pilot',
        until: null,
        created_at: parts.clock.now(),
      })
      .execute();
    await alert({ job_id });
    await alert({});
    await alert({ job_id });
    const first = await parts.call(api.notifications.listWithheld, { viewer, query: { limit: 1 } });
    expect(first.items).toMatchObject([
      { kind: 'job_alert', reason: 'muted', explanation: 'You have muted what it is about.' },
    ]);
    const rest = await parts.call(api.notifications.listWithheld, {
      viewer,
      query: { limit: 5, cursor: first.next_cursor },
    });
    expect(rest.items).toHaveLength(1);
    expect(rest.next_cursor).toBeNull();
    expect(await seqs({})).toEqual([1]);
    const stranger: TestViewer = { userId: await createPerson(database), role: 'job_seeker' };
    const theirs = await parts.call(api.notifications.listWithheld, {
      viewer: stranger,
      query: { limit: 5 },
    });
    expect(theirs.items).toEqual([]);
  });
});
