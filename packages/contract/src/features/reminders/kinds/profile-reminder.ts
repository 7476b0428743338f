import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { openProfile } from '../../profiles/targets.ts';
import { profilePartSchema } from '../profile-parts.ts';

export const profileReminder = define({
  payload: z.object({ missing: z.array(profilePartSchema).min(1) }),
  category: 'career',
  priority: 'low',
  defaultChannels: ['inbox', 'email'],
  expiresAfterHours: 24 * 14,
  keptForDays: 30,
  image: 'profile',
  actions: () => [openProfile],
  label: 'Profile reminder',
  description: 'Names what a profile still lacks.',
});
