import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Standing } from './decide.ts';

/** Rows that one call may delete. */
const deletedAtOnce = 200;

/** Deletes some standings without points and protection. */
export async function forgetStandings(tx: Tx, quietSince: Date, now: Date): Promise<void> {
  await sql`
    delete from address_standings where address in (
      select address from address_standings
      where (last_bounce_at is null or last_bounce_at <= ${quietSince})
        and (pinned_until is null or pinned_until <= ${now})
      limit ${deletedAtOnce} for update skip locked
    )`.execute(tx);
}

/**
 * Locks the standings of these addresses in their order, so that no other transaction decides about them. Standings are
 * locked before suppressions.
 */
export async function lockStandings(
  tx: Tx,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const ordered = addresses.toSorted();
  await sql`
    insert into address_standings (address)
    select address from unnest(${ordered}::text[]) as given (address) order by address
    on conflict (address) do nothing`.execute(tx);
  const { rows } = await sql<{
    address: string;
    bounce_points: number;
    last_bounce_at: Date | null;
    pinned_until: Date | null;
  }>`
    select * from address_standings where address = any(${ordered}::text[]) order by address for update`.execute(
    tx,
  );
  return new Map(
    rows.map((row) => [
      row.address,
      { bouncePoints: row.bounce_points, lastBounceAt: row.last_bounce_at, pinnedUntil: row.pinned_until },
    ]),
  );
}

/** Saves standings that are locked. */
export async function saveStandings(tx: Tx, standings: ReadonlyMap<string, Standing>): Promise<void> {
  if (standings.size === 0) return;
  const rows = [...standings].map(([address, { bouncePoints, lastBounceAt, pinnedUntil }]) => ({
    address,
    bounce_points: bouncePoints,
    last_bounce_at: lastBounceAt,
    pinned_until: pinnedUntil,
  }));
  await sql`
    update address_standings set bounce_points = given.bounce_points, last_bounce_at = given.last_bounce_at,
      pinned_until = given.pinned_until
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (
      address text, bounce_points smallint, last_bounce_at timestamptz, pinned_until timestamptz
    )
    where address_standings.address = given.address`.execute(tx);
}

export async function deleteStanding(tx: Tx, address: string): Promise<void> {
  await tx.deleteFrom('address_standings').where('address', '=', address).execute();
}
