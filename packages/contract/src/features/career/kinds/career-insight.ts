import { z } from 'zod';
import { define } from '../../../core/kind.ts';

export const careerInsight = define({
  payload: z.object({
    skill: z.string(),
    /** How the number of jobs that ask for it has changed over the period, in percent. */
    change_percent: z.int(),
    days: z.int().min(1),
  }),
  category: 'career',
  priority: 'low',
  defaultChannels: ['inbox', 'email'],
  expiresAfterHours: 24 * 30,
  keptForDays: 90,
  image: 'insight',
  actions: () => [{ id: 'search_jobs', path: '/jobs' }],
  label: 'Career insight',
  description: 'Tells how the demand for a skill of the person changes.',
});
