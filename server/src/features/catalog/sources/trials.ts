import type { SourceTrial, SourceTrialInput, TrialPosting } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError, isApplicationError } from '../../../platform/errors/index.ts';
import type { HttpClient } from '../../../platform/http-client/index.ts';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import type { Descriptions } from '../jobs/index.ts';
import { adapters } from './adapters.ts';
import { createFeeds, type Feeds, unpack } from './feeds.ts';
import type { Documents } from './fetching/documents.ts';
import type { MarkedPosting, SkippedRow } from './postings.ts';
import { createPreparePosting } from './preparing.ts';
import { type Candidate, recognizeSource } from './recognizing.ts';
import { findSourceOfBoard } from './sources.store.ts';

const shownPostings = 10;
const shownSkips = 20;
/** Documents of one candidate that are read at most, beside those that complete a posting. */
const mostDocuments = 5;
const mostRows = 5_000;
/** Somebody waits for it. */
const longestMs = 20_000;
const beginningLength = 300;

/** Looking at a source before it is added. */
export interface SourceTrials {
  /**
   * Recognizes what an operator has pasted, and reads the beginning of it as a run would. Nothing is stored.
   * @throws {ApplicationError} `outgoing_address_refused` when the one thing that it can be must not be fetched, `invalid_request`
   *   when it is nothing
   */
  tryOut(input: SourceTrialInput): Promise<SourceTrial>;
}

export interface SourceTrialsDependencies {
  readonly database: Database;
  readonly httpClient: HttpClient;
  readonly documents: Documents;
  readonly jobs: Descriptions;
  readonly workers: WorkerPool;
}

type Found = NonNullable<SourceTrial['source']>;
type Attempt =
  | { readonly candidate: Candidate; readonly found: Found }
  | { readonly candidate: Candidate; readonly error: ApplicationError };

export function createSourceTrials(dependencies: SourceTrialsDependencies): SourceTrials {
  const { database, httpClient } = dependencies;
  const feeds = createFeeds(dependencies.workers);

  async function attempt(candidate: Candidate): Promise<Attempt> {
    const signal = AbortSignal.timeout(longestMs);
    try {
      const adapter = adapters[candidate.kind];
      if (adapter.url(candidate.address) === candidate.address) {
        await httpClient.assertAllowed(candidate.address);
      }
      const exists = await findSourceOfBoard(database.query, candidate.kind, candidate.address);
      const read = await readBeginning(dependencies, feeds, candidate, signal);
      return { candidate, found: { ...candidate, exists: exists?.deleted_at === null, ...read } };
    } catch (error) {
      if (isApplicationError(error)) return { candidate, error };
      if (!signal.aborted) throw error;
      const detail = `There was no answer within ${longestMs / 1_000} seconds.`;
      return { candidate, error: new ApplicationError('outgoing_timeout', { detail }) };
    }
  }

  return {
    async tryOut({ text, kind }) {
      const candidates = recognizeSource(text, kind);
      if (candidates.length === 0) {
        throw new ApplicationError('invalid_request', {
          fields: [
            { path: 'text', message: 'must be a link, the name of a company, or an address of the kind' },
          ],
        });
      }
      const attempts = await Promise.all(candidates.map(attempt));
      const [only] = attempts;
      if (attempts.length === 1 && only !== undefined && 'error' in only) {
        if (isApplicationError(only.error, 'outgoing_address_refused')) throw only.error;
      }
      const answering = attempts.filter((one) => 'found' in one);
      // A board that a name was guessed for has to have something; one that was named may be empty.
      const chosen =
        answering.find(({ found }) => found.usable > 0) ??
        answering.find(({ found }) => found.rows > 0 || candidates.length === 1);
      return {
        source: chosen?.found ?? null,
        others: attempts
          .filter((one) => one !== chosen)
          .map((one) => ({
            kind: one.candidate.kind,
            address: one.candidate.address,
            detail: 'error' in one ? one.error.message : `It answers with ${one.found.rows} rows.`,
          })),
      };
    },
  };
}

