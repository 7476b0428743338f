/** What one statement, or the last of several sent together, answered. */
export interface StatementResult {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The command tag's first word, such as `SELECT` or `COMMIT`. */
  readonly command: string;
  /** Rows that the command tag counts; 0 where it counts none. */
  readonly rowCount: number;
}

/** A session that one caller holds at a time. */
export interface Connection {
  /**
   * Runs a statement. Without parameters the text may hold several statements, which then share one implicit
   * transaction; their rows are returned together.
   */
  run(text: string, parameters: readonly unknown[]): Promise<StatementResult>;
  /** Hands the session back. One that is in an unknown state is thrown away rather than used again. */
  release(unknownState: boolean): void;
}

/** Where sessions come from: a pool of PostgreSQL connections, or the only one that PGlite has. */
export interface ConnectionSource {
  /**
   * @throws {DatabaseBusyError} when none comes free in time, or too many wait already
   * @throws {DatabaseUnavailableError} when the database can't be reached any more
   */
  acquire(): Promise<Connection>;
  close(): Promise<void>;
}
