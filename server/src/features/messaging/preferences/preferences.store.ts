import type { Category, Channel } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface PreferenceRow {
  readonly user_id: string;
  readonly category: Category;
  readonly channel: Channel;
  readonly enabled: boolean;
}

export async function findChoices(tx: Tx, userIds: readonly string[]): Promise<PreferenceRow[]> {
  return tx
    .selectFrom('preferences')
    .select(['user_id', 'category', 'channel', 'enabled'])
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .execute();
}

export async function saveChoices(
  tx: Tx,
  userId: string,
  choices: readonly Omit<PreferenceRow, 'user_id'>[],
  now: Date,
): Promise<void> {
  await tx
    .insertInto('preferences')
    .values(
      choices.map(({ category, channel, enabled }) => ({
        user_id: userId,
        category,
        channel,
        enabled,
        updated_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'category', 'channel']).doUpdateSet((row) => ({
        enabled: row.ref('excluded.enabled'),
        updated_at: row.ref('excluded.updated_at'),
      })),
    )
    .execute();
}
