import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { openInbox } from '../../inbox/targets.ts';
import { achievementSchema } from '../achievements.ts';

export const achievement = define({
  payload: z.object({ achievement: achievementSchema }),
  category: 'career',
  priority: 'low',
  defaultChannels: ['inbox'],
  expiresAfterHours: 24 * 30,
  keptForDays: 365,
  image: 'achievement',
  actions: () => [openInbox],
  label: 'Achievement',
  description: 'Celebrates a step that the person has made.',
});