/** Reads documents of a source until there is enough to show. */
async function readBeginning(
  { documents, jobs, workers }: SourceTrialsDependencies,
  feeds: Feeds,
  { kind, address, name }: Candidate,
  signal: AbortSignal,
): Promise<Omit<Found, 'kind' | 'address' | 'name' | 'exists'>> {
  const adapter = adapters[kind];
  const first = await documents.first(adapter, address, { etag: null, last_modified: null }, signal);
  if (first === 'unchanged') throw new Error('an unconditional request was answered as a conditional one');
  const usable: MarkedPosting[] = [];
  const skipped: SkippedRow[] = [];
  const waiting: string[] = [];
  let skippedCount = 0;
  let rows = 0;
  let incomplete: string | null = null;
  let documentsRead = 0;
  const leaveOut = (skip: SkippedRow) => {
    skippedCount += 1;
    skipped.push(skip);
  };

  for (let next: typeof first | null = first; next !== null; ) {
    const context = { sourceName: name, address: next.address, isFirst: documentsRead === 0 };
    documentsRead += 1;
    const feed = await feeds.read(kind, next.document, context, mostRows);
    const before = rows;
    rows += feed.rows;
    usable.push(...feed.batches.flatMap((batch) => unpack(batch)));
    skippedCount += feed.skippedRows;
    skipped.push(...feed.skipped.map((skip) => ({ ...skip, row: before + skip.row })));
    incomplete ??= feed.incomplete;
    waiting.push(...feed.more);
    next = null;
    while (
      next === null &&
      waiting.length > 0 &&
      usable.length < shownPostings &&
      documentsRead < mostDocuments
    ) {
      const answer = await documents.next(adapter, waiting.shift() ?? '', signal);
      if (!('missing' in answer)) next = answer;
      else {
        documentsRead += 1;
        leaveOut({ row: rows, reason: answer.missing, detail: answer.detail });
        rows += 1;
      }
    }
  }

  const prepare = createPreparePosting({
    descriptions: jobs,
    workers,
    isBundled: false,
    complete: async ({ posting, detail }) => {
      if (detail === null) return { posting };
      const answer = await documents.next(adapter, detail, signal);
      if ('missing' in answer) return { skip: answer.missing, detail: answer.detail };
      const context = { sourceName: name, address: answer.address, isFirst: false };
      return feeds.readDetail(kind, answer.document, posting, context);
    },
  });
  const postings: TrialPosting[] = [];
  let unusable = 0;
  for (const marked of usable) {
    if (postings.length >= shownPostings) break;
    const result = await prepare(marked);
    if ('ready' in result) postings.push(toTrialPosting(result.ready));
    else {
      unusable += 1;
      leaveOut({ row: marked.row, reason: result.skip, detail: result.detail });
    }
  }
  return {
    rows,
    usable: usable.length - unusable,
    has_more: waiting.length > 0,
    postings,
    skipped: skipped.slice(0, shownSkips),
    skipped_count: skippedCount,
    incomplete,
  };
}

type Ready = Extract<
  Awaited<ReturnType<ReturnType<typeof createPreparePosting>>>,
  { ready: unknown }
>['ready'];

function toTrialPosting(posting: Ready): TrialPosting {
  return {
    title: posting.title,
    company_name: posting.companyName,
    places: [...posting.places],
    workplace: posting.workplace,
    employment_type: posting.employmentType,
    seniority: posting.seniority,
    department: posting.department,
    skills: [...posting.skills],
    pay: posting.pay,
    apply_url: posting.applyUrl,
    published_at: posting.publishedAt?.toISOString() ?? null,
    deadline_at: posting.deadlineAt?.toISOString() ?? null,
    beginning: posting.description.text.slice(0, beginningLength).toWellFormed(),
  };
}
