import type { Clock } from '../../../../platform/clock/index.ts';
import { isApplicationError } from '../../../../platform/errors/index.ts';
import { type WorkerPool, workerFile } from '../../../../platform/workers/index.ts';
import type { PoliteClient } from './polite-client.ts';
import { isAllowed, type RobotsRules } from './robots-rules.ts';

/** The name by which robots.txt speaks to this program. */
const product = 'rolecall';
const keptMs = 3_600_000;
const keptOrigins = 500;
const everything: RobotsRules = { rules: [], sitemaps: [] };
const nothing: RobotsRules = { rules: [{ path: '/', isAllowed: false }], sitemaps: [] };

const robotsTask = workerFile<typeof import('./robots.worker.ts')>(
  new URL('./robots.worker.ts', import.meta.url),
).task('readRobotsFile', {
  name: 'sources.robots',
  deadlineMs: 5_000,
  maximumSize: 5_000_000,
  sizeOf: ({ text }) => text.length,
});

/** What sites let programs fetch (RFC 9309). What they say is remembered for an hour. */
export interface Robots {
  allows(url: string): Promise<boolean>;
}

export function createRobots({
  client,
  workers,
  clock,
}: {
  readonly client: PoliteClient;
  readonly workers: WorkerPool;
  readonly clock: Clock;
}): Robots {
  const known = new Map<string, { readonly rules: Promise<RobotsRules>; readonly until: number }>();

  /** A site without rules allows all, and one that cannot say what they are nothing (2.3.1). */
  async function fetchRules(origin: string): Promise<RobotsRules> {
    try {
      const answer = await client.get(`${origin}/robots.txt`, 'api', { accept: 'text/plain' });
      if (answer.status !== 200) return everything;
      const read = await workers.run(robotsTask, { text: answer.text(), product }, { lane: 'background' });
      return read.status === 'done' ? read.output : nothing;
    } catch (error) {
      // An address that must not be fetched is refused by whoever fetches it, with its reason.
      return isApplicationError(error, 'outgoing_address_refused') ? everything : nothing;
    }
  }

  function rulesOf(origin: string): Promise<RobotsRules> {
    const now = clock.now().getTime();
    const kept = known.get(origin);
    if (kept !== undefined && kept.until > now) return kept.rules;
    const [oldest] = known.keys();
    if (known.size >= keptOrigins && oldest !== undefined) known.delete(oldest);
    const rules = fetchRules(origin);
    known.delete(origin);
    known.set(origin, { rules, until: now + keptMs });
    return rules;
  }

  return {
    async allows(address) {
      const url = URL.parse(address);
      return url === null || isAllowed(await rulesOf(url.origin), url);
    },
  };
}
