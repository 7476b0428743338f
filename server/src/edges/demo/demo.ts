import type { Instance } from '@rolecall/contract';
import { demoSeeker } from '../../features/identity/accounts/index.ts';
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
  /** Does the next thing while the job seeker watches. Gives what it was, or undefined when nothing is left. */
  readonly proceed?: () => Promise<string | undefined>;
}

export interface DemoDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly parts: readonly DemoPart[];
  isConnected(userId: string): boolean;
}

/** The demo: people and jobs to look at, and a recruiter who posts another one while the job seeker watches. */
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
/** The job seeker has looked around for so long before the first thing happens, in milliseconds. */
const firstDelayMs = 9_000;
const nextDelayMs = 120_000;

export function createDemo({ database, clock, logger, parts, isConnected }: DemoDependencies): Demo {
  let connectedSince: number | undefined;
  let proceededAt: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function tick(): Promise<string | undefined> {
    const watcher = await findViewer(database.query, demoSeeker.email);
    const now = clock.now().getTime();
    if (watcher === undefined || !isConnected(watcher.userId)) {
      connectedSince = undefined;
      return undefined;
    }
    connectedSince ??= now;
    const due = proceededAt === undefined ? connectedSince + firstDelayMs : proceededAt + nextDelayMs;
    if (now < due) return undefined;
    for (const { proceed } of parts) {
      const done = await proceed?.();
      if (done === undefined) continue;
      proceededAt = now;
      return done;
    }
    return undefined;
  }

  return {
    people: parts.flatMap(({ people = [] }) => people),

    async load() {
      if ((await findViewer(database.query, demoSeeker.email)) !== undefined) return;
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
