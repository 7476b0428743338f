import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { ConnectionSource } from './connection.ts';
import { UnscopedTransactionError } from './errors.ts';
import { LeasedConnection } from './leased-connection.ts';
import type { TransactionScope, TransactionScopes } from './scope.ts';

/** The one Kysely dialect for both kinds of database; without scopes it takes no notice of open transactions. */
export function dialectOver(source: ConnectionSource, scopes?: TransactionScopes): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new ScopedDriver(source, scopes),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/**
 * Stands for the connection of a transaction that a query found around itself. Whether that transaction is still open
 * is looked at when the query runs: a promise that outlived it gets a connection of its own.
 */
class JoiningConnection implements DatabaseConnection {
  readonly #scope: TransactionScope;
  readonly #source: ConnectionSource;

  constructor(scope: TransactionScope, source: ConnectionSource) {
    this.#scope = scope;
    this.#source = source;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#scope.state === 'open' && this.#scope.lease) return this.#scope.lease.executeQuery<R>(query);
    const lease = new LeasedConnection(await this.#source.acquire());
    try {
      return await lease.executeQuery<R>(query);
    } finally {
      lease.release();
    }
  }

  // biome-ignore lint/correctness/useYield: an interface member that this project has no use for
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not supported: read in pages');
  }
}

class ScopedDriver implements Driver {
  readonly #source: ConnectionSource;
  readonly #scopes: TransactionScopes | undefined;

  constructor(source: ConnectionSource, scopes: TransactionScopes | undefined) {
    this.#source = source;
    this.#scopes = scopes;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const scope = this.#scopes?.current();
    if (scope?.state === 'open') return new JoiningConnection(scope, this.#source);
    const lease = new LeasedConnection(await this.#source.acquire());
    if (scope) scope.lease = lease;
    return lease;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const lease = leaseOf(connection);
    if (this.#scopes && this.#scopes.current()?.lease !== lease) throw new UnscopedTransactionError();
    await lease.run('begin', []);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#end();
    const { command } = await leaseOf(connection).run('commit', []);
    // A commit after an error that somebody swallowed is answered with a rollback, not with an error.
    if (command === 'ROLLBACK') throw new AbortedTransactionError();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#end();
    const lease = leaseOf(connection);
    try {
      await lease.run('rollback', []);
    } catch (error) {
      lease.markUnknownState();
      throw error;
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof LeasedConnection) connection.release();
  }

  async destroy(): Promise<void> {
    await this.#source.close();
  }

  #end(): void {
    const scope = this.#scopes?.current();
    if (scope) scope.state = 'ended';
  }
}

function leaseOf(connection: DatabaseConnection): LeasedConnection {
  if (connection instanceof LeasedConnection) return connection;
  throw new UnscopedTransactionError();
}
