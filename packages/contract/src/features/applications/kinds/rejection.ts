import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { openApplication } from '../targets.ts';
import { atCompany, step } from './fields.ts';

export const rejection = define({
  payload: z.object({ ...atCompany, note: z.string(), ...step }),
  category: 'applications',
  priority: 'medium',
  digestible: false,
  daytimeOnly: true,
  expiresAfterHours: null,
  keptForDays: 365,
  image: 'application',
  actions: (payload) => [openApplication(payload), { id: 'search_jobs', path: '/jobs' }],
  label: 'Rejection',
  description: 'Tells an applicant that the company does not go on; never at night.',
});
