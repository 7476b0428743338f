import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RolecallError } from '../errors.ts';
import {
  event,
  greeting,
  notification,
  resumed,
  setUp,
  subscribed,
  timestamp,
} from '../testing/fake-server.ts';
import { type Cursor, memoryCursor } from './cursors.ts';

describe('the stream', () => {
  it('starts at its end without a cursor, and goes on from there', async () => {
    const { settle, current, applied, statuses, counts } = setUp();
    await settle();
    current().receive(greeting(4));
    for (const seq of [4, 5, 5, 6, 5]) current().receive(notification(seq));
    expect(applied).toEqual([5, 6]);
    expect(statuses).toEqual(['live']);
    expect(counts).toEqual([4]);
    expect(current().sent).toEqual([]);
  });

  it('resumes from the cursor, and is live when all is there', async () => {
    const cursors = memoryCursor({ epoch: 'epoch-1', seq: 2 });
    const { settle, current, applied, statuses } = setUp({ cursors });
    await settle();
    current().receive(greeting(4));
    expect(current().sent).toEqual([{ type: 'resume', epoch: 'epoch-1', cursors: { user: 2 } }]);
    for (const seq of [3, 4]) current().receive(notification(seq));
    expect(statuses).toEqual([]);
    current().receive(resumed);
    expect(statuses).toEqual(['live']);
    expect(applied).toEqual([3, 4]);
    expect(cursors.load()).toEqual({ epoch: 'epoch-1', seq: 4, topics: {} });
  });

  it('asks once for what a gap hides, and for a tail that a pong tells of', async () => {
    const { settle, current, applied } = setUp();
    await settle();
    current().receive(greeting(0));
    for (const seq of [1, 4, 5]) current().receive(notification(seq));
    expect(current().sent).toEqual([{ type: 'resume', epoch: 'epoch-1', cursors: { user: 1 } }]);
    for (const seq of [2, 3, 4, 5]) current().receive(notification(seq));
    current().receive(resumed);
    current().receive({ type: 'pong', head: 6, unread: 6, unseen: 6, revision: 0, timestamp });
    expect(current().sent.at(-1)).toEqual({ type: 'resume', epoch: 'epoch-1', cursors: { user: 5 } });
    expect(applied).toEqual([1, 2, 3, 4, 5]);
  });

  it.each<[string, Cursor]>([
    ['another epoch', { epoch: 'epoch-0', seq: 2 }],
    ['a cursor beyond the head', { epoch: 'epoch-1', seq: 9 }],
  ])('starts anew after %s', async (_name, cursor) => {
    const cursors = memoryCursor(cursor);
    const { settle, current, applied, resyncs } = setUp({ cursors });
    await settle();
    current().receive(greeting(4));
    current().receive(notification(5));
    expect(resyncs).toEqual([4]);
    expect(applied).toEqual([5]);
    expect(cursors.load()).toEqual({ epoch: 'epoch-1', seq: 5, topics: {} });
  });

  it('is applied once and in order whatever comes, how often, in which order, and so are topics', async () => {
    const role = 'role_job_seeker';
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constant('write' as const),
          to: fc.constantFrom('user' as const, role),
          reaches: fc.boolean(),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant('repeat' as const),
          to: fc.constantFrom('user' as const, role),
          back: fc.nat(5),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('lose' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('pong' as const) }) },
    );
    const write = (to: 'user' | typeof role, seq: number) =>
      to === role ? event(role, seq) : notification(seq);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const client = setUp();
        const heads = { user: 0, [role]: 0 };
        let answered = 0;
        await client.settle();
        const serve = () => {
          const { sent } = client.current();
          for (; answered < sent.length; answered += 1) {
            const request = sent[answered];
            if (request?.['type'] !== 'resume') continue;
            const { user = heads.user, topics = {} } = Object(request['cursors']);
            for (let seq = user + 1; seq <= heads.user; seq += 1) client.current().receive(notification(seq));
            for (let seq = (topics[role] ?? heads[role]) + 1; seq <= heads[role]; seq += 1)
              client.current().receive(event(role, seq));
            client.current().receive(resumed);
          }
        };
        const open = () => {
          answered = 0;
          client.current().receive(greeting(heads.user, 'epoch-1', { [role]: heads[role] }));
          serve();
        };
        open();
        for (const current of steps) {
          if (current.do === 'write') {
            heads[current.to] += 1;
            if (current.reaches) client.current().receive(write(current.to, heads[current.to]));
          } else if (current.do === 'repeat') {
            if (heads[current.to] === 0) continue;
            client.current().receive(write(current.to, Math.max(1, heads[current.to] - current.back)));
          } else if (current.do === 'pong') {
            client
              .current()
              .receive({ type: 'pong', head: heads.user, unread: 0, unseen: 0, revision: 0, timestamp });
          } else {
            client.current().lose(1006);
            await client.pass(16_000);
            open();
          }
          if (current.do !== 'write') serve();
        }
        client.current().lose(1006);
        await client.pass(16_000);
        open();
        const upTo = (head: number) => Array.from({ length: head }, (_, index) => index + 1);
        expect(client.applied).toEqual(upTo(heads.user));
        expect(client.events).toEqual(upTo(heads[role]).map((seq) => `told ${role}:${seq}`));
        client.socket.close();
      }),
    );
  });
});

