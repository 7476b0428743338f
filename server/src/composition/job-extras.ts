import { applicationOf, countApplications } from '../features/activity/applications/index.ts';
import { findMark } from '../features/catalog/marks/index.ts';
import { matchFor } from '../features/catalog/matching/index.ts';
import { sourceOf } from '../features/catalog/sources/index.ts';
import { defineModule } from './module.ts';

/** What the page of a job shows of features that stand above jobs. */
export const jobExtrasModule = defineModule({
  name: 'catalog/jobs',
  create: () => ({
    jobExtras: { sourceOf, matchFor, applicationOf, markOf: findMark },
    applicationNumbers: { countApplications },
  }),
});
