import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { step } from '../../applications/kinds/fields.ts';
import { aboutApplication } from '../../applications/targets.ts';
import { interviewEventSchema, interviewFields } from './fields.ts';

export const interviewInvitation = define({
  payload: z.object({
    ...interviewFields,
    note: z.string(),
    /** Left out: `invited`. */
    event: interviewEventSchema.optional(),
    /** Where the invitation is a step of the application. */
    ...step,
  }),
  category: 'applications',
  priority: 'high',
  digestible: false,
  // Whoever ends it: its entry has to leave the calendar.
  ownActionBy: ['email'],
  expiresAfterHours: null,
  keptForDays: 365,
  image: 'interview',
  actions: aboutApplication,
  label: 'Interview invitation',
  description: 'Invites an applicant to an interview, and tells when it is moved or cancelled.',
});
