import { z } from 'zod';
import { notificationActionSchema } from '../../core/actions.ts';
import {
  emailSchema,
  idSchema,
  localeSchema,
  timestampSchema,
  timeZoneSchema,
} from '../../core/primitives.ts';
import { audienceSchema } from './audience.ts';
import { broadcastMessageSchema, checkMoments } from './content.ts';

export const broadcastInputSchema = broadcastMessageSchema
  .extend({ audience: audienceSchema })
  .check(checkMoments);
export type BroadcastInput = z.infer<typeof broadcastInputSchema>;

export const broadcastUpdateSchema = broadcastMessageSchema
  .extend({
    audience: audienceSchema,
    /** The version that the caller saw; a change in between is answered with `edit_conflict`. */
    version: z.int().min(1),
  })
  .check(checkMoments);
export type BroadcastUpdate = z.infer<typeof broadcastUpdateSchema>;

export const broadcastPreviewRequestSchema = broadcastMessageSchema
  .extend({
    /** The language of the reader. */
    locale: localeSchema,
  })
  .check(checkMoments);
export type BroadcastPreviewRequest = z.infer<typeof broadcastPreviewRequestSchema>;

/** As its readers see it. */
export const broadcastPreviewSchema = z.object({
  /** The language of the text: English where the reader's is missing. */
  locale: localeSchema,
  inbox: z.object({
    title: z.string(),
    message: z.string(),
    actions: z.array(notificationActionSchema),
    image: z.string(),
  }),
  mail: z.object({ subject: z.string(), html: z.string(), text: z.string() }),
});
export type BroadcastPreview = z.infer<typeof broadcastPreviewSchema>;

export const broadcastTestSchema = z.object({
  /** An operator's address; the caller's own when left out. */
  email: emailSchema.optional(),
  /** The language of the text; that of the reader when left out. */
  locale: localeSchema.optional(),
});
export type BroadcastTest = z.infer<typeof broadcastTestSchema>;
export const broadcastTestResultSchema = z.object({ notification_id: idSchema, email: z.string() });

export const broadcastScheduleSchema = z.object({
  at: timestampSchema,
  /** The zone in which the time was chosen, to show it as it was meant. */
  time_zone: timeZoneSchema,
});
export type BroadcastSchedule = z.infer<typeof broadcastScheduleSchema>;
