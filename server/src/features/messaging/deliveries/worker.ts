import { type BreakerState, CircuitBreaker } from '../../../platform/resilience/index.ts';
import type { ContactPoint } from '../channels/index.ts';
import { removeSecrets } from '../notifications/index.ts';
import { maximumAttempts } from './backoff.ts';
import { releaseDead } from './claims.store.ts';
import { createLane, type Lane } from './lane.ts';
import { createPacer, type Pacer } from './pacer.ts';
import type { DeliveryWorkerDependencies } from './worker-dependencies.ts';

/**
 * Carries the due deliveries of one channel to people.
 *
 * A delivery is `pending` until its time has come and a worker claims it: then it is `sending`, under a lease. The
 * worker looks at it again, sends it and records the result: `sent`, `skipped`, `failed`, or `pending` with a later
 * time. A worker that dies leaves it `sending`; when the lease has run out it is `pending` again and goes out under the
 * same id. So each is sent at least once, and whoever knows what has come under that id shows it once.
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
  readonly breaker: { readonly name: string; state(): BreakerState };
}

const pollMs = 1_000;
const deadCheckMs = 5_000;

/** A channel has lanes, a breaker and a work list of its own: whatever happens to one leaves the others alone. */
export function createDeliveryWorker<Contact extends ContactPoint, Receipt>(
  dependencies: DeliveryWorkerDependencies<Contact, Receipt>,
): DeliveryWorker {
  const { database, clock, channel, sender, random = Math.random } = dependencies;
  const logger = dependencies.logger.child({ channel: channel.name });
  const breaker = new CircuitBreaker(clock);
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
    const released = await database.transaction(async (tx) => {
      const found = await releaseDead(tx, channel.name, expiredAt, now, maximumAttempts);
      await removeSecrets(tx, found.failed);
      return found.released;
    });
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
    breaker: { name: channel.name, state: () => breaker.state() },
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
