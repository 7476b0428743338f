import type { NotificationSettings } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface SettingsRow {
  readonly user_id: string;
  readonly settings: unknown;
}

/** Who has never decided anything has no row. */
export async function findSettings(tx: Tx, userIds: readonly string[]): Promise<SettingsRow[]> {
  return tx
    .selectFrom('notification_settings')
    .select(['user_id', 'settings'])
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .execute();
}

/** Writes what a person begins with, who has no row. */
export async function insertSettings(
  tx: Tx,
  userId: string,
  settings: NotificationSettings,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('notification_settings')
    .values({ user_id: userId, settings: JSON.stringify(settings), updated_at: now })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .execute();
}

/** The same for one person, held until the transaction ends, so that two changes at once do not undo each other. */
export async function lockSettings(tx: Tx, userId: string, now: Date): Promise<unknown> {
  await tx
    .insertInto('notification_settings')
    .values({ user_id: userId, settings: '{}', updated_at: now })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .execute();
  const row = await tx
    .selectFrom('notification_settings')
    .select('settings')
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  return row?.settings;
}

export async function saveSettings(
  tx: Tx,
  userId: string,
  settings: NotificationSettings,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('notification_settings')
    .set({ settings: JSON.stringify(settings), updated_at: now })
    .where('user_id', '=', userId)
    .execute();
}
