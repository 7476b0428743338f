import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { Suppressions } from '../../mail/suppressions/index.ts';
import type { DigestWindows } from '../digest-windows/index.ts';
import type { Recipients } from '../notifications/index.ts';
import type { Preferences } from '../preferences/index.ts';
import { maximumAttempts } from './backoff.ts';
import { type ChannelBreaker, createChannelBreaker } from './breaker.ts';
import type { BulkGate } from './bulk.ts';
import type { AttemptJournal, ChannelSender } from './channel.ts';
import { releaseDead } from './deliveries.store.ts';
import { createLane, type Lane } from './lane.ts';
import { createPacer, type Pacer } from './pacer.ts';
import type { PayloadRefreshes, RelevanceChecks } from './relevance.ts';

/**
 * Carries the due deliveries of one channel to people.
 *
 * A delivery is `pending` until its time has come and a worker claims it: then it is `sending`, under a lease. The
 * worker looks at it again, sends it and records the result: `sent`, `skipped`, `failed`, or `pending` with a later
 * time. A worker that dies leaves it `sending`; when the lease has run out it is `pending` again and goes out with the
 * same Message-ID. So each is sent at least once, and a mailbox that knows its Message-IDs shows it once.
 *
 * What is urgent has a lane of its own beside the one for everything: its own claims, its own places at the provider.
 * However much waits, and however slowly a provider takes it, a password reset is claimed and sent at once.
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
  readonly breaker: Pick<ChannelBreaker, 'name' | 'state'>;
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
const deadCheckMs = 5_000;

export function createDeliveryWorker(dependencies: DeliveryWorkerDependencies): DeliveryWorker {
  const { database, clock, sender, random = Math.random } = dependencies;
  const logger = dependencies.logger.child({ channel: sender.name });
  const breaker = createChannelBreaker(sender.name, clock);
  let stopping = false;
  let deadCheckedAt: number | undefined;
  let releasing: Promise<void> | undefined;
  let loops: Promise<unknown> = Promise.resolve();

  const common = { ...dependencies, logger, random, breaker, isStopping: () => stopping };
  const lanes = [
    {
      lane: createLane({ ...common, carries: 'urgent', places: sender.urgentConcurrency }),
      pacer: createPacer(pollMs),
    },
    {
      lane: createLane({ ...common, carries: 'all', places: sender.concurrency }),
      pacer: createPacer(pollMs),
    },
  ];

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

  /** Both lanes wait for the same one: what one of them has claimed since is not a dead one's. */
  function releaseOnce(): Promise<void> {
    releasing ??= releaseTheDead().finally(() => {
      releasing = undefined;
    });
    return releasing;
  }

  async function work({ lane, pacer }: { readonly lane: Lane; readonly pacer: Pacer }): Promise<void> {
    while (!stopping) {
      try {
        await releaseOnce();
        await lane.runDue();
      } catch (error) {
        logger.error({ err: error }, 'deliveries stand still for a moment');
      }
      if (!stopping) await pacer.pause();
    }
  }

  function wake(): void {
    for (const { pacer } of lanes) pacer.wake();
  }

  return {
    breaker,
    wake,
    async runDue() {
      await releaseOnce();
      let handled = 0;
      for (const { lane } of lanes) handled += await lane.runDue();
      return handled;
    },
    start() {
      loops = Promise.all(lanes.map(work));
    },
    async stop(withinMs) {
      stopping = true;
      wake();
      await atMost(loops, withinMs);
    },
  };
}

async function atMost(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([work, late]);
  clearTimeout(timer);
}
