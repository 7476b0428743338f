import type { Bus } from '../../../platform/bus/index.ts';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { accessTokenSeconds } from './access-tokens.ts';
import { insertRevocations, type RevocationsRead, readRevocations } from './revocations.store.ts';

/** How old what a process knows may be when it lets somebody in, in milliseconds. */
const believedFor = 1_000;
/** How often it reads anew, in milliseconds. */
const pollEvery = 500;
/** How long a caller waits for a reading that is due, in milliseconds. */
const patience = 3_000;
/** Access tokens have run out by then, also where the clocks of two machines differ by minutes. */
export const revocationsStayFor = (accessTokenSeconds + 5 * 60) * 1_000;

const channel = 'identity:revocations';

/**
 * Sessions and API keys that have ended before what was given for them has run out.
 *
 * The database is the truth. A process applies what it revokes itself when that is committed, hears by the bus that
 * another has revoked something, and reads twice a second in any case, on the connection that is kept for such: whoever keeps
 * all others busy does not prolong what was revoked. Whoever asks while the last reading is older than a
 * second waits for the next one, and is told `unavailable` when there is none: nobody is let in by what was known once.
 */
export interface Revocations {
  /** Ends what these ids name, when the transaction is committed. */
  revoke(tx: Tx, ids: readonly string[]): Promise<void>;
  /** @throws {ApplicationError} `unavailable` when it cannot be known */
  isRevoked(id: string): Promise<boolean>;
  /** What this process knows right now, without asking anybody. */
  isKnownRevoked(id: string): boolean;
  /** Tells of each id once, soon after its end. */
  onRevoked(listener: (ids: readonly string[]) => void): void;
  /** Reads what others have revoked. */
  poll(): Promise<void>;
  /** Reads, and goes on reading until the returned function is called. */
  start(): Promise<() => Promise<void>>;
}

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly bus: Bus;
}

export function createRevocations({ database, clock, logger, bus }: Dependencies): Revocations {
  /** When each was revoked, in milliseconds since 1970; roughly the oldest first. */
  const revoked = new Map<string, number>();
  const listeners: ((ids: readonly string[]) => void)[] = [];
  let horizon = 0n;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  function apply(ids: readonly string[], at: number): void {
    const fresh = ids.filter((id) => !revoked.has(id));
    for (const id of fresh) revoked.set(id, at);
    if (fresh.length > 0) for (const listener of listeners) listener(fresh);
  }

  function forget(now: number): void {
    for (const [id, at] of revoked) {
      if (at > now - revocationsStayFor) return;
      revoked.delete(id);
    }
  }

  function take({ rows, horizon: reached }: RevocationsRead): void {
    for (const { id, at } of rows) apply([id], at.getTime());
    // A database that was restored counts its transactions anew, so everything is read once more.
    horizon = reached < horizon ? 0n : reached;
  }

  async function read(): Promise<void> {
    const began = clock.now().getTime();
    take(await readRevocations(database.reserved, horizon));
    readAt = began;
    forget(began);
  }

  function poll(): Promise<void> {
    if (reading !== undefined) return reading;
    const mine = read().finally(() => {
      if (reading === mine) reading = undefined;
    });
    reading = mine;
    return mine;
  }

  // A clock that was set back makes a reading no fresher.
  const isCurrent = () => Math.abs(clock.now().getTime() - readAt) <= believedFor;

  async function waitUntilCurrent(): Promise<void> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reading = undefined;
      reject(new Error('the database does not tell which sessions have ended'));
    }, patience);
    try {
      // One that is under way may have begun too early.
      for (let tries = 0; tries < 2 && !isCurrent(); tries += 1) await Promise.race([poll(), late]);
    } catch (error) {
      throw new ApplicationError('unavailable', { cause: error });
    } finally {
      clearTimeout(timer);
    }
    if (!isCurrent()) throw new ApplicationError('unavailable');
  }

  return {
    async revoke(tx, ids) {
      if (ids.length === 0) return;
      const now = clock.now();
      await insertRevocations(tx, ids, now);
      database.afterCommit(() => {
        apply(ids, now.getTime());
        bus.publish(channel, '');
      });
    },

    async isRevoked(id) {
      if (!isCurrent()) await waitUntilCurrent();
      return revoked.has(id);
    },

    isKnownRevoked: (id) => revoked.has(id),

    onRevoked(listener) {
      listeners.push(listener);
    },

    poll,

    async start() {
      const quietly = () => {
        poll().catch((error: unknown) =>
          logger.warn({ err: error }, 'cannot read which sessions have ended'),
        );
      };
      const subscription = bus.subscribe(channel, quietly);
      await poll();
      const timer = setInterval(quietly, pollEvery);
      return async () => {
        clearInterval(timer);
        subscription.unsubscribe();
        await reading?.catch(() => {});
      };
    },
  };
}
