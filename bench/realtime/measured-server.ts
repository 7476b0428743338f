import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { type ServerProcess, startServer } from '../../test/support/server.ts';
import { type BenchPerson, createPeople, drop, type Instance, instanceAt, prepare } from './instance.ts';

/** A server in a process of its own on one core, and what a program on the other core measures it with. */
export interface MeasuredServer {
  readonly instance: Instance;
  readonly people: readonly BenchPerson[];
  readonly process: ServerProcess;
  /** Address of the socket of a person. */
  socketUrl(person: BenchPerson): string;
  /** Calls `POST /api/v1/events`, or `/bulk` for several. @throws when it is not answered with 200 */
  send(events: unknown): Promise<void>;
  /** Memory in use by the process (resident set), in MB. */
  memory(): number;
  /** A number from `/metrics`; 0 where there is none yet. */
  metric(name: string): Promise<number>;
  /** Starts the server again on the same port and database after it was killed. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const secret = 'bench-secret-not-for-production';
const [serverCore, clientCore] = [0, 1];
const callers = 64;

/** Makes a fresh database on PostgreSQL with so many job seekers, and starts a server on it. */
export async function startMeasuredServer(port: number, count: number): Promise<MeasuredServer> {
  const instance = await instanceAt(port, secret);
  await prepare(instance);
  pin(process.pid, clientCore);
  let server = await start(instance);
  const people = await createPeople(instance, count);
  const pool = new Pool(server.url, { connections: callers, pipelining: 1 });

  return {
    instance,
    people,
    get process() {
      return server;
    },
    socketUrl: ({ token }) => `ws://127.0.0.1:${port}/ws/notifications/?token=${token}`,
    async send(events) {
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: Array.isArray(events) ? '/api/v1/events/bulk' : '/api/v1/events',
        headers: { authorization: `Bearer ${instance.apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify(Array.isArray(events) ? { items: events } : events),
      });
      if (statusCode !== 200)
        throw new Error(`An event was answered with ${statusCode}: ${await body.text()}`);
      await body.dump();
    },
    memory: () => residentMegabytes(server.pid),
    async metric(name) {
      const answer = await fetch(`${server.url}/metrics`);
      const line = (await answer.text()).split('\n').find((text) => text.startsWith(`${name} `));
      return Number(line?.split(' ')[1] ?? 0);
    },
    async restart() {
      server = await start(instance);
    },
    async stop() {
      await pool.destroy();
      await server.stop();
      await drop(instance);
    },
  };
}

async function start(instance: Instance): Promise<ServerProcess> {
  const server = await startServer({ port: instance.port, environment: instance.environment });
  if (server.pid !== undefined) pin(server.pid, serverCore);
  return server;
}

/** Keeps a process and its threads on one core, where the system can do that. */
function pin(pid: number, core: number): void {
  spawnSync('taskset', ['--all-tasks', '--pid', '--cpu-list', String(core), String(pid)]);
}

function residentMegabytes(pid: number | undefined): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}

/** CPU time that the server has used so far, in seconds. */
export function cpuSeconds({ process: { pid } }: MeasuredServer): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // utime and stime, in ticks of 10 ms.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Asks again and again until something is so. @throws when it takes longer than so many seconds */
export async function until(what: string, seconds: number, isSo: () => boolean): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
    await sleep(20);
  }
}

/** Runs the work so many times in a second, open loop: a late answer does not hold up the next call. */
export async function atRate(
  perSecond: number,
  times: number,
  work: (n: number) => Promise<void>,
): Promise<void> {
  const started = performance.now();
  const under: Promise<void>[] = [];
  for (let n = 0; n < times; n += 1) {
    const wait = started + (n * 1_000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    under.push(work(n));
  }
  await Promise.all(under);
}

/** The value that so much of the list is not above; `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** One line of a result: what, how much, and whether that reaches its goal. */
export function verdict(what: string, value: string, reached: boolean): void {
  process.stdout.write(`${reached ? 'reached' : 'MISSED '}  ${what}: ${value}\n`);
  if (!reached) process.exitCode = 1;
}
