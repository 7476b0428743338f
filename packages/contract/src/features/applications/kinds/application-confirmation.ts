import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { aboutApplication } from '../targets.ts';
import { atCompany } from './fields.ts';

export const applicationConfirmation = define({
  payload: z.object(atCompany),
  category: 'applications',
  priority: 'medium',
  digestible: false,
  ownActionBy: ['email'],
  expiresAfterHours: null,
  keptForDays: 365,
  image: 'application',
  actions: aboutApplication,
  label: 'Application confirmation',
  description: 'Confirms to a job seeker that the application has arrived.',
});
