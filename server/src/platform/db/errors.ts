import pg from 'pg';

/** Another process works on this data folder. Two of them would silently lose each other's rows. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** The data folder can't be created, read or written. */
export class FolderUnusableError extends Error {
  override readonly name = 'FolderUnusableError';
}

/** No connection came free in time, or too many callers wait for one. Trying again later may help. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
}

/** The database can't be reached, or has gone away, or was closed. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

/** The server is one that this code can't work with: too old, or migrated by a newer version of the code. */
export class DatabaseVersionError extends Error {
  override readonly name = 'DatabaseVersionError';
}

/** The disk of the embedded database has no room beyond its reserve. Reading goes on; writing may later. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
}

/** A migration failed. All of them ran in one transaction, so nothing of it remains. */
export class MigrationFailedError extends Error {
  override readonly name = 'MigrationFailedError';
}

/** A transaction was opened behind the back of {@link Database.transaction}. */
export class UnscopedTransactionError extends Error {
  override readonly name = 'UnscopedTransactionError';

  constructor() {
    super('Open transactions with database.transaction(), so that queries inside it can join it');
  }
}

/** Work that had joined a transaction failed, and the caller went on as if it had not. */
export class JoinedTransactionFailedError extends Error {
  override readonly name = 'JoinedTransactionFailedError';

  constructor(cause: unknown) {
    super('Work inside this transaction failed, so the whole of it was rolled back', { cause });
  }
}

/** An error that the database itself answered, the same class for both kinds of database. */
export const DatabaseError = pg.DatabaseError;

/** Whether the database refused a row because what it refers to does not exist, or is still referred to. */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return (
    error instanceof DatabaseError &&
    error.code === '23503' &&
    (constraint === undefined || error.constraint === constraint)
  );
}
