import type { ServerMessage } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RolecallError } from '../errors.ts';
import { type Cursor, memoryCursor } from './cursors.ts';
import { NotificationSocket, type NotificationSocketOptions } from './notification-socket.ts';
import type { WebSocketLike } from './web-socket.ts';

const timestamp = '2026-09-01T12:00:00.000Z';
const userId = '0199aaaa-0000-7000-8000-000000000001';

/** The socket's other end, in the hands of the test. */
class FakeWebSocket implements WebSocketLike {
  readonly url: string;
  readonly sent: Record<string, unknown>[] = [];
  readonly #messages: ((event: { data: unknown }) => void)[] = [];
  readonly #closes: ((event: { code: number }) => void)[] = [];
  readyState = 1;

  constructor(url: string) {
    this.url = url;
  }

  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  addEventListener(type: string, listener: (event: { data: unknown; code: number }) => void): void {
    if (type === 'message') this.#messages.push((event) => listener({ ...event, code: 0 }));
    if (type === 'close') this.#closes.push((event) => listener({ ...event, data: undefined }));
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = 3;
  }

  receive(message: ServerMessage): void {
    for (const listener of this.#messages) listener({ data: JSON.stringify(message) });
  }

  lose(code: number): void {
    this.readyState = 3;
    for (const listener of this.#closes) listener({ code });
  }
}

function setUp(overrides: Partial<NotificationSocketOptions> = {}) {
  const sockets: FakeWebSocket[] = [];
  const timers: { at: number; work: () => void }[] = [];
  const applied: number[] = [];
  const statuses: string[] = [];
  const resyncs: number[] = [];
  const counts: number[] = [];
  let now = 0;
  let refreshes = 0;
  const socket = new NotificationSocket({
    url: 'ws://server/ws/notifications/',
    WebSocket: class extends FakeWebSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    },
    cursors: memoryCursor(),
    accessToken: async () => ({ token: `token-${refreshes}`, expiresAt: now + 900_000 }),
    refresh: async () => {
      refreshes += 1;
    },
    now: () => now,
    random: () => 0.5,
    after: (milliseconds, work) => {
      const timer = { at: now + milliseconds, work };
      timers.push(timer);
      return () => {
        const index = timers.indexOf(timer);
        if (index >= 0) timers.splice(index, 1);
      };
    },
    ...overrides,
  });
  socket.on('notification', ({ seq }) => applied.push(seq));
  socket.on('status', (status) =>
    statuses.push(status.state === 'waiting' ? `waiting ${status.delayMs}` : status.state),
  );
  socket.on('resync', ({ head }) => resyncs.push(head));
  socket.on('count', ({ unread }) => counts.push(unread));
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    ...{ socket, sockets, applied, statuses, resyncs, counts, settle },
    refreshes: () => refreshes,
    /** The newest socket. */
    current(): FakeWebSocket {
      const last = sockets.at(-1);
      if (last === undefined) throw new Error('there is no socket yet');
      return last;
    },
    async pass(milliseconds: number) {
      const end = now + milliseconds;
      for (;;) {
        timers.sort((one, other) => one.at - other.at);
        const [next] = timers;
        if (next === undefined || next.at > end) break;
        timers.shift();
        now = next.at;
        next.work();
        await settle();
      }
      now = end;
    },
  };
}

const greeting = (head: number, epoch = 'epoch-1'): ServerMessage => ({
  type: 'connection_established',
  user_id: userId,
  user_type: 'job_seeker',
  session: 's',
  epoch,
  head,
  unread: head,
  heartbeat_ms: 25_000,
  topics: {},
  timestamp,
});
const notification = (seq: number): ServerMessage => ({
  type: 'notification',
  id: userId,
  seq,
  kind: 'welcome',
  notification_type: 'welcome',
  category: 'account',
  priority: 'low',
  title: '',
  message: '',
  action: null,
  data: {},
  created_at: timestamp,
  read_at: null,
  timestamp,
});
const resumed: ServerMessage = { type: 'resumed', complete: true, timestamp };

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
    expect(cursors.load()).toEqual({ epoch: 'epoch-1', seq: 4 });
  });

  it('asks once for what a gap hides, and for a tail that a pong tells of', async () => {
    const { settle, current, applied } = setUp();
    await settle();
    current().receive(greeting(0));
    for (const seq of [1, 4, 5]) current().receive(notification(seq));
    expect(current().sent).toEqual([{ type: 'resume', epoch: 'epoch-1', cursors: { user: 1 } }]);
    for (const seq of [2, 3, 4, 5]) current().receive(notification(seq));
    current().receive(resumed);
    current().receive({ type: 'pong', head: 6, unread: 6, timestamp });
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
    expect(cursors.load()).toEqual({ epoch: 'epoch-1', seq: 5 });
  });

  it('is applied once and in order whatever comes, how often, in which order', async () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), reaches: fc.boolean() }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('repeat' as const), back: fc.nat(5) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('lose' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('pong' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const client = setUp();
        let head = 0;
        let answered = 0;
        await client.settle();
        const serve = () => {
          const { sent } = client.current();
          for (; answered < sent.length; answered += 1) {
            const request = sent[answered];
            if (request?.['type'] !== 'resume') continue;
            const from = Object(request['cursors']).user;
            for (let seq = from + 1; seq <= head; seq += 1) client.current().receive(notification(seq));
            client.current().receive(resumed);
          }
        };
        const open = () => {
          answered = 0;
          client.current().receive(greeting(head));
          serve();
        };
        open();
        for (const current of steps) {
          if (current.do === 'write') {
            head += 1;
            if (current.reaches) client.current().receive(notification(head));
          } else if (current.do === 'repeat' && head === 0) continue;
          else if (current.do === 'repeat')
            client.current().receive(notification(Math.max(1, head - current.back)));
          else if (current.do === 'pong')
            client.current().receive({ type: 'pong', head, unread: 0, timestamp });
          else {
            client.current().lose(1006);
            await client.pass(16_000);
            open();
          }
          if (current.do !== 'write') serve();
        }
        client.current().receive({ type: 'pong', head, unread: 0, timestamp });
        serve();
        expect(client.applied).toEqual(Array.from({ length: head }, (_, index) => index + 1));
        client.socket.close();
      }),
    );
  });
});

describe('the connection', () => {
  it('comes back with full jitter, the first time too, and later each time it fails', async () => {
    const { settle, current, statuses, pass, sockets, socket } = setUp();
    socket.subscribe('job_posted');
    await settle();
    current().receive(greeting(0));
    expect(current().sent).toEqual([{ type: 'subscribe', notification_types: ['job_posted'] }]);
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
    current().receive({ type: 'pong', head: 0, unread: 0, timestamp });
    current().lose(1012);
    expect(statuses.at(-1)).toBe('waiting 500');
  });

  it('waits for longer when it is over a limit', async () => {
    const { settle, current, statuses } = setUp();
    await settle();
    current().lose(1013);
    expect(statuses).toEqual(['waiting 5000']);
  });

  it.each([4001, 4003])('stops on %d', async (code) => {
    const { settle, current, socket, pass, sockets } = setUp();
    await settle();
    current().lose(code);
    await pass(600_000);
    expect(socket.status).toEqual({ state: 'stopped', reason: 'signed_out', code });
    expect(sockets).toHaveLength(1);
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
