import type { JobInput } from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import {
  type DemoPerson,
  demoClinicRecruiter,
  demoNurse,
  demoRecruiter,
  demoSeeker,
} from '../../identity/accounts/index.ts';
import { findViewer } from '../../identity/people/index.ts';
import { comingClinicJobs, comingEngineeringJobs, postedJobs } from './demo-jobs.ts';
import type { Jobs } from './jobs.ts';
import type { ReadJob } from './reading.ts';

/** Who posts what while a job seeker looks around. */
const coming: ReadonlyMap<string, { readonly by: DemoPerson; readonly jobs: readonly JobInput[] }> = new Map([
  [demoNurse.email, { by: demoClinicRecruiter, jobs: comingClinicJobs }],
  [demoSeeker.email, { by: demoRecruiter, jobs: comingEngineeringJobs }],
]);

/** The jobs of the demo's recruiters, some of which are there and some of which are posted while somebody watches. */
export function createJobsDemo(database: Database, jobs: Pick<Jobs, 'post' | 'listOwn' | 'readInput'>) {
  async function findRecruiter(tx: Tx, { email }: DemoPerson): Promise<Viewer> {
    const recruiter = await findViewer(tx, email);
    if (recruiter === undefined) throw new Error('A recruiter of the demo was not created');
    return recruiter;
  }

  let read: readonly ReadJob[] = [];

  return {
    async prepare() {
      read = await Promise.all(postedJobs.map(jobs.readInput));
    },

    async load(tx: Tx) {
      const recruiter = await findRecruiter(tx, demoRecruiter);
      for (const job of read) await jobs.post(tx, recruiter, job);
    },

    /** Posts the next job for this seeker. Gives its title, or undefined when all are posted. */
    async proceed(seekerEmail: string): Promise<string | undefined> {
      const plan = coming.get(seekerEmail);
      if (plan === undefined) return undefined;
      const recruiter = await findRecruiter(database.query, plan.by);
      const { items } = await jobs.listOwn(recruiter, { limit: 100 });
      const posted = new Set(items.map(({ title }) => title));
      const next = plan.jobs.find(({ title }) => !posted.has(title));
      if (next === undefined) return undefined;
      const job = await jobs.readInput(next);
      await database.transaction((tx) => jobs.post(tx, recruiter, job));
      return next.title;
    },
  };
}
