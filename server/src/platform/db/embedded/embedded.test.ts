import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { migratedSnapshot } from '../../../testing/database.ts';
import {
  DatabaseBusyError,
  DatabaseUnavailableError,
  FolderInUseError,
  FolderUnusableError,
  openDatabase,
} from '../index.ts';
import { openEmbedded } from './open.ts';
import { EmbeddedSource } from './source.ts';
import { WorkerClient } from './worker-client.ts';

const logger = pino({ level: 'silent' });

let folder: string;
let snapshot: Uint8Array;

beforeAll(async () => {
  snapshot = await migratedSnapshot();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-db-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = () => openDatabase({ kind: 'embedded', folder }, logger);

/** Makes the database in the folder, which is slow unless it starts from a copy. */
async function create(): Promise<void> {
  await (await openEmbedded({ folder, snapshot }, logger)).close();
}

/** Opens the folder in another process, which commits numbered rows and prints each number once it is committed. */
function startWriter(): ChildProcess {
  const program = `
    import { pino } from 'pino';
    import { openDatabase } from ${JSON.stringify(new URL('../index.ts', import.meta.url).href)};
    const database = await openDatabase({ kind: 'embedded', folder: process.argv[1] }, pino({ level: 'silent' }));
    await database.executeSql('create table row (number int)');
    for (let number = 1; ; number += 1) {
      await database.transaction(async () => {
        await database.executeSql('insert into row values ($1)', [number]);
      });
      process.stdout.write(number + '\\n');
    }`;
  return spawn(process.execPath, ['--input-type=module-typescript', '--no-warnings', '-e', program, folder], {
    cwd: fileURLToPath(new URL('../../../../', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Reads the numbers that the writer prints, and kills it without warning after this many. */
async function killAfter(writer: ChildProcess, rows: number, atFirst: () => Promise<void>): Promise<number> {
  if (!writer.stdout) throw new Error('the writer has no output');
  let last = 0;
  let checked: Promise<void> | undefined;
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Number(line);
    if (last === 1) checked = atFirst();
    if (last === rows) writer.kill('SIGKILL');
  }
  await checked;
  return last;
}

test('keeps what was committed when it is closed and opened again', async () => {
  await create();
  const first = await open();
  await first.executeSql('create table kept (word text)');
  await first.executeSql('insert into kept values ($1)', ['word']);
  await first.close();
  await first.close();

  const second = await open();
  expect((await second.executeSql('select word from kept')).rows).toEqual([{ word: 'word' }]);
  await second.close();
});

test('loses no committed row when the process is killed, and frees the folder', async () => {
  await create();
  const writer = startWriter();
  const ended = once(writer, 'exit');
  const acknowledged = await killAfter(writer, 50, async () => {
    const refusal: unknown = await open().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FolderInUseError);
    expect(refusal).toHaveProperty('message', expect.stringContaining(`process ${writer.pid} since`));
  });
  await ended;
  expect(acknowledged).toBeGreaterThanOrEqual(50);

  const database = await open();
  const { rows } = await database.executeSql('select count(*) as count, max(number) as last from row');
  expect(rows[0]?.['count']).toBe(rows[0]?.['last']);
  expect(rows[0]?.['last']).toBeGreaterThanOrEqual(acknowledged);
  await database.close();
});

test('refuses a folder that this process has open already', async () => {
  const database = await openEmbedded({ folder, snapshot }, logger);
  await expect(open()).rejects.toThrow(FolderInUseError);
  await database.close();
});

test('says in one line that a folder cannot be used', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const refusal: unknown = await openDatabase(
    { kind: 'embedded', folder: join(file, 'below') },
    logger,
  ).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FolderUnusableError);
  expect(refusal).toHaveProperty(
    'message',
    expect.stringMatching(/^The data folder .+ can't be used: .+--data-dir.+$/),
  );
});

test('frees the folder when the database in it cannot be opened', async () => {
  mkdirSync(join(folder, 'database'));
  writeFileSync(join(folder, 'database', 'PG_VERSION'), '9.6');
  await expect(open()).rejects.toThrow(DatabaseUnavailableError);
  await expect(open()).rejects.toThrow('could not be opened');
});

test('refuses work after it was closed', async () => {
  const database = await openEmbedded({ folder: 'memory', snapshot }, logger);
  await database.close();
  await expect(database.executeSql('select 1')).rejects.toThrow(DatabaseUnavailableError);
  await expect(database.transaction(() => Promise.resolve())).rejects.toThrow(DatabaseUnavailableError);
});

test('gives up a worker that does not answer, and refuses everything that waits for it', async () => {
  const client = await WorkerClient.start({ folder: undefined, snapshot }, 500);
  const source = new EmbeddedSource(client, { timeoutMilliseconds: 60_000, waiters: 10 }, () => undefined);
  const connection = await source.acquire();
  const waiting = source.acquire().then((next) => next.run('select 1', []));
  const refusedWaiting = expect(waiting).rejects.toThrow(DatabaseUnavailableError);
  const hung = connection.run('do $$ begin loop end loop; end $$', []);
  const refusedHung = expect(hung).rejects.toThrow('did not answer');
  const refusedQueued = expect(connection.run('select 2', [])).rejects.toThrow(DatabaseUnavailableError);
  await refusedHung;
  await refusedQueued;
  connection.release(true);
  await refusedWaiting;
  await source.close();
});

test('bounds how long and how many callers wait for the only connection', async () => {
  const client = await WorkerClient.start({ folder: undefined, snapshot }, 60_000);
  const source = new EmbeddedSource(client, { timeoutMilliseconds: 50, waiters: 1 }, () => undefined);
  const held = await source.acquire();
  const waiting = expect(source.acquire()).rejects.toThrow('did not come free');
  await expect(source.acquire()).rejects.toThrow(DatabaseBusyError);
  await waiting;
  held.release(false);
  const next = await source.acquire();
  expect((await next.run('select 1 as one', [])).rows).toEqual([{ one: 1 }]);
  next.release(false);
  await source.close();
});
