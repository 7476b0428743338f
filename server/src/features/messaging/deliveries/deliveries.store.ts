import { type DeliveryChannel, type Kind, kindNames, kinds } from '@rolecall/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { ReasonCode } from '../routing/index.ts';
import type { SendReceipt } from './channel.ts';
import type { Settlement } from './settlement.ts';

/** A delivery that this worker has claimed, with its notification. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly notification_id: string;
  readonly user_id: string;
  /** Also the mark of the claim: whoever takes over a lost one counts it up. */
  readonly attempts: number;
  readonly rank: number;
  readonly message_id: string;
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly subject: string | null;
  readonly created_at: Date;
  readonly read_at: Date | null;
  /** The person has archived or deleted it. */
  readonly is_removed: boolean;
  readonly expires_at: Date | null;
  readonly in_inbox: boolean;
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

/** How a claim is marked. */
export interface Claim {
  readonly channel: DeliveryChannel;
  readonly limit: number;
  readonly now: Date;
  readonly leaseUntil: Date;
  readonly messageDomain: string;
}

/** Claims what is due of one rank, the oldest first, past what other workers are claiming at this moment. */
export function claimDue(tx: Tx, rank: number, claim: Claim): Promise<ClaimedDelivery[]> {
  return claimWhere(tx, sql`rank = ${rank}`, claim);
}

/** Claims what is due for these people, of whatever rank. */
export function claimDueOf(tx: Tx, userIds: readonly string[], claim: Claim): Promise<ClaimedDelivery[]> {
  return claimWhere(tx, sql`user_id = any(${userIds}::uuid[])`, claim);
}

async function claimWhere(tx: Tx, which: RawBuilder<unknown>, claim: Claim): Promise<ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedDelivery>`
    with due as (
      select id from deliveries
      where channel = ${claim.channel} and status = 'pending' and ${which} and due_at <= ${claim.now}
      order by due_at limit ${claim.limit} for update skip locked
    ), claimed as (
      update deliveries
      set status = 'sending', lease_until = ${claim.leaseUntil},
        message_id = coalesce(message_id, '<' || deliveries.id || '@' || ${claim.messageDomain}::text || '>')
      from due where deliveries.id = due.id
      returning deliveries.id, notification_id, attempts, rank, message_id, due_at
    )
    select claimed.id, claimed.notification_id, notifications.user_id, claimed.attempts, claimed.rank,
      claimed.message_id, notifications.kind, notifications.payload, notifications.subject,
      notifications.created_at, notifications.read_at, notifications.expires_at,
      notifications.seq is not null as in_inbox,
      (notifications.archived_at is not null or notifications.deleted_at is not null) as is_removed
    from claimed join notifications on notifications.id = claimed.notification_id
    order by claimed.due_at, claimed.id`.execute(tx);
  return rows;
}

/** Prolongs claims; the ids of those that are still ours. */
export async function renewLeases(
  tx: Tx,
  claims: readonly Pick<ClaimedDelivery, 'id' | 'attempts'>[],
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
 */
export async function releaseDead(
  tx: Tx,
  channel: DeliveryChannel,
  expiredAt: Date | null,
  now: Date,
  maximumAttempts: number,
): Promise<number> {
  const { rows } = await sql`
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
      returning id, reason
    )
    insert into delivery_log (delivery_id, at, event, reason)
    select id, ${now}, 'attempt', reason from released
    returning id`.execute(tx);
  return rows.length;
}

/** What became of a claim. */
export interface Settled {
  readonly claim: Pick<ClaimedDelivery, 'id' | 'attempts'>;
  readonly settlement: Settlement;
  /** The day that it counts for if it was sent. */
  readonly budgetDay: string | null;
  /** Who has taken it; null: nobody, or a channel that knows no providers. */
  readonly receipt: Pick<SendReceipt, 'provider' | 'providerMessageId'> | null;
}

/** Records what became of claims, and its place in their story. A claim that was lost meanwhile is left alone. */
export async function recordSettlements(tx: Tx, settled: readonly Settled[], now: Date): Promise<void> {
  const changes = settled.map(({ claim, settlement, budgetDay, receipt }) => ({
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
    provider: receipt?.provider ?? null,
    provider_message_id: receipt?.providerMessageId ?? null,
  }));
  await sql`
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
    from settled`.execute(tx);
}

/** Removes fields from the payloads of notifications. */
export async function removeFromPayloads(
  tx: Tx,
  notificationIds: readonly string[],
  fields: readonly string[],
): Promise<void> {
  await sql`
    update notifications set payload = payload - ${fields}::text[]
    where id = any(${notificationIds}::uuid[])`.execute(tx);
}

/** Writes what notifications carry from now on, by their ids. */
export async function replacePayloads(
  tx: Tx,
  payloads: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Promise<void> {
  const changes = [...payloads].map(([id, payload]) => ({ id, payload }));
  await sql`
    update notifications set payload = given.payload
    from json_to_recordset(${JSON.stringify(changes)}::json) as given (id uuid, payload jsonb)
    where notifications.id = given.id`.execute(tx);
}

const mandatoryKinds = kindNames.filter((kind) => kinds[kind].mandatory);

/**
 * Takes back what still waits of these notifications, in digests too, and says why. What is mandatory goes out.
 *
 * @param waitingFor only what waits for one of these reasons; null: whatever waits
 */
export async function cancelPending(
  tx: Tx,
  notificationIds: readonly string[],
  reason: ReasonCode,
  waitingFor: readonly ReasonCode[] | null,
  now: Date,
): Promise<void> {
  await sql`
    with cancelled as (
      update deliveries set status = 'skipped', reason = ${reason}, finished_at = ${now}, digest_id = null
      from notifications
      where notification_id = any(${notificationIds}::uuid[])
        and (deliveries.status = 'pending' or (deliveries.status = 'folded' and finished_at is null))
        and ${waitingFor === null ? sql`true` : sql`deliveries.reason = any(${waitingFor}::text[])`}
        and notifications.id = notification_id and notifications.kind <> all(${mandatoryKinds}::text[])
      returning deliveries.id
    )
    insert into delivery_log (delivery_id, at, event, reason)
    select id, ${now}, 'decision', ${reason} from cancelled`.execute(tx);
}

/** Lets what waits for a person's settings be decided about anew at once. */
export async function reconsider(
  tx: Tx,
  userId: string,
  reasons: readonly ReasonCode[],
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deliveries')
    .set({ due_at: now })
    .where('user_id', '=', userId)
    .where('status', '=', 'pending')
    .where('due_at', '>', now)
    .where('reason', 'in', reasons)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets some of what is held back for a reason be decided about now. @returns how many */
export async function releaseHeld(tx: Tx, reason: ReasonCode, now: Date, limit: number): Promise<number> {
  const { rows } = await sql`
    update deliveries set due_at = ${now}
    where id in (
      select id from deliveries
      where status = 'pending' and reason = ${reason} and due_at > ${now}
      limit ${limit} for update skip locked
    )
    returning id`.execute(tx);
  return rows.length;
}
