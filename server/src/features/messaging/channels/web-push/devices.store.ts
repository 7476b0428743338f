import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import type { WebPushDeviceTable } from './tables.ts';

export type DeviceRow = Selectable<WebPushDeviceTable>;

/** The last added first. */
export async function selectDevices(tx: Tx, userId: string): Promise<DeviceRow[]> {
  return tx
    .selectFrom('web_push_devices')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function selectDevice(tx: Tx, userId: string, id: string): Promise<DeviceRow | undefined> {
  return tx
    .selectFrom('web_push_devices')
    .selectAll()
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The browser has a new endpoint: the device stays, unless the new one is known already. */
export async function moveDevice(tx: Tx, userId: string, from: string, to: string): Promise<void> {
  const known = tx.selectFrom('web_push_devices').select('id').where('endpoint', '=', to);
  await tx
    .updateTable('web_push_devices')
    .set({ endpoint: to })
    .where('user_id', '=', userId)
    .where('endpoint', '=', from)
    .where(({ not, exists }) => not(exists(known)))
    .execute();
  await deleteByEndpoint(tx, userId, from);
}

/**
 * Keeps a subscription: a new device, or the one that has the endpoint. Another person takes it over only with the
 * secret that the browser has, as whoever merely knows the endpoint is not there.
 *
 * @returns undefined: the device is another person's
 */
export async function upsertDevice(tx: Tx, row: DeviceRow): Promise<DeviceRow | undefined> {
  return tx
    .insertInto('web_push_devices')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('endpoint')
        .doUpdateSet({
          user_id: row.user_id,
          session_id: row.session_id,
          key_id: row.key_id,
          p256dh: row.p256dh,
          auth: row.auth,
          confirmed_at: row.confirmed_at,
          // A new key may be taken where the old one was refused.
          refused_at: sql`case when web_push_devices.key_id = ${row.key_id} then web_push_devices.refused_at end`,
        })
        .where(({ or, eb }) =>
          or([
            eb('web_push_devices.user_id', '=', row.user_id),
            eb.and([
              eb('web_push_devices.auth', '=', row.auth),
              eb('web_push_devices.p256dh', '=', row.p256dh),
            ]),
          ]),
        ),
    )
    .returningAll()
    .executeTakeFirst();
}

/** Leaves so many, those that were used or seen last. */
export async function deleteDevicesBeyond(tx: Tx, userId: string, kept: number): Promise<void> {
  await tx
    .deleteFrom('web_push_devices')
    .where('id', 'in', (query) =>
      query
        .selectFrom('web_push_devices')
        .select('id')
        .where('user_id', '=', userId)
        .orderBy(sql`greatest(used_at, confirmed_at)`, 'desc')
        .orderBy('id', 'desc')
        .offset(kept),
    )
    .execute();
}

export async function renameDevice(
  tx: Tx,
  userId: string,
  id: string,
  name: string,
): Promise<DeviceRow | undefined> {
  return tx
    .updateTable('web_push_devices')
    .set({ name })
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

export async function deleteDevice(tx: Tx, userId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('web_push_devices')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function deleteByEndpoint(tx: Tx, userId: string, endpoint: string): Promise<void> {
  await tx
    .deleteFrom('web_push_devices')
    .where('user_id', '=', userId)
    .where('endpoint', '=', endpoint)
    .execute();
}

/** @returns false: it was tested after that moment already */
export async function noteTest(tx: Tx, id: string, now: Date, since: Date): Promise<boolean> {
  const result = await tx
    .updateTable('web_push_devices')
    .set({ tested_at: now })
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('tested_at', 'is', null), eb('tested_at', '<=', since)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Devices whose rows are changed are locked in their order, as several processes record what came of pushes. */
const inTheirOrder = (tx: Tx, ids: readonly string[]) =>
  tx.selectFrom('web_push_devices').select('id').where('id', 'in', ids).orderBy('id').forUpdate();

/** A device that is used often is noted once in so many milliseconds. */
const noteEveryMs = 3_600_000;

/** Forgets devices whose services say that they are gone, unless a browser has subscribed anew meanwhile. */
export async function forgetDevices(
  tx: Tx,
  devices: readonly Pick<DeviceRow, 'id' | 'endpoint' | 'auth'>[],
): Promise<void> {
  if (devices.length === 0) return;
  await sql`
    delete from web_push_devices where id in (
      select device.id from web_push_devices as device
      join unnest(${devices.map(({ id }) => id)}::uuid[], ${devices.map(({ endpoint }) => endpoint)}::text[],
        ${devices.map(({ auth }) => auth)}::text[]) as gone (id, endpoint, auth)
        on device.id = gone.id and device.endpoint = gone.endpoint and device.auth = gone.auth
      order by device.id for update of device
    )`.execute(tx);
}

/** Their services have taken something for them. */
export async function noteTaken(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const before = new Date(now.getTime() - noteEveryMs);
  await tx
    .updateTable('web_push_devices')
    .set({ used_at: now, refused_at: null })
    .where('id', 'in', inTheirOrder(tx, ids))
    .where(({ or, eb }) =>
      or([eb('used_at', 'is', null), eb('used_at', '<', before), eb('refused_at', 'is not', null)]),
    )
    .execute();
}

/** Their services take nothing from us. */
export async function noteRefused(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('web_push_devices')
    .set({ refused_at: now })
    .where('id', 'in', inTheirOrder(tx, ids))
    .execute();
}
