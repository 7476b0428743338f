import { z } from 'zod';
import { categorySchema, channelSchema, kindSchema, prioritySchema } from './kinds.ts';
import { idSchema, pageQuerySchema, timestampSchema } from './primitives.ts';

export const notificationSchema = z.object({
  id: idSchema,
  /** Place in the person's stream: 1, 2, 3 … without gaps, in the order of commits. */
  seq: z.int().min(1),
  kind: kindSchema,
  category: categorySchema,
  priority: prioritySchema,
  title: z.string(),
  message: z.string(),
  /** Where it leads: a label and a path of the web app. */
  action: z.object({ label: z.string(), path: z.string() }).nullable(),
  /** The payload of the kind, without secrets. */
  data: z.record(z.string(), z.unknown()),
  created_at: timestampSchema,
  read_at: timestampSchema.nullable(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const notificationListQuerySchema = pageQuerySchema.extend({
  state: z.enum(['all', 'unread']).default('all'),
  category: categorySchema.optional(),
});

export const notificationCountsSchema = z.object({ unread: z.int(), head: z.int() });
export type NotificationCounts = z.infer<typeof notificationCountsSchema>;

export const markSchema = z.object({ read: z.boolean() });

export const markAllSchema = z.object({
  /** Only up to this place of the stream, so that what arrives meanwhile stays unread. */
  up_to_seq: z.int().min(0).optional(),
});

export const deliveryStatuses = ['pending', 'sending', 'sent', 'skipped', 'failed'] as const;
export const deliveryStatusSchema = z.enum(deliveryStatuses);
export type DeliveryStatus = z.infer<typeof deliveryStatusSchema>;

/** One notification on one channel, with what was decided and why. */
export const deliverySchema = z.object({
  id: idSchema,
  channel: channelSchema,
  status: deliveryStatusSchema,
  /** Stable code of the decision, for example `preference_off`, `already_read`, `sent`, `retrying`. */
  reason: z.string(),
  /** The same as a sentence. */
  explanation: z.string(),
  attempts: z.int(),
  due_at: timestampSchema,
  finished_at: timestampSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const notificationDetailSchema = notificationSchema.extend({ deliveries: z.array(deliverySchema) });

/** One switch: does this category come by this channel? */
export const preferenceSchema = z.object({
  category: categorySchema,
  channel: channelSchema,
  enabled: z.boolean(),
  /** A mandatory category can not be switched off. */
  mandatory: z.boolean(),
});
export type Preference = z.infer<typeof preferenceSchema>;

export const preferencesSchema = z.object({ items: z.array(preferenceSchema) });

export const preferencesUpdateSchema = z.object({
  items: z
    .array(z.object({ category: categorySchema, channel: channelSchema, enabled: z.boolean() }))
    .min(1)
    .max(50),
});

export const realtimeTicketSchema = z.object({
  ticket: z.string(),
  expires_at: timestampSchema,
});

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
