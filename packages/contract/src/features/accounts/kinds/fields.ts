import { z } from 'zod';
import { timestampSchema } from '../../../core/primitives.ts';

export const oneTimeLink = z.object({
  name: z.string(),
  email: z.string(),
  token: z.string(),
  expires_at: timestampSchema,
});
