import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { aboutJob } from '../targets.ts';
import { jobFields } from './fields.ts';

export const jobPosted = define({
  payload: z.object({
    ...jobFields,
    location: z.string().nullable(),
    skills_required: z.array(z.string()).max(40),
  }),
  category: 'jobs',
  priority: 'low',
  defaultChannels: ['inbox'],
  expiresAfterHours: 24 * 14,
  keptForDays: 30,
  image: 'job',
  actions: aboutJob,
  label: 'Job posted',
  description: 'Tells of a job that has just been posted.',
});
