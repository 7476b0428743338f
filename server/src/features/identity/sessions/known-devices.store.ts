import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** Notes that a person has signed in from a device; true when it was not known. */
export async function noteDevice(tx: Tx, userId: string, hash: Uint8Array, now: Date): Promise<boolean> {
  const { rows } = await sql<{ is_new: boolean }>`
    insert into known_devices (user_id, device_hash, seen_at) values (${userId}, ${hash}, ${now})
    on conflict (user_id, device_hash) do update set seen_at = excluded.seen_at
    returning xmax = 0 as is_new`.execute(tx);
  return rows[0]?.is_new ?? false;
}

export async function existsDevice(tx: Tx, userId: string, hash: Uint8Array): Promise<boolean> {
  const row = await tx
    .selectFrom('known_devices')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('device_hash', '=', hash)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets the devices of a person that were seen longest ago, leaving so many. */
export async function forgetDevicesBeyond(tx: Tx, userId: string, kept: number): Promise<void> {
  await tx
    .deleteFrom('known_devices')
    .where('user_id', '=', userId)
    .where('device_hash', 'in', (query) =>
      query
        .selectFrom('known_devices')
        .select('device_hash')
        .where('user_id', '=', userId)
        .orderBy('seen_at', 'desc')
        .offset(kept),
    )
    .execute();
}
