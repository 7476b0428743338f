import type { Instance, JobInput, ProfileUpdate } from '@rolecall/contract';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import type { Logger } from '../../platform/observability/index.ts';
import {
  comingJobs,
  type DemoPerson,
  demoFeed,
  demoPeople,
  postedJobs,
  recruiter,
  seeker,
  seekerProfile,
} from './content.ts';

/** What the demo needs of the features. */
export interface DemoDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Gives the id of the account. */
  createPerson(tx: Tx, person: DemoPerson): Promise<string>;
  /** Undefined: nobody has this address. */
  findPerson(tx: Tx, email: string): Promise<Viewer | undefined>;
  updateProfile(tx: Tx, userId: string, profile: ProfileUpdate): Promise<unknown>;
  postJob(tx: Tx, viewer: Viewer, job: JobInput): Promise<unknown>;
  /** Titles of all jobs of the viewer's company. */
  listTitles(viewer: Viewer): Promise<readonly string[]>;
  ingestFeed(name: string, document: readonly object[]): Promise<unknown>;
  isConnected(userId: string): boolean;
}

/** The demo: people and jobs to look at, and a recruiter who posts another one while the job seeker watches. */
export interface Demo {
  readonly people: Instance['demo_people'];
  /** Loads people and jobs into a database that has none of them. Doing it again changes nothing. */
  load(): Promise<void>;
  /** Posts the next job when it is time for it. Gives its title, or undefined when nothing was posted. */
  tick(): Promise<string | undefined>;
  /** Ticks until it is stopped. */
  start(): void;
  stop(): void;
}

const tickMs = 3_000;
/** The job seeker has looked around for so long before the first job comes, in milliseconds. */
const firstDelayMs = 9_000;
const nextDelayMs = 120_000;

export function createDemo(dependencies: DemoDependencies): Demo {
  const { database, clock, logger } = dependencies;
  let connectedSince: number | undefined;
  let postedAt: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function tick(): Promise<string | undefined> {
    const watcher = await dependencies.findPerson(database.query, seeker.email);
    const poster = await dependencies.findPerson(database.query, recruiter.email);
    const now = clock.now().getTime();
    if (watcher === undefined || poster === undefined || !dependencies.isConnected(watcher.userId)) {
      connectedSince = undefined;
      return undefined;
    }
    connectedSince ??= now;
    const due = postedAt === undefined ? connectedSince + firstDelayMs : postedAt + nextDelayMs;
    if (now < due) return undefined;
    const titles = new Set(await dependencies.listTitles(poster));
    const next = comingJobs.find(({ title }) => !titles.has(title));
    if (next === undefined) return undefined;
    postedAt = now;
    await database.transaction((tx) => dependencies.postJob(tx, poster, next));
    return next.title;
  }

  return {
    people: demoPeople.map(({ name, email, password, role }) => ({ name, email, password, role })),

    async load() {
      if ((await dependencies.findPerson(database.query, seeker.email)) !== undefined) return;
      // The feed comes first: reading it again after a crash does no harm, and its jobs are there before anybody
      // can be alerted of them.
      await dependencies.ingestFeed('Demo job board', demoFeed(clock.now()));
      await database.transaction(async (tx) => {
        for (const person of demoPeople) {
          const id = await dependencies.createPerson(tx, person);
          if (person === seeker) await dependencies.updateProfile(tx, id, seekerProfile);
        }
        const poster = await dependencies.findPerson(tx, recruiter.email);
        if (poster === undefined) throw new Error('The recruiter of the demo was not created');
        for (const job of postedJobs) await dependencies.postJob(tx, poster, job);
      });
    },

    tick,

    start() {
      timer = setInterval(() => {
        tick().catch((error: unknown) => logger.warn({ err: error }, 'the demo could not post a job'));
      }, tickMs);
      timer.unref();
    },

    stop: () => clearInterval(timer),
  };
}
