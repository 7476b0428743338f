import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { applicationStatusSchema } from '../status.ts';
import { openApplicants, openApplication } from '../targets.ts';
import { atCompany, audienceSideSchema } from './fields.ts';

export const applicationStatusChanged = define({
  payload: z.object({
    ...atCompany,
    old_status: applicationStatusSchema,
    new_status: applicationStatusSchema,
    note: z.string(),
    /** Whom it tells: the applicant, or the recruiter when the applicant has withdrawn. */
    audience: audienceSideSchema,
    applicant_name: z.string(),
  }),
  category: 'applications',
  priority: 'high',
  expiresAfterHours: null,
  keptForDays: 365,
  image: 'application',
  actions: (payload) =>
    payload.audience === 'recruiter' ? [openApplicants(payload)] : [openApplication(payload)],
  label: 'Application status',
  description: 'Tells the other side that an application has a new status.',
});
