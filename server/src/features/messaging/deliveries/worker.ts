import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { Suppressions } from '../../mail/suppressions/index.ts';
import type { DigestWindows } from '../digest-windows/index.ts';
import type { Recipient, Recipients } from '../notifications/index.ts';
import type { Preferences } from '../preferences/index.ts';
import type { ReasonCode, RouteDecision } from '../routing/index.ts';
import { maximumAttempts } from './backoff.ts';
import { createProviderBreaker, type ProviderBreaker } from './breaker.ts';
import type { BulkGate } from './bulk.ts';
import type { AttemptJournal, ChannelSender, SendOutcome } from './channel.ts';
import {
  type Claim,
  type ClaimedDelivery,
  claimDue,
  claimDueOf,
  findDueRanks,
  releaseDead,
  renewLeases,
} from './deliveries.store.ts';
import { createPacer } from './pacer.ts';
import { recheck } from './recheck.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import type { PayloadRefreshes, RelevanceChecks } from './relevance.ts';
import { type Settlement, settle } from './settlement.ts';

/**
 * Carries the due deliveries of one channel to people.
 *
 * A delivery is `pending` until its time has come and a worker claims it: then it is `sending`, under a lease. The
 * worker looks at it again, sends it and records the result: `sent`, `skipped`, `failed`, or `pending` with a later
 * time. A worker that dies leaves it `sending`; when the lease has run out it is `pending` again and goes out with the
 * same Message-ID. So each is sent at least once, and a mailbox that knows its Message-IDs shows it once.
 */
export interface DeliveryWorker {
  /** Begins to work; calling it twice is a mistake. */
  start(): void;
  /** Something has become due. */
  wake(): void;
  /** Sends all that is due now and returns how many deliveries it has handled. */
  runDue(): Promise<number>;
  /**
   * Lets what is being sent finish and puts the rest back.
   * @param withinMs how long to wait for what is being sent, in milliseconds
   */
  stop(withinMs: number): Promise<void>;
  readonly breaker: Pick<ProviderBreaker, 'name' | 'state'>;
}

export interface DeliveryWorkerDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sender: ChannelSender;
  readonly journal: AttemptJournal;
  readonly recipients: Recipients;
  readonly preferences: Pick<Preferences, 'settingsOf'>;
  readonly digestWindows: Pick<DigestWindows, 'openFor'>;
  readonly relevance: RelevanceChecks;
  readonly refreshes: PayloadRefreshes;
  readonly suppressions: Pick<Suppressions, 'findBlocks'>;
  readonly bulkGate: BulkGate;
  /** A number from 0 to below 1, for the jitter of pauses. */
  readonly random?: () => number;
}

const pollMs = 1_000;
const leaseMs = 60_000;
/** A send takes 30 s at most, so a lease with less than this left is prolonged before the next one begins. */
const leaseReserveMs = 40_000;
const faultPauseMs = 30_000;
const deadCheckMs = 5_000;
const batchPerPlace = 10;
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
  readonly budgetDay: string | null;
}

