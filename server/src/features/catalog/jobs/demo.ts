import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { demoRecruiter } from '../../identity/accounts/index.ts';
import { findViewer } from '../../identity/people/index.ts';
import { comingJobs, postedJobs } from './demo-jobs.ts';
import type { Jobs } from './jobs.ts';
import type { ReadJob } from './reading.ts';

/** The jobs of the demo's recruiter, some of which are there and some of which are posted while somebody watches. */
export function createJobsDemo(database: Database, jobs: Pick<Jobs, 'post' | 'listOwn' | 'readInput'>) {
  async function findRecruiter(tx: Tx): Promise<Viewer> {
    const recruiter = await findViewer(tx, demoRecruiter.email);
    if (recruiter === undefined) throw new Error('The recruiter of the demo was not created');
    return recruiter;
  }

  let read: readonly ReadJob[] = [];

  return {
    async prepare() {
      read = await Promise.all(postedJobs.map(jobs.readInput));
    },

    async load(tx: Tx) {
      const recruiter = await findRecruiter(tx);
      for (const job of read) await jobs.post(tx, recruiter, job);
    },

    /** Posts the next job. Gives its title, or undefined when all are posted. */
    async proceed(): Promise<string | undefined> {
      const recruiter = await findRecruiter(database.query);
      const { items } = await jobs.listOwn(recruiter, { limit: 100 });
      const posted = new Set(items.map(({ title }) => title));
      const next = comingJobs.find(({ title }) => !posted.has(title));
      if (next === undefined) return undefined;
      const job = await jobs.readInput(next);
      await database.transaction((tx) => jobs.post(tx, recruiter, job));
      return next.title;
    },
  };
}
