import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { idSchema } from '../../../core/primitives.ts';
import { jobAlert } from './job-alert.ts';
import { scoreSchema } from './score.ts';

/** Jobs that a summary names; the others are in its list. */
export const mostNamedJobs = 10;

export const jobMatches = define({
  payload: z.object({
    /** How many fit, those included that are not named. */
    count: z.int().min(2),
    /** The best of them, the best first. */
    jobs: z.array(jobAlert.payload).min(1).max(mostNamedJobs),
    /** Of the best one. */
    score: scoreSchema,
    /** Names the list of all of them. */
    window_id: idSchema,
  }),
  category: 'jobs',
  priority: 'medium',
  expiresAfterHours: 24 * 60,
  keptForDays: 90,
  image: 'match',
  actions: ({ window_id }) => [{ id: 'open_matches', path: `/matches?window=${window_id}` }],
  sumsUp: ({ count, jobs }) => ({
    parts: jobs.map((job) => ({ kind: 'job_alert', payload: job })),
    more: count - jobs.length,
  }),
  label: 'New jobs that fit',
  description:
    'Tells a job seeker of all new jobs that fit the profile and came at the same time, the best first.',
});
