import type { Tx } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { CircuitBreaker } from '../../../platform/resilience/index.ts';
import { isFaultOfRow } from '../../../platform/set-aside/index.ts';
import type { ChannelSender, ContactPoint, OutgoingDelivery, SendOutcome } from '../channels/index.ts';
import { priorityAt, type ReasonCode, type RouteDecision, urgencyOf } from '../routing/index.ts';
import { createBatchSize } from './batch-size.ts';
import { type ClaimRequest, claimDue, claimDueOf, findDueRanks } from './claims.store.ts';
import { createLeases, leaseFrom } from './leases.ts';
import { type CheckedClaim, recheckBatch } from './recheck.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { type Fault, type Settlement, settle } from './settlement.ts';
import { type ClaimedDelivery, withNotifications } from './with-notifications.ts';
import type { DeliveryWorkerDependencies } from './worker-dependencies.ts';

/**
 * Sends with places of its own, so that no other lane can keep them busy.
 *
 * It claims a batch, looks at it again, and sends it, and meanwhile prepares the next one; a lane never holds more than
 * those two. What is on the wire and what is not yet recorded is bounded by its places each: that, over both lanes, is
 * the most that a killed process has sent and sends again.
 */
export interface Lane {
  /** Sends all that is due for it now and returns how many deliveries it has handled. */
  runDue(): Promise<number>;
}

export interface LaneOptions<Contact extends ContactPoint, Receipt>
  extends DeliveryWorkerDependencies<Contact, Receipt> {
  readonly logger: Logger;
  readonly random: () => number;
  readonly breaker: CircuitBreaker;
  /** `urgent`: what somebody waits for, and nothing else. `all`: the most urgent first. */
  readonly carries: 'urgent' | 'all';
  /** How many it sends at the same time. */
  readonly places: number;
  readonly isStopping: () => boolean;
}

const urgentRank = 0;
const faultPauseMs = 30_000;
/** Most that is claimed at once so that caps can choose among it. */
const mostOfCapped = 1_000;

/** How loud it is told that something was not sent. */
const levels = {
  fault: 'error',
  sender_blocked: 'error',
  unavailable: 'warn',
  retry: 'warn',
  contact_gone: 'warn',
  message_rejected: 'warn',
  throttled: 'debug',
} as const;

/** A claim that is to be sent. */
interface Ready<Contact extends ContactPoint> {
  readonly claim: ClaimedDelivery;
  readonly delivery: OutgoingDelivery<Contact>;
  readonly budgetDay: string | null;
}

/** What has been claimed and checked. */
interface Batch<Contact extends ContactPoint> {
  /** Claims, of which some are not to be sent. */
  readonly size: number;
  readonly isFull: boolean;
  readonly ready: readonly Ready<Contact>[];
}

