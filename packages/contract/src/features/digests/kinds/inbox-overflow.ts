import { z } from 'zod';
import { define } from '../../../core/kind.ts';

export const inboxOverflow = define({
  payload: z.object({
    /** How many a cap has kept out of the inbox. */
    count: z.int().min(1),
  }),
  // It comes to the inbox alone, where digests never are.
  category: 'account',
  priority: 'low',
  defaultChannels: ['inbox'],
  digestible: false,
  expiresAfterHours: null,
  keptForDays: 30,
  image: 'digest',
  actions: () => [
    { id: 'open_kept_out', path: '/notifications/kept-out' },
    { id: 'open_preferences', path: '/settings/notifications' },
  ],
  label: 'More than a day takes',
  description: 'Tells once a day how much was kept out of the inbox by the limit that the person has chosen.',
});
