import type { Tx } from '../../../platform/db/index.ts';
import { findNotifications, type StoredNotification } from '../notifications/index.ts';
import type { Claim } from './claims.store.ts';
import { type CollectedRow, selectCollected } from './collected.store.ts';

/** What a delivery carries. */
export type Carried = Omit<StoredNotification, 'id' | 'user_id'>;

/** A delivery that a worker has claimed, with its notification. */
export type ClaimedDelivery = Claim & Carried;

/** A delivery that waits in a digest, or went into one, with its notification. */
export type CollectedDelivery = CollectedRow & Carried;

/** What these digests have collected, with one query for the deliveries and one for their notifications. */
export async function findCollected(
  tx: Tx,
  digestIds: readonly string[],
  state: 'waiting' | 'included',
): Promise<CollectedDelivery[]> {
  return withNotifications(tx, await selectCollected(tx, digestIds, state));
}

/** Deliveries with their notifications, in their order. What has been deleted meanwhile is left out. */
export async function withNotifications<Row extends { readonly notification_id: string }>(
  tx: Tx,
  rows: readonly Row[],
): Promise<(Row & Carried)[]> {
  const notifications = await findNotifications(
    tx,
    rows.map((row) => row.notification_id),
  );
  return rows.flatMap((row) => {
    const notification = notifications.get(row.notification_id);
    if (notification === undefined) return [];
    const { id: _, ...carried } = notification;
    return [{ ...carried, ...row }];
  });
}
