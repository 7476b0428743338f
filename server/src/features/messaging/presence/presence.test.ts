import { api, type Role } from '@rolecall/contract';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createPeople, createPerson, storedRecipients } from '../../../testing/messaging/people.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { FakeTimers } from '../../../testing/timers.ts';
import { createPresence, createPresenceTracker, type PresenceTracker } from './index.ts';
import { presenceRoutes } from './presence.routes.ts';

describeEachDatabase("the operator's view of who is online", (open) => {
  const clock = new FakeClock();
  const presence = createPresence({ clock, recipients: storedRecipients });
  let database: Database;
  let tracker: PresenceTracker;
  let recruiter: string;
  let seekers: string[];
  let viewer: { readonly userId: string; readonly role: Role };

  beforeAll(async () => {
    database = await open();
    const timers = new FakeTimers(clock);
    tracker = createPresenceTracker({ database, clock, timers, logger: pino({ level: 'silent' }) });
    viewer = { userId: await createPerson(database, { role: 'operator' }), role: 'operator' };
    recruiter = await createPerson(database, { role: 'recruiter' });
    seekers = await createPeople(database, 5);
    tracker.note({ userId: recruiter, role: 'recruiter', connections: 2 });
    clock.advance(1_000);
    // Three come in the same millisecond, two later.
    for (const [place, userId] of seekers.entries()) {
      if (place >= 3) clock.advance(1_000);
      tracker.note({ userId, role: 'job_seeker', connections: 1 });
    }
    await tracker.keepUp();
    await tracker.keepUp();
  });
  afterAll(() => tracker.stop());

  const call: typeof callRoute = (endpoint, request) =>
    callRoute(endpoint, request, presenceRoutes({ database, presence }));

  async function readAll(query: { readonly limit: number; readonly role?: Role }) {
    const first = await call(api.operator.listOnlinePeople, { viewer, query });
    const items = [...first.items];
    for (let cursor = first.next_cursor; cursor !== null; ) {
      const page = await call(api.operator.listOnlinePeople, { viewer, query: { ...query, cursor } });
      items.push(...page.items);
      cursor = page.next_cursor;
    }
    return items;
  }

  test('lists everybody once over the pages, those who came last first', async () => {
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = seekers;
    const together = [first, second, third].toSorted();
    const order = [fifth, fourth, ...together, recruiter];
    for (const limit of [1, 2, 4, 10]) {
      expect((await readAll({ limit })).map(({ user_id }) => user_id)).toEqual(order);
    }
  });

  test('names who it is, filtered by role', async () => {
    expect(await readAll({ limit: 10, role: 'recruiter' })).toEqual([
      {
        user_id: recruiter,
        name: expect.stringMatching(/^Person /),
        email: `${recruiter}@example.org`,
        role: 'recruiter',
        connections: 2,
        since: '2026-09-01T12:00:00.000Z',
      },
    ]);
    expect(await readAll({ limit: 10, role: 'operator' })).toEqual([]);
  });

  test('is counted by role and by node', async () => {
    expect(await call(api.operator.presence, { viewer })).toEqual({
      people: { job_seeker: 5, recruiter: 1, operator: 0 },
      connections: 7,
      nodes: [
        {
          node_id: tracker.nodeId,
          people: 6,
          connections: 7,
          started_at: '2026-09-01T12:00:00.000Z',
          seen_at: expect.any(String),
        },
      ],
    });
  });

  test('refuses a cursor that is not its own', async () => {
    for (const cursor of ['WyIxIl0', 'WyJub3ciLCJ4Il0']) {
      await expect(call(api.operator.listOnlinePeople, { viewer, query: { cursor } })).rejects.toMatchObject({
        code: 'invalid_cursor',
      });
    }
  });
});
