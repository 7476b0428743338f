/**
 * Notifications that other programs send one by one through `POST /api/v1/events`, each kept on PostgreSQL: how many
 * in a second, and how long one takes from the request to the socket of its person.
 *
 *     npm run bench:events -- [--people 500] [--seconds 10] [--rate 500]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import {
  atRate,
  cpuSeconds,
  type MeasuredServer,
  percentile,
  startMeasuredServer,
  until,
  verdict,
} from './measured-server.ts';
import { isRecord, Reader } from './reader.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '10' },
    rate: { type: 'string', default: '500' },
    port: { type: 'string', default: '9330' },
  },
});
const [people, seconds, rate] = [Number(values.people), Number(values.seconds), Number(values.rate)];
/** Calls under way when the rate is left to the server. */
const callers = 64;
const warmUpSeconds = 3;
const [throughputGoal, latencyGoal] = [2_000, 50];

const server = await startMeasuredServer(Number(values.port), people);
const latencies: number[] = [];
let sent = 0;
const readers = server.people.map(
  (person) =>
    new Reader({
      url: server.socketUrl(person),
      onApplied: ({ data }) => {
        if (isRecord(data) && isRecord(data['data']))
          latencies.push(performance.now() - Number(data['data']['at']));
      },
    }),
);
try {
  await Promise.all(readers.map(({ ready }) => ready));
  await fullSpeed(warmUpSeconds);

  const [sentBefore, cpuBefore, started] = [sent, cpuSeconds(server), performance.now()];
  await fullSpeed(seconds);
  const elapsed = (performance.now() - started) / 1_000;
  const [done, cpu] = [sent - sentBefore, cpuSeconds(server) - cpuBefore];
  await until('all have arrived', 60, () => latencies.length === sent);
  verdict(
    'notifications a second, one by one',
    `${(done / elapsed).toFixed(0)} with ${callers} callers, ${((cpu / done) * 1e6).toFixed(0)} µs of the server's CPU for each (goal ${throughputGoal}/s)`,
    done / elapsed >= throughputGoal,
  );

  await sleep(1_000);
  latencies.length = 0;
  await atRate(rate, rate * seconds, (n) => notify(server, n));
  await until('all have arrived', 60, () => latencies.length === rate * seconds);
  const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
  verdict(
    `from request to socket at ${rate}/s`,
    `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (goal p99 ${latencyGoal} ms)`,
    p99 < latencyGoal,
  );
} finally {
  for (const reader of readers) reader.close();
  await server.stop();
}

async function notify(to: MeasuredServer, n: number): Promise<void> {
  sent += 1;
  await to.send({
    type: 'notification',
    user_id: to.people[(n * 7) % people]?.id,
    kind: 'service_message',
    payload: { title: 'News', message: 'Something has happened.', data: { at: performance.now() } },
  });
}

/** Each caller sends the next one as soon as it has its answer. */
async function fullSpeed(forSeconds: number): Promise<void> {
  const end = performance.now() + forSeconds * 1_000;
  const caller = async () => {
    while (performance.now() < end) await notify(server, sent);
  };
  await Promise.all(Array.from({ length: callers }, caller));
}
