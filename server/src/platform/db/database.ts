import { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { ConnectionSource } from './connection.ts';
import { dialectOver } from './driver.ts';
import type { DiskGuard, DiskSpace } from './embedded/disk-guard.ts';
import { JoinedTransactionFailedError } from './errors.ts';
import { LeasedConnection } from './leased-connection.ts';
import type { Schema } from './schema.ts';
import { TransactionScope, TransactionScopes } from './scope.ts';

/** What every store function takes: a transaction's handle, or {@link Database.query} for a single query. */
export type Tx = Kysely<Schema>;

/** The database, embedded or a PostgreSQL server, which behave alike. */
export interface Database {
  readonly kind: 'embedded' | 'postgres';

  /**
   * Runs queries outside a transaction. Inside one it joins it, so that a query which was not handed the `tx` can
   * neither miss its writes nor wait for a connection that it holds itself. A promise that outlives its transaction
   * gets a connection of its own, while the `tx` itself refuses.
   *
   * It opens no transactions: `query.transaction()` throws {@link UnscopedTransactionError}.
   */
  readonly query: Kysely<Schema>;

  /**
   * Runs single queries, outside of any transaction, on a connection that nobody else gets: what has to be known in time
   * though everybody waits for a connection. The embedded database has one connection only, which this waits for, too.
   */
  readonly reserved: Kysely<Schema>;

  /**
   * Runs the work in a transaction at read committed, which commits when it returns and rolls back when it throws.
   * A nested call joins the outer transaction; if its work throws, the whole transaction rolls back, even when the
   * caller catches the error.
   *
   * @throws {DatabaseBusyError} when no connection comes free in time
   * @throws {JoinedTransactionFailedError} when the failure of joined work was swallowed
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;

  /**
   * Runs the effect after the outermost commit, in the order of registration, or at once when no transaction is open.
   * It is dropped on rollback, and lost when the process dies in between: it may be a hint, never a duty.
   */
  afterCommit(effect: () => void): void;

  /**
   * Runs SQL that some library wrote, in the enclosing transaction if there is one. Without values the text may hold
   * several statements, and even a transaction; their rows come back together.
   */
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;

  /** What is left of the disk of an embedded database; undefined: nobody watches it. */
  diskSpace(): Promise<DiskSpace | undefined>;

  /**
   * Runs work of the background. While the disk of an embedded database has no room, it waits for a connection where
   * other work may read and is refused a write with {@link StorageFullError}. Whatever it starts is like it.
   *
   * @param signal ends the waiting, so that the work can end
   */
  patiently<T>(signal: AbortSignal, work: () => T): T;

  /** Waits for nobody: what still runs is refused. Closing twice is fine. */
  close(): Promise<void>;
}

/** What the migrations and the test helpers need of an open database, and nobody else. */
export interface OpenDatabase extends Database {
  /** Lends a Kysely that knows no transactions around it and whose statements may take as long as they need. */
  administer<T>(work: (kysely: Kysely<Schema>) => Promise<T>): Promise<T>;
}

/** What differs between the two kinds. */
export interface DatabaseParts {
  readonly kind: Database['kind'];
  readonly source: ConnectionSource;
  /** Where the connection comes from that is kept for what cannot wait. */
  readonly reservedSource: ConnectionSource;
  /** Watches the disk that it is on. */
  readonly disk?: DiskGuard;
  /** Lends connections without a time limit on their statements. */
  withUnlimitedSource<T>(work: (source: ConnectionSource) => Promise<T>): Promise<T>;
}

/** Puts transactions that carry themselves over a source of connections. */
export function createDatabase(parts: DatabaseParts, logger: Logger): OpenDatabase {
  const { source, reservedSource } = parts;
  const scopes = new TransactionScopes();
  const query = new Kysely<Schema>({ dialect: dialectOver(source, scopes) });

  const reserved = new Kysely<Schema>({ dialect: dialectOver(reservedSource) });

  function runEffect(effect: () => void): void {
    try {
      scopes.within(undefined, effect);
    } catch (error) {
      logger.error({ err: error }, 'an effect after a commit failed');
    }
  }

  async function join<T>(scope: TransactionScope, tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await work(tx);
    } catch (error) {
      scope.failure ??= { error };
      throw error;
    }
  }

  return {
    kind: parts.kind,
    query,
    reserved,

    async transaction(work) {
      const enclosing = scopes.current();
      if (enclosing?.tx) return join(enclosing, enclosing.tx, work);

      const scope = new TransactionScope();
      const result = await scopes.within(scope, () =>
        query.transaction().execute(async (tx) => {
          scope.tx = tx;
          scope.state = 'open';
          const value = await work(tx);
          if (scope.failure) throw new JoinedTransactionFailedError(scope.failure.error);
          return value;
        }),
      );
      for (const effect of scope.effects) runEffect(effect);
      return result;
    },

    afterCommit(effect) {
      const scope = scopes.current();
      if (scope) scope.effects.push(effect);
      else runEffect(effect);
    },

    async executeSql(text, values = []) {
      const scope = scopes.current();
      if (scope?.state === 'open' && scope.lease) {
        return { rows: [...(await scope.lease.run(text, values)).rows] };
      }
      const lease = new LeasedConnection(await source.acquire());
      try {
        return { rows: [...(await lease.run(text, values)).rows] };
      } catch (error) {
        // Several statements may have begun a transaction; nobody after us may inherit it in its failed state.
        if (values.length === 0) await lease.run('rollback', []).catch(() => lease.markUnknownState());
        throw error;
      } finally {
        lease.release();
      }
    },

    async administer(work) {
      return parts.withUnlimitedSource(async (unlimited) => {
        const kysely = new Kysely<Schema>({ dialect: dialectOver(unlimited) });
        return work(kysely);
      });
    },

    diskSpace: async () => parts.disk?.look(),
    patiently: (signal, work) => parts.disk?.patiently(signal, work) ?? work(),

    async close() {
      await Promise.all([source.close(), reservedSource.close()]);
    },
  };
}
