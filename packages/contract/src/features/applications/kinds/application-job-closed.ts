import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { openApplication } from '../targets.ts';
import { atCompany } from './fields.ts';

export const applicationJobClosed = define({
  payload: z.object(atCompany),
  category: 'applications',
  priority: 'medium',
  expiresAfterHours: 24 * 30,
  keptForDays: 365,
  image: 'application',
  actions: (payload) => [openApplication(payload), { id: 'search_jobs', path: '/jobs' }],
  label: 'Posting closed',
  description: 'Tells an applicant who waits for an answer that the job takes no applications any more.',
});
