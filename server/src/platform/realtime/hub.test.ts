import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestNode, opened } from '../../testing/realtime/node.ts';

const user = randomUUID();
const other = randomUUID();
const numbers = (unread: number) => ({ unread, unseen: unread, revision: 0 });

describe('a connection', () => {
  it('is greeted with where its person stands', async () => {
    const node = createTestNode();
    node.ledger.write(user, 3);
    const { transport, connection } = await node.connect(user);
    expect(transport.received).toEqual([
      {
        type: 'connection_established',
        user_id: user,
        user_type: 'job_seeker',
        session: connection?.id,
        epoch: 'epoch-1',
        head: 3,
        unread: 3,
        unseen: 3,
        revision: 0,
        heartbeat_ms: 25_000,
        topics: { role_job_seeker: 0 },
        timestamp: '2026-09-01T12:00:00.000Z',
      },
    ]);
  });

  it('gets what is new, with the new count, in one write and without a query', async () => {
    const node = createTestNode();
    const { transport } = await node.connect(user);
    const before = { ...node.ledger.queries, writes: transport.writes };
    node.write(user, 2);
    node.write(user, 1);
    await node.timers.settle();
    expect(transport.seqs()).toEqual([1, 2, 3]);
    expect(transport.ofType('notification_count').at(-1)).toMatchObject({ count: 3 });
    expect({ ...node.ledger.queries, writes: transport.writes }).toEqual({
      ...before,
      writes: before.writes + 1,
    });
  });

  it('gets what a hint only names by one query for all who need it', async () => {
    const node = createTestNode();
    const people = Array.from({ length: 50 }, () => randomUUID());
    const sockets = await Promise.all(people.map((person) => node.connect(person)));
    const before = node.ledger.queries.streams;
    for (const person of people) node.write(person, 2, 'head');
    await node.timers.settle();
    for (const { transport } of sockets) {
      expect(transport.seqs()).toEqual([1, 2]);
      expect(transport.ofType('notification_count').at(-1)).toMatchObject({ count: 2 });
    }
    expect(node.ledger.queries.streams).toBe(before + 1);
  });

  it('gets nothing of another person', async () => {
    const node = createTestNode();
    const { transport } = await node.connect(user);
    await node.connect(other);
    node.write(other, 2);
    node.publisher.publishToUser(other, { type: 'pong', head: 1, ...numbers(1), timestamp: '' });
    await node.timers.settle();
    expect(transport.received.map(({ type }) => type)).toEqual(['connection_established']);
  });

  it('gets each entry once and in order when hints are doubled and swapped', async () => {
    const node = createTestNode();
    const { transport } = await node.connect(user);
    const [first, second] = [node.ledger.write(user), node.ledger.write(user)];
    node.publisher.streamGrew(user, { head: 2, entries: second });
    node.publisher.streamGrew(user, { head: 1, entries: first });
    node.publisher.streamGrew(user, { head: 2, entries: second });
    await node.timers.settle();
    expect(transport.seqs()).toEqual([1, 2]);
  });

  it('is not told an old count by a hint that others have overtaken', async () => {
    const node = createTestNode();
    const { transport } = await node.connect(user);
    const [first, second] = [node.ledger.write(user), node.ledger.write(user)];
    node.publisher.streamGrew(user, { head: 2, entries: [...first, ...second], numbers: numbers(2) });
    node.publisher.streamGrew(user, { head: 1, entries: first, numbers: numbers(1) });
    await node.timers.settle();
    expect(transport.ofType('notification_count').at(-1)).toMatchObject({ count: 2 });
  });

  it('gets within seconds what no hint has told, and the count with it', async () => {
    const node = createTestNode();
    const { transport } = await node.connect(user);
    node.ledger.write(user, 2);
    await node.timers.advance(3_000);
    expect(transport.seqs()).toEqual([1, 2]);
    node.ledger.markAllRead(user);
    await node.timers.advance(3_000);
    expect(transport.ofType('notification_count').at(-1)).toMatchObject({ count: 0 });
  });

  it('is told when something was marked as read elsewhere', async () => {
    const node = createTestNode();
    node.ledger.write(user, 2);
    const { transport } = await node.connect(user);
    node.ledger.markAllRead(user);
    node.publisher.readStatesChanged(user);
    await node.timers.settle();
    expect(transport.ofType('notification_count')).toMatchObject([{ count: 0, unseen: 0 }]);
  });

  it('is told when something was changed elsewhere that leaves the counts, also when the hint is lost', async () => {
    const node = createTestNode();
    node.ledger.write(user, 2);
    const { transport } = await node.connect(user);
    node.ledger.pin(user);
    node.publisher.readStatesChanged(user);
    await node.timers.settle();
    node.ledger.markAllSeen(user);
    await node.timers.advance(3_000);
    await node.timers.advance(3_000);
    expect(transport.ofType('notification_count')).toMatchObject([
      { count: 2, unseen: 2, revision: 1 },
      { count: 2, unseen: 0, revision: 1 },
    ]);
  });

  it('goes on when the database comes back', async () => {
    const node = createTestNode();
    const { transport } = await node.connect(user);
    node.ledger.failing = true;
    node.write(user, 1, 'head');
    await node.timers.settle();
    expect(transport.seqs()).toEqual([]);
    node.ledger.failing = false;
    await node.timers.advance(3_000);
    expect(transport.seqs()).toEqual([1]);
  });

  it('answers pings without a query', async () => {
    const node = createTestNode();
    node.ledger.write(user, 2);
    const { transport, connection } = await node.connect(user);
    const before = { ...node.ledger.queries };
    node.hub.pong(opened(connection));
    await node.timers.settle();
    expect(transport.ofType('pong')).toMatchObject([{ head: 2, unread: 2 }]);
    expect(node.ledger.queries).toEqual(before);
  });
});

