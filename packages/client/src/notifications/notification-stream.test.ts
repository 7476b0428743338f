import { describe, expect, it } from 'vitest';
import {
  event,
  fakeStreams,
  greeting,
  notification,
  resumed,
  setUp,
  subscribed,
  timestamp,
  userId,
} from '../testing/fake-server.ts';
import { memoryCursor } from './cursors.ts';
import type { NotificationSocketOptions } from './notification-socket.ts';

const role = 'role_job_seeker';

/** A client for which there are no sockets. */
async function follow(overrides: Partial<NotificationSocketOptions> = {}) {
  const server = fakeStreams();
  const client = setUp({ WebSocket: undefined, stream: server.stream, ...overrides });
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) await client.settle();
  };
  const receive = async (...messages: Parameters<typeof server.receive>[0][]) => {
    for (const message of messages) server.receive(message);
    await settle();
  };
  const pass = async (milliseconds: number) => {
    await client.pass(milliseconds);
    await settle();
  };
  await settle();
  return { ...client, server, settle, receive, pass };
}

const problem = (status: number, code: string) => () => Response.json({ code }, { status });

describe('a stream of server-sent events', () => {
  it('carries what a socket does', async () => {
    const { server, receive, applied, events, statuses, counts } = await follow();
    expect(server.requests).toEqual([
      {
        url: 'http://server/api/v1/notifications/stream',
        headers: { accept: 'text/event-stream', authorization: 'Bearer token-0' },
      },
    ]);
    await receive(greeting(4, 'epoch-1', { [role]: 1 }), notification(5), notification(5), event(role, 2));
    expect(statuses).toEqual(['live']);
    expect([applied, events, counts]).toEqual([[5], [`told ${role}:2`], [4]]);
  });

  it('is opened with the cursors and the subscriptions, and live when all is there', async () => {
    const cursors = memoryCursor({ epoch: 'epoch-1', seq: 2, topics: { [role]: 5 } });
    const { server, receive, applied, statuses, socket, settle } = await follow({ cursors });
    socket.subscribe('job_posted');
    await settle();
    expect(server.requests[1]).toMatchObject({
      url: `http://server/api/v1/notifications/stream?types=job_posted&topics=${role}%3A5`,
      headers: { 'last-event-id': 'epoch-1:2' },
    });
    await receive(greeting(4, 'epoch-1', { [role]: 6 }), subscribed({ [role]: 6 }));
    await receive(notification(3), notification(4), event(role, 6));
    expect(statuses).toEqual([]);
    await receive(resumed);
    expect(statuses).toEqual(['live']);
    expect(applied).toEqual([3, 4]);
    expect(server.requests).toHaveLength(2);
  });

  it('begins anew for what is missing, and for other subscriptions', async () => {
    const { server, receive, pass, applied, socket, settle } = await follow();
    await receive(greeting(0), notification(2));
    expect(server.isOpen()).toBe(false);
    await pass(1_000);
    expect(server.requests[1]?.headers['last-event-id']).toBe('epoch-1:0');
    await receive(greeting(2), notification(1), notification(2), resumed);
    expect(applied).toEqual([1, 2]);
    socket.subscribe('job_posted');
    socket.subscribe('job_posted', 'match_score_calculated');
    await settle();
    expect(server.requests.map(({ url }) => new URL(url).search)).toEqual([
      '',
      '',
      '?types=job_posted%2Cmatch_score_calculated',
    ]);
  });

  it.each([
    [4001, 'waiting', 1],
    [4003, 'stopped', 0],
    [4004, 'waiting', 1],
    [1012, 'waiting', 0],
    [1013, 'waiting', 0],
  ])('ends as the server says: %d', async (code, state, refreshes) => {
    const { server, receive, pass, socket, settle, refreshes: refreshed } = await follow();
    await receive(greeting(0));
    server.write(`event: close\ndata: {"code":${code},"reason":"so it is"}\n\n`);
    await settle();
    expect(socket.status.state).toBe(state);
    await pass(10_000);
    expect(refreshed()).toBe(refreshes);
    expect(server.requests).toHaveLength(state === 'stopped' ? 1 : 2);
  });

  it('is tried once with a new token when it is refused', async () => {
    const server = fakeStreams();
    server.answerWith(problem(401, 'unauthenticated'));
    const { pass, socket, refreshes, settle } = await follow({ stream: server.stream });
    await settle();
    expect(socket.status.state).toBe('waiting');
    await pass(1_000);
    expect(refreshes()).toBe(1);
    expect(socket.status).toEqual({ state: 'stopped', reason: 'signed_out', code: 4001 });
    expect(server.requests.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer token-0',
      'Bearer token-1',
    ]);
  });

  it.each([
    ['another status', problem(500, 'internal_error')],
    ['a password that a proxy asks for', () => new Response('Who are you?', { status: 401 })],
    ['a page instead', () => new Response('<p>Welcome to our network</p>')],
    ['an end at once', () => new Response('', { headers: { 'content-type': 'text/event-stream' } })],
  ])('is tried again later after %s', async (_name, answer) => {
    const server = fakeStreams();
    server.answerWith(answer);
    const { settle, socket, pass } = await follow({ stream: server.stream });
    await settle();
    expect(socket.status).toEqual({ state: 'waiting', delayMs: 500 });
    server.answerWith();
    await pass(500);
    expect(server.isOpen()).toBe(true);
  });

  it('is given up when it says nothing any more', async () => {
    const { receive, pass, statuses, server } = await follow();
    await receive(greeting(0));
    await pass(50_000);
    expect(statuses.at(-1)).toMatch(/^waiting/);
    await pass(1_000);
    expect(server.requests).toHaveLength(2);
  });

  it('marks as read by a request', async () => {
    const marked: string[] = [];
    const { receive, socket } = await follow({ markRead: async (id) => marked.push(id) });
    expect(socket.markRead('one')).toBe(false);
    await receive(greeting(0));
    expect(socket.markRead('two')).toBe(true);
    expect(marked).toEqual(['two']);
  });

  it('of somebody else is left', async () => {
    const { receive, socket, applied } = await follow({ userId: userId.replace('1', '2') });
    await receive(greeting(0), notification(1));
    expect(socket.status).toEqual({ state: 'stopped', reason: 'signed_out', code: null });
    expect(applied).toEqual([]);
  });
});

