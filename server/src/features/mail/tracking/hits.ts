import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Logger, Metrics } from '../../../platform/observability/index.ts';
import type { MailEvents, MailReport } from '../events/index.ts';
import { machineReason } from './machine.ts';
import { nameOfTarget, type TrackedMail } from './tokens.ts';

/** An open or a click, as the edge sees it. */
export interface Hit {
  readonly mail: TrackedMail;
  /** The link that was followed; null: the mail was opened. */
  readonly target: string | null;
  readonly method: string;
  readonly userAgent: string;
  readonly address: string;
}

/**
 * Records opens and clicks a little later and many at a time, so that a link never waits for the database. A hit is pending
 * for a second, in which other hits may show that a program made it. Pending hits are lost when their process dies, and
 * excess ones are dropped and counted: hits are hints, and nothing else depends on them.
 */
export interface HitRecorder {
  add(hit: Hit): void;
  /** Records hits that have been pending for long enough. */
  flush(): Promise<void>;
  /** Records all pending hits. */
  close(): Promise<void>;
}

export type HitCounter = ReturnType<typeof createHitCounter>;

/** Every web process has this metric, whether or not it tracks. */
export const createHitCounter = (metrics: Metrics) =>
  metrics.counter({
    name: 'rolecall_email_hits_total',
    help: 'Opens and clicks of mails: recorded, dropped because too many came at once, or not to be recorded',
    labels: ['result'],
  });

export interface HitRecorderDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly hits: HitCounter;
  readonly mailEvents: Pick<MailEvents, 'record'>;
  /** Which of these people consent to being counted now. */
  readonly findConsenting: (tx: Tx, userIds: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** How many hits may be pending, and how many of one mail. */
const mostPending = 5_000;
const mostOfOneMail = 20;
const mostAtOnce = 500;
const flushEveryMs = 1_000;
/** When several links of one mail are followed within this time, a program did it. */
const burstMs = 1_000;

interface PendingHit extends Hit {
  readonly at: Date;
}

export function createHitRecorder(dependencies: HitRecorderDependencies): HitRecorder {
  const { database, clock, logger, hits, mailEvents, findConsenting } = dependencies;
  let pending: PendingHit[] = [];
  /** The latest hits by mail, which show whether a program makes them and how many of a mail are pending. */
  const recent = new Map<string, PendingHit[]>();
  let running: Promise<void> | undefined;

  const timer = setInterval(() => {
    flush(false).catch((error: unknown) =>
      logger.warn({ err: error }, 'opens and clicks could not be recorded'),
    );
  }, flushEveryMs);
  timer.unref();

  function isOfBurst(hit: PendingHit): boolean {
    return (recent.get(hit.mail.deliveryId) ?? []).some(
      (other) =>
        hit.target !== null &&
        other.target !== null &&
        other.target !== hit.target &&
        Math.abs(other.at.getTime() - hit.at.getTime()) <= burstMs,
    );
  }

  function toReport(hit: PendingHit): MailReport {
    const type = hit.target === null ? 'open' : 'click';
    const reason = machineReason({
      type,
      method: hit.method,
      userAgent: hit.userAgent,
      address: hit.address,
      sinceSentMs: hit.at.getTime() - hit.mail.sentAt.getTime(),
      followedOthers: isOfBurst(hit),
    });
    const { deliveryId } = hit.mail;
    const what = hit.target === null ? 'open' : `click:${nameOfTarget(hit.target)}`;
    return {
      type: type === 'open' ? 'opened' : 'clicked',
      deliveryId,
      address: null,
      provider: 'tracking',
      // A mail that is opened again, or a link that is followed again, counts once for people and once for programs.
      providerEventId: `${deliveryId}:${what}:${reason === null ? 'person' : 'machine'}`,
      at: hit.at,
      isMachine: reason !== null,
      url: hit.target,
      detail: reason,
    };
  }

  function forgetOld(now: number): void {
    for (const [deliveryId, own] of recent) {
      const kept = own.filter(({ at }) => now - at.getTime() <= 2 * burstMs);
      if (kept.length === 0) recent.delete(deliveryId);
      else if (kept.length < own.length) recent.set(deliveryId, kept);
    }
  }

  /** @param all including hits that are too recent */
  async function write(all: boolean): Promise<void> {
    const now = clock.now().getTime();
    const ripe = (hit: PendingHit) => all || now - hit.at.getTime() > burstMs;
    const batch = pending.filter(ripe).slice(0, mostAtOnce);
    if (batch.length > 0) {
      // Even when it fails a batch is tried once, so that it does not hold up the next ones.
      const taken = new Set(batch);
      pending = pending.filter((hit) => !taken.has(hit));
      try {
        await record(batch);
      } catch (error) {
        hits.inc({ result: 'failed' }, batch.length);
        throw error;
      }
    }
    forgetOld(now);
  }

  async function record(batch: readonly PendingHit[]): Promise<void> {
    await database.transaction(async (tx) => {
      const people = [...new Set(batch.map(({ mail }) => mail.userId))];
      const consenting = await findConsenting(tx, people);
      const wanted = batch.filter(({ mail }) => consenting.has(mail.userId));
      await mailEvents.record(tx, wanted.map(toReport));
      database.afterCommit(() => {
        hits.inc({ result: 'recorded' }, wanted.length);
        hits.inc({ result: 'no_consent' }, batch.length - wanted.length);
      });
    });
  }

  function flush(all: boolean): Promise<void> {
    running ??= write(all).finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    add(hit) {
      const own = recent.get(hit.mail.deliveryId) ?? [];
      if (pending.length >= mostPending || own.length >= mostOfOneMail) {
        hits.inc({ result: 'dropped' });
        return;
      }
      const entry = { ...hit, at: clock.now() };
      pending.push(entry);
      recent.set(hit.mail.deliveryId, [...own, entry]);
    },

    flush: () => flush(false),

    async close() {
      clearInterval(timer);
      await running?.catch(() => {});
      for (let batch = 0; pending.length > 0 && batch < mostPending / mostAtOnce; batch += 1)
        await flush(true);
    },
  };
}