describe('resuming', () => {
  it('sends what was missed, in order, and says when that is all', async () => {
    const node = createTestNode({ catchUpEntries: 10 });
    node.ledger.write(user, 35);
    const { transport, connection } = await node.connect(user);
    const resumed = node.hub.resume(opened(connection), { epoch: 'epoch-1', user: 4 });
    node.write(user, 2);
    await node.timers.settle();
    await resumed;
    node.write(user, 1);
    await node.timers.settle();
    expect(transport.seqs()).toEqual(Array.from({ length: 34 }, (_, index) => index + 5));
    expect(transport.ofType('resumed')).toMatchObject([{ complete: true }]);
  });

  it('reads for each of many no more than its share, and all in the end', async () => {
    const node = createTestNode({ catchUpRows: 100 });
    const people = Array.from({ length: 20 }, () => randomUUID());
    for (const person of people) node.ledger.write(person, 35);
    const sockets = await Promise.all(people.map((person) => node.connect(person)));
    const before = node.ledger.queries.streams;
    const resumes = sockets.map(({ connection }) =>
      node.hub.resume(opened(connection), { epoch: 'epoch-1', user: 0 }),
    );
    await node.timers.settle();
    await Promise.all(resumes);
    for (const { transport } of sockets) expect(transport.seqs()).toHaveLength(35);
    expect(node.ledger.queries.streams - before).toBe(4);
  });

  it('sends each entry once to one that goes back further while its entries are read', async () => {
    const node = createTestNode();
    node.ledger.write(user, 10);
    const { transport, connection } = await node.connect(user);
    const answered = Promise.withResolvers<void>();
    node.ledger.answersAfter = answered.promise;
    const first = node.hub.resume(opened(connection), { epoch: 'epoch-1', user: 8 });
    await node.timers.settle();
    const second = node.hub.resume(opened(connection), { epoch: 'epoch-1', user: 2 });
    await node.timers.settle();
    node.ledger.answersAfter = undefined;
    answered.resolve();
    await node.timers.settle();
    await Promise.all([first, second]);
    expect(transport.seqs()).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect(transport.ofType('resync_required')).toEqual([]);
    expect(transport.ofType('resumed')).toMatchObject([{ complete: true }]);
  });

  it('is told that it has everything when that is so, whatever else it is sent while its answer is prepared', async () => {
    const node = createTestNode();
    node.ledger.write(user, 3);
    const { transport, connection } = await node.connect(user);
    // The client has heard more at another node, so this one has to ask.
    node.topics.write('role_job_seeker', 2);
    const { promise, resolve } = Promise.withResolvers<void>();
    node.topics.answersAfter = promise;
    const cursors = { user: 1, topics: { role_job_seeker: 1 } };
    const resumed = node.hub.resume(opened(connection), { epoch: 'epoch-1', ...cursors });
    node.write(user, 1, 'head');
    await node.timers.settle();
    expect(transport.seqs()).toEqual([4]);
    expect(transport.ofType('resumed')).toEqual([]);

    resolve();
    await resumed;
    await node.timers.settle();
    expect(transport.seqs()).toEqual([4, 2, 3, 4]);
    expect(transport.ofType('event').map(({ seq }) => seq)).toEqual([2]);
    expect(transport.ofType('resumed')).toHaveLength(1);
    expect(transport.received.at(-1)).toMatchObject({ type: 'resumed', complete: true });
  });

  it('serves a storm of people by few queries', async () => {
    const node = createTestNode({ catchUpBatch: 200 });
    const people = Array.from({ length: 400 }, () => randomUUID());
    for (const person of people) node.ledger.write(person, 3);
    const sockets = await Promise.all(people.map((person) => node.connect(person)));
    const before = node.ledger.queries.streams;
    await Promise.all(
      sockets.map(({ connection }) => node.hub.resume(opened(connection), { epoch: 'epoch-1', user: 1 })),
    );
    await node.timers.settle();
    for (const { transport } of sockets) expect(transport.seqs()).toEqual([2, 3]);
    expect(node.ledger.queries.streams - before).toBe(2);
  });

  it.each([
    ['another epoch', 'epoch-0', 3, 0],
    ['a cursor beyond the head', 'epoch-1', 9, 0],
    ['a part that has been pruned', 'epoch-1', 1, 3],
    ['a part that has been pruned to the end', 'epoch-1', 1, 5],
  ])('asks for a new start after %s, then goes on live', async (_name, epoch, after, pruned) => {
    const node = createTestNode();
    node.ledger.write(user, 5);
    node.ledger.prune(user, pruned);
    const { transport, connection } = await node.connect(user);
    const resumed = node.hub.resume(opened(connection), { epoch, user: after });
    await node.timers.settle();
    await resumed;
    node.write(user);
    await node.timers.settle();
    expect(transport.ofType('resync_required')).toMatchObject([{ epoch: 'epoch-1', head: 5 }]);
    expect(transport.ofType('resumed')).toMatchObject([{ complete: false }]);
    expect(transport.seqs()).toEqual([6]);
  });

  it('asks for a new start at a hole, also at the end and while it is live, and goes on behind it', async () => {
    const node = createTestNode();
    node.ledger.write(user, 5);
    node.ledger.remove(user, 4);
    const { transport, connection } = await node.connect(user);
    const resumed = node.hub.resume(opened(connection), { epoch: 'epoch-1', user: 2 });
    await node.timers.settle();
    await resumed;
    expect(transport.seqs()).toEqual([3]);
    expect(transport.ofType('resumed')).toMatchObject([{ complete: false }]);

    node.ledger.write(user, 1);
    node.ledger.remove(user, 6);
    await node.timers.advance(3_000);
    node.write(user);
    await node.timers.settle();
    expect(transport.seqs()).toEqual([3, 7]);
    expect(transport.ofType('resync_required').map(({ head }) => head)).toEqual([5, 6]);
  });

  it('believes a client that knows more than its node, when the database agrees', async () => {
    const node = createTestNode();
    const { transport, connection } = await node.connect(user);
    node.ledger.write(user, 4);
    const resumed = node.hub.resume(opened(connection), { epoch: 'epoch-1', user: 3 });
    await node.timers.settle();
    await resumed;
    expect(transport.seqs()).toEqual([4]);
    expect(transport.ofType('resync_required')).toEqual([]);
  });
});