export function createDeliveryWorker(dependencies: DeliveryWorkerDependencies): DeliveryWorker {
  const { database, clock, sender, journal, random = Math.random } = dependencies;
  const logger = dependencies.logger.child({ channel: sender.name });
  const breaker = createProviderBreaker(sender.name, clock);
  const pacer = createPacer(pollMs);
  let stopping = false;
  let loop: Promise<void> = Promise.resolve();
  let deadCheckedAt: number | undefined;

  async function runDue(): Promise<number> {
    await releaseTheDead();
    let handled = 0;
    while (!stopping) {
      const batch = await claimBatch();
      if (batch.length === 0) break;
      await carry(batch);
      handled += batch.length;
    }
    return handled;
  }

  /** The embedded database has one process, so at its start all claims are those of a dead one. */
  async function releaseTheDead(): Promise<void> {
    const now = clock.now();
    const first = deadCheckedAt === undefined;
    if (deadCheckedAt !== undefined && now.getTime() - deadCheckedAt < deadCheckMs) return;
    const expiredAt = first && database.kind === 'embedded' ? null : now;
    const released = await releaseDead(database.query, sender.name, expiredAt, now, maximumAttempts);
    deadCheckedAt = now.getTime();
    if (released > 0) logger.warn({ released }, 'took over deliveries of a worker that has stopped');
  }

  async function claimBatch(): Promise<ClaimedDelivery[]> {
    const limit = breaker.allows(sender.concurrency * batchPerPlace);
    if (limit === 0) return [];
    const now = clock.now();
    const [rank] = await findDueRanks(database.query, sender.name, now);
    if (rank === undefined) return [];
    return claimDue(database.query, rank, claimOf(limit, now));
  }

  function claimOf(limit: number, now: Date): Claim {
    const { name: channel, messageDomain } = sender;
    return { channel, limit, now, leaseUntil: leaseFrom(now), messageDomain };
  }

  async function carry(batch: readonly ClaimedDelivery[]): Promise<void> {
    const recorder = createRecorder({ database, clock, journal, limit: sender.concurrency });
    const now = clock.now();
    const checked = await recheckOrPutBack(batch, now, recorder);
    const ready: Ready[] = [];
    for (const { claim, decision, recipient, budgetDay } of checked) {
      if (decision.decision === 'send' && recipient !== undefined)
        ready.push({ claim, recipient, budgetDay });
      else recorder.add(claim, notSent(claim, decision));
    }
    await sendAll(ready, now, recorder);
    await recorder.finish();
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
          dependencies,
        ),
      );
    } catch (error) {
      logger.error({ err: error }, 'deliveries could not be checked before sending');
      const dueAt = new Date(now.getTime() + faultPauseMs);
      for (const claim of batch) recorder.add(claim, putBack(claim, 'fault', dueAt));
      return [];
    }
  }

  async function sendAll(ready: readonly Ready[], claimedAt: Date, recorder: Recorder): Promise<void> {
    const waiting = [...ready];
    const lost = new Set<string>();
    let leaseUntil = leaseFrom(claimedAt).getTime();
    let renewal: Promise<void> | undefined;

    async function renew(): Promise<void> {
      const until = leaseFrom(clock.now());
      const claims = waiting.map(({ claim }) => claim);
      const kept = await renewLeases(database.query, claims, until);
      for (const { id } of claims) if (!kept.has(id)) lost.add(id);
      leaseUntil = until.getTime();
    }

    async function keepLease(): Promise<void> {
      if (leaseUntil - clock.now().getTime() >= leaseReserveMs) return;
      renewal ??= renew().finally(() => {
        renewal = undefined;
      });
      await renewal;
    }

    async function work(): Promise<void> {
      while (waiting.length > 0) {
        await recorder.room();
        await keepLease();
        const next = waiting.shift();
        if (next === undefined) return;
        const { claim } = next;
        if (lost.has(claim.id)) continue;
        if (stopping) recorder.add(claim, putBack(claim, 'due'));
        else if (breaker.state() === 'open') recorder.add(claim, putBack(claim, 'provider_unavailable'));
        else await attempt(next, recorder);
      }
    }

    await Promise.all(Array.from({ length: sender.concurrency }, work));
  }

  async function attempt({ claim, recipient, budgetDay }: Ready, recorder: Recorder): Promise<void> {
    const outcome = await send(claim, recipient);
    const at = clock.now();
    if (outcome.result === 'unavailable' || outcome.result === 'sender_blocked') breaker.failed();
    else if (outcome.result !== 'fault' && outcome.result !== 'throttled') breaker.succeeded();
    const settlement = settle(outcome, { attempts: claim.attempts, now: at, random });
    if (outcome.result !== 'sent') {
      const { result, detail } = outcome;
      const level = levels[result];
      logger[level](
        { delivery_id: claim.id, kind: claim.kind, result, detail, status: settlement.status },
        'not sent',
      );
    }
    recorder.add(
      claim,
      settlement,
      outcome.result === 'fault' ? null : { recipient, outcome, at, budgetDay },
    );
  }

  async function send(
    claim: ClaimedDelivery,
    recipient: Recipient,
  ): Promise<SendOutcome | { readonly result: 'fault'; readonly detail: string }> {
    try {
      return await sender.send({
        deliveryId: claim.id,
        kind: claim.kind,
        payload: claim.payload,
        createdAt: claim.created_at,
        recipient,
        messageId: claim.message_id,
      });
    } catch (error) {
      logger.error({ err: error, delivery_id: claim.id, kind: claim.kind }, 'a channel has failed');
      return { result: 'fault', detail: error instanceof Error ? error.message : String(error) };
    }
  }

  function notSent(claim: ClaimedDelivery, { decision, reason, dueAt }: RouteDecision): Settlement {
    const status = decision === 'skip' ? 'skipped' : 'pending';
    return {
      status,
      reason,
      dueAt,
      attempts: claim.attempts,
      lastError: null,
      attempted: false,
      digestId: null,
    };
  }

  function putBack(claim: ClaimedDelivery, reason: ReasonCode, dueAt = clock.now()): Settlement {
    return {
      status: 'pending',
      reason,
      dueAt,
      attempts: claim.attempts,
      lastError: null,
      attempted: false,
      digestId: null,
    };
  }

  async function work(): Promise<void> {
    while (!stopping) {
      try {
        await runDue();
      } catch (error) {
        logger.error({ err: error }, 'deliveries stand still for a moment');
      }
      if (!stopping) await pacer.pause();
    }
  }

  return {
    runDue,
    breaker,
    wake: () => pacer.wake(),
    start() {
      loop = work();
    },
    async stop(withinMs) {
      stopping = true;
      pacer.wake();
      await atMost(loop, withinMs);
    },
  };
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + leaseMs);
}

async function atMost(work: Promise<void>, milliseconds: number): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([work, late]);
  clearTimeout(timer);
}
