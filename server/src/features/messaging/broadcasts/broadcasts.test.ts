import {
  type BroadcastAction,
  type BroadcastStatus,
  broadcastActions,
  broadcastStatuses,
} from '@rolecall/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { announcement, createAudience, createTestBroadcasts } from '../../../testing/messaging/broadcasts.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import { allowedActions } from './lifecycle.ts';

/** What may follow what, as docs/broadcasts.md tells it. */
const lives: Readonly<Record<BroadcastStatus, Partial<Record<BroadcastAction, BroadcastStatus | 'gone'>>>> = {
  draft: { edit: 'draft', remove: 'gone', schedule: 'scheduled', start: 'running' },
  scheduled: { edit: 'scheduled', schedule: 'scheduled', unschedule: 'draft', start: 'running' },
  running: { pause: 'paused', stop: 'stopped' },
  paused: { resume: 'running', stop: 'stopped' },
  finished: {},
  stopped: {},
  failed: { resume: 'running', stop: 'stopped' },
};

describeEachDatabase('broadcasts', (open) => {
  let database: Database;
  let operator: string;
  let clock: FakeClock;
  let node: ReturnType<typeof createTestBroadcasts>;

  beforeAll(async () => {
    database = await open();
    operator = await createPerson(database, { role: 'operator' });
  });
  beforeEach(async () => {
    clock = new FakeClock();
    node = createTestBroadcasts(database, clock);
    await sql`truncate broadcasts, broadcast_events`.execute(database.query);
  });

  const inTransaction = <Result>(work: (tx: Tx) => Promise<Result>) => database.transaction(work);
  const create = (input = announcement()) =>
    inTransaction((tx) => node.broadcasts.create(tx, operator, input));
  const read = (id: string) => node.broadcasts.read(database.query, id);
  const eventsOf = async (id: string) => (await read(id)).history.map(({ event }) => event);

  const at = '2026-09-02T07:00:00.000Z';
  const actions: Readonly<Record<BroadcastAction, (tx: Tx, id: string) => Promise<void>>> = {
    edit: (tx, id) => node.broadcasts.update(tx, operator, id, { ...announcement(), version: 1 }),
    remove: (tx, id) => node.broadcasts.remove(tx, operator, id),
    schedule: (tx, id) => node.broadcasts.schedule(tx, operator, id, { at, time_zone: 'Europe/Berlin' }),
    unschedule: (tx, id) => node.broadcasts.unschedule(tx, operator, id),
    start: (tx, id) => node.broadcasts.start(tx, operator, id),
    pause: (tx, id) => node.broadcasts.pause(tx, operator, id),
    resume: (tx, id) => node.broadcasts.resume(tx, operator, id),
    stop: (tx, id) => node.broadcasts.stop(tx, operator, id),
  };

  describe.each(broadcastStatuses)('that are %s', (status) => {
    test.each(broadcastActions)('take or refuse the step %s', async (action) => {
      const id = await create();
      await sql`update broadcasts set status = ${status}, scheduled_at = ${at}`.execute(database.query);
      const events = (await eventsOf(id)).length;
      const next = lives[status][action];
      const step = inTransaction((tx) => actions[action](tx, id));
      if (next === undefined) {
        await expect(step).rejects.toMatchObject({
          code: 'broadcast_status_conflict',
          extensions: { status, allowed: Object.keys(lives[status]) },
        });
        expect((await read(id)).status).toBe(status);
        expect(await eventsOf(id)).toHaveLength(events);
      } else {
        await step;
        const rows = await sql<{ event: string; actor_id: string }>`
          select event, actor_id from broadcast_events where broadcast_id = ${id}`.execute(database.query);
        expect(rows.rows).toHaveLength(events + 1);
        expect(rows.rows.at(-1)?.actor_id).toBe(operator);
        if (next === 'gone') await expect(read(id)).rejects.toMatchObject({ code: 'not_found' });
        else expect((await read(id)).status).toBe(next);
      }
    });

    test('say what can be done with them', () => {
      expect(allowedActions(status).toSorted()).toEqual(Object.keys(lives[status]).toSorted());
    });
  });

  test('cannot be found under a name that nobody has', async () => {
    const nobody = '0198c000-0000-7000-8000-00000000dead';
    for (const action of broadcastActions) {
      await expect(inTransaction((tx) => actions[action](tx, nobody))).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    await expect(node.broadcasts.outcome(database.query, nobody)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('are started once, however many ask for it at once', async () => {
    const id = await create();
    const steps = await Promise.allSettled([1, 2, 3].map(() => inTransaction((tx) => actions.start(tx, id))));
    expect(steps.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await eventsOf(id)).filter((event) => event === 'started')).toHaveLength(1);
  });

  test('are not overwritten by somebody who has not seen the last change', async () => {
    const id = await create();
    const changed = announcement({ audience: { to: 'role', role: 'recruiter' } });
    await inTransaction((tx) => node.broadcasts.update(tx, operator, id, { ...changed, version: 1 }));
    expect(await read(id)).toMatchObject({ audience: changed.audience, version: 2 });
    await expect(
      inTransaction((tx) => node.broadcasts.update(tx, operator, id, { ...announcement(), version: 1 })),
    ).rejects.toMatchObject({ code: 'edit_conflict' });
    expect(await read(id)).toMatchObject({ audience: changed.audience, version: 2 });
  });

  test('are not scheduled for a time that has passed', async () => {
    const id = await create();
    const schedule = { at: clock.now().toISOString(), time_zone: 'UTC' };
    await expect(
      inTransaction((tx) => node.broadcasts.schedule(tx, operator, id, schedule)),
    ).rejects.toMatchObject({ code: 'invalid_request', fields: [{ path: 'at' }] });
    expect(node.queued).toEqual([]);
  });

  test('are listed with the newest first, each once over the pages, and by status', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await create());
    await inTransaction((tx) => actions.start(tx, ids[2] ?? ''));
    const first = await node.broadcasts.list(database.query, { limit: 3 });
    const second = await node.broadcasts.list(database.query, {
      limit: 3,
      cursor: first.next_cursor ?? undefined,
    });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second.next_cursor).toBeNull();
    const running = await node.broadcasts.list(database.query, { limit: 3, status: 'running' });
    expect(running.items.map(({ id, created_by }) => [id, created_by?.id])).toEqual([[ids[2], operator]]);
    await expect(
      node.broadcasts.list(database.query, { limit: 3, cursor: 'bm90aGluZw' }),
    ).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  test('are tried out on an operator, in any of their languages, without being counted', async () => {
    const other = await createPerson(database, { role: 'operator' });
    const [seeker = ''] = await createAudience(database, 1);
    const text = (title: string) => ({ title, message: 'It is here.', action: null });
    const id = await create(announcement({ content: { en: text('New'), de: text('Neu') } }));
    const test = (request: { email?: string; locale?: 'de' | 'fr' }) =>
      inTransaction((tx) => node.broadcasts.sendTest(tx, operator, id, request));

    await test({});
    await test({ email: `${other}@example.org`, locale: 'de' });
    await test({ locale: 'fr' });
    const rows = await database.query
      .selectFrom('notifications')
      .select(['user_id', 'payload'])
      .where('kind', '=', 'feature_announcement')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    expect(rows.map(({ user_id, payload }) => [user_id, payload])).toEqual([
      [operator, { title: 'Test: New', message: 'It is here.' }],
      [other, { title: 'Test: Neu', message: 'It is here.' }],
      [operator, { title: 'Test: New', message: 'It is here.' }],
    ]);
    for (const email of [`${seeker}@example.org`, 'nobody@example.org']) {
      await expect(test({ email })).rejects.toMatchObject({
        code: 'invalid_request',
        fields: [{ path: 'email', message: 'must be the address of an operator' }],
      });
    }
    expect(await node.broadcasts.outcome(database.query, id)).toEqual({
      inbox: { written: 0, withheld: 0, seen: 0, read: 0 },
      deliveries: [],
    });
    expect((await read(id)).history[0]).toMatchObject({ event: 'tested', detail: `${operator}@example.org` });
  });

  test('tell what came of them', async () => {
    const [first = '', second = ''] = await createAudience(database, 3, { role: 'recruiter' });
    const id = await create(
      announcement({ kind: 'maintenance', audience: { to: 'role', role: 'recruiter' } }),
    );
    await inTransaction((tx) => actions.start(tx, id));
    await node.runner.run(id);
    await sql`update notifications set seen_at = now() where user_id in (${first}, ${second})
      and dedupe_key is not null`.execute(database.query);
    await sql`update notifications set read_at = now() where user_id = ${first} and dedupe_key is not null`.execute(
      database.query,
    );
    await sql`update deliveries set status = 'failed', reason = 'address_rejected' where user_id = ${second}`.execute(
      database.query,
    );
    expect(await node.broadcasts.outcome(database.query, id)).toEqual({
      inbox: { written: 3, withheld: 0, seen: 2, read: 1 },
      deliveries: [
        { channel: 'email', status: 'pending', reason: 'due', count: 2 },
        { channel: 'email', status: 'failed', reason: 'address_rejected', count: 1 },
      ],
    });
  });
});
