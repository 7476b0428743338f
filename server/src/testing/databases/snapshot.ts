import { createHash, randomUUID } from 'node:crypto';
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allMigrations, migrationParts } from '../../composition/migrations.ts';
import { openEmbedded } from '../../platform/db/embedded/open.ts';
import { migrate } from '../../platform/db/index.ts';
import { counted } from '../costs.ts';
import { silent } from '../logger.ts';

/** A dump of an empty, migrated database, from which an embedded one starts in a tenth of the time. */
export async function migratedSnapshot(): Promise<Uint8Array> {
  const path = join(folder(), `${name()}.tar`);
  return readIfPresent(path) ?? (await makeSnapshot(path));
}

/** Fills a folder as a server without the demo leaves it that was started once, which takes a tenth of the time. */
export async function fillDataFolder(target: string): Promise<void> {
  const source = join(folder(), name());
  if (!existsSync(source)) {
    const making = `${source}.${randomUUID()}`;
    await (await openEmbedded({ folder: making, snapshot: await migratedSnapshot() }, silent)).close();
    try {
      renameSync(making, source);
    } catch {
      // Another process was first.
      rmSync(making, { recursive: true });
    }
  }
  cpSync(join(source, 'database'), join(target, 'database'), {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
  });
}

/** Names the present state of all migrations. */
export function nameOfMigrations(): string {
  return createHash('sha256').update(JSON.stringify(migrationParts)).digest('hex').slice(0, 16);
}

/** Makes the migrated database that tests start from. Several processes may do so at once; the last one stays. */
async function makeSnapshot(path: string): Promise<Uint8Array> {
  const database = await openEmbedded({ folder: 'memory' }, silent);
  try {
    await counted('migrations', () => migrate(database, silent, allMigrations));
    const snapshot = await database.dump();
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${randomUUID()}`;
    writeFileSync(temporary, snapshot);
    renameSync(temporary, path);
    removeOldSnapshots();
    return snapshot;
  } finally {
    await database.close();
  }
}

function removeOldSnapshots(): void {
  for (const file of readdirSync(folder())) {
    const path = join(folder(), file);
    if (!file.startsWith(name())) rmSync(path, { recursive: true, force: true });
  }
}

/** Names a snapshot after all that decides what is in it. */
function name(): string {
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = readFileSync(join(dirname(pglite), '..', 'package.json'));
  return `${nameOfMigrations()}-${createHash('sha256').update(manifest).digest('hex').slice(0, 16)}`;
}

function folder(): string {
  return fileURLToPath(new URL('../../../../node_modules/.cache/rolecall-database/', import.meta.url));
}

function readIfPresent(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
