import { type WorkerPool, workerFile } from '../../../platform/workers/index.ts';
import type { DueJob } from '../jobs/index.ts';
import type { Posting } from './fingerprint.ts';
import type { PackedFingerprint } from './packing.ts';

const sizeOf = (postings: readonly Posting[]): number =>
  postings.reduce((sum, { title, text }) => sum + title.length + text.length, 0);

const fingerprintTask = workerFile<typeof import('./fingerprint.worker.ts')>(
  new URL('./fingerprint.worker.ts', import.meta.url),
).task('readFingerprints', {
  name: 'vacancies.fingerprints',
  // A call takes some tens of milliseconds.
  deadlineMs: 10_000,
  maximumSize: 1_000_000,
  sizeOf,
});

/** Of so many postings, and characters, a thread is given at once. */
const atOnce = 20;
const charactersAtOnce = 200_000;

/** A job with what tells its vacancy; null: that could not be read. */
export interface ReadJob {
  readonly job: DueJob;
  readonly packed: PackedFingerprint | null;
}

/**
 * Reads what tells the vacancies of jobs, in threads. Where a thread fails at one of several, each is read by itself.
 *
 * @param onUnreadable told of each that cannot be read
 * @throws {ApplicationError} `overloaded`, `unavailable`
 */
export async function readJobs(
  workers: WorkerPool,
  jobs: readonly DueJob[],
  onUnreadable: (jobId: string, detail: string) => void,
): Promise<ReadJob[]> {
  const read = async (some: readonly DueJob[]): Promise<ReadJob[]> => {
    const result = await workers.run(fingerprintTask, some.map(toPosting), { lane: 'background' });
    if (result.status === 'done') return some.map((job, at) => ({ job, packed: result.output[at] ?? null }));
    const [only] = some;
    if (only !== undefined && some.length === 1) {
      onUnreadable(only.id, result.detail);
      return [{ job: only, packed: null }];
    }
    const alone: ReadJob[] = [];
    for (const job of some) alone.push(...(await read([job])));
    return alone;
  };
  const done: ReadJob[] = [];
  for (const some of partsOf(jobs)) done.push(...(await read(some)));
  return done;
}

function* partsOf(jobs: readonly DueJob[]): Generator<readonly DueJob[]> {
  let part: DueJob[] = [];
  let size = 0;
  for (const job of jobs) {
    const length = job.title.length + job.description_text.length;
    if (part.length > 0 && (part.length === atOnce || size + length > charactersAtOnce)) {
      yield part;
      [part, size] = [[], 0];
    }
    part.push(job);
    size += length;
  }
  if (part.length > 0) yield part;
}

function toPosting(job: DueJob): Posting {
  const [minimum, maximum] = [job.pay_minimum ?? job.pay_maximum, job.pay_maximum ?? job.pay_minimum];
  return {
    title: job.title,
    company: job.company_name,
    places: job.places,
    text: job.description_text,
    address: job.apply_url ?? '',
    postedAt: job.published_at,
    pay:
      minimum === null || maximum === null
        ? null
        : { minimum, maximum, currency: job.pay_currency?.toLowerCase() ?? null },
  };
}
