import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

/** Deletes tasks that name something in their payload, key or result. */
export async function forgetTasks(tx: Tx, text: string): Promise<void> {
  await sql`
    delete from pgboss.job
    where position(${text}::text in coalesce(data::text, '') || coalesce(singleton_key, '') || coalesce(output::text, '')) > 0`.execute(
    tx,
  );
}
