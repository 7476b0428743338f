import {
  DatabaseBusyError,
  DatabaseError,
  DatabaseUnavailableError,
  JoinedTransactionFailedError,
  StorageFullError,
} from './errors.ts';

/**
 * What a failure of the database means for whoever caused it; undefined: it is a defect of this code.
 *
 * - `unavailable`: it cannot be reached, has ended our session, or has no time; the same may succeed later
 * - `storage_full`: its disk has no room, so that it only reads; the same may succeed later
 * - `bad_value`: a value that no column can hold, such as a text with a NUL or a date of the year 300000
 * - `conflict`: something is there already, is still referred to, or is there no more
 */
export type FailureMeaning = 'unavailable' | 'storage_full' | 'bad_value' | 'conflict';

/** By the five characters of SQLSTATE, or the two of its class (PostgreSQL documentation, appendix A). */
const meanings: ReadonlyMap<string, FailureMeaning> = new Map<string, FailureMeaning>([
  ['08', 'unavailable'], // connection exception
  ['22', 'bad_value'], // data exception
  ['23', 'conflict'], // integrity constraint violation
  ['23502', 'bad_value'], // not null
  ['23514', 'bad_value'], // check
  ['25006', 'unavailable'], // the server only reads: a replica, or made so by whoever runs it
  ['25P03', 'unavailable'], // idle_in_transaction_session_timeout ended the session
  ['25P04', 'unavailable'], // transaction_timeout ended the session
  ['40', 'unavailable'], // deadlock, serialization
  ['53', 'unavailable'], // too many connections, no memory
  ['53100', 'storage_full'], // no room on the disk
  ['54', 'bad_value'], // a row, a key or a text beyond the limits of the program
  ['55P03', 'unavailable'], // a lock was not given in time
  ['57', 'unavailable'], // shutdown, crash, starting up, cancelled by the limit of a statement
]);

export function meaningOf(error: unknown): FailureMeaning | undefined {
  if (error instanceof DatabaseUnavailableError || error instanceof DatabaseBusyError) return 'unavailable';
  if (error instanceof StorageFullError) return 'storage_full';
  if (error instanceof JoinedTransactionFailedError) return meaningOf(error.cause);
  if (!(error instanceof DatabaseError) || error.code === undefined) return undefined;
  return meanings.get(error.code) ?? meanings.get(error.code.slice(0, 2));
}

/** What a log may say of a failed statement: where it failed, and never with which values. */
export function placeOfFailure(error: unknown): Readonly<Record<string, string>> {
  if (error instanceof JoinedTransactionFailedError) return placeOfFailure(error.cause);
  if (!(error instanceof DatabaseError)) return {};
  const { code: sqlstate, constraint, table, column } = error;
  const known = Object.entries({ sqlstate, constraint, table, column });
  return Object.fromEntries(known.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** What to do about a PostgreSQL server that lets nobody in or on, by SQLSTATE. */
const mends: ReadonlyMap<string, string> = new Map([
  ['28000', 'Check the user in DATABASE_URL, and pg_hba.conf of the server.'],
  ['28P01', 'Check the user and the password in DATABASE_URL.'],
  ['3D000', 'Create the database that DATABASE_URL names, or name another.'],
  ['42501', 'Give the user in DATABASE_URL the right to it.'],
  [
    '53300',
    'Stop what holds its connections, lower DATABASE_POOL_SIZE of all processes, or raise max_connections of the server.',
  ],
  ['53100', 'Make room on its disk.'],
  ['25006', 'Name the server that takes writes in DATABASE_URL; this one only reads.'],
  ['57P03', 'It is starting or stopping: try again in a moment.'],
]);

/** A sentence with what an operator can do about a failure of the database; undefined: nothing that is known. */
export function mendOf(error: unknown): string | undefined {
  return error instanceof DatabaseError ? mends.get(error.code ?? '') : undefined;
}

/** How `pg` words that a connection is gone; it gives these errors no code. */
const lostConnection =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout)/;

/** What a server says in the last words of a session: SQLSTATE without a cancelled statement. */
const endsSession = /^(?:08|25P0[34]|57P)/;

/** Whether an error of `pg` says that its connection is gone, rather than what the server answered. */
export function isLostConnection(error: unknown): boolean {
  if (error instanceof DatabaseError) return endsSession.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  // Errors of the system have a code: ECONNRESET, EPIPE, ETIMEDOUT.
  return lostConnection.test(error.message) || ('syscall' in error && 'code' in error);
}
