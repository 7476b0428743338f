import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { migratedSnapshot } from '../../../testing/database.ts';
import { meaningOf, StorageFullError } from '../index.ts';
import { type EmbeddedDatabase, openEmbedded } from './open.ts';

const reserveBytes = 256 * 1_048_576;

let folder: string;
/** What the disk tells; one that is really small is below. */
let freeBytes = 4 * reserveBytes;
const log: string[] = [];
const logger = pino({ level: 'info' }, { write: (line) => log.push(JSON.parse(line).msg) });
const silent = pino({ level: 'silent' });
const disk = { reserveBytes, readFree: async () => freeBytes, refreshMilliseconds: 5 };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-disk-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('with less room on the disk than the reserve', () => {
  let database: EmbeddedDatabase;
  let data: string;

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'rolecall-disk-'));
    database = await openEmbedded({ folder: data, snapshot: await migratedSnapshot(), disk }, logger);
    await database.executeSql('create table note (word text)');
  });

  beforeEach(() => setRoom(4 * reserveBytes));

  afterAll(async () => {
    await database.close();
    rmSync(data, { recursive: true });
  });

  /** Waits until the database has looked at the disk again. */
  async function setRoom(bytes: number): Promise<void> {
    freeBytes = bytes;
    await expect.poll(async () => (await database.diskSpace())?.freeBytes, { interval: 2 }).toBe(bytes);
  }

  const write = (word: string) => database.executeSql('insert into note values ($1)', [word]);
  const words = async () => (await database.executeSql('select word from note')).rows.map(({ word }) => word);

  test('what is written is refused, reading goes on, and both are as before when there is room', async () => {
    await write('kept');
    await setRoom(reserveBytes - 1);
    for (const refusedWrite of [
      () => write('lost'),
      () => database.transaction(() => write('lost')),
      () => database.executeSql('begin; delete from note; commit'),
    ]) {
      const refused = await failureOf(refusedWrite());
      expect(refused).toBeInstanceOf(StorageFullError);
      expect(meaningOf(refused)).toBe('storage_full');
    }
    expect(await words()).toEqual(['kept']);
    expect(await database.transaction(words)).toEqual(['kept']);

    await setRoom(reserveBytes);
    await write('later');
    expect(await words()).toEqual(['kept', 'later']);
    expect(log).toEqual([
      `Nothing is written any more. The disk of ${data} has 255 MiB left, of which the database leaves 256 MiB free: ` +
        'make room there, or lower ROLECALL_DISK_RESERVE_MB.',
      'the disk has room again, and what waited goes on',
    ]);
  });

  test('work of the background waits until there is room, and keeps nobody from reading', async () => {
    await setRoom(0);
    const waiting = database.patiently(new AbortController().signal, () => write('waited'));
    expect(await words()).not.toContain('waited');
    await setRoom(reserveBytes);
    await waiting;
    expect(await words()).toContain('waited');
  });

  test('whoever is asked to stop waits no more', async () => {
    await setRoom(0);
    const stopping = new AbortController();
    const waiting = failureOf(database.patiently(stopping.signal, () => write('lost')));
    stopping.abort();
    expect(await waiting).toBeInstanceOf(StorageFullError);
  });

  test('a start is refused with what to do, before anything is touched', async () => {
    freeBytes = 0;
    await expect(openEmbedded({ folder, disk }, logger)).rejects.toThrow(
      /make room there, or lower ROLECALL_DISK_RESERVE_MB\.$/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** A file system of its own, where this system lets us make one. */
function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('a disk that is really full: not run, tmpfs cannot be mounted here\n');
    return false;
  }
}

test('a disk that others fill to its very end loses nothing that was committed', {
  timeout: 120_000,
}, async () => {
  if (!mountSmallDisk()) return;
  try {
    // Asked once only, so that the database does not see it coming.
    const limits = { reserveBytes: 1_048_576, refreshMilliseconds: 3_600_000 };
    const database = await openEmbedded({ folder, snapshot: await migratedSnapshot(), disk: limits }, silent);
    await database.executeSql('create table row (number int, filler text)');
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(join(folder, 'of-others'), Buffer.alloc(Math.max(0, bavail * bsize - 1_048_576)));
    let committed = 0;
    const end = await failureOf(
      (async () => {
        for (;;) {
          await database.executeSql('insert into row values ($1, $2)', [committed, 'x'.repeat(7_000)]);
          committed += 1;
        }
      })(),
    );
    expect(['storage_full', 'unavailable']).toContain(meaningOf(end));
    await database.close();
    await expect(openEmbedded({ folder, disk: limits }, silent)).rejects.toThrow(StorageFullError);

    rmSync(join(folder, 'of-others'));
    const again = await openEmbedded({ folder, disk: limits }, silent);
    const { rows } = await again.executeSql('select count(*) as count, max(number) as last from row');
    expect(rows).toEqual([{ count: committed, last: committed - 1 }]);
    await again.executeSql('insert into row values (-1, null)');
    await again.close();
  } finally {
    execFileSync('umount', [folder]);
  }
});
