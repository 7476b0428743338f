import type { Logger } from 'pino';
import type { ConnectionSource } from '../connection.ts';
import { createDatabase, type OpenDatabase } from '../database.ts';
import { DatabaseVersionError } from '../errors.ts';
import { PostgresSource, placeOf } from './source.ts';

/** A PostgreSQL server and how to use it. */
export interface PostgresOptions {
  readonly url: string;
  /** How many connections to hold at most. */
  readonly poolSize: number;
  /** How long one statement may take, in milliseconds; 30,000 unless told. */
  readonly statementTimeoutMilliseconds?: number;
}

const oldestSupportedVersion = 15;

/** What asks for it comes back within a second, so that no answer is worth a longer wait. */
const reservedLimits = {
  poolSize: 1,
  statementTimeoutMilliseconds: 2_000,
  acquireTimeoutMilliseconds: 2_000,
  waiters: 100,
} as const;

const waitingLimits = { acquireTimeoutMilliseconds: 10_000, waiters: 10_000 } as const;

/**
 * Opens a pool of connections and makes sure that the server answers.
 * @throws {DatabaseUnavailableError} when it can't be reached
 * @throws {DatabaseVersionError} when it is older than PostgreSQL 15
 */
export async function openPostgres(options: PostgresOptions, logger: Logger): Promise<OpenDatabase> {
  const { url, poolSize, statementTimeoutMilliseconds = 30_000 } = options;
  const source = new PostgresSource(
    { url, poolSize, statementTimeoutMilliseconds, ...waitingLimits },
    logger,
  );
  try {
    assertSupported(await serverVersion(source), url);
  } catch (error) {
    await source.close();
    throw error;
  }
  return createDatabase(
    {
      kind: 'postgres',
      source,
      reservedSource: new PostgresSource({ url, ...reservedLimits }, logger),
      async withUnlimitedSource(work) {
        const unlimited = new PostgresSource(
          { url, poolSize: 1, statementTimeoutMilliseconds: 0, ...waitingLimits },
          logger,
        );
        try {
          return await work(unlimited);
        } finally {
          await unlimited.close();
        }
      },
    },
    logger,
  );
}

/** Refuses a server that lacks what the SQL of this project uses. */
export function assertSupported(version: string, url: string): void {
  if (Number.parseInt(version, 10) >= oldestSupportedVersion) return;
  throw new DatabaseVersionError(
    `PostgreSQL at ${placeOf(url)} is version ${version}; ${oldestSupportedVersion} or newer is needed.`,
  );
}

async function serverVersion(source: ConnectionSource): Promise<string> {
  const connection = await source.acquire();
  try {
    const { rows } = await connection.run('show server_version', []);
    return String(rows[0]?.['server_version']);
  } finally {
    connection.release(false);
  }
}
