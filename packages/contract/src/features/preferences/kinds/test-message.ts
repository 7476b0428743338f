import { z } from 'zod';
import { channelSchema } from '../../../core/channels.ts';
import { define } from '../../../core/kind.ts';

export const testMessage = define({
  payload: z.object({ channel: channelSchema }),
  category: 'account',
  priority: 'high',
  mandatory: true,
  digestible: false,
  expiresAfterHours: 1,
  keptForDays: 7,
  image: 'service',
  actions: () => [{ id: 'open_preferences', path: '/settings/notifications' }],
  label: 'Test message',
  description: 'Tries out a channel when the person asks for it; nothing holds it back.',
});
