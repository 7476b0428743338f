import { z } from 'zod';
import { idSchema, timestampSchema } from '../core/primitives.ts';
import { roleSchema } from '../core/role.ts';
import { errorCodes } from '../errors.ts';
import { applicationStatusSchema } from '../features/applications/status.ts';
import { notificationSchema } from '../features/notifications/schemas.ts';
import { notificationTypeSchema, topicSchema } from './topics.ts';

/** Heads of topics: the seq of the newest message of each. */
const topicHeadsSchema = z.partialRecord(topicSchema, z.int().min(0));

/** Largest message that a client may send, in bytes. */
export const maximumMessageBytes = 16_384;

const typesField = z.array(z.string().max(64)).max(100);

export const clientMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ping'), timestamp: z.unknown().optional() }),
  z.object({ type: z.literal('subscribe'), notification_types: typesField }),
  z.object({ type: z.literal('unsubscribe'), notification_types: typesField }),
  z.object({
    type: z.literal('resume'),
    epoch: z.string().max(64),
    cursors: z.object({
      user: z.int().min(0).optional(),
      /** By topic; one that the connection is not in is left alone. */
      topics: z.record(z.string().max(80), z.int().min(0)).optional(),
    }),
  }),
  z.object({ type: z.literal('refresh'), token: z.string().max(4_096) }),
  z.object({ type: z.literal('ack'), seq: z.int().min(0) }),
  z.object({ type: z.literal('mark_read'), id: idSchema.optional(), seq: z.int().min(1).optional() }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

const stamped = { timestamp: timestampSchema };

/** Where the person's stream ends, and the numbers of the inbox. */
const ofInbox = { head: z.int(), unread: z.int(), unseen: z.int(), revision: z.int() };

/** Goes out right behind the `notification` of this seq; who applies notifications counts it as the same one. */
const companion = { seq: z.int().min(1) };

/** Place in the stream of a topic: 1, 2, 3 … without gaps, in the order of commits. */
const placed = { topic: topicSchema, seq: z.int().min(1) };

export const serverMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('connection_established'),
    user_id: idSchema,
    user_type: roleSchema,
    session: z.string(),
    /** Changes when streams start anew, for example after a restore; cursors of another epoch are void. */
    epoch: z.string(),
    ...ofInbox,
    heartbeat_ms: z.int(),
    /** The topics that the connection is in from the start, with their heads. */
    topics: topicHeadsSchema,
    ...stamped,
  }),
  z.object({ type: z.literal('pong'), ...ofInbox, ...stamped }),
  z.object({
    type: z.literal('subscribed'),
    notification_types: z.array(notificationTypeSchema),
    /** The topics that the connection is in now, with their heads. */
    topics: topicHeadsSchema,
    ...stamped,
  }),
  z.object({
    type: z.literal('unsubscribed'),
    notification_types: z.array(notificationTypeSchema),
    /** The topics that the connection is in now, with their heads. */
    topics: topicHeadsSchema,
    ...stamped,
  }),
  z.object({
    ...notificationSchema.shape,
    type: z.literal('notification'),
    notification_type: z.string(),
    ...stamped,
  }),
  /** One of its numbers has changed; with another `revision`, notifications have been changed too. */
  z.object({
    type: z.literal('notification_count'),
    count: z.int(),
    unseen: z.int(),
    revision: z.int(),
    ...stamped,
  }),
  z.object({
    type: z.literal('job_posted'),
    ...placed,
    message: z.string(),
    job_id: idSchema,
    job_title: z.string(),
    company: z.string(),
    location: z.string().nullable(),
    data: z.object({
      skills_required: z.array(z.string()),
      company_unverified: z.boolean().optional(),
      company_domain: z.string().optional(),
    }),
    ...stamped,
  }),
  z.object({
    type: z.literal('application_received'),
    ...companion,
    message: z.string(),
    application_id: idSchema,
    job_id: idSchema,
    applicant_name: z.string(),
    ...stamped,
  }),
  z.object({
    type: z.literal('application_status_changed'),
    ...companion,
    message: z.string(),
    application_id: idSchema,
    old_status: applicationStatusSchema,
    new_status: applicationStatusSchema,
    job_title: z.string(),
    ...stamped,
  }),
  z.object({
    type: z.literal('match_score_calculated'),
    ...companion,
    message: z.string(),
    job_id: idSchema,
    job_title: z.string(),
    /** In percent, with at most one decimal. */
    match_score: z.number(),
    ...stamped,
  }),
  /** What another program tells a role, a topic or a person; to a person it belongs to no stream. */
  z.object({
    type: z.literal('event'),
    topic: topicSchema.optional(),
    seq: z.int().min(1).optional(),
    name: z.string(),
    data: z.record(z.string(), z.unknown()),
    ...stamped,
  }),
  /** Answers `resume`; not complete when a `resync_required` came instead of what was missed. */
  z.object({ type: z.literal('resumed'), complete: z.boolean(), ...stamped }),
  /**
   * What was missed cannot be sent; the stream goes on after `head`. Without `topic` it is the person's: read the
   * inbox anew. With it, messages of that topic are gone for good.
   */
  z.object({
    type: z.literal('resync_required'),
    epoch: z.string(),
    topic: topicSchema.optional(),
    head: z.int(),
    ...stamped,
  }),
  z.object({
    type: z.literal('error'),
    code: z.string().refine((code) => Object.hasOwn(errorCodes, code)),
    message: z.string(),
    /** Seconds after which the same message may succeed; absent where waiting helps nothing. */
    retry_after: z.number().optional(),
    ...stamped,
  }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
export type ServerMessageOf<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>;
