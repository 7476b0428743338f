import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { Connection, StatementResult } from './connection.ts';
import { DatabaseError } from './errors.ts';

/** A connection for as long as somebody holds it; it is handed back once, and not used again if that seems unsafe. */
export class LeasedConnection implements DatabaseConnection {
  readonly #connection: Connection;
  #released = false;
  #unknownState = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async run(text: string, parameters: readonly unknown[]): Promise<StatementResult> {
    try {
      return await this.#connection.run(text, parameters);
    } catch (error) {
      // Whatever the server answered leaves the session usable; a lost connection or a broken answer may not.
      if (!(error instanceof DatabaseError)) this.#unknownState = true;
      throw error;
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return toQueryResult<R>(await this.run(query.sql, query.parameters));
  }

  // biome-ignore lint/correctness/useYield: an interface member that this project has no use for
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not supported: read in pages');
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#connection.release(this.#unknownState);
  }

  markUnknownState(): void {
    this.#unknownState = true;
  }
}

const countingCommands = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function toQueryResult<R>(result: StatementResult): QueryResult<R>;
function toQueryResult(result: StatementResult): QueryResult<unknown> {
  const rows = [...result.rows];
  return countingCommands.has(result.command) ? { rows, numAffectedRows: BigInt(result.rowCount) } : { rows };
}
