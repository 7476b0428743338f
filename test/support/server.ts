import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillDataFolder } from '../../server/src/testing/databases/snapshot.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const program = path.join(repository, 'server/src/main.ts');

export interface ServerOptions {
  /** A worker answers for its health and its metrics alone. */
  readonly command?: 'serve' | 'worker';
  /** Keeps its data here; in a folder of its own with a migrated database, removed in the end, when left out. */
  readonly dataDirectory?: string;
  /** PostgreSQL; embedded when left out. */
  readonly databaseUrl?: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly port?: number;
  /** A program that starts the server as its child, and is what is started. */
  readonly launcher?: string;
}

/** A real server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number | undefined;
  readonly dataDirectory: string;
  /** Everything that it has written so far. */
  output(): string;
  /** SIGTERM, then waits for the end; gives the exit status. */
  stop(): Promise<number | null>;
  /** SIGKILL, then waits for the end. */
  kill(): Promise<void>;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'rolecall-test-'));
}

/** The environment of a process under test: nothing of the variables that configure Rolecall leaks in. */
export function cleanEnvironment(
  extra: Readonly<Record<string, string | undefined>> = {},
): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(ROLECALL_|DATABASE_|REDIS_URL|SMTP_URL|PORT$|HOST$|NODE_ENV$|VITEST|NODE_OPTIONS)/.test(name),
  );
  const stated = { ROLECALL_ENVIRONMENT: 'development', ...extra };
  return Object.fromEntries([...kept, ...Object.entries(stated)]);
}

/** Starts `rolecall serve`, or the command that is given, and waits until it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const dataDirectory = options.dataDirectory ?? temporaryFolder();
  if (options.dataDirectory === undefined && options.databaseUrl === undefined)
    await fillDataFolder(dataDirectory);
  const port = options.port ?? (await freePort());
  const { command = 'serve' } = options;
  const args = [
    command,
    '--data-dir',
    dataDirectory,
    ...(command === 'serve' ? ['--port', String(port), ...(options.args ?? ['--no-demo'])] : []),
  ];
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [
      ...(options.launcher === undefined ? [] : [options.launcher]),
      ...['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', program, ...args],
    ],
    {
      cwd: repository,
      env: cleanEnvironment({
        DATABASE_URL: options.databaseUrl,
        ROLECALL_PUBLIC_URL: url,
        ROLECALL_WORKER_PORT: String(port),
        ROLECALL_METRICS_OPEN: 'true',
        // All people of a test share one address.
        ROLECALL_SIGN_UPS_PER_HOUR: '10000',
        ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: '10000',
        ROLECALL_LOG_LEVEL: 'warn',
        // Whoever is connected is to be mailed at once.
        ROLECALL_EMAIL_ONLINE_DELAY_SECONDS: '0',
        ...options.environment,
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const output = await untilReady(child);

  const remove = () => {
    if (options.dataDirectory === undefined) rmSync(dataDirectory, { recursive: true, force: true });
  };
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'close');
    }
    remove();
    return child.exitCode;
  };
  return {
    url,
    port,
    pid: child.pid,
    dataDirectory,
    output,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

/** Runs a command line to its end. */
export async function runCommand(
  args: readonly string[],
  options: { readonly environment?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Promise<{ readonly status: number | null; readonly out: string; readonly error: string }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', program, ...args],
    {
      cwd: repository,
      env: cleanEnvironment(options.environment),
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text;
  });
  child.stdin.end(options.input ?? '');
  await once(child, 'close');
  return { status: child.exitCode, out, error };
}

/** Waits for the line that says that it is ready; gives the way to read all of its output. */
function untilReady(child: ChildProcess): Promise<() => string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const collect = (part: string) => {
      text = (text + part).slice(-200_000);
      if (text.includes('Rolecall is ready')) resolve(() => text);
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.once('close', () => reject(new Error(`The server ended before it was ready:\n${text}`)));
  });
}
