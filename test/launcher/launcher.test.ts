import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(import.meta.dirname, 'fixtures/program.ts');
const inProcess = [path.join(root, 'scripts/node.mjs'), program];
const inChild = [path.join(import.meta.dirname, 'fixtures/follow.mjs'), program];

const started: ChildProcessByStdio<null, Readable, null>[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(args: readonly string[]) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    ended: once(child, 'exit'),
    nextLine: async () => (await lines.next()).value,
  };
}

describe.each([
  ['in the same process', inProcess],
  ['in a child', inChild],
])('a program %s', (_where, launcher) => {
  it('is the main module, gets its arguments and gives its exit status', async () => {
    const { nextLine, ended } = start([...launcher, 'exit', '3', '--port', '4000']);
    expect(await nextLine()).toBe('main true arguments ["3","--port","4000"]');
    expect(await ended).toEqual([3, null]);
  });

  it('that is killed is reported as killed', async () => {
    const { ended } = start([...launcher, 'die']);
    expect(await ended).toEqual([null, 'SIGKILL']);
  });

  it('gets SIGTERM and may finish its work', async () => {
    const { child, nextLine, ended } = start([...launcher, 'serve']);
    await nextLine();
    expect(await nextLine()).toMatch(/^ready/);
    child.kill('SIGTERM');
    expect(await nextLine()).toBe('stopped by SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

it('a child stops when its launcher is killed and can pass nothing on', async () => {
  const { child, nextLine } = start([...inChild, 'serve']);
  await nextLine();
  await nextLine();
  child.kill('SIGKILL');
  expect(await nextLine()).toBe('stopped by the end of the launcher');
});
