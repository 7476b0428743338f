import { z } from 'zod';
import { idSchema, pageQuerySchema, timestampSchema } from '../../core/primitives.ts';

/** A mail that the built-in development sink has received. */
export const mailboxMessageSummarySchema = z.object({
  id: idSchema,
  message_id: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  received_at: timestampSchema,
  excerpt: z.string(),
});
export type MailboxMessageSummary = z.infer<typeof mailboxMessageSummarySchema>;

export const mailboxMessageSchema = mailboxMessageSummarySchema.extend({
  html: z.string().nullable(),
  text: z.string().nullable(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type MailboxMessage = z.infer<typeof mailboxMessageSchema>;

export const mailboxListQuerySchema = pageQuerySchema.extend({
  /** Only mails to this address. */
  to: z.string().max(254).optional(),
});
