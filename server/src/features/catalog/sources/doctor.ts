import type { Database } from '../../../platform/db/index.ts';
import { setAsideAfter } from './backoff.ts';
import { namesOfInterrupted } from './sources.store.ts';

/** What `rolecall doctor` says of sources. */
interface SourceFinding {
  readonly part: 'sources';
  readonly state: 'warning';
  readonly detail: string;
}

/** Says which sources are set aside. */
export async function examineSources(database: Database): Promise<readonly SourceFinding[]> {
  const names = await namesOfInterrupted(database.query, setAsideAfter);
  if (names.length === 0) return [];
  return [
    {
      part: 'sources',
      state: 'warning',
      detail: `set aside, since two runs in a row have ended with their process: ${names.join(', ')}; a run by hand brings them back`,
    },
  ];
}
