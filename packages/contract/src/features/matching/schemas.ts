import { z } from 'zod';
import { flagQuerySchema, idSchema, pageQuerySchema, timestampSchema } from '../../core/primitives.ts';
import { jobSummarySchema } from '../jobs/schemas.ts';
import { matchSchema } from './match.ts';

export const matchedJobSchema = z.object({
  job: jobSummarySchema,
  match: matchSchema,
  matched_at: timestampSchema,
});

export const matchListQuerySchema = pageQuerySchema.extend({
  /** Whether jobs that the caller has hidden are shown too. */
  include_hidden: flagQuerySchema.optional(),
  /** Only those that came together, as `window_id` of a `job_matches` names them. */
  window: idSchema.optional(),
});
