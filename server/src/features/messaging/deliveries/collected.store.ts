import type { DeliveryChannel } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { ReasonCode } from '../routing/index.ts';

/** A delivery that waits in a digest, or went into one. */
export interface CollectedRow {
  readonly id: string;
  readonly notification_id: string;
  readonly user_id: string;
  readonly digest_id: string;
  readonly channel: DeliveryChannel;
  readonly rank: number;
}

/**
 * What these digests have collected.
 *
 * @param state `waiting`: nobody has taken it back; `included`: it went into the digest when that was closed, and has not
 *   left it since
 */
export async function selectCollected(
  tx: Tx,
  digestIds: readonly string[],
  state: 'waiting' | 'included',
): Promise<CollectedRow[]> {
  const which = state === 'waiting' ? sql`finished_at is null` : sql`finished_at is not null`;
  const { rows } = await sql<CollectedRow>`
    select id, notification_id, user_id, digest_id, channel, rank from deliveries
    where digest_id = any(${digestIds}::uuid[]) and status = 'folded' and ${which}
    order by id`.execute(tx);
  return rows;
}

/** How much waits in each of these digests; those where nothing does are left out. */
export async function countCollected(
  tx: Tx,
  digestIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ digest_id: string; count: number }>`
    select digest_id, count(*)::integer as count from deliveries
    where digest_id = any(${digestIds}::uuid[]) and status = 'folded' and finished_at is null
    group by digest_id`.execute(tx);
  return new Map(rows.map(({ digest_id, count }) => [digest_id, count]));
}

/** A digest that ends at another moment. */
export interface MovedDigest {
  readonly digestId: string;
  readonly closesAt: Date;
  /** Why, for the timeline of what waits in it; null: it is not told. */
  readonly reason: ReasonCode | null;
}

/** Lets what waits in digests wait until they end now. */
export async function moveCollected(tx: Tx, digests: readonly MovedDigest[], now: Date): Promise<void> {
  if (digests.length === 0) return;
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(digests)}::json)
        as given ("digestId" uuid, "closesAt" timestamptz, reason text)
    ), waiting as (
      update deliveries set due_at = given."closesAt"
      from given
      where deliveries.digest_id = given."digestId" and deliveries.status = 'folded'
        and deliveries.finished_at is null
      returning deliveries.id, given.reason, given."closesAt" as closes_at
    )
    insert into delivery_log (delivery_id, at, event, reason, due_at)
    select id, ${now}, 'decision', reason, closes_at from waiting where reason is not null`.execute(tx);
}

/** What became of something that a digest had collected. */
export interface SettledCollected {
  readonly id: string;
  /** `folded`: it went into the digest. */
  readonly status: 'folded' | 'skipped';
  readonly reason: ReasonCode;
}

/** Records what became of what was collected, and its place in the timeline of each. What was taken back meanwhile stays so. */
export async function settleCollected(
  tx: Tx,
  settled: readonly SettledCollected[],
  now: Date,
): Promise<void> {
  if (settled.length === 0) return;
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(settled)}::json)
        as given (id uuid, status text, reason text)
    ), changed as (
      update deliveries set status = given.status, reason = given.reason, due_at = ${now}, finished_at = ${now}
      from given where deliveries.id = given.id and deliveries.status = 'folded'
      returning deliveries.id, given.reason
    )
    insert into delivery_log (delivery_id, at, event, reason)
    select id, ${now}, 'decision', reason from changed`.execute(tx);
}
