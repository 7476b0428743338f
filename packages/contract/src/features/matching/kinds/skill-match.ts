import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { jobFields } from '../../jobs/kinds/fields.ts';
import { aboutJob } from '../../jobs/targets.ts';
import { scoreSchema } from './score.ts';

export const skillMatch = define({
  payload: z.object({ ...jobFields, score: scoreSchema, skills: z.array(z.string()).min(1).max(20) }),
  category: 'jobs',
  priority: 'medium',
  expiresAfterHours: 24 * 30,
  keptForDays: 90,
  image: 'skill',
  actions: aboutJob,
  label: 'Skill match',
  description: 'Tells of a job that asks for what the person knows best.',
});
