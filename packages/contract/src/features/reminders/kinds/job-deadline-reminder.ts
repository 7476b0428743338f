import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { timestampSchema } from '../../../core/primitives.ts';
import { jobFields } from '../../jobs/kinds/fields.ts';
import { openJob } from '../../jobs/targets.ts';

export const jobDeadlineReminder = define({
  payload: z.object({ ...jobFields, deadline_at: timestampSchema }),
  category: 'jobs',
  priority: 'high',
  digestible: false,
  expiresAfterHours: 48,
  keptForDays: 30,
  image: 'deadline',
  actions: (payload) => [openJob(payload)],
  label: 'Deadline reminder',
  description: 'Reminds of a saved job whose deadline is near.',
});
