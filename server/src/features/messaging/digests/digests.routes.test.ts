import { api, type PreferencesUpdate } from '@rolecall/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import { callRoute, type TestViewer } from '../../../testing/messaging/routes.ts';
import { scriptedSender } from '../../../testing/messaging/scripted-sender.ts';
import { digestRoutes } from './digests.routes.ts';

describeEachDatabase('digests as their people see them', (open) => {
  let database: Database;
  let clock: FakeClock;
  let messaging: ReturnType<typeof createTestMessaging>;
  let viewer: TestViewer;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    clock = new FakeClock('2026-09-01T06:00:00Z');
    await sql`truncate users, notifications, deliveries, digests cascade`.execute(database.query);
    const { sender } = scriptedSender(() => ({ result: 'sent' }));
    messaging = createTestMessaging({
      database,
      clock,
      carrier: sender,
      facts: {
        activity: async (_tx, periods) =>
          periods.map(() => ({ new_jobs: 12, new_matches: 3, applications: 1, application_changes: 2 })),
      },
    });
    viewer = { userId: await createPerson(database), role: 'job_seeker' };
    await decide({ categories: [{ category: 'jobs', frequency: 'daily' }] });
  });

  const call: typeof callRoute = (endpoint, request) =>
    callRoute(endpoint, request, digestRoutes({ database, digests: messaging.digests }));
  const decide = (update: PreferencesUpdate) =>
    database.transaction((tx) =>
      messaging.preferences.update(tx, { userId: viewer.userId, role: 'job_seeker' }, update),
    );
  const alert = async (job_title: string, cluster_id?: string) =>
    (await database.transaction((tx) =>
      messaging.notifications.notify(tx, {
        kind: 'job_alert',
        userId: viewer.userId,
        payload: jobAlert({ job_title, company_name: 'North Quay', ...(cluster_id ? { cluster_id } : {}) }),
      }),
    )) ?? '';

  test('shows what would be in one now, what would not, and when it goes out', async () => {
    const cluster = '0198f7a0-0000-7000-8000-000000000001';
    const id = await alert('Harbour Pilot', cluster);
    clock.advance(-1_000);
    await alert('Harbour Pilot (m/f)', cluster);
    clock.advance(1_000);
    await decide({ quiet_hours: { days: ['tuesday'], from: '08:30', to: '10:00' } });

    const before = await database.query.selectFrom('deliveries').selectAll().orderBy('id').execute();
    const preview = await call(api.digests.preview, { viewer, query: {} });
    expect(preview).toMatchObject({
      frequency: 'daily',
      open: true,
      closes_at: '2026-09-01T09:00:00.000Z',
      goes_out_at: '2026-09-01T10:00:00.000Z',
      categories: ['jobs'],
      more: 0,
      activity: { new_jobs: 12 },
      entries: [
        {
          id,
          title: 'Harbour Pilot at North Quay',
          message: expect.stringContaining('87'),
          actions: [{ id: 'open_job' }, { id: 'save_job' }, { id: 'hide_job' }],
        },
      ],
      left_out: [
        {
          item: { title: 'Harbour Pilot (m/f) at North Quay' },
          reason: 'same_vacancy',
          explanation: 'The digest tells of the same vacancy already.',
        },
      ],
    });
    expect(await database.query.selectFrom('deliveries').selectAll().orderBy('id').execute()).toEqual(before);
  });

  test('says when the next one would be while nothing is collected', async () => {
    const preview = await call(api.digests.preview, { viewer, query: { frequency: 'weekly' } });
    expect(preview).toMatchObject({
      open: false,
      closes_at: '2026-09-07T09:00:00.000Z',
      goes_out_at: '2026-09-07T09:00:00.000Z',
      categories: [],
      entries: [],
      left_out: [],
    });
    expect(await database.query.selectFrom('digests').selectAll().execute()).toEqual([]);
  });

  test('lists those that are over, page by page, with what they told and what became of them', async () => {
    for (const day of ['01', '02', '03']) {
      clock.set(`2026-09-${day}T06:00:00Z`);
      const id = await alert(`Pilot ${day}`);
      if (day === '02') await database.transaction((tx) => messaging.inbox.mark(tx, viewer.userId, id, true));
      clock.set(`2026-09-${day}T09:00:00Z`);
      await messaging.digests.closeDue(10);
      if (day === '01') await messaging.worker.runDue();
    }
    const first = await call(api.digests.list, { viewer, query: { limit: 2 } });
    expect(first.items).toMatchObject([
      {
        closes_at: '2026-09-03T09:00:00.000Z',
        status: 'sent',
        entries: [{ title: 'Pilot 03 at North Quay' }],
        delivery: { status: 'pending', reason: 'due' },
      },
      { closes_at: '2026-09-02T09:00:00.000Z', status: 'empty', entries: [], delivery: null },
    ]);
    const rest = await call(api.digests.list, { viewer, query: { limit: 2, cursor: first.next_cursor } });
    expect(rest).toMatchObject({
      items: [{ closes_at: '2026-09-01T09:00:00.000Z', status: 'sent', delivery: { status: 'sent' } }],
      next_cursor: null,
    });
    await expect(call(api.digests.list, { viewer, query: { cursor: 'bm9uZQ' } })).rejects.toMatchObject({
      code: 'invalid_cursor',
    });
  });

  test('nobody sees those of another', async () => {
    await alert('Harbour Pilot');
    clock.set('2026-09-01T09:00:00Z');
    await messaging.digests.closeDue(10);
    await alert('Captain');
    const stranger: TestViewer = { userId: await createPerson(database), role: 'job_seeker' };
    expect(await call(api.digests.list, { viewer: stranger, query: {} })).toEqual({
      items: [],
      next_cursor: null,
    });
    const preview = await call(api.digests.preview, { viewer: stranger, query: {} });
    expect(preview).toMatchObject({ open: false, entries: [] });
  });
});
