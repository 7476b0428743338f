import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pass, startTcpProxy, type TcpProxy } from '../faults/support/tcp-proxy.ts';
import { confirmAddress, type Person, signUpRecruiter, signUpSeeker, until } from '../support/people.ts';
import { cleanEnvironment, type ServerProcess, startServer, temporaryFolder } from '../support/server.ts';
import { examplesOf, readPage } from './examples.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const examples = examplesOf(readPage('realtime.md'));
const folder = temporaryFolder();
const python = ['python3', '/usr/bin/python3'].find(hasWebsockets);

let server: ServerProcess;
let recruiter: Person;
let jobs = 0;
let proxy: TcpProxy;
const closers: (() => unknown)[] = [];

function hasWebsockets(interpreter: string): boolean {
  try {
    execFileSync(interpreter, ['-c', 'import websockets'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

beforeAll(async () => {
  server = await startServer();
  recruiter = await signUpRecruiter(server.url, 'Fay Far', 'Mossgarden');
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function codeOf(language: string): string {
  return examples.find((example) => example.language === `${language} program`)?.code ?? '';
}

/** Posts jobs: each one is told to the seekers by the topic and, where it fits, by a notification. */
async function postJobs(count: number): Promise<void> {
  for (let posted = 0; posted < count; posted += 1) {
    jobs += 1;
    await recruiter.client.jobs.create({
      body: { title: `Gardener ${jobs}`, description: 'Roofs.', places: [], skills: [] },
    });
  }
}

/** Runs the program of the page with the address of the proxy and this person instead of its own. */
async function run(command: string, language: string, file: string, person: Person) {
  const key = await person.client.me.createApiKey({ body: { name: 'An example' } });
  const text = codeOf(language)
    .replace('http://localhost:3000', `http://127.0.0.1:${proxy.port}`)
    .replace('grace@example.org', person.email)
    .replace('rk_…', key.key);
  writeFileSync(path.join(folder, file), text);
  const program = spawn(command, [file], {
    cwd: folder,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const pipe of [program.stdout, program.stderr]) {
    pipe.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
  }
  closers.push(() => program.kill('SIGKILL'));
  return { output: () => output, ended: once(program, 'close'), keyId: key.id };
}

/** The seqs that were printed for a stream. */
function seqsIn(output: string, stream: string): number[] {
  return output.split('\n').flatMap((line) => {
    const [name, seq] = line.split(' ');
    return name === stream ? [Number(seq)] : [];
  });
}

async function showsEachSeqOnce(command: string, language: string, file: string): Promise<void> {
  proxy = await startTcpProxy({
    targetPort: () => server.port,
    onLink({ caller, target }) {
      pass(caller, target);
      pass(target, caller);
    },
  });
  closers.push(proxy.close);
  const person = await signUpSeeker(server.url, `Reader of ${language}`, { wanted_titles: ['Gardener'] });
  await confirmAddress(person);
  const { output, ended, keyId } = await run(command, language, file, person);
  const topic = 'job_posted_job_seeker';
  const newest = (stream: string) => seqsIn(output(), stream).at(-1);
  const hasAll = async () => {
    const { head } = await person.client.notifications.counts();
    return newest('user') === head && newest(topic) === jobs ? head : undefined;
  };

  await until('the program to be connected', async () => {
    await postJobs(1);
    return newest('user') !== undefined && newest(topic) !== undefined ? true : undefined;
  });
  await until('what came live', hasAll);
  for (let cut = 0; cut < 3; cut += 1) {
    proxy.refuse(true);
    await postJobs(3);
    proxy.refuse(false);
    await postJobs(1);
    await until('what was missed', hasAll, 60);
  }
  const head = (await hasAll()) ?? 0;
  // Jobs that are posted one after the other may fit in one notification.
  for (const [stream, last, least] of [
    ['user', head, 4],
    [topic, jobs, 13],
  ] as const) {
    const seqs = seqsIn(output(), stream);
    const first = seqs[0] ?? 0;
    expect(seqs).toEqual(Array.from({ length: last - first + 1 }, (_, index) => first + index));
    expect(seqs.length).toBeGreaterThanOrEqual(least);
  }

  // One program has signed in, the other one has the key.
  await person.client.me.revokeApiKey({ params: { api_key_id: keyId } });
  await person.client.auth.signOutEverywhere();
  expect(await ended).toEqual([0, null]);
  expect(output()).toMatch(/\nstopped 4001\n$/);
  expect(output()).not.toContain('read the inbox anew');
}

describe('docs/realtime.md shows each seq once and in order, across lost connections', () => {
  it('in TypeScript', () => showsEachSeqOnce(process.execPath, 'ts', 'program.ts'));
  it('in JavaScript', () => showsEachSeqOnce(process.execPath, 'js', 'program.js'));
});

it('the types of the one in TypeScript fit', async () => {
  const options = {
    extends: path.join(repository, 'tsconfig.json'),
    compilerOptions: { typeRoots: [path.join(repository, 'node_modules/@types')] },
    include: [path.join(folder, 'program.ts')],
  };
  writeFileSync(path.join(folder, 'program.ts'), codeOf('ts'));
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(options));
  const compiler = path.join(repository, 'node_modules/typescript/bin/tsc');
  expect(execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })).toBe('');
});

describe.skipIf(python === undefined)('and (needs python3 with websockets)', () => {
  it('in Python', () => showsEachSeqOnce(python ?? '', 'python', 'program.py'));
});
