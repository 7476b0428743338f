import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { announcementFields, openLink } from '../../../core/links.ts';
import { idSchema } from '../../../core/primitives.ts';

export const featureAnnouncement = define({
  payload: z.object({ ...announcementFields, broadcast_id: idSchema.optional() }),
  category: 'announcements',
  priority: 'low',
  expiresAfterHours: 24 * 30,
  keptForDays: 90,
  image: 'announcement',
  actions: openLink,
  label: 'Announcement',
  description: 'Carries what the operator announces.',
});
