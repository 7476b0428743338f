import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanEnvironment, type ServerProcess, startServer, temporaryFolder } from '../support/server.ts';
import { examplesOf, readPage } from './examples.ts';

/** Stands between the outputs of two commands. */
const separator = '\n--- end of an example ---\n';

/** The commands of the page with the answers that it shows for them. */
const examples = examplesOf(readPage('api.md'));
const commands = examples.filter(({ language }) => language === 'sh').map(({ code }) => code);
const answers = examples.filter(({ language }) => language === 'json').map(({ code }) => code);

const folder = temporaryFolder();
let server: ServerProcess;
let outputs: readonly string[] = [];

function hasTools(): boolean {
  try {
    execFileSync('bash', ['-c', 'command -v curl'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!hasTools())('docs/api.md (needs bash and curl)', () => {
  beforeAll(async () => {
    server = await startServer({ args: ['--demo'] });
    outputs = await runAll(commands);
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows an answer for every command', () => {
    expect(examples.map(({ language }) => language)).toEqual(commands.flatMap(() => ['sh', 'json']));
  });

  it.each(
    answers.map(
      (answer, index) => [commands[index]?.trim().split('\n').at(-1) ?? '', answer, index] as const,
    ),
  )('%s', (_command, answer, index) => {
    expect(JSON.parse(outputs[index] ?? '')).toMatchObject(toPattern(answer));
  });
});

/** Runs the commands in one shell, as a reader would. */
async function runAll(blocks: readonly string[]): Promise<string[]> {
  const script = blocks.map((block) => `${block}\nprintf '${separator.replaceAll('\n', '\\n')}'`).join('\n');
  const environment = { PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}` };
  const shell = spawn('bash', ['-e', '-c', script.replaceAll('http://localhost:3000', server.url)], {
    cwd: folder,
    env: cleanEnvironment(environment),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  shell.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  await once(shell, 'close');
  return out.split(separator);
}

/** What the page leaves open matches anything that is there. */
function toPattern(answer: string): object {
  return JSON.parse(answer, (_name, value: unknown) => (value === '…' ? expect.anything() : value));
}
