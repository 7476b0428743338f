import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { jobFields } from '../../jobs/kinds/fields.ts';
import { openJob } from '../../jobs/targets.ts';

/** In percent; whoever calculates it may be more exact than we are, to one decimal. */
const scoreSchema = z.number().min(0).max(100).multipleOf(0.1);

export const matchScoreCalculated = define({
  payload: z.object({ ...jobFields, match_score: scoreSchema, previous_score: scoreSchema.nullable() }),
  category: 'jobs',
  priority: 'low',
  defaultChannels: ['inbox'],
  expiresAfterHours: 24 * 14,
  keptForDays: 30,
  image: 'match',
  actions: (payload) => [openJob(payload)],
  label: 'Match score',
  description: 'Tells how well a job fits after the profile or the job has changed.',
});
