import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** Which of these notifications wait in the inbox of the person to be read. */
export async function unreadAmong(
  tx: Tx,
  userId: string,
  notificationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (notificationIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('notifications')
    .select('id')
    .where(sql<boolean>`id = any(${notificationIds}::uuid[])`)
    .where('user_id', '=', userId)
    .where('seq', 'is not', null)
    .where('read_at', 'is', null)
    .where('archived_at', 'is', null)
    .where('snoozed_until', 'is', null)
    .where('deleted_at', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** How many notifications wait in the inbox of the person to be read. */
export async function unreadOf(tx: Tx, userId: string): Promise<number> {
  const row = await tx
    .selectFrom('inboxes')
    .select('unread')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.unread ?? 0;
}
