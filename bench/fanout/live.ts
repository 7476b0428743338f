import { setTimeout as sleep } from 'node:timers/promises';
import { atRate, type MeasuredServer, percentile, startMeasuredServer } from '../realtime/measured-server.ts';
import { isRecord, Reader } from '../realtime/reader.ts';

export interface LiveFanOut {
  readonly perSecond: number;
  readonly sockets: number;
  /** How many notifications were measured on their way. */
  readonly measured: number;
  /** From the request to the socket, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const sockets = 500;
const perSecond = 100;
const longestSeconds = 300;

/** Starts a broadcast on a running server, and tells single people things all the while. */
export async function measureLive(port: number, people: number): Promise<LiveFanOut> {
  const server = await startMeasuredServer(port, people);
  const latencies: number[] = [];
  const online = server.people.slice(0, sockets);
  const readers = online.map(
    (person) =>
      new Reader({
        url: server.socketUrl(person),
        onApplied: ({ data }) => {
          const at = isRecord(data) && isRecord(data['data']) ? data['data']['at'] : undefined;
          if (typeof at === 'number') latencies.push(performance.now() - at);
        },
      }),
  );
  const tell = (n: number) =>
    server.send({
      type: 'notification',
      user_id: online[(n * 7) % sockets]?.id,
      kind: 'service_message',
      payload: { title: 'News', message: 'Something has happened.', data: { at: performance.now() } },
    });
  try {
    await Promise.all(readers.map(({ ready }) => ready));
    await atRate(perSecond, perSecond * 2, tell);
    latencies.length = 0;

    const id = await startBroadcast(server);
    const started = performance.now();
    const finished = untilFinished(server, id);
    let done = false;
    void finished.then(() => {
      done = true;
    });
    let told = 0;
    while (!done) {
      await atRate(perSecond, perSecond / 2, tell);
      told += perSecond / 2;
    }
    const seconds = ((await finished) - started) / 1_000;
    while (latencies.length < told && performance.now() < started + longestSeconds * 1_000) await sleep(20);
    return {
      perSecond: people / seconds,
      sockets,
      measured: latencies.length,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
    };
  } finally {
    for (const reader of readers) reader.close();
    await server.stop();
  }
}

async function startBroadcast(server: MeasuredServer): Promise<string> {
  const { id } = await call(server, 'POST', '', {
    kind: 'feature_announcement',
    audience: { to: 'role', role: 'job_seeker' },
    content: { en: { title: 'We have news', message: 'There is something new at Rolecall, made for you.' } },
  });
  if (typeof id !== 'string') throw new Error('The broadcast has no id');
  await call(server, 'POST', `/${id}/start`, {});
  return id;
}

/** @returns when it was found to be finished */
async function untilFinished(server: MeasuredServer, id: string): Promise<number> {
  for (;;) {
    const { status } = await call(server, 'GET', `/${id}`);
    if (status === 'finished') return performance.now();
    if (status !== 'running') throw new Error(`The broadcast is ${String(status)}`);
    await sleep(50);
  }
}

async function call(server: MeasuredServer, method: string, path: string, body?: unknown) {
  const { port, apiKey } = server.instance;
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/notifications/broadcasts${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const content: unknown = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok || !isRecord(content))
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(content)}`);
  return content;
}
