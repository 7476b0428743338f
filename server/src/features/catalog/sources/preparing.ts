import type { SkipReason } from '@rolecall/contract';
import { type WorkerPool, workerFile } from '../../../platform/workers/index.ts';
import { type Descriptions, type ImportedPosting, plainDescription } from '../jobs/index.ts';
import { readPlaces } from '../places/index.ts';
import type { Posting } from './adapter.ts';
import type { MarkedPosting } from './postings.ts';

/** What became of a posting: what is stored, or why it is set aside. */
export type PreparedPosting =
  | { readonly ready: ImportedPosting }
  | { readonly skip: SkipReason; readonly detail: string };

/** A posting with all that its source has of it, or why it is set aside. */
export type CompletePosting = (
  marked: MarkedPosting,
) => Promise<{ readonly posting: Posting } | { readonly skip: SkipReason; readonly detail: string }>;

export type PreparePosting = (marked: MarkedPosting) => Promise<PreparedPosting>;

const wordsTask = workerFile<typeof import('./feed.worker.ts')>(
  new URL('./feed.worker.ts', import.meta.url),
).task('readWords', {
  name: 'sources.words',
  deadlineMs: 5_000,
  maximumSize: 500_000,
  sizeOf: ({ title, text }) => title.length + text.length,
});

/** The country that all places of a posting are in: whose dollars it pays, and by the month or the year. */
function countryOf(places: readonly string[]): string | null {
  const countries = new Set(readPlaces(places.join('\n')).places.map(({ place }) => place.country));
  const [country] = countries;
  return countries.size === 1 && country !== undefined ? country : null;
}

/** After so many descriptions that were too hard, those of the same run are not even tried; each takes seconds. */
const mostHardDescriptions = 20;

/**
 * Makes the function that turns the postings of one run into what is stored: rendered, with the skills that their texts
 * name and what they ask for. All of that happens in threads.
 */
export function createPreparePosting({
  descriptions,
  workers,
  complete,
  isBundled,
}: {
  readonly descriptions: Descriptions;
  readonly workers: WorkerPool;
  /** Brings the rest of a posting of which its row has only a part. */
  readonly complete: CompletePosting;
  /** The feed comes with the program: it names all skills, and nothing in it is to be flagged. */
  readonly isBundled: boolean;
}): PreparePosting {
  let hard = 0;

  async function describe({ description }: MarkedPosting['posting']) {
    if (hard >= mostHardDescriptions) return plainDescription(description);
    const { isPlain, ...read } = await descriptions.readDescription(description, 'background');
    if (isPlain) hard += 1;
    return read;
  }

  return async (marked) => {
    const completed = await complete(marked);
    if ('skip' in completed) return completed;
    const { posting } = completed;
    const { contentHash } = marked;
    const description = await describe(posting);
    if (isBundled) return { ready: { ...posting, description, contentHash, flags: [] } };
    const found = await workers.run(
      wordsTask,
      {
        title: posting.title,
        text: description.text,
        ...(posting.pay === null ? { payIn: countryOf(posting.places) } : {}),
      },
      { lane: 'background' },
    );
    if (found.status !== 'done') {
      return { skip: 'too_hard', detail: `its words could not be read (${found.detail})` };
    }
    const skills = new Map<string, string>();
    // An employer's own product in every posting of it is no skill that it asks for.
    const own = posting.companyName.toLowerCase();
    const named = found.output.skills.filter((skill) => skill.toLowerCase() !== own);
    for (const skill of [...posting.skills, ...named]) {
      if (!skills.has(skill.toLowerCase())) skills.set(skill.toLowerCase(), skill);
    }
    return {
      ready: {
        ...posting,
        description,
        skills: [...skills.values()],
        contentHash,
        pay: posting.pay ?? found.output.pay?.pay ?? null,
        payReading: found.output.pay?.reading ?? null,
        flags: found.output.flags,
      },
    };
  };
}
