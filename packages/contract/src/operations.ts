import { z } from 'zod';
import { roleSchema } from './identity.ts';
import { channelSchema, kindSchema } from './kinds/index.ts';
import { deliveryStatusSchema } from './notifications.ts';
import { idSchema, pageQuerySchema, timestampSchema } from './primitives.ts';

/** What a client needs to know of this instance before anybody has signed in. */
export const instanceSchema = z.object({
  name: z.string(),
  version: z.string(),
  environment: z.enum(['development', 'production', 'test']),
  /** Whether the mailbox page exists; never in production. */
  mailbox: z.boolean(),
  upload_limit_bytes: z.int(),
  /** Whether opens and clicks of mails are counted for whoever consents. */
  email_tracking: z.boolean(),
  /** People to try it out with; empty where the demo data are not loaded. */
  demo_people: z.array(
    z.object({ name: z.string(), email: z.string(), password: z.string(), role: roleSchema }),
  ),
});
export type Instance = z.infer<typeof instanceSchema>;

export const overviewSchema = z.object({
  people: z.record(roleSchema, z.int()),
  /** `unmatched`: open jobs that have not been matched to people yet. */
  jobs: z.object({ open: z.int(), closed: z.int(), unmatched: z.int() }),
  applications: z.int(),
  notifications: z.int(),
  deliveries: z.array(z.object({ channel: channelSchema, status: deliveryStatusSchema, count: z.int() })),
  connections: z.int(),
  /** At most a minute old. */
  queues: z.array(z.object({ name: z.string(), waiting: z.int(), active: z.int(), failed: z.int() })),
});
export type Overview = z.infer<typeof overviewSchema>;

export const deliveryListQuerySchema = pageQuerySchema.extend({
  status: deliveryStatusSchema.default('failed'),
});

export const operatorDeliverySchema = z.object({
  id: idSchema,
  notification_id: idSchema,
  kind: kindSchema,
  recipient_email: z.string(),
  channel: channelSchema,
  status: deliveryStatusSchema,
  reason: z.string(),
  explanation: z.string(),
  attempts: z.int(),
  last_error: z.string().nullable(),
  created_at: timestampSchema,
  due_at: timestampSchema,
});
export type OperatorDelivery = z.infer<typeof operatorDeliverySchema>;

/** Who has an open socket or stream now, on any node. */
export const presenceSchema = z.object({
  /** People, not connections: two tabs of one person count once. */
  people: z.record(roleSchema, z.int()),
  connections: z.int(),
  nodes: z.array(
    z.object({
      node_id: idSchema,
      people: z.int(),
      connections: z.int(),
      started_at: timestampSchema,
      seen_at: timestampSchema,
    }),
  ),
});
export type Presence = z.infer<typeof presenceSchema>;

export const onlinePersonSchema = z.object({
  user_id: idSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  connections: z.int(),
  /** Since when without a break. */
  since: timestampSchema,
});
export type OnlinePerson = z.infer<typeof onlinePersonSchema>;

export const onlinePeopleQuerySchema = pageQuerySchema.extend({ role: roleSchema.optional() });
