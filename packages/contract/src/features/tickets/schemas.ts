import { z } from 'zod';
import { timestampSchema } from '../../core/primitives.ts';

export const realtimeTicketSchema = z.object({
  ticket: z.string(),
  expires_at: timestampSchema,
});
