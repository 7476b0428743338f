import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { until } from '../../support/people.ts';

/** Whether Debian's package of this program is there. */
export function hasProgram(name: string): boolean {
  return spawnSync('which', [name], { stdio: 'ignore', env: withSystemPath() }).status === 0;
}

/** What the mail servers need: their programs and, since Postfix starts for nobody else, root. */
export function missingForMail(): string[] {
  const programs = ['postfix', 'opendkim', 'dovecot'].filter((name) => !hasProgram(name));
  const packages = programs.map((name) => `the program ${name}`);
  return process.getuid?.() === 0 ? packages : [...packages, 'root, as which Postfix has to be started'];
}

function withSystemPath(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
}

/** Runs a program to its end. @throws with what it has said, when it fails */
export async function run(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { env: withSystemPath(), stdio: ['ignore', 'pipe', 'pipe'] });
  const said = collect(child);
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${said()}`);
  return said();
}

/** Starts a program that stays in the foreground, and waits until it takes connections. */
export async function startProgram(program: string, args: readonly string[], port: number) {
  const child = spawn(program, args, { env: withSystemPath(), stdio: ['ignore', 'pipe', 'pipe'] });
  const said = collect(child);
  await waitForPort(port, () => {
    if (child.exitCode !== null) throw new Error(`${program} ended at once:\n${said()}`);
  });
  return {
    async stop(): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}

export async function waitForPort(port: number, check: () => void = () => {}): Promise<void> {
  await until(`a program on port ${port}`, async () => {
    check();
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      return undefined;
    } finally {
      socket.destroy();
    }
  });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text = (text + part).slice(-20_000);
    });
  }
  return () => text;
}