describe('limits and time', () => {
  it('bounds the connections of a person and of a node', async () => {
    const node = createTestNode({ connectionsPerPerson: 2, connections: 3 });
    await node.connect(user);
    await node.connect(user);
    expect((await node.connect(user)).transport.closed).toMatchObject({ code: 1013 });
    const last = await node.connect(other);
    expect(last.connection).not.toBeNull();
    expect((await node.connect(randomUUID())).transport.closed).toMatchObject({ code: 1013 });
    node.hub.release(opened(last.connection));
    expect((await node.connect(other)).connection).not.toBeNull();
  });

  it('ends a connection whose other side is gone without a word', async () => {
    const node = createTestNode();
    const gone = await node.connect(user);
    const there = await node.connect(other);
    for (let second = 0; second < 80; second += 1) {
      opened(there.connection).heard = true;
      await node.timers.advance(1_000);
    }
    expect(gone.transport.terminated).toBe(true);
    expect(there.transport.terminated).toBe(false);
    expect(there.transport.pings).toBe(3);
    expect(node.hub.personCount).toBe(1);
  });

  it('closes a connection whose token has run out, unless a new one comes in time', async () => {
    const node = createTestNode();
    const stale = await node.connect(user);
    const fresh = await node.connect(other);
    const keepAlive = async (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        for (const { connection } of [stale, fresh]) opened(connection).heard = true;
        await node.timers.advance(1_000);
      }
    };
    await keepAlive(15 * 60 + 28);
    expect(stale.transport.closed).toBeUndefined();
    node.hub.renew(opened(fresh.connection), new Date(node.clock.now().getTime() + 15 * 60_000));
    await keepAlive(4);
    expect(stale.transport.closed).toMatchObject({ code: 4004 });
    expect(fresh.transport.closed).toBeUndefined();
  });

  it('ends what a session has opened when it has ended, and nothing else', async () => {
    const node = createTestNode();
    const [ended, ofAnotherSession] = [await node.connect(user), await node.connect(user)];
    node.hub.closeGrant(opened(ended.connection).grantId ?? '', 4001, 'signed out');
    expect(ended.transport.closed).toMatchObject({ code: 4001 });
    expect(ofAnotherSession.transport.closed).toBeUndefined();
  });

  it('opens sockets while the bus is silent, and finds what that does not tell', async () => {
    const forever = new Promise<void>(() => {});
    const node = createTestNode({}, (bus) => ({
      ...bus,
      subscribe: () => ({ ready: forever, unsubscribe: () => {} }),
    }));
    const opening = node.connect(user);
    await node.timers.advance(2_000);
    const { transport } = await opening;
    expect(transport.ofType('connection_established')).toHaveLength(1);
    node.write(user, 1);
    node.writeTopic('role_job_seeker');
    await node.timers.advance(3_000);
    expect(transport.seqs()).toEqual([1]);
    expect(transport.ofType('event').map(({ seq }) => seq)).toEqual([1]);
  });

  it('refuses a socket while the database is away, and tells it to come back', async () => {
    const node = createTestNode();
    node.ledger.failing = true;
    const { transport, connection } = await node.connect(user);
    expect(connection).toBeNull();
    expect(transport.closed).toMatchObject({ code: 1013 });
    expect(node.hub.connectionCount).toBe(0);
  });

  it('drains by closing everybody, spread over time, and takes nobody new', async () => {
    const node = createTestNode();
    const sockets = await Promise.all(Array.from({ length: 40 }, () => node.connect(randomUUID())));
    let drained = false;
    void node.hub.drain(1_000).then(() => {
      drained = true;
    });
    await node.timers.advance(450);
    const closedHalfWay = sockets.filter(({ transport }) => transport.closed !== undefined);
    expect(closedHalfWay).toHaveLength(20);
    expect(drained).toBe(false);
    expect((await node.connect(user)).transport.closed).toMatchObject({ code: 1012 });
    await node.timers.advance(550);
    expect(sockets.every(({ transport }) => transport.closed?.code === 1012)).toBe(true);
    expect(drained).toBe(true);
  });
});

describe('metrics', () => {
  it('count connections, messages, catch-ups and the time from commit to write', async () => {
    const node = createTestNode();
    await node.connect(user);
    const { connection } = await node.connect(user, 'recruiter');
    node.write(user, 1, 'head');
    await node.timers.settle();
    node.hub.close(opened(connection), 1012, 'restarting');
    const lines = (await node.metrics()).split('\n');
    expect(lines).toContain('rolecall_realtime_connections{role="job_seeker"} 1');
    expect(lines).toContain('rolecall_realtime_connections{role="recruiter"} 0');
    expect(lines).toContain('rolecall_realtime_catch_ups_total 2');
    expect(lines).toContain('rolecall_realtime_catch_up_queries_total 1');
    expect(lines).toContain('rolecall_realtime_delivery_seconds_count 1');
    expect(lines).toContain('rolecall_realtime_closes_total{code="1012"} 1');
  });
});
