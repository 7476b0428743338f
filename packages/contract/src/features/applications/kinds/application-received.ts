import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { openApplicants } from '../targets.ts';
import { applicationFields } from './fields.ts';

export const applicationReceived = define({
  payload: z.object({ ...applicationFields, applicant_name: z.string() }),
  category: 'recruiting',
  priority: 'high',
  expiresAfterHours: null,
  keptForDays: 365,
  image: 'applicant',
  actions: (payload) => [openApplicants(payload)],
  label: 'Application received',
  description: 'Tells a recruiter that somebody has applied.',
});
