import type { DeliveryChannel } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Spent } from './budget.ts';

/** What counts for these days of these people, without the deliveries that are being decided about. */
export async function countSpent(
  tx: Tx,
  days: readonly { readonly userId: string; readonly day: string }[],
  without: readonly string[],
): Promise<ReadonlyMap<string, Spent>> {
  const { rows } = await sql<{ user_id: string; channel: DeliveryChannel; count: number }>`
    select deliveries.user_id, deliveries.channel, count(*)::integer as count
    from unnest(${days.map(({ userId }) => userId)}::uuid[], ${days.map(({ day }) => day)}::text[])
      as wanted (user_id, day)
    join deliveries on deliveries.user_id = wanted.user_id and deliveries.budget_day = wanted.day::date
    where deliveries.id <> all(${without}::uuid[])
    group by deliveries.user_id, deliveries.channel`.execute(tx);
  const spent = new Map<string, Map<DeliveryChannel, number>>();
  for (const { user_id, channel, count } of rows) {
    const own = spent.get(user_id) ?? new Map<DeliveryChannel, number>();
    spent.set(user_id, own.set(channel, count));
  }
  return spent;
}

/** Counts deliveries for a day before they are sent, so that two workers do not spend the same share. */
export async function reserve(
  tx: Tx,
  deliveries: readonly { readonly id: string; readonly day: string }[],
): Promise<void> {
  if (deliveries.length === 0) return;
  await sql`
    update deliveries set budget_day = given.day::date
    from unnest(${deliveries.map(({ id }) => id)}::uuid[], ${deliveries.map(({ day }) => day)}::text[])
      as given (id, day)
    where deliveries.id = given.id`.execute(tx);
}
