import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * A migration from plain SQL statements, each run on its own, because a prepared statement holds just one.
 * There is no way down: a release that is taken back runs on the newer schema, so changes are made additive.
 */
export function statements(...texts: readonly string[]): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const text of texts) await sql.raw(text).execute(db);
    },
  };
}
