import pg from 'pg';
import type { Logger } from 'pino';
import { reasonOf } from '../../errors/index.ts';
import type { Connection, ConnectionSource, StatementResult } from '../connection.ts';
import { DatabaseBusyError, DatabaseUnavailableError } from '../errors.ts';
import { isLostConnection, mendOf } from '../failures.ts';
import { parserOf, toWire } from '../values.ts';

/** What a pool of PostgreSQL connections needs to know. */
export interface PoolOptions {
  readonly url: string;
  readonly poolSize: number;
  /** How long one statement may take; 0 for as long as it needs. */
  readonly statementTimeoutMilliseconds: number;
  /** How long a caller waits for a connection, whether it has to be made or comes free. */
  readonly acquireTimeoutMilliseconds: number;
  /** How many callers may wait for a connection. */
  readonly waiters: number;
}

/** Beyond the server's own limit, for a server that has stopped answering altogether. */
const silenceMilliseconds = 10_000;

/** How the pool words that no connection came free in time; it gives this error no code. */
const poolExhausted = 'timeout exceeded when trying to connect';

/** Lends the connections of a pool. */
export class PostgresSource implements ConnectionSource {
  readonly #pool: pg.Pool;
  readonly #options: PoolOptions;
  #closed: Promise<void> | undefined;

  constructor(options: PoolOptions, logger: Logger) {
    this.#options = options;
    const { statementTimeoutMilliseconds } = options;
    this.#pool = new pg.Pool({
      connectionString: options.url,
      max: options.poolSize,
      application_name: 'rolecall',
      connectionTimeoutMillis: options.acquireTimeoutMilliseconds,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      options: '-c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres',
      ...(statementTimeoutMilliseconds > 0
        ? {
            statement_timeout: statementTimeoutMilliseconds,
            query_timeout: statementTimeoutMilliseconds + silenceMilliseconds,
          }
        : {}),
      types: { getTypeParser: (type: number) => parserOf(type) },
    });
    // The pool replaces such a connection; without a listener the process would end instead.
    this.#pool.on('error', (error) => logger.warn({ err: error }, 'an idle database connection was lost'));
  }

  async acquire(): Promise<Connection> {
    if (this.#closed) throw new DatabaseUnavailableError('The database is closed');
    if (this.#pool.waitingCount >= this.#options.waiters) {
      throw new DatabaseBusyError(`${this.#options.waiters} callers wait for a database connection already`);
    }
    const client = await this.#connect();
    // A connection lost between two statements says so here; the next statement then fails with its own error.
    let lost = false;
    const onError = (): void => {
      lost = true;
    };
    client.on('error', onError);
    return {
      run: async (text, parameters) => {
        try {
          return await run(client, text, parameters);
        } catch (error) {
          if (!isLostConnection(error)) throw error;
          throw new DatabaseUnavailableError(`The connection to PostgreSQL was lost: ${reasonOf(error)}`, {
            cause: error,
          });
        }
      },
      release: (unknownState) => {
        client.off('error', onError);
        client.release(unknownState || lost);
      },
    };
  }

  close(): Promise<void> {
    this.#closed ??= this.#pool.end();
    return this.#closed;
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      const { acquireTimeoutMilliseconds, poolSize, url } = this.#options;
      if (reasonOf(error) === poolExhausted) {
        throw new DatabaseBusyError(
          `None of the ${poolSize} database connections came free within ${acquireTimeoutMilliseconds / 1000} s`,
          { cause: error },
        );
      }
      throw new DatabaseUnavailableError(
        `PostgreSQL at ${placeOf(url)} can't be reached: ${reasonOf(error)}. ${mendOf(error) ?? 'Check that it runs and DATABASE_URL is right.'}`,
        { cause: error },
      );
    }
  }
}

async function run(
  client: pg.PoolClient,
  text: string,
  parameters: readonly unknown[],
): Promise<StatementResult> {
  const answer: pg.QueryResult | pg.QueryResult[] = await client.query(text, parameters.map(toWire));
  const results = Array.isArray(answer) ? answer : [answer];
  const last = results.at(-1);
  return {
    rows: results.flatMap((result): Record<string, unknown>[] => result.rows),
    command: last?.command ?? '',
    rowCount: last?.rowCount ?? 0,
  };
}

/** Host, port and database of a connection URL: all that a message may show of it. */
export function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
  } catch {
    return 'the given address';
  }
}
