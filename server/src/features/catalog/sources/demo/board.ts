import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database } from '../../../../platform/db/index.ts';
import { documentOf } from '../feeds.ts';
import type { BundledFeeds } from '../fetching/documents.ts';
import { countReadings } from '../runs.store.ts';
import type { Sources } from '../sources.ts';
import { demoAgencyFeed, demoFeed } from './feed.ts';

/** What the source of the demo's jobs is called, and its address too: it is read where it is made. */
const boardName = 'Demo job board';

/** The demo's board: whoever runs it by hand finds a few new jobs on it each time. */
export function createDemoBoard({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): BundledFeeds {
  return new Map([
    [
      boardName,
      async ({ id, created_at: since }) => {
        const readings = await countReadings(database.query, id);
        return documentOf(JSON.stringify(demoFeed({ since, readings }, clock.now())));
      },
    ],
  ]);
}

/**
 * The jobs of other companies in the demo. The first ones are there before anybody can be alerted of them; reading them
 * again after a crash does no harm.
 */
export function createSourcesDemo(clock: Clock, sources: Pick<Sources, 'ingestDocument'>) {
  return { prepare: () => readDemoBoard(clock, sources, clock.now()) };
}

/** Reads the board as it is now. */
export async function readDemoBoard(
  clock: Clock,
  sources: Pick<Sources, 'ingestDocument'>,
  since: Date,
): Promise<void> {
  await sources.ingestDocument({
    kind: 'job_posting',
    name: boardName,
    fileName: 'demo.json',
    document: JSON.stringify(demoFeed({ since, readings: 0 }, clock.now())),
  });
}

/** Reads what an agency has posted until this round, the first of three being 1. Reading it again changes nothing. */
export async function readDemoAgency(
  clock: Clock,
  sources: Pick<Sources, 'ingestDocument'>,
  rounds: number,
): Promise<void> {
  await sources.ingestDocument({
    kind: 'job_posting',
    name: 'Demo agency',
    fileName: 'agency.json',
    document: JSON.stringify(demoAgencyFeed(rounds, clock.now())),
  });
}
