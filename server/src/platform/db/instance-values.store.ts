import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Values that belong to the whole instance, each known by its name to the feature that keeps it. */

/** Undefined: nobody has set it yet. */
export async function readInstanceValue(tx: Tx, name: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('instance_values')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value;
}

/** The value; whoever asks first gives it. */
export async function ensureInstanceValue(tx: Tx, name: string, candidate: string): Promise<string> {
  await insertIfMissing(tx, name, candidate);
  const row = await tx
    .selectFrom('instance_values')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.value;
}

/** The same, and keeps others from it until the transaction ends. */
export async function lockInstanceValue(tx: Tx, name: string, candidate: string): Promise<string> {
  await insertIfMissing(tx, name, candidate);
  const row = await tx
    .selectFrom('instance_values')
    .select('value')
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.value;
}

/** Changes a value that there is. */
export async function setInstanceValue(tx: Tx, name: string, value: string): Promise<void> {
  await tx.updateTable('instance_values').set({ value }).where('name', '=', name).execute();
}

/** Adds to a number, which begins at 1, and keeps others from it until the transaction ends. */
export async function addToInstanceValue(tx: Tx, name: string, increment: number): Promise<void> {
  await sql`
    insert into instance_values (name, value) values (${name}, '1')
    on conflict (name) do update set value = (instance_values.value::bigint + ${increment})::text`.execute(
    tx,
  );
}

async function insertIfMissing(tx: Tx, name: string, value: string): Promise<void> {
  await tx
    .insertInto('instance_values')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}
