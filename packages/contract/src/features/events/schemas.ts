import { z } from 'zod';
import { idSchema, requiredLineSchema, smallObjectSchema } from '../../core/primitives.ts';
import { roleSchema } from '../../core/role.ts';
import { topicSchema } from '../../realtime/topics.ts';
import { kinds } from './kinds/index.ts';

/** Most events in one call. */
export const maximumEvents = 1_000;

/** A notification for one person: it is kept, and goes by every channel that this person wants. */
const notificationEventSchema = z.object({
  type: z.literal('notification'),
  user_id: idSchema,
  kind: z.literal('service_message'),
  payload: kinds.service_message.payload,
  /** The person gets at most one notification with this key from this account, however often it is asked for. */
  dedupe_key: requiredLineSchema(200).optional(),
  /** What it is about, for example `interview:42`. */
  subject: requiredLineSchema(200).optional(),
});

/**
 * A message for open sockets: `event` on the wire. To a role or a topic it takes a place in that stream, and who was
 * away for a short while still gets it; to a person it only reaches sockets that are open now.
 */
const messageEventSchema = z.object({
  type: z.literal('message'),
  to: z.union([
    z.strictObject({ user_id: idSchema }),
    z.strictObject({ role: roleSchema }),
    z.strictObject({ topic: topicSchema }),
  ]),
  name: z
    .string()
    .max(64)
    .regex(/^[a-z][a-z0-9_]*$/, { error: 'must be a name such as interview_room_ready' }),
  data: smallObjectSchema.default({}),
});

/** How well a job fits a person, by whoever has calculated it: into the inbox and, live, as `match_score_calculated`. */
const matchScoreEventSchema = z.object({
  type: z.literal('match_score'),
  user_id: idSchema,
  job_id: idSchema,
  job_title: requiredLineSchema(200),
  company: requiredLineSchema(200),
  /** In percent, with at most one decimal. */
  match_score: z.number().min(0).max(100).multipleOf(0.1),
  /** The person gets at most one notification with this key from this account, however often it is asked for. */
  dedupe_key: requiredLineSchema(200).optional(),
});

/** A job that was posted elsewhere, told live to job seekers as `job_posted` and kept in no inbox. */
const jobPostedEventSchema = z.object({
  type: z.literal('job_posted'),
  job_id: idSchema,
  job_title: requiredLineSchema(200),
  company: requiredLineSchema(200),
  location: requiredLineSchema(200).nullable().default(null),
  skills_required: z.array(requiredLineSchema(100)).max(40).default([]),
});

/** What another program tells people. */
export const eventSchema = z.discriminatedUnion('type', [
  notificationEventSchema,
  messageEventSchema,
  matchScoreEventSchema,
  jobPostedEventSchema,
]);
export type Event = z.infer<typeof eventSchema>;
export type NotificationEvent = z.infer<typeof notificationEventSchema>;
export type MessageEvent = z.infer<typeof messageEventSchema>;

export const eventBatchSchema = z.object({ items: z.array(eventSchema).min(1).max(maximumEvents) });

export const eventStatuses = ['accepted', 'duplicate', 'refused'] as const;

/** What became of an event. */
export const eventResultSchema = z.object({
  /**
   * `accepted`: it is committed, or for a message to a person on its way. `duplicate`: the person has one with its
   * `dedupe_key`. `refused`: `reason` tells why.
   */
  status: z.enum(eventStatuses),
  /** The new notification. */
  notification_id: idSchema.nullable(),
  /** Its place in the stream of the person or topic. */
  seq: z.int().nullable(),
  reason: z.enum(['unknown_person']).nullable(),
});
export type EventResult = z.infer<typeof eventResultSchema>;

/** In the order of the events. */
export const eventBatchResultSchema = z.object({ items: z.array(eventResultSchema) });
