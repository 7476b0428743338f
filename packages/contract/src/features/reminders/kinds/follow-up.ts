import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { atCompany } from '../../applications/kinds/fields.ts';
import { aboutApplication } from '../../applications/targets.ts';

export const followUp = define({
  payload: z.object({ ...atCompany, days: z.int().min(1) }),
  category: 'applications',
  priority: 'low',
  expiresAfterHours: 24 * 14,
  keptForDays: 60,
  image: 'application',
  actions: aboutApplication,
  label: 'Follow-up',
  description: 'Suggests to ask about an application that has had no answer for some days.',
});
