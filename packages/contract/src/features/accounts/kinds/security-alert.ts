import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { timestampSchema } from '../../../core/primitives.ts';
import { securityEventSchema } from '../security-events.ts';

export const securityAlert = define({
  payload: z.object({
    event: securityEventSchema,
    at: timestampSchema,
    /** By what program it was done; empty: not known. */
    client: z.string().max(200),
    /** API keys that have ended with it; left out: none. */
    api_keys_ended: z.int().min(1).optional(),
  }),
  category: 'security',
  priority: 'urgent',
  mandatory: true,
  digestible: false,
  expiresAfterHours: 24 * 7,
  keptForDays: 365,
  image: 'security',
  actions: () => [{ id: 'review_security', path: '/settings/account' }],
  label: 'Security alert',
  description: 'Tells of something that matters for the safety of the account.',
});