describe('the streams of topics', () => {
  const role = 'role_job_seeker';
  const jobs = 'job_posted_job_seeker';
  const job = (seq: number) => ({
    type: 'job_posted' as const,
    ...({
      topic: jobs,
      seq,
      message: '',
      job_id: '',
      job_title: '',
      company: '',
      location: null,
      timestamp,
    } as const),
    data: { skills_required: [] },
  });

  it('start at their heads, and each seq is told once and in order', async () => {
    const cursors = memoryCursor();
    const { settle, current, events, socket } = setUp({ cursors });
    socket.subscribe('job_posted');
    await settle();
    current().receive(greeting(0, 'epoch-1', { [role]: 7 }));
    current().receive(subscribed({ [role]: 7, [jobs]: 2 }));
    for (const seq of [7, 8, 8, 9]) current().receive(event(role, seq));
    for (const seq of [3, 3, 2, 4]) current().receive(job(seq));
    current().receive({ type: 'event', name: 'room_ready', data: {}, timestamp });
    expect(events).toEqual([
      `told ${role}:8`,
      `told ${role}:9`,
      'job_posted 3',
      'job_posted 4',
      'room_ready undefined:undefined',
    ]);
    expect(cursors.load()).toEqual({ epoch: 'epoch-1', seq: 0, topics: { [role]: 9, [jobs]: 4 } });
  });

  it('are resumed in one request with the own one, after the subscriptions', async () => {
    const cursors = memoryCursor({ epoch: 'epoch-1', seq: 2, topics: { [role]: 5, [jobs]: 1 } });
    const { settle, current, statuses, socket } = setUp({ cursors });
    socket.subscribe('job_posted');
    await settle();
    current().receive(greeting(4, 'epoch-1', { [role]: 5 }));
    current().receive(notification(5));
    current().receive(subscribed({ [role]: 5, [jobs]: 3 }));
    expect(current().sent).toEqual([
      { type: 'subscribe', notification_types: ['job_posted'] },
      { type: 'resume', epoch: 'epoch-1', cursors: { user: 2, topics: { [jobs]: 1 } } },
    ]);
    expect(statuses).toEqual([]);
    current().receive(resumed);
    expect(statuses).toEqual(['live']);
  });

  it('ask for what a gap hides, also while another answer is on its way', async () => {
    const { settle, current, events } = setUp();
    await settle();
    current().receive(greeting(0, 'epoch-1', { [role]: 0 }));
    current().receive(notification(2));
    current().receive(event(role, 2));
    expect(current().sent).toEqual([{ type: 'resume', epoch: 'epoch-1', cursors: { user: 0 } }]);
    for (const seq of [1, 2]) current().receive(notification(seq));
    current().receive(resumed);
    expect(current().sent.at(-1)).toEqual({
      type: 'resume',
      epoch: 'epoch-1',
      cursors: { topics: { [role]: 0 } },
    });
    for (const seq of [1, 2]) current().receive(event(role, seq));
    expect(events).toEqual([`told ${role}:1`, `told ${role}:2`]);
  });

  it('tell what is gone for good, and go on after it', async () => {
    const cursors = memoryCursor({ epoch: 'epoch-1', seq: 0, topics: { [role]: 1 } });
    const { settle, current, events, resyncs } = setUp({ cursors });
    await settle();
    current().receive(greeting(0, 'epoch-1', { [role]: 9 }));
    current().receive({ type: 'resync_required', epoch: 'epoch-1', topic: role, head: 9, timestamp });
    current().receive(resumed);
    current().receive(event(role, 10));
    expect(events).toEqual([`missed ${role} up to 9`, `told ${role}:10`]);
    expect(resyncs).toEqual([]);
  });

  it('are cut off by another epoch, and that is told', async () => {
    const cursors = memoryCursor({ epoch: 'epoch-0', seq: 1, topics: { [role]: 1, [jobs]: 1 } });
    const { settle, current, events, socket } = setUp({ cursors });
    socket.subscribe('job_posted');
    await settle();
    current().receive(greeting(1, 'epoch-1', { [role]: 3 }));
    current().receive(subscribed({ [role]: 3, [jobs]: 0 }));
    expect(events).toEqual([`missed ${role} up to 3`, `missed ${jobs} up to 0`]);
    expect(current().sent.map(({ type }) => type)).toEqual(['subscribe']);
  });

  it('are forgotten by who wants them no more', async () => {
    const cursors = memoryCursor();
    const { settle, current, socket } = setUp({ cursors });
    socket.subscribe('job_posted');
    await settle();
    current().receive(greeting(0, 'epoch-1', { [role]: 0 }));
    current().receive(subscribed({ [role]: 0, [jobs]: 2 }));
    socket.unsubscribe('job_posted');
    current().receive(job(3));
    current().receive({ type: 'unsubscribed', notification_types: [], topics: { [role]: 0 }, timestamp });
    socket.subscribe('job_posted');
    current().receive(subscribed({ [role]: 0, [jobs]: 9 }));
    expect(current().sent.map(({ type }) => type)).toEqual(['subscribe', 'unsubscribe', 'subscribe']);
    expect(cursors.load()?.topics).toEqual({ [role]: 0, [jobs]: 9 });
  });

  it('are asked for again when the answer does not come', async () => {
    const { settle, current } = setUp();
    await settle();
    current().receive(greeting(0, 'epoch-1', { [role]: 0 }));
    current().receive(event(role, 2));
    const pong = { type: 'pong', head: 0, unread: 0, unseen: 0, revision: 0, timestamp } as const;
    current().receive(pong);
    expect(current().sent).toHaveLength(1);
    current().receive(pong);
    expect(current().sent).toHaveLength(2);
  });

  it('load from a cursor that an older client has stored, and from nothing sensible not at all', async () => {
    const older = setUp({ cursors: memoryCursor({ epoch: 'epoch-1', seq: 3 }) });
    await older.settle();
    older.current().receive(greeting(3, 'epoch-1', { [role]: 5 }));
    expect(older.current().sent).toEqual([]);
    const broken = setUp({
      cursors: { load: () => JSON.parse('{"epoch":"epoch-1","seq":"3"}'), save: () => {} },
    });
    await broken.settle();
    broken.current().receive(greeting(5));
    broken.current().receive(notification(6));
    expect(broken.applied).toEqual([6]);
  });
});

