import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { fillDataFolder } from '../../server/src/testing/databases/snapshot.ts';
import { freePort, runCommand, type ServerProcess, startServer, temporaryFolder } from '../support/server.ts';

const folders: string[] = [];
const servers: ServerProcess[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = temporaryFolder();
  folders.push(made);
  return made;
}

async function start(...options: Parameters<typeof startServer>): Promise<ServerProcess> {
  const server = await startServer(...options);
  servers.push(server);
  return server;
}

/** Starts the program as a child, as it is where the Node.js in use is too old. */
const launcher = path.resolve(import.meta.dirname, '../launcher/fixtures/follow.mjs');

const oneLine = /^rolecall: [^\n]+\n$/;

describe('starting', () => {
  test('says where it is and with whom to sign in, and keeps its data for the next start', async () => {
    const dataDirectory = folder();
    const first = await start({ dataDirectory, args: [] });
    expect(first.output()).toContain(first.url);
    for (const person of ['mara@demo.example', 'ravi@demo.example', 'odile@demo.example']) {
      expect(first.output()).toContain(person);
    }
    const jobsBefore = await jobTitles(first.url);
    expect(jobsBefore.length).toBeGreaterThan(10);
    expect(await first.stop()).toBe(0);

    const second = await start({ dataDirectory, args: [] });
    expect(await jobTitles(second.url)).toEqual(jobsBefore);
    expect(await second.stop()).toBe(0);
  });

  test('starts empty without the demo', async () => {
    const server = await start({ dataDirectory: folder(), args: ['--no-demo'] });
    expect(await jobTitles(server.url)).toEqual([]);
    expect(server.output()).not.toContain('demo.example');
  });

  test('names a port that is taken, in one line', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const address = blocker.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const dataDirectory = folder();
    await fillDataFolder(dataDirectory);
    const result = await runCommand([
      'serve',
      '--no-demo',
      '--port',
      String(port),
      '--data-dir',
      dataDirectory,
    ]);
    blocker.close();
    expect(result.status).toBe(1);
    expect(result.error).toMatch(oneLine);
    expect(result.error).toContain(`port ${port} is taken`);
  });

  test('takes over from one whose launcher was killed and that is stopping', async () => {
    const dataDirectory = folder();
    await fillDataFolder(dataDirectory);
    const port = await freePort();
    const first = await startServer({ dataDirectory, port, launcher });
    process.kill(first.pid ?? 0, 'SIGKILL');
    const second = await start({ dataDirectory, port });
    expect((await fetch(`${second.url}/health/ready`)).status).toBe(200);
  });

  test('refuses a folder that another process holds, and harms nothing', async () => {
    const server = await start({ args: ['--no-demo'] });
    const result = await runCommand(['migrate', '--data-dir', server.dataDirectory]);
    expect(result.status).toBe(1);
    expect(result.error).toMatch(oneLine);
    expect(result.error).toContain(String(server.pid));
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  });

  test('names a folder that cannot be written', async () => {
    const file = path.join(folder(), 'file');
    writeFileSync(file, '');
    const result = await runCommand([
      'serve',
      '--no-demo',
      '--port',
      '0',
      '--data-dir',
      path.join(file, 'data'),
    ]);
    expect(result.status).toBe(1);
    expect(result.error).toMatch(oneLine);
    expect(result.error).toContain(file);
  });

  test('names every fault of the configuration and touches nothing', async () => {
    const dataDirectory = path.join(folder(), 'data');
    mkdirSync(dataDirectory);
    const result = await runCommand(['serve', '--data-dir', dataDirectory, '--port', 'eighty'], {
      environment: { ROLECALL_LOG_LEVL: 'debug' },
    });
    expect(result.status).toBe(1);
    expect(result.error).toContain('did you mean ROLECALL_LOG_LEVEL');
    expect(result.error).toContain('--port');
    expect(readdirSync(dataDirectory)).toEqual([]);
  });

  test('never opens the mailbox in production', async () => {
    const server = await start({
      environment: { ROLECALL_ENVIRONMENT: 'production', ROLECALL_SECRET: 'x'.repeat(40), HOST: '127.0.0.1' },
    });
    expect((await fetch(`${server.url}/api/v1/mailbox`)).status).toBe(404);
    const instance: unknown = await (await fetch(`${server.url}/api/v1/instance`)).json();
    expect(instance).toMatchObject({ mailbox: false, demo_people: [] });
  });
});

async function jobTitles(url: string): Promise<string[]> {
  const answer: unknown = await (await fetch(`${url}/api/v1/jobs?limit=100`)).json();
  if (typeof answer !== 'object' || answer === null || !('items' in answer) || !Array.isArray(answer.items)) {
    throw new Error(`No list of jobs: ${JSON.stringify(answer)}`);
  }
  return answer.items.map((item) => String(item.title)).sort();
}
