import { z } from 'zod';
import { notificationActionSchema } from '../../core/actions.ts';
import { categorySchema, prioritySchema } from '../../core/kind.ts';
import { idSchema, timestampSchema } from '../../core/primitives.ts';
import { kindSchema } from '../../kinds/index.ts';
import { deliverySchema } from '../deliveries/schemas.ts';

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
  /** Whether open pages show it the moment it comes; false: the person has chosen to find it in the inbox only. */
  live: z.boolean(),
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

export const notificationDetailSchema = notificationSchema.extend({ deliveries: z.array(deliverySchema) });