describe('the connection', () => {
  it('comes back with full jitter, the first time too, and later each time it fails', async () => {
    const { settle, current, statuses, pass, sockets, socket } = setUp();
    socket.subscribe('job_posted');
    await settle();
    current().receive(greeting(0));
    expect(current().sent).toEqual([{ type: 'subscribe', notification_types: ['job_posted'] }]);
    expect(statuses).toEqual([]);
    current().receive(subscribed({}));
    expect(statuses).toEqual(['live']);
    for (let attempt = 0; attempt < 7; attempt += 1) {
      current().lose(1006);
      await pass(15_000);
    }
    const delays = statuses.filter((status) => status.startsWith('waiting'));
    expect(delays.map((status) => Number(status.split(' ')[1]))).toEqual([
      500, 1000, 2000, 4000, 8000, 15_000, 15_000,
    ]);
    expect(sockets).toHaveLength(8);
    current().receive(greeting(0));
    current().receive({ type: 'pong', head: 0, unread: 0, unseen: 0, revision: 0, timestamp });
    current().lose(1012);
    expect(statuses.at(-1)).toBe('waiting 500');
  });

  it('waits for longer when it is over a limit', async () => {
    const { settle, current, statuses } = setUp();
    await settle();
    current().lose(1013);
    expect(statuses).toEqual(['waiting 5000']);
  });

  it('stops on 4003', async () => {
    const { settle, current, socket, pass, sockets } = setUp();
    await settle();
    current().lose(4003);
    await pass(600_000);
    expect(socket.status).toEqual({ state: 'stopped', reason: 'signed_out', code: 4003 });
    expect(sockets).toHaveLength(1);
  });

  it('stops when a new token is refused too', async () => {
    const { settle, current, socket, pass, sockets } = setUp();
    await settle();
    current().lose(4001);
    await pass(1_500);
    current().lose(4001);
    await pass(600_000);
    expect(socket.status).toEqual({ state: 'stopped', reason: 'signed_out', code: 4001 });
    expect(sockets).toHaveLength(2);
  });

  it('goes on with the next session when its own has ended, and stops when there is none', async () => {
    const { settle, current, pass, socket, sockets, refreshes } = setUp();
    await settle();
    current().receive(greeting(0));
    current().lose(4001);
    await pass(499);
    expect(refreshes()).toBe(0);
    await pass(1_000);
    expect(refreshes()).toBe(1);
    expect(sockets.map(({ url }) => url.split('?')[1])).toEqual(['token=token-0', 'token=token-1']);
    current().receive(greeting(0));
    expect(socket.status).toEqual({ state: 'live' });

    const over = setUp({ refresh: () => Promise.reject(new RolecallError('unauthenticated', 'no session')) });
    await over.settle();
    over.current().receive(greeting(0));
    over.current().lose(4001);
    await over.pass(600_000);
    expect(over.socket.status).toEqual({ state: 'stopped', reason: 'signed_out', code: 4001 });
    expect(over.sockets).toHaveLength(1);
  });

  it('comes back with a new token after 4004', async () => {
    const { settle, current, pass, sockets, refreshes } = setUp();
    await settle();
    current().lose(4004);
    await pass(1_000);
    expect(refreshes()).toBe(1);
    expect(sockets.map(({ url }) => url.split('?')[1])).toEqual(['token=token-0', 'token=token-1']);
  });

  it('stops when there is no session any more, and tries again when the server is only away', async () => {
    const fail = (code: 'unauthenticated' | 'network_error') =>
      setUp({ accessToken: () => Promise.reject(new RolecallError(code, 'no token')) });
    const ended = fail('unauthenticated');
    const away = fail('network_error');
    await ended.settle();
    expect(ended.socket.status).toMatchObject({ state: 'stopped', reason: 'signed_out' });
    expect(away.socket.status).toMatchObject({ state: 'waiting' });
  });

  it('is tried again when a token does not come, and what comes too late leads to nothing', async () => {
    const { promise: late, resolve: deliver } = Promise.withResolvers<void>();
    let asked = 0;
    const { settle, pass, sockets, statuses, socket } = setUp({
      async accessToken() {
        asked += 1;
        if (asked === 1) await late;
        return { token: `number-${asked}`, expiresAt: 900_000 };
      },
    });
    const errors: string[] = [];
    socket.on('error', ({ code }) => errors.push(code));
    await settle();
    await pass(30_000);
    expect([errors, statuses]).toEqual([['timeout'], ['waiting 500']]);
    await pass(500);
    deliver();
    await settle();
    expect(sockets).toHaveLength(1);
  });

  it('is given up when the server says nothing any more, or never has', async () => {
    const { settle, current, pass, statuses, sockets } = setUp();
    await settle();
    await pass(20_000);
    expect(statuses).toEqual(['waiting 500']);
    await pass(1_000);
    expect(sockets).toHaveLength(2);
    current().receive(greeting(0));
    await pass(49_000);
    expect(current().sent).toEqual([{ type: 'ping' }]);
    await pass(1_500);
    expect(sockets[1]?.readyState).toBe(3);
    expect(statuses.at(-1)).toMatch(/^waiting/);
  });

  it('brings a new token before the old one runs out', async () => {
    const expiries = [60_000, 900_000];
    const { settle, current, pass } = setUp({
      accessToken: async () => ({ token: `until-${expiries[0]}`, expiresAt: expiries.shift() ?? 0 }),
    });
    await settle();
    current().receive(greeting(0));
    await pass(26_000);
    expect(current().sent).toEqual([{ type: 'ping' }, { type: 'refresh', token: 'until-900000' }]);
  });

  it('ends when it is closed, also while it waits', async () => {
    const { settle, current, socket, pass, sockets } = setUp();
    await settle();
    current().lose(1006);
    socket.close();
    await pass(600_000);
    expect(sockets).toHaveLength(1);
    expect(socket.status).toEqual({ state: 'stopped', reason: 'closed', code: null });
  });
});
