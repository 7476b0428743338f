/**
 * 5,000 clients lose their server in one moment: it is killed, and while it is away another process writes notifications
 * for all of them. When it is back on its port, each of them has to be back and complete.
 *
 *     npm run bench:reconnect-storm -- [--clients 5000] [--missed 2]
 */
import { parseArgs } from 'node:util';
import { memoryCursor, NotificationSocket } from '@rolecall/client';
import { WebSocket } from 'ws';
import { startServer } from '../../test/support/server.ts';
import type { BenchPerson } from './instance.ts';
import { type MeasuredServer, startMeasuredServer, until, verdict } from './measured-server.ts';

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '5000' },
    missed: { type: 'string', default: '2' },
    port: { type: 'string', default: '9320' },
  },
});
const [clients, missed, port] = [Number(values.clients), Number(values.missed), Number(values.port)];
/** Clients that connect at the same time before the storm. */
const connectingAtOnce = 100;
const eventsPerCall = 500;
/** The longest delay of a client that has failed often is 30 s; the rest is for the server to serve them. */
const secondsToComeBack = 90;
const tokenLifeMs = 15 * 60_000;

/** The client of the package, and what it was given. */
interface Client {
  readonly socket: NotificationSocket;
  /** Seqs in the order in which they were applied. */
  readonly seqs: number[];
  resyncs: number;
}

const server = await startMeasuredServer(port, clients);
/** Without a bus between them, nobody tells the first server what this one writes. */
const elsewhere = { ...server.instance.environment, PORT: String(port + 1) };
const opened: Client[] = [];
try {
  await storm();
} finally {
  for (const { socket } of opened) socket.close();
  await server.stop();
}

async function storm(): Promise<void> {
  for (let start = 0; start < clients; start += connectingAtOnce) {
    opened.push(...server.people.slice(start, start + connectingAtOnce).map((person) => open(person)));
    await until('the clients are connected', 60, () => opened.every(isLive));
  }
  await notifyAll(server.send);
  await until('the first notification is everywhere', 60, () => opened.every((client) => has(client, 1)));

  const other = await startServer({ port: port + 1, environment: elsewhere });
  try {
    await server.process.kill();
    await until('the clients have noticed', 60, () => !opened.some(isLive));
    for (let n = 0; n < missed; n += 1) await notifyAll((items) => sendTo(other.url, items));
    await server.restart();
  } finally {
    await other.stop();
  }
  const back = performance.now();
  const seconds: number[] = [];
  const complete = new Set<Client>();
  await until('all are back and complete', secondsToComeBack, () => {
    for (const client of opened) {
      if (complete.has(client) || !isLive(client) || !has(client, 1 + missed)) continue;
      complete.add(client);
      seconds.push((performance.now() - back) / 1_000);
    }
    return complete.size === clients;
  }).catch((error: unknown) => process.stderr.write(`${error}\n`));

  const [queries, caughtUp, entries] = [
    await server.metric('rolecall_realtime_catch_up_queries_total'),
    await server.metric('rolecall_realtime_catch_ups_total'),
    await server.metric('rolecall_realtime_catch_up_entries_total'),
  ];
  const wrong = opened.filter(({ seqs, resyncs }) => resyncs > 0 || seqs.some((seq, n) => seq !== n + 1));
  process.stdout.write(`${clients} clients, ${missed} notifications missed by each\n`);
  verdict('back and complete', `${complete.size} of ${clients}`, complete.size === clients);
  verdict('with a gap, a repetition or a resync', `${wrong.length}`, wrong.length === 0);
  process.stdout.write(
    `after the start of the server: half after ${at(seconds, 0.5)} s, 99 % after ${at(seconds, 0.99)} s, ` +
      `all after ${at(seconds, 1)} s\n`,
  );
  verdict(
    'queries that caught up',
    `${queries} for ${caughtUp} connections and ${entries} notifications (${(caughtUp / queries).toFixed(0)} in each)`,
    queries <= caughtUp / 10,
  );
}

function open(person: BenchPerson): Client {
  const expiresAt = Date.now() + tokenLifeMs;
  const client: Client = {
    seqs: [],
    resyncs: 0,
    socket: new NotificationSocket({
      url: `ws://127.0.0.1:${port}/ws/notifications/`,
      WebSocket,
      cursors: memoryCursor(),
      accessToken: async () => ({ token: person.token, expiresAt }),
      refresh: async () => {},
      now: Date.now,
      random: Math.random,
      after: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    }),
  };
  client.socket.on('notification', ({ seq }) => client.seqs.push(seq));
  client.socket.on('resync', () => {
    client.resyncs += 1;
  });
  return client;
}

function isLive({ socket }: Client): boolean {
  return socket.status.state === 'live';
}

function has({ seqs }: Client, count: number): boolean {
  return seqs.length >= count;
}

/** One notification for everybody. */
async function notifyAll(send: MeasuredServer['send']): Promise<void> {
  for (let start = 0; start < clients; start += eventsPerCall) {
    await send(
      server.people.slice(start, start + eventsPerCall).map(({ id }) => ({
        type: 'notification',
        user_id: id,
        kind: 'service_message',
        payload: { title: 'News', message: 'Something has happened.' },
      })),
    );
  }
}

async function sendTo(url: string, items: unknown): Promise<void> {
  const answer = await fetch(`${url}/api/v1/events/bulk`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.instance.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ items }),
  });
  if (!answer.ok) throw new Error(`Events were answered with ${answer.status}`);
  await answer.arrayBuffer();
}

function at(seconds: readonly number[], share: number): string {
  return (seconds[Math.min(seconds.length - 1, Math.floor(share * seconds.length))] ?? Number.NaN).toFixed(1);
}
