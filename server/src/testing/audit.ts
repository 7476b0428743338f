import { sql } from 'kysely';
import type { Database } from '../platform/db/index.ts';

/** Empties the audit log for the next test, as only the owner of its table can. */
export async function emptyAuditLog(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await sql`alter table audit_log disable trigger audit_log_is_never_emptied`.execute(tx);
    await sql`truncate audit_log`.execute(tx);
    await sql`alter table audit_log enable trigger audit_log_is_never_emptied`.execute(tx);
  });
}
