import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import {
  type JobRevision,
  type SearchableJob,
  selectChangedSince,
  selectRevisions,
  selectRevisionsOf,
  selectSearchable,
  selectVacanciesOf,
} from '../jobs/index.ts';
import type { SearchablePosting } from './engine/document.ts';
import type { PostingRevision } from './engine/protocol.ts';
import type { IndexThread } from './index-thread.ts';

/**
 * Brings the index to what the database has. It only ever compares and corrects: whatever a hint has lost, a crash has left
 * undone or an old snapshot says is found by the next comparison.
 */
export interface Feed {
  /** Compares everything; a new index is filled by it. */
  reconcile(): Promise<void>;
  /** Corrects what has changed since it was called last, and so many milliseconds before. */
  followChanges(overlapMs: number): Promise<void>;
  /** Corrects the vacancies of some postings. */
  refresh(jobIds: readonly string[]): Promise<void>;
}

const revisionsPerPage = 2_000;
const vacanciesPerPage = 200;
const changesPerPage = 5_000;
const slowDeadlineMs = 60_000;

export function createFeed({
  database,
  clock,
  thread,
  signal,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly thread: IndexThread;
  /** Ends it between two pages. */
  readonly signal: AbortSignal;
}): Feed {
  let followedAt = clock.now();

  async function put(vacancies: readonly string[]): Promise<void> {
    let left = [...vacancies];
    while (left.length > 0) {
      signal.throwIfAborted();
      const page = left.slice(0, vacanciesPerPage);
      const postings = await selectSearchable(database.query, page);
      const displaced = await thread.ask(
        'put',
        { vacancies: page, postings: postings.map(toPosting) },
        slowDeadlineMs,
      );
      left = [...left.slice(vacanciesPerPage), ...displaced];
    }
  }

  async function compare(vacancies: readonly string[], revisions: readonly JobRevision[]): Promise<void> {
    const input = { vacancies, revisions: revisions.map(toRevision) };
    await put(await thread.ask('compare', input, slowDeadlineMs));
  }

  async function correct(vacancies: readonly string[]): Promise<void> {
    for (let from = 0; from < vacancies.length; from += revisionsPerPage) {
      signal.throwIfAborted();
      const page = vacancies.slice(from, from + revisionsPerPage);
      await compare(page, await selectRevisionsOf(database.query, page));
    }
  }

  return {
    async reconcile() {
      const begun = clock.now();
      const unseen = new Set(await thread.ask('vacancies', null, slowDeadlineMs));
      let after: JobRevision | null = null;
      for (;;) {
        signal.throwIfAborted();
        const page: JobRevision[] = await selectRevisions(database.query, after, revisionsPerPage);
        const isLast = page.length < revisionsPerPage;
        const end = page.at(-1)?.vacancy;
        // The last vacancy of a page may go on on the next one.
        const whole = isLast ? page : page.filter(({ vacancy }) => vacancy !== end);
        const [first] = page;
        if (whole.length === 0 && !isLast && first !== undefined) {
          // One vacancy fills the page: it is read whole, and stepped over.
          const all = await selectRevisionsOf(database.query, [first.vacancy]);
          await compare([first.vacancy], all);
          unseen.delete(first.vacancy);
          after = all.at(-1) ?? first;
          continue;
        }
        const vacancies = [...new Set(whole.map(({ vacancy }) => vacancy))];
        for (const vacancy of vacancies) unseen.delete(vacancy);
        await compare(vacancies, whole);
        if (isLast) break;
        after = whole.at(-1) ?? after;
      }
      // Opened meanwhile, or gone.
      await correct([...unseen]);
      followedAt = begun;
    },

    async followChanges(overlapMs) {
      const since = new Date(followedAt.getTime() - overlapMs);
      const begun = clock.now();
      let after: JobRevision | null = null;
      for (;;) {
        const page: JobRevision[] = await selectChangedSince(database.query, since, after, changesPerPage);
        await correct([...new Set(page.map(({ vacancy }) => vacancy))]);
        after = page.at(-1) ?? null;
        if (page.length < changesPerPage) break;
      }
      // What was not read to its end is read again.
      followedAt = begun;
    },

    async refresh(jobIds) {
      const [before, now] = await Promise.all([
        thread.ask('vacanciesOf', jobIds),
        selectVacanciesOf(database.query, jobIds),
      ]);
      await put([...new Set([...before, ...now])]);
    },
  };
}

const toRevision = ({ vacancy, id, updatedAt }: JobRevision): PostingRevision => ({
  vacancy,
  id,
  updatedAt: updatedAt.getTime(),
});

export const toPosting = ({ publishedAt, updatedAt, ...job }: SearchableJob): SearchablePosting => ({
  ...job,
  publishedAt: publishedAt.getTime(),
  updatedAt: updatedAt.getTime(),
});
