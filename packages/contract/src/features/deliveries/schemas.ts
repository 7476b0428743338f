import { z } from 'zod';
import { channelSchema } from '../../core/channels.ts';
import { idSchema, pageQuerySchema, timestampSchema } from '../../core/primitives.ts';
import { kindSchema } from '../../kinds/index.ts';
import { deliveryStatusSchema } from './status.ts';

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
