import { z } from 'zod';
import { actionIdSchema, categorySchema, channelSchema, kindSchema, prioritySchema } from './kinds/index.ts';
import { idSchema, pageQuerySchema, timestampSchema } from './primitives.ts';

/** A button: it leads to a page of the web app, or calls an operation of the interface. */
export const notificationActionSchema = z.object({
  id: actionIdSchema,
  label: z.string(),
  path: z.string().nullable(),
  call: z.object({ method: z.enum(['POST', 'PUT', 'DELETE']), path: z.string() }).nullable(),
});
export type NotificationAction = z.infer<typeof notificationActionSchema>;

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
  /** Every button, the main one first. */
  actions: z.array(notificationActionSchema),
  /** A picture of the web app, as a path. */
  image: z.string(),
  /** What it is about and can be muted, the narrowest first: `job:<id>`, `company:<id>`. */
  subjects: z.array(z.string()),
  /** Notifications of the same group can be shown as one; null: it stands alone. */
  group: z.object({ key: z.string(), label: z.string() }).nullable(),
  /** The payload of the kind, without secrets. */
  data: z.record(z.string(), z.unknown()),
  created_at: timestampSchema,
  /** Its place in lists: when it came, or came back from a snooze. */
  shown_at: timestampSchema,
  /** When it was on a screen of the person's. */
  seen_at: timestampSchema.nullable(),
  read_at: timestampSchema.nullable(),
  archived_at: timestampSchema.nullable(),
  /** Until then it is out of the way, and then it comes back unread. */
  snoozed_until: timestampSchema.nullable(),
  pinned_at: timestampSchema.nullable(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const notificationCountsSchema = z.object({
  unread: z.int(),
  /** Those that have never been on a screen. */
  unseen: z.int(),
  /** Seq of the newest. */
  head: z.int(),
  /** Grows with every change that a person makes, by whichever device: reading, archiving, snoozing, pinning. */
  revision: z.int(),
});
export type NotificationCounts = z.infer<typeof notificationCountsSchema>;

export const markSchema = z.object({ read: z.boolean() });

export const markAllSchema = z.object({
  /** Only up to this place of the stream, so that what arrives meanwhile stays unread. */
  up_to_seq: z.int().min(0).optional(),
});

/** `folded`: it is collected in a digest, or has gone out in one when it is finished. */
export const deliveryStatuses = ['pending', 'sending', 'sent', 'folded', 'skipped', 'failed'] as const;
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
