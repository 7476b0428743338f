/**
 * What clients that do not read cost the server and those who do: 200 of them, while 50,000 messages are sent; first to
 * the topic of their role, then to the streams of their people. Afterwards they read again, and have to get it all.
 *
 *     npm run bench:slow-clients -- [--messages 50000] [--slow 200] [--fast 10] [--only topic|people]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  atRate,
  type MeasuredServer,
  percentile,
  startMeasuredServer,
  until,
  verdict,
} from './measured-server.ts';
import { isRecord, Reader } from './reader.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '50000' },
    slow: { type: 'string', default: '200' },
    fast: { type: 'string', default: '10' },
    only: { type: 'string' },
    port: { type: 'string', default: '9310' },
  },
});
const [messages, slowCount, fastCount] = [Number(values.messages), Number(values.slow), Number(values.fast)];
/** Sockets of each slow person in the second part; a person may have 20. */
const socketsPerPerson = 10;
const callsPerSecond = 20;
const undisturbedSeconds = 10;
const memoryGoal = 64;
const slowdownGoal = 2;

/** Sends as many messages as there are readers to hear of them, in calls of so many. */
interface Load {
  readonly kind: 'topic' | 'people';
  readonly name: string;
  /** Messages a second: well below what one core can write, since waiting in line would hide what is measured. */
  readonly rate: number;
  readonly slowPeople: number;
  readonly socketsPerPerson: number;
  /** The events of one call of this size, with the moment of sending in their data. */
  events(server: MeasuredServer, size: number): unknown[];
  /** How many of `sent` messages a reader gets. */
  share(sent: number): number;
}

const filler = 'x'.repeat(150);
const longFiller = 'x'.repeat(3_000);
const people = Math.ceil(slowCount / socketsPerPerson);

const loads: readonly Load[] = [
  {
    kind: 'topic',
    name: 'topic of a role',
    rate: 2_000,
    slowPeople: slowCount,
    socketsPerPerson: 1,
    events: (_server, size) =>
      Array.from({ length: size }, () => ({
        type: 'message',
        to: { role: 'job_seeker' },
        name: 'news',
        data: { at: performance.now(), filler },
      })),
    share: (sent) => sent,
  },
  {
    kind: 'people',
    name: 'streams of people',
    rate: 1_000,
    slowPeople: people,
    socketsPerPerson,
    // Everybody gets one in turn, the fast ones too, so that a call of this size reaches each person.
    events: (server, size) =>
      Array.from({ length: size }, (_, index) => ({
        type: 'notification',
        user_id: server.people[index % (people + fastCount)]?.id,
        kind: 'service_message',
        payload: { title: 'News', message: 'Read me.', data: { at: performance.now(), filler: longFiller } },
      })),
    share: (sent) => Math.floor(sent / (people + fastCount)),
  },
];

for (const load of loads) if (values.only === undefined || values.only === load.kind) await run(load);

async function run(load: Load): Promise<void> {
  process.stdout.write(`\n${load.name}: ${messages} messages, ${slowCount} clients do not read\n`);
  const server = await startMeasuredServer(Number(values.port), load.slowPeople + fastCount);
  const readers: Reader[] = [];
  try {
    const latencies: number[] = [];
    const connect = (index: number, onApplied?: (message: Readonly<Record<string, unknown>>) => void) => {
      const person = server.people[index];
      if (person === undefined) throw new Error('There are too few people');
      const reader = new Reader({ url: server.socketUrl(person), ...(onApplied && { onApplied }) });
      readers.push(reader);
      return reader;
    };
    const fast = Array.from({ length: fastCount }, (_, index) =>
      connect(load.slowPeople + index, (message) => latencies.push(performance.now() - sentAt(message))),
    );
    await Promise.all(fast.map(({ ready }) => ready));

    // The first seconds compile the code and grow the heap to what this load needs anyway.
    await sendAll(server, load, load.rate * 5);
    latencies.length = 0;
    await sendAll(server, load, load.rate * undisturbedSeconds);
    const undisturbed = percentile(latencies, 0.99);

    const slow = Array.from({ length: slowCount }, (_, index) =>
      connect(Math.floor(index / load.socketsPerPerson)),
    );
    await Promise.all(slow.map(({ ready }) => ready));
    for (const reader of slow) reader.pause();
    await sleep(3_000);
    const idle = server.memory();
    latencies.length = 0;
    let highest = idle;
    const watch = setInterval(() => {
      highest = Math.max(highest, server.memory());
    }, 100);
    const before = slow.map(({ applied }) => applied);
    const fastBefore = fast.map(({ applied }) => applied);
    const started = performance.now();
    const sent = await sendAll(server, load, messages);
    clearInterval(watch);
    const seconds = (performance.now() - started) / 1_000;
    const disturbed = percentile(latencies, 0.99);
    const behind = slow.filter((reader, n) => reader.applied - (before[n] ?? 0) < load.share(sent)).length;
    const [lags, cutOff] = [
      await server.metric('rolecall_realtime_lagging_total'),
      await server.metric('rolecall_realtime_closes_total{code="1013"}'),
    ];
    process.stdout.write(
      `sent in ${seconds.toFixed(1)} s; ${behind} are behind, ${lags} times somebody lagged, ${cutOff} were cut off\n`,
    );

    const resumed = performance.now();
    for (const reader of slow) reader.resume();
    const isComplete = (reader: Reader, from: number | undefined) =>
      reader.applied - (from ?? 0) >= load.share(sent);
    await until('all have everything', 300, () => slow.every((reader, n) => isComplete(reader, before[n])));
    const caughtUp = (performance.now() - resumed) / 1_000;
    const resyncs = readers.reduce((sum, reader) => sum + reader.resyncs, 0);

    verdict(
      'memory above idle at the most',
      `${(highest - idle).toFixed(0)} MB (idle ${idle.toFixed(0)} MB; goal ${memoryGoal} MB)`,
      highest - idle <= memoryGoal,
    );
    verdict(
      'p99 of the fast clients',
      `${disturbed.toFixed(1)} ms (undisturbed ${undisturbed.toFixed(1)} ms; goal ${slowdownGoal} times that)`,
      disturbed <= undisturbed * slowdownGoal,
    );
    verdict(
      'the fast clients are complete',
      `${fast.length}`,
      fast.every((r, n) => isComplete(r, fastBefore[n])),
    );
    verdict(
      'the slow ones have caught up',
      `${slow.length} in ${caughtUp.toFixed(1)} s, ${resyncs} could not be sent all`,
      resyncs === 0,
    );
  } finally {
    for (const reader of readers) reader.close();
    await server.stop();
  }
}

/** @returns how many were sent, which is at least as many */
async function sendAll(server: MeasuredServer, load: Load, count: number): Promise<number> {
  const { rate } = load;
  const round = load.socketsPerPerson === 1 ? 1 : load.slowPeople + fastCount;
  const size = Math.ceil(rate / callsPerSecond / round) * round;
  const calls = Math.ceil(count / size);
  await atRate(rate / size, calls, () => server.send(load.events(server, size)));
  // What the last call has told is on its way.
  await sleep(500);
  return calls * size;
}

/** The moment that the data of a message names; not a number where there is none. */
function sentAt({ data }: Readonly<Record<string, unknown>>): number {
  const own = isRecord(data) && isRecord(data['data']) ? data['data'] : data;
  return isRecord(own) ? Number(own['at']) : Number.NaN;
}
