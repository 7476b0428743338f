import { z } from 'zod';

/**
 * What can be known of a mail after it was written:
 * - `sent`: a provider has taken it; `deferred`: it was not taken now and is tried again;
 * - `delivered`: the recipient's server has it; `bounced`: it was or is refused; `complained`: reported as spam;
 * - `opened`, `clicked`: seen, by a person or a machine; `unsubscribed`: its category was switched off by way of it.
 */
export const mailEventTypes = [
  'sent',
  'deferred',
  'delivered',
  'bounced',
  'complained',
  'opened',
  'clicked',
  'unsubscribed',
] as const;
export const mailEventTypeSchema = z.enum(mailEventTypes);
export type MailEventType = z.infer<typeof mailEventTypeSchema>;

/**
 * Whose fault a bounce is: `hard`, there is no such mailbox; `soft`, the mailbox or its server could not take it for
 * now; `blocked`, we are refused as the sender; `content`, this mail will never be taken.
 */
export const bounceClasses = ['hard', 'soft', 'blocked', 'content'] as const;
export const bounceClassSchema = z.enum(bounceClasses);
export type BounceClass = z.infer<typeof bounceClassSchema>;
