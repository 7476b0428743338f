import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanEnvironment, type ServerProcess, startServer, temporaryFolder } from '../support/server.ts';
import { examplesOf, readPage } from './examples.ts';

/** Stands between the outputs of two commands. */
const separator = '\n--- end of an example ---\n';

/** Pages whose commands are run, with the answers that they show. */
const pages = ['api.md', 'events.md'].map((name) => {
  const examples = examplesOf(readPage(name)).filter(({ language }) => ['sh', 'json'].includes(language));
  const codes = (wanted: string) =>
    examples.filter(({ language }) => language === wanted).map(({ code }) => code);
  return { name, examples, commands: codes('sh'), answers: codes('json') };
});

const folder = temporaryFolder();
let server: ServerProcess;

function hasTools(): boolean {
  try {
    execFileSync('bash', ['-c', 'command -v curl'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!hasTools())('the commands of the pages (need bash and curl)', () => {
  beforeAll(async () => {
    server = await startServer({ args: ['--demo'] });
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(pages)('docs/$name', ({ examples, commands, answers }) => {
    let outputs: readonly string[] = [];

    beforeAll(async () => {
      outputs = await runAll(commands);
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
