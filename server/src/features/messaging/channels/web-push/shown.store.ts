import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';

/** A notification that a device has been given. */
export interface Shown {
  readonly deviceId: string;
  readonly notificationId: string;
}

/** Of what devices have been given, no more is looked at; older ones have long been dismissed. */
const mostLookedAt = 50;

/** What these devices have been given, the newest first. */
export async function selectShown(tx: Tx, deviceIds: readonly string[]): Promise<Shown[]> {
  const rows = await sql<{ device_id: string; notification_id: string }>`
    select shown.device_id, shown.notification_id
    from unnest(${deviceIds}::uuid[]) as device (id)
    cross join lateral (
      select device_id, notification_id, shown_at from web_push_shown
      where device_id = device.id order by shown_at desc limit ${mostLookedAt}
    ) as shown
    order by shown.shown_at desc`.execute(tx);
  return rows.rows.map(({ device_id, notification_id }) => ({
    deviceId: device_id,
    notificationId: notification_id,
  }));
}

/** Devices have been given a notification; doing it again changes nothing. Devices that are gone are left out. */
export async function insertShown(tx: Tx, shown: readonly Shown[], now: Date): Promise<void> {
  if (shown.length === 0) return;
  await sql`
    insert into web_push_shown (device_id, notification_id, shown_at)
    select device.id, given.notification_id, ${now}
    from unnest(${shown.map((one) => one.deviceId)}::uuid[], ${shown.map((one) => one.notificationId)}::uuid[])
      as given (device_id, notification_id)
    join web_push_devices as device on device.id = given.device_id
    order by device.id, given.notification_id
    on conflict do nothing`.execute(tx);
}

/** Devices have been told to close these. */
export async function deleteShown(tx: Tx, shown: readonly Shown[]): Promise<void> {
  if (shown.length === 0) return;
  await sql`
    delete from web_push_shown where (device_id, notification_id) in (
      select * from unnest(${shown.map((one) => one.deviceId)}::uuid[], ${shown.map((one) => one.notificationId)}::uuid[])
    )`.execute(tx);
}

export async function deleteShownBefore(tx: Tx, moment: Date, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from web_push_shown where (device_id, notification_id) in (
      select device_id, notification_id from web_push_shown where shown_at < ${moment} limit ${limit}
    )`.execute(tx);
  return Number(numAffectedRows);
}
