import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import type { ContactPoint } from '../channel.ts';

/** A device as it is written to. */
export interface PushContact extends ContactPoint {
  readonly userId: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  /** Its service has taken something for it before. */
  readonly isProven: boolean;
}

/**
 * Devices of these people, the one that was used last first. One that has subscribed with a key that is no longer in use is
 * blocked. One that was refused is not: its push service is left alone for a while, and it is tried again.
 */
export async function selectContacts(tx: Tx, userIds: readonly string[]): Promise<PushContact[]> {
  const currentKey = tx
    .selectFrom('web_push_keys')
    .select('id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
  const rows = await tx
    .selectFrom('web_push_devices')
    .select(['id', 'user_id', 'endpoint', 'p256dh', 'auth', 'used_at'])
    .select(({ eb }) => eb('key_id', '=', currentKey).as('has_current_key'))
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .orderBy(sql`greatest(used_at, confirmed_at)`, 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ id, user_id, endpoint, p256dh, auth, used_at, has_current_key }) => {
    return {
      id,
      userId: user_id,
      endpoint,
      p256dh,
      auth,
      isProven: used_at !== null,
      state: has_current_key ? 'works' : 'blocked',
    };
  });
}
