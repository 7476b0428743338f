import type { Role } from '@rolecall/contract';
import { type KyselyPlugin, sql } from 'kysely';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createPeople, storedRecipients } from '../../../testing/messaging/people.ts';
import { FakeTimers } from '../../../testing/timers.ts';
import { createPresence, createPresenceTracker, type PresenceTracker } from './index.ts';

describeEachDatabase('who is online', (open) => {
  const clock = new FakeClock();
  const presence = createPresence({ clock, recipients: storedRecipients });
  let timers: FakeTimers;
  let database: Database;
  let trackers: PresenceTracker[] = [];

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => {
    timers = new FakeTimers(clock);
  });
  afterEach(async () => {
    for (const tracker of trackers) await tracker.stop();
    trackers = [];
    await sql`delete from presence_nodes`.execute(database.query);
  });

  /** A process with sockets, entered into the list. */
  async function startNode(over: Database = database): Promise<PresenceTracker> {
    const logger = pino({ level: 'silent' });
    const tracker = createPresenceTracker({ database: over, clock, timers, logger });
    trackers.push(tracker);
    await tracker.keepUp();
    return tracker;
  }

  const note = (tracker: PresenceTracker, userId: string, connections = 1, role: Role = 'job_seeker') =>
    tracker.note({ userId, role, connections });

  async function onlineNow(userIds: readonly string[]): Promise<string[]> {
    const online = await presence.onlineAmong(database.query, userIds);
    return userIds.filter((userId) => online.has(userId));
  }

  const everybody = async () =>
    (await presence.listOnline(database.query, { limit: 100 })).items.map(({ user_id }) => user_id);

  test('is known on all nodes, until the last connection of a person has ended', async () => {
    const [ada = '', bea = '', away = ''] = await createPeople(database, 3);
    const [near, far] = [await startNode(), await startNode()];
    note(near, ada, 2);
    note(far, ada);
    note(far, bea, 1, 'recruiter');
    await Promise.all([near.keepUp(), far.keepUp()]);

    expect(await onlineNow([ada, bea, away])).toEqual([ada, bea]);
    expect(await presence.summary(database.query)).toMatchObject({
      people: { job_seeker: 1, recruiter: 1, operator: 0 },
      connections: 4,
      nodes: [
        { node_id: near.nodeId, people: 1, connections: 2 },
        { node_id: far.nodeId, people: 2, connections: 2 },
      ],
    });

    note(near, ada, 0);
    await near.keepUp();
    expect(await onlineNow([ada])).toEqual([ada]);
    note(far, ada, 0);
    await far.keepUp();
    expect(await onlineNow([ada, bea])).toEqual([bea]);
  });

  test('is written by a timer, within a second', async () => {
    const [ada = ''] = await createPeople(database, 1);
    const node = await startNode();
    note(node, ada);
    await timers.advance(1_000);
    await expect.poll(() => onlineNow([ada])).toEqual([ada]);
  });

  test('costs nothing for who comes and goes within a second, and a few statements for a storm', async () => {
    const statements = countStatements();
    const node = await startNode({ ...database, query: database.query.withPlugin(statements) });
    statements.count = 0;
    const [passerby = ''] = await createPeople(database, 1);
    note(node, passerby);
    note(node, passerby, 0);
    await node.keepUp();
    expect(statements.count).toBe(0);

    const people = Array.from({ length: 10_000 }, () => uuidv7());
    for (const userId of people) note(node, userId);
    await node.keepUp();
    expect(statements.count).toBe(2);
    expect((await presence.summary(database.query)).people.job_seeker).toBe(10_000);

    for (const userId of people) note(node, userId, 0);
    await node.keepUp();
    expect(statements.count).toBe(4);
    expect((await presence.summary(database.query)).people.job_seeker).toBe(0);
  });

  test('takes up changes that come while others are written', async () => {
    const [stays = '', leaves = '', returns = ''] = await createPeople(database, 3);
    const node = await startNode();
    note(node, leaves);
    note(node, returns);
    await node.keepUp();

    note(node, stays);
    note(node, returns, 0);
    const writing = node.keepUp();
    note(node, leaves, 0);
    note(node, returns);
    note(node, stays, 3);
    await writing;
    await node.keepUp();
    expect(await onlineNow([stays, leaves, returns])).toEqual([stays, returns]);
    expect((await presence.summary(database.query)).connections).toBe(4);
  });

  test('keeps what could not be written, and writes it when the database takes it again', async () => {
    const [before = '', leaver = '', during = ''] = await createPeople(database, 3);
    const node = await startNode();
    note(node, before);
    note(node, leaver);
    await node.keepUp();

    await sql`alter table presence_people rename to presence_people_away`.execute(database.query);
    note(node, during);
    note(node, leaver, 0);
    await node.keepUp();
    await node.keepUp();
    await sql`alter table presence_people_away rename to presence_people`.execute(database.query);
    clock.advance(1_000);
    await node.keepUp();
    expect(await onlineNow([before, leaver, during])).toEqual([before, during]);
  });

  test('forgets a process that has died, by any other, and what it said counts no more before', async () => {
    const [ada = '', bea = ''] = await createPeople(database, 2);
    const [dying, living] = [await startNode(), await startNode()];
    note(dying, ada);
    note(living, bea);
    await Promise.all([dying.keepUp(), living.keepUp()]);

    for (let second = 0; second < 20; second += 5) {
      expect(await onlineNow([ada, bea])).toEqual([ada, bea]);
      clock.advance(5_000);
      await living.keepUp();
    }
    clock.advance(1);
    expect(await onlineNow([ada, bea])).toEqual([bea]);
    clock.advance(4_999);
    await living.keepUp();
    const nodes = database.query.selectFrom('presence_nodes').select('node_id');
    expect(await nodes.execute()).toEqual([{ node_id: living.nodeId }]);
    const rows = database.query.selectFrom('presence_people').select('user_id');
    expect(await rows.execute()).toEqual([{ user_id: bea }]);
  });

  test('is written anew by a process that was taken for dead, with the times as they were', async () => {
    const [ada = '', bea = ''] = await createPeople(database, 2);
    const [paused, other] = [await startNode(), await startNode()];
    note(paused, ada);
    const since = clock.now().toISOString();
    await paused.keepUp();

    clock.advance(60_000);
    await other.keepUp();
    expect(await onlineNow([ada])).toEqual([]);
    note(paused, bea);
    await paused.keepUp();
    expect(await onlineNow([ada, bea])).toEqual([ada, bea]);
    const { items } = await presence.listOnline(database.query, { limit: 10 });
    expect(items.map((item) => [item.user_id, item.since])).toEqual([
      [bea, clock.now().toISOString()],
      [ada, since],
    ]);
  });

  test('is written anew after the database has lost it in a crash', async () => {
    const [ada = '', bea = ''] = await createPeople(database, 2);
    const node = await startNode();
    note(node, ada);
    await node.keepUp();

    await sql`truncate presence_nodes, presence_people`.execute(database.query);
    clock.advance(5_000);
    await node.keepUp();
    expect(await onlineNow([ada])).toEqual([ada]);

    await sql`truncate presence_nodes, presence_people`.execute(database.query);
    note(node, bea);
    await node.keepUp();
    await node.keepUp();
    expect(await onlineNow([ada, bea])).toEqual([ada, bea]);
  });

  test('is nobody of a process that has stopped', async () => {
    const [ada = '', bea = ''] = await createPeople(database, 2);
    const [ending, staying] = [await startNode(), await startNode()];
    note(ending, ada);
    note(staying, bea);
    await Promise.all([ending.keepUp(), staying.keepUp()]);
    await ending.stop();
    expect(await everybody()).toEqual([bea]);
    expect((await presence.summary(database.query)).nodes).toHaveLength(1);
  });
});

/** Counts the statements of a query builder that carries it. */
function countStatements(): KyselyPlugin & { count: number } {
  return {
    count: 0,
    transformQuery({ node }) {
      this.count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}
