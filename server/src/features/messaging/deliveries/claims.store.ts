import type { DeliveryChannel } from '@rolecall/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Carrier } from '../channels/index.ts';
import type { Settlement } from './settlement.ts';

/** A delivery that a worker has claimed. */
export interface Claim {
  readonly id: string;
  readonly notification_id: string;
  readonly user_id: string;
  /** Also the mark of the claim: whoever takes over a lost one counts it up. */
  readonly attempts: number;
  readonly rank: number;
}

/**
 * The ranks that have something due, the most urgent first. Four probes of an index, cheap enough for each second; the
 * `limit` keeps the planner from joining the whole backlog instead.
 */
export async function findDueRanks(tx: Tx, channel: DeliveryChannel, now: Date): Promise<number[]> {
  const { rows } = await sql<{ rank: number }>`
    select listed.rank
    from generate_series(0, 3) as listed (rank)
    cross join lateral (
      select from deliveries
      where channel = ${channel} and status = 'pending' and deliveries.rank = listed.rank
        and due_at <= ${now}
      limit 1
    ) as due
    order by listed.rank`.execute(tx);
  return rows.map(({ rank }) => rank);
}

/** What is claimed, and how it is marked. */
export interface ClaimRequest {
  readonly channel: DeliveryChannel;
  readonly limit: number;
  readonly now: Date;
  readonly leaseUntil: Date;
}

/** Claims what is due of one rank, the oldest first, past what other workers are claiming at this moment. */
export function claimDue(tx: Tx, rank: number, request: ClaimRequest): Promise<Claim[]> {
  return claimWhere(tx, sql`rank = ${rank}`, request);
}

/** Claims what is due for these people, of whatever rank. */
export function claimDueOf(tx: Tx, userIds: readonly string[], request: ClaimRequest): Promise<Claim[]> {
  return claimWhere(tx, sql`user_id = any(${userIds}::uuid[])`, request);
}

async function claimWhere(
  tx: Tx,
  which: RawBuilder<unknown>,
  { channel, now, limit, leaseUntil }: ClaimRequest,
): Promise<Claim[]> {
  const { rows } = await sql<Claim>`
    with due as (
      select id from deliveries
      where channel = ${channel} and status = 'pending' and ${which} and due_at <= ${now}
      order by due_at limit ${limit} for update skip locked
    ), claimed as (
      update deliveries set status = 'sending', lease_until = ${leaseUntil}
      from due where deliveries.id = due.id
      returning deliveries.id, notification_id, user_id, attempts, rank, due_at
    )
    select id, notification_id, user_id, attempts, rank from claimed order by due_at, id`.execute(tx);
  return rows;
}

/** Prolongs claims; the ids of those that are still ours. */
export async function renewLeases(
  tx: Tx,
  claims: readonly Pick<Claim, 'id' | 'attempts'>[],
  leaseUntil: Date,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    update deliveries set lease_until = ${leaseUntil}
    from unnest(${claims.map(({ id }) => id)}::uuid[], ${claims.map(({ attempts }) => attempts)}::integer[])
      as claim (id, attempts)
    where deliveries.id = claim.id and deliveries.attempts = claim.attempts and status = 'sending'
    returning deliveries.id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Puts back what dead workers held. The attempt counts, because it may have been the message that killed them; with
 * `maximumAttempts` it has failed.
 *
 * @param expiredAt claims that ran out before; null: all, when no other worker can be alive
 * @returns how many there were, and the notifications of those that have failed by it
 */
export async function releaseDead(
  tx: Tx,
  channel: DeliveryChannel,
  expiredAt: Date | null,
  now: Date,
  maximumAttempts: number,
): Promise<{ readonly released: number; readonly failed: readonly string[] }> {
  const { rows } = await sql<{ notification_id: string; status: string }>`
    with released as (
      update deliveries set attempts = attempts + 1, lease_until = null, budget_day = null,
        status = case when attempts + 1 < ${maximumAttempts} then 'pending' else 'failed' end,
        reason = case when attempts + 1 < ${maximumAttempts} then 'interrupted' else 'retries_exhausted' end,
        finished_at = case when attempts + 1 < ${maximumAttempts} then null else ${now}::timestamptz end,
        due_at = ${now}
      where id in (
        select id from deliveries
        where status = 'sending' and channel = ${channel}
          and ${expiredAt === null ? sql`true` : sql`lease_until < ${expiredAt}`}
        for update skip locked
      )
      returning id, notification_id, status, reason
    ), logged as (
      insert into delivery_log (delivery_id, at, event, reason)
      select id, ${now}, 'attempt', reason from released
    )
    select notification_id, status from released`.execute(tx);
  const failed = rows.filter(({ status }) => status === 'failed');
  return { released: rows.length, failed: failed.map(({ notification_id }) => notification_id) };
}

/** What became of a claim. */
export interface Settled {
  readonly claim: Pick<Claim, 'id' | 'attempts'>;
  readonly settlement: Settlement;
  /** The day that it counts for if it was sent. */
  readonly budgetDay: string | null;
  /** Null: nobody has taken it, or nobody knows who. */
  readonly carrier: Carrier | null;
}

/**
 * Records what became of claims, and its place in their story. A claim that was lost meanwhile is left alone.
 *
 * @returns the ids of those that were still ours
 */
export async function recordSettlements(
  tx: Tx,
  settled: readonly Settled[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const changes = settled.map(({ claim, settlement, budgetDay, carrier }) => ({
    id: claim.id,
    claimed_attempts: claim.attempts,
    status: settlement.status,
    reason: settlement.reason,
    due_at: settlement.dueAt,
    attempts: settlement.attempts,
    last_error: settlement.lastError,
    finished_at: ['pending', 'folded'].includes(settlement.status) ? null : now,
    digest_id: settlement.digestId,
    budget_day: settlement.status === 'sent' ? budgetDay : null,
    event: settlement.attempted ? 'attempt' : 'decision',
    provider: carrier?.provider ?? null,
    provider_message_id: carrier?.providerMessageId ?? null,
  }));
  const { rows } = await sql<{ delivery_id: string }>`
    with change as (
      select * from json_to_recordset(${JSON.stringify(changes)}::json) as change (
        id uuid, claimed_attempts integer, status text, reason text, due_at timestamptz, attempts smallint,
        last_error text, finished_at timestamptz, digest_id uuid, budget_day date, event text, provider text,
        provider_message_id text
      )
    ), settled as (
      update deliveries set status = change.status, reason = change.reason, due_at = change.due_at,
        attempts = change.attempts, last_error = coalesce(change.last_error, deliveries.last_error),
        provider = coalesce(change.provider, deliveries.provider),
        provider_message_id = coalesce(change.provider_message_id, deliveries.provider_message_id),
        finished_at = change.finished_at, digest_id = change.digest_id, budget_day = change.budget_day,
        lease_until = null
      from change
      where deliveries.id = change.id and deliveries.attempts = change.claimed_attempts
        and deliveries.status = 'sending'
      returning deliveries.id, change.event, change.reason, change.status, change.due_at, change.last_error
    )
    insert into delivery_log (delivery_id, at, event, reason, due_at, detail)
    select id, ${now}, event, reason, case when status in ('pending', 'folded') then due_at end, last_error
    from settled
    returning delivery_id`.execute(tx);
  return new Set(rows.map(({ delivery_id }) => delivery_id));
}
