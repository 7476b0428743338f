import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { paySchema } from '../../../core/pay.ts';
import { jobFields } from '../../jobs/kinds/fields.ts';
import { aboutJob } from '../../jobs/targets.ts';

export const salaryAlert = define({
  payload: z.object({ ...jobFields, pay: paySchema }),
  category: 'jobs',
  priority: 'medium',
  expiresAfterHours: 24 * 30,
  keptForDays: 90,
  image: 'pay',
  actions: aboutJob,
  label: 'Salary alert',
  description: 'Tells of a fitting job whose stated pay is well above what the person asks for.',
});
