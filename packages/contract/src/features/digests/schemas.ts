import { z } from 'zod';
import { deliveryChannelSchema } from '../../core/channels.ts';
import { categorySchema } from '../../core/kind.ts';
import { idSchema, pageQuerySchema, timestampSchema } from '../../core/primitives.ts';
import { deliveryStatusSchema } from '../deliveries/status.ts';
import { notificationSchema } from '../notifications/schemas.ts';
import { activitySummarySchema, digestChangeSchema, digestFrequencySchema } from './payload.ts';

/** Something that a digest tells of, in the words and with the buttons of its kind. */
export const digestItemSchema = notificationSchema.pick({
  id: true,
  kind: true,
  category: true,
  priority: true,
  title: true,
  message: true,
  action: true,
  actions: true,
  image: true,
  data: true,
});
export type DigestItem = z.infer<typeof digestItemSchema>;

export const digestPreviewQuerySchema = z.object({
  frequency: digestFrequencySchema.default('daily'),
  channel: deliveryChannelSchema.default('email'),
});

/** What a digest would tell if it went out now. */
export const digestPreviewSchema = z.object({
  frequency: digestFrequencySchema,
  channel: deliveryChannelSchema,
  /** Whether something is being collected; if not, a window would begin with the next thing. */
  open: z.boolean(),
  /** When the window ends. */
  closes_at: timestampSchema,
  /** When it goes out: that moment, or the end of the pause or the quiet hours that it falls into. */
  goes_out_at: timestampSchema,
  /** The categories that the person wants at this frequency. What is over a cap of a day joins the daily digest too. */
  categories: z.array(categorySchema),
  from: timestampSchema,
  /** The best first. */
  entries: z.array(digestItemSchema),
  /** How many more it would count. */
  more: z.int().min(0),
  changes: z.array(digestChangeSchema),
  activity: activitySummarySchema,
  /** What was collected and would not be told, the first of it, with the reason. */
  left_out: z.array(z.object({ item: digestItemSchema, reason: z.string(), explanation: z.string() })),
});
export type DigestPreview = z.infer<typeof digestPreviewSchema>;

/** A digest that is over. */
export const pastDigestSchema = z.object({
  id: idSchema,
  frequency: digestFrequencySchema,
  channel: deliveryChannelSchema,
  /** `empty`: nothing was left to tell, so nothing was sent. */
  status: z.enum(['sent', 'empty']),
  opened_at: timestampSchema,
  closes_at: timestampSchema,
  finished_at: timestampSchema,
  entries: z.array(digestItemSchema),
  more: z.int().min(0),
  /** What became of its message; null: there is none, or it is deleted. */
  delivery: z
    .object({ status: deliveryStatusSchema, reason: z.string(), explanation: z.string() })
    .nullable(),
});
export type PastDigest = z.infer<typeof pastDigestSchema>;

export const pastDigestsQuerySchema = pageQuerySchema;
