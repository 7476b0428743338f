import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { jobFields } from '../../jobs/kinds/fields.ts';
import { scoreSchema } from './score.ts';

export const jobRecommendation = define({
  payload: z.object({
    jobs: z
      .array(z.object({ ...jobFields, location: z.string().nullable(), score: scoreSchema }))
      .min(1)
      .max(10),
  }),
  category: 'jobs',
  priority: 'low',
  defaultChannels: ['inbox', 'email'],
  expiresAfterHours: 24 * 14,
  keptForDays: 60,
  image: 'match',
  actions: () => [{ id: 'open_matches', path: '/matches' }],
  label: 'Recommendations',
  description: 'Recommends the best open jobs that the person has not looked at yet.',
});
