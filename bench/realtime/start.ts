/**
 * Starts a production-like server for a load generator that is told nothing but its port: a fresh database on
 * PostgreSQL, one `rolecall serve`. On SIGTERM the server ends and the database is dropped.
 *
 *     PORT=9200 BENCH_SECRET=any-text node scripts/node.mjs bench/realtime/start.ts
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment } from '../../test/support/server.ts';
import { drop, instanceAt, prepare } from './instance.ts';

const program = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
const { PORT = '9200', BENCH_SECRET = 'bench-secret-not-for-production', NODE_OPTIONS } = process.env;

const instance = await instanceAt(Number(PORT), BENCH_SECRET);
await prepare(instance);
// By the end of the channel the server learns that this process is gone.
const server = spawn(
  process.execPath,
  ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', program, 'serve'],
  {
    env: cleanEnvironment({ ...instance.environment, NODE_OPTIONS }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
const [status] = await once(server, 'close');
await drop(instance);
process.exitCode = status === 0 ? 0 : 1;
