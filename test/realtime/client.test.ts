import type { Notification } from '@rolecall/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryCursor, NotificationSocket } from '../../packages/client/src/index.ts';
import {
  type Person,
  startSocketServer,
  type TestSocketServer,
} from '../../server/src/testing/realtime/socket-server.ts';

const sockets: NotificationSocket[] = [];
let server: TestSocketServer | undefined;

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await server?.close();
});

async function start(): Promise<TestSocketServer> {
  server = await startSocketServer({ hub: { connectionsPerPerson: 100 } });
  return server;
}

/** A network that lets no WebSocket through. */
class BlockedWebSocket extends WebSocket {
  constructor() {
    super('ws://127.0.0.1:1/');
  }
}

type Carrier = 'socket' | 'stream' | 'fallback';

/** Opens the client's connection, which comes back at once after every loss. */
function follow(
  on: TestSocketServer,
  person: Person,
  carrier: Carrier,
  cursors = memoryCursor(),
  newToken = () => on.token(person),
) {
  const applied: Notification[] = [];
  const statuses: string[] = [];
  const heard: string[] = [];
  let wake = () => {};
  let { token } = person;
  const socket = new NotificationSocket({
    url: `${on.url.replace('http', 'ws')}/ws/notifications/`,
    WebSocket: { socket: WebSocket, stream: undefined, fallback: BlockedWebSocket }[carrier],
    stream: carrier === 'socket' ? undefined : { url: `${on.url}/api/v1/notifications/stream`, fetch },
    cursors,
    accessToken: async () => ({ token, expiresAt: Number.POSITIVE_INFINITY }),
    refresh: async () => {
      token = newToken();
    },
    now: Date.now,
    random: () => 0,
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  sockets.push(socket);
  socket.on('notification', (notification) => {
    applied.push(notification);
    wake();
  });
  socket.on('event', ({ topic, seq }) => {
    heard.push(`${topic} ${seq}`);
    wake();
  });
  socket.on('status', ({ state }) => {
    statuses.push(state);
    wake();
  });
  async function until(reached: () => boolean): Promise<void> {
    while (!reached()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  return { socket, applied, statuses, heard, until };
}

const upTo = (topic: string, head: number) =>
  Array.from({ length: head }, (_, index) => `${topic} ${index + 1}`);

describe.each(['socket', 'stream', 'fallback'] as const)('by %s', (carrier) => {
  it('applies everything once and in order while its connection is cut again and again', async () => {
    const on = await start();
    const [person, stranger] = [on.person(), on.person()];
    const client = follow(on, person, carrier);
    client.socket.subscribe('job_posted');
    await client.until(() => client.statuses.at(-1) === 'live');
    const written: Notification[] = [];
    const [role, jobs] = ['role_job_seeker', 'job_posted_job_seeker'] as const;
    for (let round = 0; round < 30; round += 1) {
      for (let count = 0; count < 5; count += 1) {
        written.push(count % 2 === 0 ? on.notify(person) : on.notifySilently(person));
        on.notify(stranger);
      }
      on.writeTopic(role, 1);
      on.writeTopic(jobs, 2);
      on.writeTopic('role_recruiter', 1);
      if (round % 3 === 0) on.hub.closeGrant(person.id, round % 2 === 0 ? 1012 : 4004, 'a fault');
      await on.hub.sweep();
      await client.until(
        () => client.applied.length === written.length && client.heard.length === 3 * (round + 1),
      );
    }
    expect(client.applied).toEqual(written);
    expect(client.heard.filter((message) => message.startsWith(role))).toEqual(upTo(role, 30));
    expect(client.heard.filter((message) => message.startsWith(jobs))).toEqual(upTo(jobs, 60));
    expect(client.statuses).toContain('waiting');
  });

  it('goes on after a restart of the program where its cursor was kept', async () => {
    const on = await start();
    const person = on.person();
    const cursors = memoryCursor();
    const first = follow(on, person, carrier, cursors);
    await first.until(() => first.statuses.at(-1) === 'live');
    on.notify(person);
    await first.until(() => first.applied.length === 1);
    first.socket.close();
    on.notifySilently(person);
    on.notifySilently(person);
    on.writeTopic('role_job_seeker', 3);
    const second = follow(on, person, carrier, cursors);
    await second.until(() => second.applied.length === 2 && second.heard.length === 3);
    expect(second.applied.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(second.heard).toEqual(upTo('role_job_seeker', 3));
  });

  it('brings new credentials when they have expired or their session has a successor, and stops when there are none', async () => {
    const on = await start();
    const person = on.person();
    let isSignedOut = false;
    const newToken = () => on.token(isSignedOut ? 'invalid' : person);
    const client = follow(on, { ...person, token: on.token('expired') }, carrier, memoryCursor(), newToken);
    const lives = () => client.statuses.filter((status) => status === 'live').length;
    await client.until(() => lives() === 1);
    on.hub.closeGrant(person.id, 4001, 'another password');
    await client.until(() => lives() === 2);
    isSignedOut = true;
    on.hub.closeGrant(person.id, 4001, 'signed out');
    await client.until(() => client.statuses.at(-1) === 'stopped');
    expect(client.socket.status).toMatchObject({ reason: 'signed_out', code: 4001 });
  });
});

it('stops when a socket is refused for its token', async () => {
  const on = await start();
  const invalid = () => on.token('invalid');
  const refused = follow(on, { ...on.person(), token: invalid() }, 'socket', memoryCursor(), invalid);
  await refused.until(() => refused.statuses.at(-1) === 'stopped');
  expect(refused.socket.status).toMatchObject({ reason: 'signed_out', code: 4001 });
});
