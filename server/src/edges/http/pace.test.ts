import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createPacedServer } from './pace.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

async function start(handle: Handle) {
  const server = createPacedServer({}, handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  const open = async () => {
    // It is written to when the server knows of it, so that all are heard in the same turn.
    const accepted = once(server, 'connection');
    const socket = connect(address.port, '127.0.0.1').on('error', () => {});
    onTestFinished(() => {
      socket.destroy();
    });
    await Promise.all([once(socket, 'connect'), accepted]);
    return socket;
  };
  return { server, open };
}

async function openMany(count: number, open: () => Promise<Socket>): Promise<readonly Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < count) sockets.push(await open());
  return sockets;
}

/** Counts what happens before the event loop has turned to something else; tells the most. */
function countInTurns() {
  let [now, most] = [0, 0];
  return {
    add() {
      now += 1;
      most = Math.max(most, now);
      if (now === 1) {
        setImmediate(() => {
          now = 0;
        });
      }
    },
    most: () => most,
  };
}

const request = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n${more}\r\n`;

test('requests that come ahead of answers are begun one after the other', async () => {
  const events: string[] = [];
  const { open } = await start(({ url }, response) => {
    events.push(`${url} begins`);
    setImmediate(() => {
      events.push(`${url} ends`);
      response.end();
    });
  });
  const socket = await open();
  socket.write(request('/a') + request('/b') + request('/c', 'connection: close\r\n'));
  socket.resume();
  await once(socket, 'close');
  expect(events).toEqual(['/a begins', '/a ends', '/b begins', '/b ends', '/c begins', '/c ends']);
});

test('whoever many ask at the same moment, the event loop has its other turns, and all are answered', async () => {
  const begun = countInTurns();
  const { open } = await start((_request, response) => {
    begun.add();
    response.end();
  });
  const sockets = await openMany(200, open);
  const ends = sockets.map((socket) => once(socket.resume(), 'close'));
  for (const socket of sockets) socket.write(request('/', 'connection: close\r\n'));
  await Promise.all(ends);
  expect(begun.most()).toBeLessThanOrEqual(64);
});

test('what many connections have sent ahead is not read in one turn', async () => {
  const read = countInTurns();
  const { server, open } = await start(() => {});
  server.on('request', read.add);
  const received = request('/').repeat(1_000);
  const sockets = await openMany(8, open);
  const ends = sockets.map((socket) => once(socket.resume(), 'close'));
  for (const socket of sockets) socket.write(received);
  // Each asks for too much, and is ended.
  await Promise.all(ends);
  expect(read.most()).toBeLessThan(2_000);
});

test('who has had an answer before does not wait for a whole flood of new connections', async () => {
  const begun: (string | undefined)[] = [];
  const { open } = await start(({ url }, response) => {
    begun.push(url);
    setImmediate(() => response.end());
  });
  const known = (await open()).resume();
  known.write(request('/before'));
  await once(known, 'data');
  const flood = await openMany(400, open);
  const ends = flood.map((socket) => once(socket.resume(), 'close'));
  for (const socket of flood) socket.write(request('/flood', 'connection: close\r\n'));
  known.write(request('/known'));
  await Promise.all([...ends, once(known, 'data')]);
  expect(begun).toHaveLength(402);
  expect(begun.indexOf('/known')).toBeLessThan(150);
});

test('an upgrade is left to whoever listens for it, and is a request where nobody does', async () => {
  const { server, open } = await start((_request, response) => response.end('as a request'));
  const ask = async () => {
    const socket = await open();
    socket.write(request('/', 'connection: upgrade\r\nupgrade: other\r\n'));
    const [answer] = await once(socket, 'data');
    return String(answer);
  };
  expect(await ask()).toContain('as a request');
  server.on('upgrade', (_request, socket) => socket.end('as an upgrade'));
  expect(await ask()).toBe('as an upgrade');
});
