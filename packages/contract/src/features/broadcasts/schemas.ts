import { z } from 'zod';
import { channelSchema } from '../../core/channels.ts';
import { idSchema, pageQuerySchema, timestampSchema } from '../../core/primitives.ts';
import { deliveryStatusSchema } from '../deliveries/status.ts';
import { audienceSchema } from './audience.ts';
import { broadcastContentSchema, broadcastKindSchema } from './content.ts';
import { broadcastStatuses } from './values.ts';

export const broadcastStatusSchema = z.enum(broadcastStatuses);

/** What an operator can do with a broadcast, where its status allows it. */
export const broadcastActions = [
  'edit',
  'remove',
  'schedule',
  'unschedule',
  'start',
  'pause',
  'resume',
  'stop',
] as const;
export const broadcastActionSchema = z.enum(broadcastActions);
export type BroadcastAction = z.infer<typeof broadcastActionSchema>;

export const broadcastProgressSchema = z.object({
  /** How many people it was for when it started; null before. */
  audience: z.int().nullable(),
  /** Those whose turn has come. */
  processed: z.int(),
  /** Those of them who were told; the others had been told before, or were gone. */
  written: z.int(),
  /** People a second since it last began to run; null while it does not run, or has only just begun. */
  per_second: z.number().nullable(),
  seconds_left: z.int().nullable(),
});
export type BroadcastProgress = z.infer<typeof broadcastProgressSchema>;

const personSchema = z.object({ id: idSchema, name: z.string() });

export const broadcastSchema = z.object({
  id: idSchema,
  kind: broadcastKindSchema,
  content: broadcastContentSchema,
  starts_at: timestampSchema.nullable(),
  ends_at: timestampSchema.nullable(),
  audience: audienceSchema,
  status: broadcastStatusSchema,
  /** Counts the changes of what it says and whom it is for. */
  version: z.int(),
  scheduled_at: timestampSchema.nullable(),
  /** The zone in which the time was chosen. */
  time_zone: z.string().nullable(),
  started_at: timestampSchema.nullable(),
  ended_at: timestampSchema.nullable(),
  failure: z.string().nullable(),
  created_at: timestampSchema,
  updated_at: timestampSchema,
  /** Null: the account is gone. */
  created_by: personSchema.nullable(),
  progress: broadcastProgressSchema,
  /** What can be done with it now. */
  allowed: z.array(broadcastActionSchema),
});
export type Broadcast = z.infer<typeof broadcastSchema>;

export const broadcastEventNames = [
  'created',
  'updated',
  'removed',
  'scheduled',
  'unscheduled',
  'tested',
  'started',
  'paused',
  'resumed',
  'stopped',
  'finished',
  'failed',
] as const;
export const broadcastEventNameSchema = z.enum(broadcastEventNames);
export type BroadcastEventName = z.infer<typeof broadcastEventNameSchema>;

export const broadcastDetailSchema = broadcastSchema.extend({
  /** What happened to it, the newest first, at most 100. */
  history: z.array(
    z.object({
      at: timestampSchema,
      event: broadcastEventNameSchema,
      /** Null: the instance itself, or an account that is gone. */
      actor: personSchema.nullable(),
      /** For example the address of a test, or the time of a schedule. */
      detail: z.string().nullable(),
    }),
  ),
});
export type BroadcastDetail = z.infer<typeof broadcastDetailSchema>;

export const broadcastListQuerySchema = pageQuerySchema.extend({ status: broadcastStatusSchema.optional() });

/** What came of it so far. */
export const broadcastOutcomeSchema = z.object({
  inbox: z.object({
    written: z.int(),
    /** Not in the inbox, because the person has switched it off. */
    withheld: z.int(),
    seen: z.int(),
    read: z.int(),
  }),
  deliveries: z.array(
    z.object({
      channel: channelSchema,
      status: deliveryStatusSchema,
      /** Code of the last decision; the reference of kinds has all of them. */
      reason: z.string(),
      count: z.int(),
    }),
  ),
});
export type BroadcastOutcome = z.infer<typeof broadcastOutcomeSchema>;

export const broadcastProgressEventSchema = z.object({
  broadcast_id: idSchema,
  status: broadcastStatusSchema,
  progress: broadcastProgressSchema,
});
export type BroadcastProgressEvent = z.infer<typeof broadcastProgressEventSchema>;