export function createLane<Contact extends ContactPoint, Receipt>(
  options: LaneOptions<Contact, Receipt>,
): Lane {
  const { database, clock, logger, setAside, channel, sender, random, breaker } = options;
  const { carries, places, isStopping } = options;
  const batchSize = createBatchSize(places);
  const leases = createLeases({ database, clock });

  async function runDue(): Promise<number> {
    const recorder = createRecorder({ database, clock, sender, limit: places });
    let handled = 0;
    let prepared: Promise<Batch<Contact>> | undefined;
    try {
      for (;;) {
        const batch = await (prepared ?? prepare(recorder));
        prepared = undefined;
        if (batch.size === 0) break;
        // Half of it may be under way before the next is ready; a breaker that is not closed wants single ones.
        if (batch.isFull && breaker.state() === 'closed') prepared = settled(prepare(recorder));
        const began = clock.now().getTime();
        await sendAll(batch.ready, recorder);
        if (batch.isFull) batchSize.learn(clock.now().getTime() - began);
        handled += batch.size;
      }
    } finally {
      // It was cut short: what has been prepared is left to whoever finds its lease ended.
      const left = await prepared?.catch(() => undefined);
      for (const one of left?.ready ?? []) leases.release(one.claim);
      await recorder.finish();
    }
    return handled;
  }

  async function prepare(recorder: Recorder<Contact, Receipt>): Promise<Batch<Contact>> {
    const now = clock.now();
    // Everything that waits would only be put off again, over and over.
    const isHeldBack = carries === 'all' && sender.isThrottled?.() === true;
    const limit = isStopping() || isHeldBack ? 0 : breaker.allows(batchSize.current);
    const claims = limit === 0 ? [] : await claim(limit, now);
    if (claims.length === 0) return { size: 0, isFull: false, ready: [] };
    const checked = await recheckOrPutBack(claims, now, recorder);
    const ready: Ready<Contact>[] = [];
    for (const one of checked) {
      const { claim: own, decision, budgetDay } = one;
      const delivery = toOutgoing(one);
      if (delivery === null) recorder.add(own, notSent(own, decision));
      else ready.push({ claim: own, delivery, budgetDay });
    }
    leases.hold(
      ready.map((one) => one.claim),
      leaseFrom(now),
    );
    return { size: claims.length, isFull: claims.length === limit, ready };
  }

  async function claim(limit: number, now: Date): Promise<ClaimedDelivery[]> {
    const [rank] = await findDueRanks(database.query, channel.name, now);
    if (rank === undefined || (carries === 'urgent' && rank !== urgentRank)) return [];
    return withNotifications(database.query, await claimDue(database.query, rank, requestOf(limit, now)));
  }

  /**
   * What else is due for people whose caps ask for a choice. What is urgent goes out whatever the caps say, and the rest is not
   * for its places: there it would keep waiting what somebody waits for.
   */
  async function claimRest(tx: Tx, userIds: readonly string[], now: Date): Promise<ClaimedDelivery[]> {
    if (carries === 'urgent') return [];
    return withNotifications(tx, await claimDueOf(tx, userIds, requestOf(mostOfCapped, now)));
  }

  function requestOf(limit: number, now: Date): ClaimRequest {
    return { channel: channel.name, limit, now, leaseUntil: leaseFrom(now) };
  }

  /**
   * A check that fails must cost neither attempts nor the lease's time; it is tried again a little later. Where one
   * delivery is to blame, the others are checked by themselves.
   */
  async function recheckOrPutBack(
    batch: readonly ClaimedDelivery[],
    now: Date,
    recorder: Recorder<Contact, Receipt>,
  ): Promise<CheckedClaim<Contact>[]> {
    try {
      return await database.transaction((tx) =>
        recheckBatch(tx, batch, (inTx, userIds) => claimRest(inTx, userIds, now), now, options),
      );
    } catch (error) {
      if (batch.length > 1 && isFaultOfRow(error)) {
        const checked: CheckedClaim<Contact>[] = [];
        for (const one of batch) checked.push(...(await recheckOrPutBack([one], now, recorder)));
        return checked;
      }
      if (isFaultOfRow(error)) for (const { id } of batch) setAside('deliveries', { delivery_id: id }, error);
      else logger.error({ err: error }, 'deliveries could not be checked before sending');
      const dueAt = new Date(now.getTime() + faultPauseMs);
      for (const one of batch) recorder.add(one, putBack(one, 'fault', dueAt));
      return [];
    }
  }

  /** @throws when results cannot be recorded: then nothing more is sent, since it would be sent again */
  async function sendAll(
    ready: readonly Ready<Contact>[],
    recorder: Recorder<Contact, Receipt>,
  ): Promise<void> {
    const waiting = ready.values();

    async function work(): Promise<void> {
      for (const next of waiting) {
        const { claim: own } = next;
        await recorder.room();
        await leases.keep();
        leases.release(own);
        if (leases.hasLost(own)) continue;
        if (isStopping()) recorder.add(own, putBack(own, 'due', clock.now()));
        else if (breaker.state() === 'open')
          recorder.add(own, putBack(own, 'provider_unavailable', clock.now()));
        else await attempt(next, recorder);
      }
    }

    const ended = await Promise.allSettled(Array.from({ length: places }, work));
    for (const { claim: left } of ready) leases.release(left);
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
  }

  async function attempt(
    { claim: own, delivery, budgetDay }: Ready<Contact>,
    recorder: Recorder<Contact, Receipt>,
  ): Promise<void> {
    const outcome = await trySend(sender, delivery, logger);
    const at = clock.now();
    if (outcome.result === 'unavailable' || outcome.result === 'sender_blocked')
      breaker.failed(outcome.detail);
    else if (outcome.result !== 'fault' && outcome.result !== 'throttled') breaker.succeeded();
    const goneReason = channel.rules.unreachable.gone;
    const settlement = settle(outcome, { attempts: own.attempts, now: at, random, goneReason });
    if (outcome.result !== 'sent') logFailure(logger, own, outcome, settlement);
    recorder.add(own, settlement, outcome.result === 'fault' ? null : { delivery, outcome, at, budgetDay });
  }

  return { runDue };
}

/** What a channel throws is a defect of it, and no reason to stop the others. */
async function trySend<Contact extends ContactPoint, Receipt>(
  sender: Pick<ChannelSender<Contact, Receipt>, 'send'>,
  delivery: OutgoingDelivery<Contact>,
  logger: Logger,
): Promise<SendOutcome<Receipt> | Fault> {
  try {
    return await sender.send(delivery);
  } catch (error) {
    const { deliveryId, kind } = delivery;
    logger.error({ err: error, delivery_id: deliveryId, kind }, 'a channel has failed');
    return { result: 'fault', detail: error instanceof Error ? error.message : String(error) };
  }
}

function logFailure(
  logger: Logger,
  { id, kind }: ClaimedDelivery,
  { result, detail }: Exclude<SendOutcome | Fault, { readonly result: 'sent' }>,
  { status }: Settlement,
): void {
  logger[levels[result]]({ delivery_id: id, kind, result, detail, status }, 'not sent');
}

/** How a claim ends that is not to be sent now. */
function notSent(own: ClaimedDelivery, { decision, reason, dueAt }: RouteDecision): Settlement {
  return { ...putBack(own, reason, dueAt), status: decision === 'skip' ? 'skipped' : 'pending' };
}

/** The claim waits again, as if nobody had taken it. */
function putBack(own: ClaimedDelivery, reason: ReasonCode, dueAt: Date): Settlement {
  return {
    status: 'pending',
    reason,
    dueAt,
    attempts: own.attempts,
    lastError: null,
    attempted: false,
    digestId: null,
  };
}

/** What goes to the channel; null: it is not to be sent. */
function toOutgoing<Contact extends ContactPoint>({
  claim,
  decision,
  recipient,
  contacts,
  settings,
}: CheckedClaim<Contact>): OutgoingDelivery<Contact> | null {
  if (decision.decision !== 'send' || recipient === undefined) return null;
  const { kind, payload } = claim;
  return {
    deliveryId: claim.id,
    notificationId: claim.notification_id,
    kind,
    payload,
    createdAt: claim.created_at,
    expiresAt: claim.expires_at,
    recipient,
    contacts,
    settings,
    ...urgencyOf(kind, priorityAt(claim.rank)),
  };
}

/** What fails while nobody waits for it yet is no unhandled rejection. */
function settled<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => {});
  return promise;
}
