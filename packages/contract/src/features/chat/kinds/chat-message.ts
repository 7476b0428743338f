import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { idSchema } from '../../../core/primitives.ts';
import { openInbox } from '../../inbox/targets.ts';

export const chatMessage = define({
  payload: z.object({
    conversation_id: idSchema,
    from_name: z.string(),
    /** The beginning of the message. */
    excerpt: z.string().max(300),
  }),
  category: 'messages',
  priority: 'high',
  expiresAfterHours: 24 * 7,
  keptForDays: 90,
  image: 'message',
  actions: () => [openInbox],
  label: 'Message',
  description: 'Tells of a message in a conversation that the person is not looking at.',
});
