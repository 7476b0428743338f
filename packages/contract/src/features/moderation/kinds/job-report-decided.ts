import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { idSchema } from '../../../core/primitives.ts';
import { openJob } from '../../jobs/targets.ts';
import { reportOutcomes } from '../values.ts';

export const jobReportDecided = define({
  payload: z.object({
    job_id: idSchema,
    job_title: z.string(),
    company_name: z.string(),
    outcome: z.enum(reportOutcomes),
  }),
  category: 'account',
  priority: 'low',
  expiresAfterHours: null,
  keptForDays: 90,
  image: 'attention',
  actions: (payload) =>
    payload.outcome === 'dismissed' || payload.outcome === 'still_open'
      ? [openJob(payload)]
      : [{ id: 'search_jobs', path: '/jobs' }],
  label: 'Report of a job',
  description: 'Tells who has reported a job what has come of it.',
});
