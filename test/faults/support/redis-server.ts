import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { freePort, temporaryFolder } from '../../support/server.ts';

/** Whether this machine can start a Redis of the test's own. */
export function canStartRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** A Redis that can be hurt without hurting others. */
export interface RedisServer {
  readonly port: number;
  /** It accepts connections, and answers nothing. */
  hang(): void;
  /** Ends a `hang`. */
  goOn(): void;
  kill(): Promise<void>;
  /** After a `kill`, on the same port; where it runs, nothing happens. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const folder = temporaryFolder();
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    if (server !== undefined) return;
    const options = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', [...options, '--dir', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    server = child;
    await new Promise<void>((resolve, reject) => {
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('Ready to accept connections')) resolve();
      });
      child.once('close', () => reject(new Error(`Redis ended before it was ready:\n${output}`)));
    });
  }
  async function kill(): Promise<void> {
    const killed = server;
    server = undefined;
    killed?.kill('SIGKILL');
    if (killed?.exitCode === null && killed.signalCode === null) await once(killed, 'close');
  }
  await start();
  return {
    port,
    hang: () => void server?.kill('SIGSTOP'),
    goOn: () => void server?.kill('SIGCONT'),
    kill,
    start,
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
