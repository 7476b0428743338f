import type { Instance } from '@rolecall/contract';
import { demoSeeker, demoSeekers } from '../../features/identity/accounts/index.ts';
import { findViewer } from '../../features/identity/people/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, Tx } from '../../platform/db/index.ts';
import type { Logger } from '../../platform/observability/index.ts';

/** What a feature brings to the demo. */
export interface DemoPart {
  readonly people?: Instance['demo_people'];
  /** Comes before everything else. Doing it again changes nothing. */
  readonly prepare?: () => Promise<unknown>;
  /** In the one transaction by which the demo is loaded, in the order of the features. */
  readonly load?: (tx: Tx) => Promise<unknown>;
  /** Does the next thing for a job seeker who watches. Gives what it was, or undefined when nothing is left. */
  readonly proceed?: (seekerEmail: string) => Promise<string | undefined>;
}

export interface DemoDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly parts: readonly DemoPart[];
  isConnected(userId: string): boolean;
}

/** The demo: people and jobs to look at, and recruiters who post another one while a job seeker watches. */
export interface Demo {
  readonly people: Instance['demo_people'];
  /** Loads what all features bring into a database that has none of it. Doing it again changes nothing. */
  load(): Promise<void>;
  /** Does the next thing when it is time for it. Gives what it was, or undefined when nothing was done. */
  tick(): Promise<string | undefined>;
  /** Ticks until it is stopped. */
  start(): void;
  stop(): void;
}

const tickMs = 3_000;
/** A job seeker has looked around for so long before the first thing happens, in milliseconds. */
const firstDelayMs = 9_000;
const nextDelayMs = 120_000;

/** Whether a database has the demo. The last thing that is loaded tells. */
export const isDemoLoaded = async (tx: Tx): Promise<boolean> =>
  (await findViewer(tx, demoSeeker.email)) !== undefined;

export function createDemo({ database, clock, logger, parts, isConnected }: DemoDependencies): Demo {
  const connectedSince = new Map<string, number>();
  const proceededAt = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  async function proceedFor(email: string): Promise<string | undefined> {
    const watcher = await findViewer(database.query, email);
    const now = clock.now().getTime();
    if (watcher === undefined || !isConnected(watcher.userId)) {
      connectedSince.delete(email);
      return undefined;
    }
    const since = connectedSince.get(email) ?? now;
    connectedSince.set(email, since);
    const last = proceededAt.get(email);
    if (now < (last === undefined ? since + firstDelayMs : last + nextDelayMs)) return undefined;
    for (const { proceed } of parts) {
      const done = await proceed?.(email);
      if (done === undefined) continue;
      proceededAt.set(email, now);
      return done;
    }
    return undefined;
  }

  async function tick(): Promise<string | undefined> {
    for (const { email } of demoSeekers) {
      const done = await proceedFor(email);
      if (done !== undefined) return done;
    }
    return undefined;
  }

  return {
    people: parts.flatMap(({ people = [] }) => people),

    async load() {
      if (await isDemoLoaded(database.query)) return;
      for (const { prepare } of parts) await prepare?.();
      await database.transaction(async (tx) => {
        for (const { load } of parts) await load?.(tx);
      });
    },

    tick,

    start() {
      timer = setInterval(() => {
        tick().catch((error: unknown) => logger.warn({ err: error }, 'the demo could not go on'));
      }, tickMs);
      timer.unref();
    },

    stop: () => clearInterval(timer),
  };
}
