import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { openApplication } from '../targets.ts';
import { atCompany } from './fields.ts';

export const applicationJobHidden = define({
  payload: z.object({
    ...atCompany,
    /** `restored`: operators have put back what they had hidden. */
    state: z.enum(['hidden', 'restored']).optional(),
  }),
  category: 'applications',
  priority: 'high',
  digestible: false,
  expiresAfterHours: null,
  keptForDays: 365,
  image: 'attention',
  actions: (payload) => [openApplication(payload), { id: 'search_jobs', path: '/jobs' }],
  label: 'Posting taken out of sight',
  description:
    'Warns an applicant that operators have hidden the posting that they applied for, and tells them when it is put back.',
});
