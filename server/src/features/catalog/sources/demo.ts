import type { Clock } from '../../../platform/clock/index.ts';
import { demoFeed } from './demo-feed.ts';
import type { Sources } from './sources.ts';

/**
 * The jobs of other companies in the demo. They are there before anybody can be alerted of them; reading them again
 * after a crash does no harm.
 */
export function createSourcesDemo(clock: Clock, sources: Pick<Sources, 'ingestDocument'>) {
  return {
    prepare: () =>
      sources.ingestDocument({
        kind: 'job_posting',
        name: 'Demo job board',
        fileName: 'demo.json',
        document: JSON.stringify(demoFeed(clock.now())),
      }),
  };
}
