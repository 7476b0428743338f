import { type Base, defineModule } from '../../../composition/module.ts';
import type { Topics } from '../../messaging/topics/index.ts';
import type { Companies } from '../companies/index.ts';
import { createJobsDemo } from './demo.ts';
import {
  announceJobsTask,
  closeExpiredJobsTask,
  enqueueAnnouncement,
  reviewHoldsTask,
  scheduleJobs,
  workOnJobs,
} from './jobs.jobs.ts';
import { jobRoutes } from './jobs.routes.ts';
import { createJobs, type JobsDependencies } from './jobs.ts';
import { jobKinds } from './kinds/index.ts';
import { migrations } from './migrations.ts';
import { postingData } from './personal-data.store.ts';
import { jobSettings } from './settings.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'queue' | 'config' | 'workers'> & {
  readonly companies: Companies;
  readonly topics: Topics;
  readonly jobExtras: JobsDependencies['extras'];
  readonly applicationNumbers: JobsDependencies['numbers'];
};

export const jobsModule = defineModule({
  name: 'catalog/jobs',
  migrations,
  kinds: jobKinds,
  settings: [jobSettings],
  tasks: [announceJobsTask, closeExpiredJobsTask, reviewHoldsTask],
  create({ jobExtras, applicationNumbers, queue, ...needs }: Needs) {
    const jobs = createJobs({
      ...needs,
      extras: jobExtras,
      numbers: applicationNumbers,
      quotas: needs.config.of(jobSettings),
    });
    needs.companies.postingRuleChanged.on((tx) =>
      queue.enqueue(tx, reviewHoldsTask, {}, { singletonKey: 'rule' }),
    );
    jobs.flaggedRuleChanged.on((tx) => queue.enqueue(tx, reviewHoldsTask, {}, { singletonKey: 'rule' }));
    jobs.published.on((tx, jobIds) => enqueueAnnouncement(queue, tx, jobIds));
    return { jobs };
  },
  brings: (parts) => ({
    routes: jobRoutes(parts),
    work: [
      {
        register: () => workOnJobs(parts.queue, parts),
        schedule: () => scheduleJobs(parts.queue),
      },
    ],
    personalData: [postingData],
    demo: [createJobsDemo(parts.database, parts.jobs)],
  }),
});
