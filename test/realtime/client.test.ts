import type { Notification } from '@rolecall/contract';
import { afterEach, expect, it } from 'vitest';
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

/** Opens the client's socket, which comes back at once after every loss. */
function follow(on: TestSocketServer, person: Person, cursors = memoryCursor()) {
  const applied: Notification[] = [];
  const statuses: string[] = [];
  let wake = () => {};
  let { token } = person;
  const socket = new NotificationSocket({
    url: `${on.url.replace('http', 'ws')}/ws/notifications/`,
    WebSocket: globalThis.WebSocket,
    cursors,
    accessToken: async () => ({ token, expiresAt: Number.POSITIVE_INFINITY }),
    refresh: async () => {
      token = on.token(person);
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
  return { socket, applied, statuses, until };
}

it('applies everything once and in order while its connection is cut again and again', async () => {
  const on = await start();
  const [person, stranger] = [on.person(), on.person()];
  const client = follow(on, person);
  await client.until(() => client.statuses.at(-1) === 'live');
  const written: Notification[] = [];
  for (let round = 0; round < 30; round += 1) {
    for (let count = 0; count < 5; count += 1) {
      written.push(count % 2 === 0 ? on.notify(person) : on.notifySilently(person));
      on.notify(stranger);
    }
    if (round % 3 === 0) on.publisher.disconnectUser(person.id, round % 2 === 0 ? 1012 : 4004, 'a fault');
    await on.hub.sweep();
    await client.until(() => client.applied.length === written.length);
  }
  expect(client.applied).toEqual(written);
  expect(client.statuses).toContain('waiting');
});

it('goes on after a restart of the program where its cursor was kept', async () => {
  const on = await start();
  const person = on.person();
  const cursors = memoryCursor();
  const first = follow(on, person, cursors);
  await first.until(() => first.statuses.at(-1) === 'live');
  on.notify(person);
  await first.until(() => first.applied.length === 1);
  first.socket.close();
  on.notifySilently(person);
  on.notifySilently(person);
  const second = follow(on, person, cursors);
  await second.until(() => second.applied.length === 2);
  expect(second.applied.map(({ seq }) => seq)).toEqual([2, 3]);
});

it('stops when the server refuses its credentials, and brings new ones when they have only expired', async () => {
  const on = await start();
  const person = on.person();
  const refused = follow(on, { ...person, token: on.token('invalid') });
  await refused.until(() => refused.statuses.at(-1) === 'stopped');
  expect(refused.socket.status).toMatchObject({ reason: 'signed_out', code: 4001 });
  const expired = follow(on, { ...person, token: on.token('expired') });
  await expired.until(() => expired.statuses.at(-1) === 'live');
  expect(expired.statuses).toEqual(['waiting', 'connecting', 'live']);
});
