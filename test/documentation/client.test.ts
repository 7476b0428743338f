import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cleanEnvironment, type ServerProcess, startServer, temporaryFolder } from '../support/server.ts';
import { examplesOf, readPage } from './examples.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const page = readPage('client.md');
const folder = temporaryFolder();
const program = path.join(folder, 'program.ts');
let server: ServerProcess;

beforeAll(async () => {
  server = await startServer();
  const blocks = codeOf('ts');
  writeFileSync(program, blocks.replaceAll('http://localhost:3000', server.url));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function codeOf(language: string): string {
  return examplesOf(page)
    .filter((example) => example.language === language)
    .map(({ code }) => code)
    .join('');
}

async function run(args: readonly string[]) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: folder,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, error] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text;
  });
  await once(child, 'close');
  return { status: child.exitCode, out, error };
}

it('the program of docs/client.md prints what the page says', async () => {
  expect(await run([program])).toEqual({ status: 0, out: codeOf('text'), error: '' });
});

it('its types fit', async () => {
  const options = {
    extends: path.join(repository, 'tsconfig.json'),
    compilerOptions: { typeRoots: [path.join(repository, 'node_modules/@types')] },
    include: [program],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(options));
  const compiler = path.join(repository, 'node_modules/typescript/bin/tsc');
  expect(await run([compiler, '-p', folder])).toEqual({ status: 0, out: '', error: '' });
});
