import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { idSchema } from '../../../core/primitives.ts';
import { openJob } from '../../jobs/targets.ts';

export const jobModerated = define({
  payload: z.object({
    job_id: idSchema,
    job_title: z.string(),
    company_name: z.string(),
    /** `cleared`: it was held back for its text, and is not any more. */
    decision: z.enum(['hidden', 'restored', 'cleared']),
    /** In the words of the operator. */
    note: z.string(),
  }),
  category: 'recruiting',
  priority: 'high',
  digestible: false,
  expiresAfterHours: null,
  keptForDays: 365,
  image: 'attention',
  actions: (payload) => [openJob(payload)],
  label: 'Decision about a posting',
  description: 'Tells recruiters what an operator has decided about their posting, and why.',
});
