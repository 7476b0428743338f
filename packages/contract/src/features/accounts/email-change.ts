import { z } from 'zod';
import { emailSchema, timestampSchema } from '../../core/primitives.ts';
import { passwordSchema } from './schemas.ts';

export const emailChangeRequestSchema = z.object({
  email: emailSchema,
  /** Not needed within ten minutes of a sign-in, or of another proof of who one is. */
  current_password: z.string().min(1).max(200).optional(),
});

/** What waits for the link that was mailed to the new address. */
export const emailChangeSchema = z.object({
  pending: z.object({ email: z.string(), expires_at: timestampSchema }).nullable(),
});

export const emailChangeConfirmSchema = z.object({ token: z.string().min(1).max(512) });
export const emailChangeUndoSchema = emailChangeConfirmSchema.extend({ password: passwordSchema });
