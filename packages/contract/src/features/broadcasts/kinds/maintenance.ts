import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { announcementFields, openLink } from '../../../core/links.ts';
import { idSchema, timestampSchema } from '../../../core/primitives.ts';

export const maintenance = define({
  payload: z.object({
    ...announcementFields,
    broadcast_id: idSchema.optional(),
    starts_at: timestampSchema.nullable(),
    ends_at: timestampSchema.nullable(),
  }),
  category: 'announcements',
  priority: 'high',
  digestible: false,
  expiresAfterHours: 24 * 7,
  keptForDays: 30,
  image: 'maintenance',
  actions: openLink,
  label: 'Maintenance',
  description: 'Tells of maintenance of this instance.',
});
