import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { aboutApplication } from '../targets.ts';
import { atCompany, step } from './fields.ts';

export const offer = define({
  payload: z.object({ ...atCompany, note: z.string(), ...step }),
  category: 'applications',
  priority: 'high',
  digestible: false,
  expiresAfterHours: null,
  keptForDays: 730,
  image: 'offer',
  actions: aboutApplication,
  label: 'Offer',
  description: 'Tells an applicant of an offer.',
});
