import { type DeliveryChannel, kindNames, kinds } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { dayOf, type LocalDay } from '../../../platform/time/index.ts';
import type { CountReached } from '../notifications/index.ts';
import type { Spent } from './budget.ts';

/** Somebody's day. */
export interface PersonDay extends LocalDay {
  readonly userId: string;
}

const mandatory = kindNames.filter((kind) => kinds[kind].mandatory);

/**
 * What counts for these days of these people, each notification once: those that came into the inbox, and those that
 * have gone out, without the deliveries that are being decided about.
 */
export async function findSpent(
  tx: Tx,
  days: readonly PersonDay[],
  channel: DeliveryChannel,
  without: readonly string[],
): Promise<ReadonlyMap<string, Spent>> {
  const { rows } = await sql<{ user_id: string; reached: string[]; on_channel: number }>`
    select wanted.user_id, array_agg(distinct reached.notification_id) as reached,
      (count(*) filter (where reached.channel = ${channel}))::integer as on_channel
    from ${wantedDays(days)}
    cross join lateral (
      select notification_id, channel from deliveries
      where deliveries.user_id = wanted.user_id and budget_day = wanted.day::date
        and deliveries.id <> all(${without}::uuid[])
      union all
      ${arrivals()}
    ) as reached
    group by wanted.user_id`.execute(tx);
  return new Map(
    rows.map(({ user_id, reached, on_channel: onChannel }) => [
      user_id,
      { reached: new Set(reached), onChannel },
    ]),
  );
}

/** How many notifications have reached each of these people today. */
export const countReached: CountReached = async (tx, people, now) => {
  const days = people.map(({ userId, timeZone }) => ({ userId, ...dayOf(now, timeZone) }));
  const { rows } = await sql<{ user_id: string; count: number }>`
    select wanted.user_id, count(distinct reached.notification_id)::integer as count
    from ${wantedDays(days)}
    cross join lateral (
      select notification_id, channel from deliveries
      where deliveries.user_id = wanted.user_id and budget_day = wanted.day::date
      union all
      ${arrivals()}
    ) as reached
    group by wanted.user_id`.execute(tx);
  return new Map(rows.map(({ user_id, count }) => [user_id, count]));
};

const wantedDays = (days: readonly PersonDay[]) => sql`
  unnest(${days.map(({ userId }) => userId)}::uuid[], ${days.map(({ day }) => day)}::text[],
    ${days.map(({ from }) => from)}::timestamptz[], ${days.map(({ until }) => until)}::timestamptz[])
    as wanted (user_id, day, starts, ends)`;

/** What came into the inbox of a wanted person on the wanted day. */
const arrivals = () => sql`
  select notification_id, 'inbox' as channel from inbox_arrivals
  where inbox_arrivals.user_id = wanted.user_id and created_at >= wanted.starts and created_at < wanted.ends
    and kind <> all(${mandatory}::text[])`;

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
