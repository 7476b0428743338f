import { freePort, type ServerProcess, startServer } from '../../support/server.ts';
import type { Destination } from './client-proxy.ts';
import { type Moment, type PostgresProxy, startPostgresProxy } from './postgres-proxy.ts';
import { type RedisProxy, startRedisProxy } from './redis-proxy.ts';

/** One of the server processes, with proxies between it and what it depends on. */
export interface Node extends Destination {
  readonly name: string;
  readonly redis: RedisProxy;
  readonly postgres: PostgresProxy;
  start(): Promise<void>;
  /** SIGKILL at the next such moment; resolves when the process is gone. */
  killAt(moment: Moment): Promise<void>;
  /** SIGTERM, then waits for the end. */
  drain(): Promise<void>;
  /** The sum of a counter over its labels; 0 while it does not answer. */
  counter(name: string): Promise<number>;
  /** Everything that its processes have written so far. */
  output(): string;
  /** Ends it and its proxies. */
  close(): Promise<void>;
}

export interface NodeOptions {
  readonly name: string;
  readonly databaseUrl: string;
  readonly redisPort: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly random: () => number;
}

export async function startNode({
  name,
  databaseUrl,
  redisPort,
  environment,
  random,
}: NodeOptions): Promise<Node> {
  const address = new URL(databaseUrl);
  const postgres = await startPostgresProxy(Number(address.port || 5432));
  const redis = await startRedisProxy(() => redisPort, random);
  address.hostname = '127.0.0.1';
  address.port = String(postgres.port);
  const port = await freePort();
  let server: ServerProcess | undefined;
  const outputs: (() => string)[] = [];

  async function start(): Promise<void> {
    server = await startServer({
      port,
      databaseUrl: address.href,
      environment: { ...environment, REDIS_URL: `redis://127.0.0.1:${redis.port}` },
    });
    outputs.push(server.output);
  }
  /** A balancer stops sending it connections before it goes. */
  function take(): ServerProcess {
    if (server === undefined) throw new Error(`${name} does not run`);
    const taken = server;
    server = undefined;
    return taken;
  }
  await start();

  return {
    name,
    port,
    get isUp() {
      return server !== undefined;
    },
    redis,
    postgres,
    start,
    killAt: (moment) =>
      new Promise((resolve, reject) => {
        // The signal is sent before the moment can pass.
        postgres.onNext(moment, () => void take().kill().then(resolve, reject));
      }),
    async drain() {
      const status = await take().stop();
      if (status !== 0) throw new Error(`${name} ended with status ${status} after SIGTERM`);
    },
    async counter(metric) {
      const text = await fetch(`http://127.0.0.1:${port}/metrics`).then(
        (response) => response.text(),
        () => '',
      );
      const lines = text.split('\n').filter((line) => line.startsWith(metric));
      return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
    },
    output: () => outputs.map((read) => read()).join(''),
    async close() {
      await server?.stop();
      await Promise.all([postgres.close(), redis.close()]);
    },
  };
}
