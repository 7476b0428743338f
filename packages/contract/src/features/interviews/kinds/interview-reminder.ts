import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { audienceSideSchema } from '../../applications/kinds/fields.ts';
import { openApplicants, openApplication } from '../../applications/targets.ts';
import { interviewFields } from './fields.ts';

export const interviewReminder = define({
  payload: z.object({
    ...interviewFields,
    hours_before: z.int().min(1).max(168),
    /** Whom it reminds; left out: the applicant. */
    audience: audienceSideSchema.optional(),
    applicant_name: z.string().optional(),
  }),
  category: 'applications',
  priority: 'high',
  isUrgent: (payload) => payload['hours_before'] === 1,
  digestible: false,
  expiresAfterHours: 25,
  keptForDays: 30,
  image: 'interview',
  actions: (payload) =>
    payload.audience === 'recruiter' ? [openApplicants(payload)] : [openApplication(payload)],
  label: 'Interview reminder',
  description: 'Reminds of an interview, a day and an hour before it.',
});
