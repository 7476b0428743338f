import type { BroadcastInput } from '@rolecall/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import {
  announcement,
  createAudience,
  createTestBroadcasts,
  type TestBroadcastOptions,
} from '../../../testing/messaging/broadcasts.ts';
import { createPerson } from '../../../testing/messaging/people.ts';

describeEachDatabase('the runner of broadcasts', (open) => {
  let database: Database;
  let operator: string;
  let clock: FakeClock;

  beforeAll(async () => {
    database = await open();
    operator = await createPerson(database, { role: 'operator' });
  });
  beforeEach(async () => {
    clock = new FakeClock();
    await sql`delete from users where id <> ${operator}`.execute(database.query);
    await sql`truncate broadcasts, broadcast_events`.execute(database.query);
  });

  const node = (options?: TestBroadcastOptions) => createTestBroadcasts(database, clock, options);
  type Node = ReturnType<typeof node>;

  /** A broadcast that has been started. */
  async function started({ broadcasts }: Node, input: Partial<BroadcastInput> = {}): Promise<string> {
    const id = await database.transaction((tx) => broadcasts.create(tx, operator, announcement(input)));
    await database.transaction((tx) => broadcasts.start(tx, operator, id));
    return id;
  }

  /** Who was told, once for each notification. */
  async function told(id: string): Promise<string[]> {
    const rows = await database.query
      .selectFrom('notifications')
      .select('user_id')
      .where('dedupe_key', '=', `broadcast:${id}`)
      .orderBy('user_id')
      .execute();
    return rows.map(({ user_id }) => user_id);
  }

  /** Lets a turn end after each batch, so that a test can do something in between. */
  const oneBatchATurn: TestBroadcastOptions = {
    notifyMany: (real) => async (tx, kind, items) => {
      clock.advance(10_000);
      return real(tx, kind, items);
    },
  };

  async function runToTheEnd({ runner }: Node, id: string): Promise<void> {
    for (let more = true; more; ) more = await runner.run(id);
  }

  test('tells everybody of the audience once, and counts them', async () => {
    const seekers = await createAudience(database, 35);
    await createAudience(database, 4, { role: 'recruiter' });
    const one = node();
    const id = await started(one, { audience: { to: 'role', role: 'job_seeker' } });
    expect(await one.runner.run(id)).toBe(false);
    expect(await told(id)).toEqual(seekers);
    const { status, progress, ended_at } = await one.broadcasts.read(database.query, id);
    expect({ status, progress, ended_at }).toEqual({
      status: 'finished',
      progress: { audience: 35, processed: 35, written: 35, per_second: null, seconds_left: null },
      ended_at: clock.now().toISOString(),
    });
    expect(one.people()).toBe(35);
    expect(one.told.map(({ status: state, processed }) => [state, processed])).toEqual([
      ['running', 0],
      ['running', 10],
      ['running', 20],
      ['running', 30],
      ['finished', 35],
    ]);
    await one.runner.run(id);
    expect(await told(id)).toHaveLength(35);
  });

  test.each([0, 1, 2, 3])(
    'goes on after a death in batch %i, with nobody twice and nobody left out',
    async (fatal) => {
      const people = await createAudience(database, 35);
      let batch = 0;
      const dying = node({
        notifyMany: (real) => async (tx, kind, items) => {
          const written = await real(tx, kind, items);
          batch += 1;
          if (batch === fatal + 1) throw new Error('the power went out');
          return written;
        },
      });
      const id = await started(dying);
      await expect(dying.runner.run(id)).rejects.toThrow('the power went out');
      expect(await told(id)).toEqual(people.slice(0, fatal * 10));
      const { progress } = await dying.broadcasts.read(database.query, id);
      expect(progress).toMatchObject({ processed: fatal * 10, written: fatal * 10 });

      const other = node();
      expect(await other.runner.atWork()).toEqual([id]);
      await runToTheEnd(other, id);
      expect(await told(id)).toEqual(people);
      expect(await other.broadcasts.read(database.query, id)).toMatchObject({
        status: 'finished',
        progress: { processed: 35, written: 35 },
      });
    },
  );

  test('lets two runners at once share the work', async () => {
    const people = await createAudience(database, 95);
    const [one, two] = [node(), node()];
    const id = await started(one);
    while ((await one.broadcasts.read(database.query, id)).status === 'running') {
      await Promise.all([one.runner.run(id), two.runner.run(id)]);
    }
    expect(await told(id)).toEqual(people);
    const { progress } = await one.broadcasts.read(database.query, id);
    expect(progress).toMatchObject({ processed: 95, written: 95 });
    expect(one.people() + two.people()).toBe(95);
  });

  test('tells nobody while it is paused, and goes on where it was', async () => {
    const people = await createAudience(database, 35);
    const one = node(oneBatchATurn);
    const id = await started(one);
    expect(await one.runner.run(id)).toBe(true);
    await database.transaction((tx) => one.broadcasts.pause(tx, operator, id));
    expect(await one.runner.run(id)).toBe(false);
    expect(await one.runner.atWork()).toEqual([]);
    expect(await told(id)).toEqual(people.slice(0, 10));

    clock.advance(3_600_000);
    await database.transaction((tx) => one.broadcasts.resume(tx, operator, id));
    expect(one.queued.at(-1)).toEqual({ id, at: null });
    expect(await one.runner.run(id)).toBe(true);
    // Ten people in the ten seconds since it was resumed: the pause does not count.
    expect((await one.broadcasts.read(database.query, id)).progress).toEqual({
      audience: 35,
      processed: 20,
      written: 20,
      per_second: 1,
      seconds_left: 15,
    });
    await runToTheEnd(one, id);
    expect(await told(id)).toEqual(people);
  });

  test('tells nobody more when it is stopped', async () => {
    const people = await createAudience(database, 35);
    const one = node(oneBatchATurn);
    const id = await started(one);
    await one.runner.run(id);
    await database.transaction((tx) => one.broadcasts.stop(tx, operator, id));
    expect(await one.runner.run(id)).toBe(false);
    expect(await told(id)).toEqual(people.slice(0, 10));
    const { status, progress } = await one.broadcasts.read(database.query, id);
    expect({ status, processed: progress.processed }).toEqual({ status: 'stopped', processed: 10 });
    expect([...(await one.broadcasts.findStopped(database.query, [id, operator]))]).toEqual([id]);
  });

  test('is for those who were there when it started', async () => {
    const people = await createAudience(database, 25);
    const one = node(oneBatchATurn);
    const id = await started(one);
    await one.runner.run(id);
    const late = await createAudience(database, 10, { signedUp: clock.now() });
    await runToTheEnd(one, id);
    expect(await told(id)).toEqual(people);
    expect(await told(id)).not.toEqual(expect.arrayContaining(late));
    expect((await one.broadcasts.read(database.query, id)).progress).toMatchObject({
      audience: 25,
      processed: 25,
    });
  });

  test('tells nobody twice who has been told before, and does not count them as told', async () => {
    const [first = '', ...others] = await createAudience(database, 12);
    const one = node();
    const id = await started(one);
    await one.runner.run(id);
    await sql`update broadcasts set status = 'running', position = null, processed = 0, written = 0`.execute(
      database.query,
    );
    await sql`delete from notifications where user_id = ${first}`.execute(database.query);
    await one.runner.run(id);
    expect(await told(id)).toEqual([first, ...others]);
    const { progress } = await one.broadcasts.read(database.query, id);
    expect(progress).toMatchObject({ processed: 12, written: 1 });
  });

  test('speaks the language of each, and English where theirs is missing', async () => {
    const [german = ''] = await createAudience(database, 1, { locale: 'de' });
    const [french = ''] = await createAudience(database, 1, { locale: 'fr' });
    const one = node();
    const action = { label: 'Ansehen', path: '/jobs' };
    const id = await started(one, {
      kind: 'maintenance',
      starts_at: '2026-09-02T01:00:00.000Z',
      content: {
        en: { title: 'Maintenance', message: 'We are away.', action: null },
        de: { title: 'Wartung', message: 'Wir sind weg.', action },
      },
    });
    await one.runner.run(id);
    const rows = await database.query
      .selectFrom('notifications')
      .select(['user_id', 'kind', 'payload'])
      .execute();
    const common = { broadcast_id: id, starts_at: '2026-09-02T01:00:00.000Z', ends_at: null };
    expect(new Map(rows.map(({ user_id, kind, payload }) => [user_id, { kind, payload }]))).toEqual(
      new Map([
        [
          german,
          { kind: 'maintenance', payload: { title: 'Wartung', message: 'Wir sind weg.', action, ...common } },
        ],
        [
          french,
          { kind: 'maintenance', payload: { title: 'Maintenance', message: 'We are away.', ...common } },
        ],
      ]),
    );
  });

  test('starts what is scheduled when its time has come, not before', async () => {
    const people = await createAudience(database, 3);
    const one = node();
    const id = await database.transaction((tx) => one.broadcasts.create(tx, operator, announcement()));
    const at = '2026-09-01T13:00:00.000Z';
    await database.transaction((tx) =>
      one.broadcasts.schedule(tx, operator, id, { at, time_zone: 'Europe/Berlin' }),
    );
    expect(one.queued).toEqual([{ id, at: new Date(at) }]);
    expect(await one.runner.atWork()).toEqual([]);
    expect(await one.runner.run(id)).toBe(false);
    expect(await told(id)).toEqual([]);

    clock.set(at);
    expect(await one.runner.atWork()).toEqual([id]);
    await one.runner.run(id);
    expect(await told(id)).toEqual(people);
    const { history, status, started_at } = await one.broadcasts.read(database.query, id);
    expect({ status, started_at }).toEqual({ status: 'finished', started_at: at });
    expect(history.map(({ event, actor }) => [event, actor?.id ?? null])).toEqual([
      ['finished', null],
      ['started', null],
      ['scheduled', operator],
      ['created', operator],
    ]);
  });

  test('has failed after several failures in a row, says why, and can be resumed', async () => {
    const people = await createAudience(database, 25);
    let broken = true;
    const one = node({
      notifyMany: (real) => async (tx, kind, items) => {
        if (broken && items[0]?.userId !== people[0]) throw new Error('there is sand in the gears');
        return real(tx, kind, items);
      },
    });
    const id = await started(one);
    for (let attempt = 1; attempt < 5; attempt += 1) {
      await expect(one.runner.run(id)).rejects.toThrow('sand');
      expect((await one.broadcasts.read(database.query, id)).status).toBe('running');
    }
    expect(await one.runner.run(id)).toBe(false);
    expect(await one.broadcasts.read(database.query, id)).toMatchObject({
      status: 'failed',
      failure: 'there is sand in the gears',
      progress: { processed: 10, written: 10 },
      allowed: ['resume', 'stop'],
    });

    broken = false;
    await database.transaction((tx) => one.broadcasts.resume(tx, operator, id));
    await one.runner.run(id);
    expect(await told(id)).toEqual(people);
    expect(await one.broadcasts.read(database.query, id)).toMatchObject({
      status: 'finished',
      failure: null,
    });
  });

  test('is finished at once when nobody is in its audience', async () => {
    const one = node();
    const id = await started(one, { audience: { to: 'segment', filters: { skills: ['Alchemy'] } } });
    await one.runner.run(id);
    expect(await one.broadcasts.read(database.query, id)).toMatchObject({
      status: 'finished',
      progress: { audience: 0, processed: 0 },
    });
  });

  test('tells everybody but those whom it cannot be told, and says who they are', async () => {
    const people = await createAudience(database, 25);
    const sorted = [...people].sort();
    const spoilt = new Set([sorted[3], sorted[4], sorted[17], sorted[24]]);
    const one = node({
      notifyMany: (real) => async (tx, kind, items) => {
        if (items.some(({ userId }) => spoilt.has(userId))) throw new RangeError('a zone of no use');
        return real(tx, kind, items);
      },
    });
    const id = await started(one);
    await runToTheEnd(one, id);
    expect(await told(id)).toEqual(sorted.filter((userId) => !spoilt.has(userId)));
    expect(one.aside.map(([batch, row]) => [batch, row['user_id']])).toEqual(
      [...spoilt].map((userId) => ['broadcast', userId]),
    );
    expect(await one.broadcasts.read(database.query, id)).toMatchObject({ status: 'finished' });
  });
});
