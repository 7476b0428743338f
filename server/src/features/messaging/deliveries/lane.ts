import type { Logger } from '../../../platform/observability/index.ts';
import type { Recipient } from '../notifications/index.ts';
import type { ReasonCode, RouteDecision } from '../routing/index.ts';
import { createBatchSize } from './batch-size.ts';
import type { ChannelBreaker } from './breaker.ts';
import type { SendOutcome } from './channel.ts';
import { type Claim, type ClaimedDelivery, claimDue, claimDueOf, findDueRanks } from './deliveries.store.ts';
import { createLeases, leaseFrom } from './leases.ts';
import { recheck } from './recheck.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { type Settlement, settle } from './settlement.ts';
import type { DeliveryWorkerDependencies } from './worker.ts';

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

export interface LaneOptions extends DeliveryWorkerDependencies {
  readonly logger: Logger;
  readonly random: () => number;
  readonly breaker: ChannelBreaker;
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
  address_rejected: 'warn',
  message_rejected: 'warn',
  throttled: 'debug',
} as const;

/** A claim that is to be sent. */
interface Ready {
  readonly claim: ClaimedDelivery;
  readonly recipient: Recipient;
  readonly mayBeTracked: boolean;
  readonly budgetDay: string | null;
}

/** What has been claimed and checked. */
interface Batch {
  /** Claims, of which some are not to be sent. */
  readonly size: number;
  readonly isFull: boolean;
  readonly ready: readonly Ready[];
}

export function createLane(options: LaneOptions): Lane {
  const { database, clock, logger, sender, journal, random, breaker, carries, places, isStopping } = options;
  const batchSize = createBatchSize(places);
  const leases = createLeases({ database, clock });

  async function runDue(): Promise<number> {
    const recorder = createRecorder({ database, clock, journal, limit: places });
    let handled = 0;
    let prepared: Promise<Batch> | undefined;
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

  async function prepare(recorder: Recorder): Promise<Batch> {
    const now = clock.now();
    // Everything that waits would only be put off again, over and over.
    const isHeldBack = carries === 'all' && sender.isThrottled?.() === true;
    const limit = isStopping() || isHeldBack ? 0 : breaker.allows(batchSize.current);
    const claims = limit === 0 ? [] : await claim(limit, now);
    if (claims.length === 0) return { size: 0, isFull: false, ready: [] };
    const checked = await recheckOrPutBack(claims, now, recorder);
    const ready: Ready[] = [];
    for (const { claim: own, decision, recipient, mayBeTracked, budgetDay } of checked) {
      if (decision.decision === 'send' && recipient !== undefined) {
        ready.push({ claim: own, recipient, mayBeTracked, budgetDay });
      } else recorder.add(own, notSent(own, decision));
    }
    leases.hold(
      ready.map((one) => one.claim),
      leaseFrom(now),
    );
    return { size: claims.length, isFull: claims.length === limit, ready };
  }

  async function claim(limit: number, now: Date): Promise<ClaimedDelivery[]> {
    const [rank] = await findDueRanks(database.query, sender.name, now);
    if (rank === undefined || (carries === 'urgent' && rank !== urgentRank)) return [];
    return claimDue(database.query, rank, claimOf(limit, now));
  }

  function claimOf(limit: number, now: Date): Claim {
    const { name: channel, messageDomain } = sender;
    return { channel, limit, now, leaseUntil: leaseFrom(now), messageDomain };
  }

  /** A check that fails must cost neither attempts nor the lease's time; it is tried again a little later. */
  async function recheckOrPutBack(batch: readonly ClaimedDelivery[], now: Date, recorder: Recorder) {
    try {
      return await database.transaction((tx) =>
        recheck(
          tx,
          batch,
          (inTx, userIds) => claimDueOf(inTx, userIds, claimOf(mostOfCapped, now)),
          now,
          options,
        ),
      );
    } catch (error) {
      logger.error({ err: error }, 'deliveries could not be checked before sending');
      const dueAt = new Date(now.getTime() + faultPauseMs);
      for (const one of batch) recorder.add(one, putBack(one, 'fault', dueAt));
      return [];
    }
  }

  /** @throws when results can not be recorded: then nothing more is sent, since it would be sent again */
  async function sendAll(ready: readonly Ready[], recorder: Recorder): Promise<void> {
    const waiting = ready.values();

    async function work(): Promise<void> {
      for (const next of waiting) {
        const { claim: own } = next;
        await recorder.room();
        await leases.keep();
        leases.release(own);
        if (leases.hasLost(own)) continue;
        if (isStopping()) recorder.add(own, putBack(own, 'due'));
        else if (breaker.state() === 'open') recorder.add(own, putBack(own, 'provider_unavailable'));
        else await attempt(next, recorder);
      }
    }

    const ended = await Promise.allSettled(Array.from({ length: places }, work));
    for (const { claim: left } of ready) leases.release(left);
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
  }

  async function attempt(ready: Ready, recorder: Recorder): Promise<void> {
    const { claim: own, recipient, budgetDay } = ready;
    const outcome = await send(ready);
    const at = clock.now();
    if (outcome.result === 'unavailable' || outcome.result === 'sender_blocked')
      breaker.failed(outcome.detail);
    else if (outcome.result !== 'fault' && outcome.result !== 'throttled') breaker.succeeded();
    const settlement = settle(outcome, { attempts: own.attempts, now: at, random });
    if (outcome.result !== 'sent') {
      const { result, detail } = outcome;
      logger[levels[result]](
        { delivery_id: own.id, kind: own.kind, result, detail, status: settlement.status },
        'not sent',
      );
    }
    recorder.add(own, settlement, outcome.result === 'fault' ? null : { recipient, outcome, at, budgetDay });
  }

  async function send({
    claim: own,
    recipient,
    mayBeTracked,
  }: Ready): Promise<SendOutcome | { readonly result: 'fault'; readonly detail: string }> {
    try {
      return await sender.send({
        deliveryId: own.id,
        kind: own.kind,
        payload: own.payload,
        createdAt: own.created_at,
        recipient,
        mayBeTracked,
        messageId: own.message_id,
      });
    } catch (error) {
      logger.error({ err: error, delivery_id: own.id, kind: own.kind }, 'a channel has failed');
      return { result: 'fault', detail: error instanceof Error ? error.message : String(error) };
    }
  }

  function notSent(own: ClaimedDelivery, { decision, reason, dueAt }: RouteDecision): Settlement {
    return { ...putBack(own, reason, dueAt), status: decision === 'skip' ? 'skipped' : 'pending' };
  }

  function putBack(own: ClaimedDelivery, reason: ReasonCode, dueAt = clock.now()): Settlement {
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

  return { runDue };
}

/** What fails while nobody waits for it yet is no unhandled rejection. */
function settled<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => {});
  return promise;
}
