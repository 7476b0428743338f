import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { idSchema } from '../../../core/primitives.ts';
import { openApplication } from '../../applications/targets.ts';
import { openJob } from '../../jobs/targets.ts';

export const automationNeedsAttention = define({
  payload: z.object({
    application_id: idSchema.nullable(),
    job_id: idSchema,
    job_title: z.string(),
    company_name: z.string(),
    company_id: idSchema.optional(),
    /** What the automation could not answer by itself. */
    question: z.string().max(1_000),
  }),
  category: 'applications',
  priority: 'high',
  digestible: false,
  expiresAfterHours: 24 * 7,
  keptForDays: 60,
  image: 'attention',
  actions: (payload) =>
    payload.application_id === null
      ? [openJob(payload)]
      : [openApplication({ application_id: payload.application_id })],
  label: 'Automation',
  description: 'Asks the person for what an automated application needs to go on.',
});
