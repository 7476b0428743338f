import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { paySchema } from '../../../core/pay.ts';
import { idSchema, timestampSchema } from '../../../core/primitives.ts';
import { jobFields } from '../../jobs/kinds/fields.ts';
import { aboutJob } from '../../jobs/targets.ts';
import { matchReasonSchema } from '../match.ts';
import { scoreSchema } from './score.ts';

export const jobAlert = define({
  payload: z.object({
    ...jobFields,
    location: z.string().nullable(),
    score: scoreSchema,
    reasons: z.array(matchReasonSchema),
    /** As far as the posting states it. */
    pay: paySchema.nullable().optional(),
    /** Postings with the same cluster are one vacancy. */
    cluster_id: idSchema.optional(),
    deadline_at: timestampSchema.nullable().optional(),
    published_at: timestampSchema.optional(),
  }),
  category: 'jobs',
  priority: 'medium',
  expiresAfterHours: 24 * 60,
  keptForDays: 90,
  image: 'match',
  actions: aboutJob,
  label: 'Job alert',
  description: 'Tells a job seeker of a new job that fits the profile.',
});
