import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createEmptyPostgres } from '../../server/src/testing/database.ts';
import type { SenderFigures } from './sender.ts';
import type { SinkReport } from './sink.ts';

const hasTaskset = spawnSync('taskset', ['-p', String(process.pid)]).status === 0;

/** A process of ours that says when it is ready. @param core where it runs; null: anywhere */
export async function startProcess(
  program: string,
  parameters: readonly string[],
  core: number | null,
): Promise<ChildProcess> {
  const child = fork(program, parameters, { execPath: process.execPath });
  if (core !== null && hasTaskset) spawnSync('taskset', ['-a', '-c', '-p', String(core), String(child.pid)]);
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (said !== 'ready') throw new Error(`${program} has not started`);
  return child;
}

export async function startSink(port: number) {
  const sink = await startProcess('bench/email/sink.ts', [String(port)], 1);
  return {
    /** What has come since the last report. */
    async report(): Promise<SinkReport> {
      const answer = once(sink, 'message');
      sink.send('report');
      const [report] = await answer;
      return report;
    },
    stop: () => sink.disconnect(),
  };
}

/** Unsigned mails a second of two processes on all cores, which is what the peer has. */
export async function measureTwoSenders(count: number, port: number): Promise<number> {
  const both = await Promise.all([0, 1].map(() => measureSender('unsigned', count, port, false)));
  return both.reduce((sum, { perSecond }) => sum + perSecond, 0);
}

/** Sends mails from a process. @param isPinned it has a core to itself */
export async function measureSender(
  how: string,
  count: number,
  port: number,
  isPinned = hasTaskset,
): Promise<SenderFigures> {
  const parameters = ['bench/email/sender.ts', how, String(count), String(port)];
  const [program, ...rest] = isPinned
    ? ['taskset', '-c', '0', process.execPath, ...parameters]
    : [process.execPath, ...parameters];
  const child = spawn(program ?? '', rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`the sender ${how} has failed`);
  return { perSecond: figureIn(output, 'perSecond'), cpuMicroseconds: figureIn(output, 'cpuMicroseconds') };
}

/**
 * Mails a second of a peer: a Python program that takes `mail COUNT`, its database in `PEER_DB` and the mail server in
 * `PEER_SMTP`, and prints its figures as JSON. Null: there is none.
 */
export async function measurePeer(program: string, count: number, port: number): Promise<number | null> {
  if (!existsSync(program)) return null;
  const { url, drop } = await createEmptyPostgres();
  try {
    const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [program, 'mail', String(count)], {
      env: { ...process.env, PEER_DB: url, PEER_SMTP: `127.0.0.1:${port}` },
      encoding: 'utf8',
      timeout: 120_000,
    });
    if (status !== 0) throw new Error(`The peer failed: ${stderr.slice(-2_000)}`);
    return figureIn(stdout.trim().split('\n').at(-1) ?? '', 'mails_per_second');
  } finally {
    await drop();
  }
}

function figureIn(json: string, name: string): number {
  const figures: unknown = JSON.parse(json);
  const value: unknown =
    typeof figures === 'object' && figures !== null ? Reflect.get(figures, name) : undefined;
  if (typeof value !== 'number') throw new Error(`There is no figure ${name} in ${json}`);
  return value;
}
