import { MessageChannel, type MessagePort } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { RolecallError } from '../../packages/client/src/errors.ts';
import { createNotificationFeed } from '../../packages/client/src/notifications/create-feed.ts';
import { SharedFeed } from '../../packages/client/src/notifications/sharing/shared-feed.ts';
import { createWorker } from '../../packages/client/src/notifications/sharing/worker.ts';
import type {
  SharedWorkerLike,
  WorkerPort,
} from '../../packages/client/src/notifications/sharing/worker-port.ts';
import {
  type Person,
  startSocketServer,
  type TestSocketServer,
} from '../../server/src/testing/realtime/socket-server.ts';

const feeds: { close(): void }[] = [];
const ports: MessagePort[] = [];
let server: TestSocketServer | undefined;

afterEach(async () => {
  for (const feed of feeds.splice(0)) feed.close();
  for (const port of ports.splice(0)) port.close();
  await server?.close();
});

/** Node.js types its ports otherwise than browsers do. */
const asPort = (port: MessagePort): WorkerPort => ({
  start: () => port.start(),
  postMessage: (message) => port.postMessage(message),
  addEventListener: (_type, listener) => port.on('message', (data: unknown) => listener({ data })),
});

/** A worker in this thread, with a port for each tab as a browser would have it. */
function worker(): () => SharedWorkerLike {
  const takeIn = createWorker(navigator.locks);
  return () => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    takeIn(asPort(port1));
    return { port: asPort(port2), addEventListener: () => {} };
  };
}

function openTab(on: TestSocketServer, person: Person, create?: () => SharedWorkerLike) {
  const asked: string[] = [];
  const applied: number[] = [];
  const resyncs: number[] = [];
  let wake = () => {};
  let signedIn = true;
  const feed = createNotificationFeed({
    baseUrl: on.url,
    async accessToken() {
      asked.push('token');
      wake();
      if (!signedIn) throw new RolecallError('unauthenticated', 'Nobody is signed in.');
      return { token: on.token(person), expiresAt: Date.now() + 900_000 };
    },
    refresh: async () => asked.push('refresh'),
    shareAcrossTabs: { userId: person.id, worker: create },
  });
  feeds.push(feed);
  feed.on('notification', ({ seq }) => {
    applied.push(seq);
    wake();
  });
  feed.on('resync', ({ head }) => {
    resyncs.push(head);
    wake();
  });
  feed.on('status', () => wake());
  async function until(reached: () => boolean): Promise<void> {
    while (!reached()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  const become = (state: string) => until(() => feed.status.state === state);
  const signOutHere = () => {
    signedIn = false;
  };
  return { feed, asked, applied, resyncs, until, become, signOutHere };
}

async function start() {
  server = await startSocketServer();
  return { on: server, person: server.person() };
}

const connections = async (on: TestSocketServer) =>
  /^rolecall_realtime_connections\{role="job_seeker"\} (\d+)$/m.exec(await on.metrics())?.[1];

it('a worker connects once for all tabs, with a token of the newest', async () => {
  const { on, person } = await start();
  const create = worker();
  const first = openTab(on, person, create);
  await first.become('live');
  const second = openTab(on, person, create);
  await second.become('live');
  expect(first.feed).toBeInstanceOf(SharedFeed);
  expect(await connections(on)).toBe('1');
  expect([first.asked, second.asked]).toEqual([['token'], []]);
  for (let count = 0; count < 3; count += 1) on.notify(person);
  await Promise.all([first, second].map(({ applied, until }) => until(() => applied.length === 3)));
  expect([first.applied, second.applied]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  on.hub.closeGrant(person.id, 4004, 'a fault');
  await second.until(() => second.asked.length === 3);
  expect(second.asked).toEqual(['refresh', 'token', 'token']);
  expect(first.asked).toEqual(['token']);
});

it('all tabs end when the one that is asked for a token is signed out', async () => {
  const { on, person } = await start();
  const create = worker();
  const tabs = [openTab(on, person, create), openTab(on, person, create)];
  for (const tab of tabs) await tab.become('live');
  for (const tab of tabs) tab.signOutHere();
  on.hub.closeGrant(person.id, 4004, 'a fault');
  for (const tab of tabs) {
    await tab.become('stopped');
    expect(tab.feed.status).toMatchObject({ reason: 'signed_out' });
  }
});

it('a worker without tabs leaves the connection to the tabs that have none of it', async () => {
  const { on, person } = await start();
  const served = openTab(on, person, worker());
  await served.become('live');
  const alone = openTab(on, person, () => {
    throw new TypeError('There are no workers here.');
  });
  await alone.become('live');
  expect(await connections(on)).toBe('1');
  served.feed.close();
  on.notify(person);
  await alone.until(() => alone.asked.length > 0 && alone.applied.length === 1);
  expect(await connections(on)).toBe('1');
});

it('tabs that come and go apply everything once and in order, whoever has the connection', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('open', 'close the first', 'close the last', 'notify', 'notify'), {
        minLength: 10,
        maxLength: 25,
      }),
      async (steps) => {
        const { on, person } = await start();
        let head = 0;
        const first = openTab(on, person);
        await first.become('live');
        const tabs = [first];
        for (const step of steps) {
          if (step === 'open' && tabs.length < 5) {
            const tab = openTab(on, person);
            tabs.push(tab);
            await tab.become('live');
          } else if (step === 'close the first' && tabs.length > 1) tabs.shift()?.feed.close();
          else if (step === 'close the last' && tabs.length > 1) tabs.pop()?.feed.close();
          else if (step === 'notify') head = on.notify(person).seq;
        }
        head = on.notify(person).seq;
        for (const { applied, resyncs, until } of tabs) {
          await until(() => applied.at(-1) === head || resyncs.at(-1) === head);
          const [begin = head] = applied;
          expect(applied).toEqual(Array.from({ length: head - begin + 1 }, (_, index) => begin + index));
          expect(resyncs).toEqual([]);
        }
        for (const { feed } of tabs) feed.close();
        await on.close();
      },
    ),
    { numRuns: 20 },
  );
});

it('takes nobody else for the person, whatever token it is given', async () => {
  const { on, person } = await start();
  const other = on.person();
  const wrong = createNotificationFeed({
    baseUrl: on.url,
    accessToken: async () => ({ token: other.token, expiresAt: Date.now() + 900_000 }),
    refresh: async () => {},
    shareAcrossTabs: { userId: person.id },
  });
  feeds.push(wrong);
  await new Promise<void>((resolve) => {
    wrong.on('status', ({ state }) => {
      if (state === 'stopped') resolve();
    });
  });
  expect(wrong.status).toMatchObject({ reason: 'signed_out' });
});
