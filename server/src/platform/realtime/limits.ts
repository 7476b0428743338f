/** Bounds of the hub. Times in milliseconds, sizes in bytes. */
export interface HubLimits {
  readonly connections: number;
  readonly connectionsPerPerson: number;
  /** From here on a connection gets nothing live, and catches up when the system has taken what waits. */
  readonly laggingBytes: number;
  /** From here on a connection is closed. */
  readonly stuckBytes: number;
  /** A connection that lags for so long is closed. */
  readonly laggingMs: number;
  /** Between pings; who has not answered one until the next is gone. */
  readonly heartbeatMs: number;
  /** How long a connection stays open after its token has run out, for the client to bring a new one. */
  readonly expiryGraceMs: number;
  /** Between comparisons of the heads of all connected people with the database. */
  readonly sweepMs: number;
  /** Most people in one query of heads. */
  readonly headBatch: number;
  /** Most connections that one query catches up. */
  readonly catchUpBatch: number;
  /** Most entries that one query reads for one stream. */
  readonly catchUpEntries: number;
  /** Most entries that one query reads for all streams together; each still gets a few. */
  readonly catchUpRows: number;
  /** Between two queries of heads, unless a whole batch waits. */
  readonly headGapMs: number;
  /** Between two queries of what is missing, unless a whole batch waits. */
  readonly catchUpGapMs: number;
  /** Most messages of a topic that one query reads. */
  readonly topicEntries: number;
  /** Most connections that are written to before the event loop gets its turn. */
  readonly writesPerTurn: number;
}

export const defaultLimits: HubLimits = {
  connections: 50_000,
  connectionsPerPerson: 20,
  laggingBytes: 65_536,
  stuckBytes: 1_048_576,
  laggingMs: 30_000,
  heartbeatMs: 25_000,
  expiryGraceMs: 30_000,
  sweepMs: 3_000,
  headBatch: 250,
  catchUpBatch: 200,
  catchUpEntries: 100,
  catchUpRows: 2_000,
  headGapMs: 20,
  catchUpGapMs: 40,
  topicEntries: 200,
  writesPerTurn: 64,
};