describe('where sockets do not get through', () => {
  /** Both kinds are there; sockets fail without a word. */
  async function block() {
    const server = fakeStreams();
    const client = setUp({ stream: server.stream });
    const settle = async () => {
      for (let turn = 0; turn < 3; turn += 1) await client.settle();
    };
    const failSocket = async () => {
      client.current().lose(1006);
      await client.pass(15_000);
      await settle();
    };
    await settle();
    return { ...client, server, settle, failSocket };
  }

  it('the stream is tried after two, and kept while it works', async () => {
    const { server, failSocket, sockets, statuses, settle, pass } = await block();
    await failSocket();
    expect(server.requests).toHaveLength(0);
    await failSocket();
    expect([sockets.length, server.requests.length]).toEqual([2, 1]);
    server.receive(greeting(0));
    await settle();
    expect(statuses.at(-1)).toBe('live');
    server.lose();
    await settle();
    await pass(15_000);
    expect([sockets.length, server.requests.length]).toEqual([2, 2]);
  });

  it('the socket is tried from time to time, and taken when it gets through', async () => {
    const { server, failSocket, sockets, current, settle, pass, applied, statuses } = await block();
    await failSocket();
    await failSocket();
    server.receive(greeting(0));
    server.receive(notification(1));
    await settle();
    const beat = async () => {
      await pass(25_000);
      server.receive({ type: 'pong', head: 1, unread: 1, unseen: 1, revision: 0, timestamp });
      await settle();
    };
    for (let count = 0; count < 10; count += 1) await beat();
    expect(sockets).toHaveLength(3);
    current().lose(1006);
    for (let count = 0; count < 9; count += 1) await beat();
    expect(sockets).toHaveLength(4);
    expect(server.isOpen()).toBe(true);
    current().receive(greeting(2));
    expect(server.isOpen()).toBe(false);
    expect(current().sent).toEqual([{ type: 'resume', epoch: 'epoch-1', cursors: { user: 1 } }]);
    current().receive(notification(2));
    current().receive(resumed);
    expect(applied).toEqual([1, 2]);
    expect(statuses.at(-1)).toBe('live');
    expect(server.requests).toHaveLength(1);
  });

  it('the socket has its turn again when the stream does not work either', async () => {
    const { server, failSocket, sockets } = await block();
    server.answerWith(() => Response.error());
    await failSocket();
    await failSocket();
    expect([sockets.length, server.requests.length]).toEqual([3, 1]);
  });

  it('one that was greeted, or closed by the server, counts from the start', async () => {
    const { server, failSocket, current, sockets } = await block();
    await failSocket();
    current().receive(greeting(0));
    await failSocket();
    await failSocket();
    current().lose(1012);
    expect([sockets.length, server.requests.length]).toEqual([4, 0]);
  });
});
