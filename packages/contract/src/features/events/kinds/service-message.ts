import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { announcementFields, openLink } from '../../../core/links.ts';
import { smallObjectSchema } from '../../../core/primitives.ts';

export const serviceMessage = define({
  payload: z.object({
    ...announcementFields,
    /** Whatever the service's own clients want to know; shown to nobody. */
    data: smallObjectSchema.optional(),
  }),
  category: 'services',
  priority: 'medium',
  expiresAfterHours: 24 * 30,
  image: 'service',
  actions: openLink,
  label: 'Service message',
  description: 'Carries what another program, such as an applicant tracking system, tells a person.',
});
