import { z } from 'zod';
import { remotePreferenceSchema, roleSchema } from './identity.ts';
import { channelSchema, kinds, linkSchema } from './kinds/index.ts';
import { deliveryStatusSchema, notificationActionSchema } from './notifications.ts';
import {
  emailSchema,
  idSchema,
  lineListSchema,
  localeSchema,
  pageQuerySchema,
  timestampSchema,
  timeZoneSchema,
} from './primitives.ts';

/** What an operator can tell many people. */
export const broadcastKinds = ['feature_announcement', 'maintenance'] as const;
export const broadcastKindSchema = z.enum(broadcastKinds);
export type BroadcastKind = z.infer<typeof broadcastKindSchema>;

const { title, message } = kinds.feature_announcement.payload.shape;

/** What it says in one language. */
export const broadcastTextSchema = z.object({
  title,
  message: message.refine((value) => value.trim() !== '', { error: 'must not be empty' }),
  action: linkSchema.nullable().default(null),
});
export type BroadcastText = z.infer<typeof broadcastTextSchema>;

/** A person whose language is missing reads English. */
export const broadcastContentSchema = z.strictObject({
  en: broadcastTextSchema,
  de: broadcastTextSchema.optional(),
  fr: broadcastTextSchema.optional(),
  es: broadcastTextSchema.optional(),
});
export type BroadcastContent = z.infer<typeof broadcastContentSchema>;

/** A list that is there names something: an empty one would be everybody by accident. */
const filled = { error: 'must name at least one' };
const isFilled = (values: readonly unknown[]) => values.length > 0;
const oneOf = <Item extends z.ZodType>(item: Item, maximum: number) =>
  z.array(item).min(1, filled).max(maximum).optional();
const words = (maximumLength = 80) => lineListSchema(20, maximumLength).refine(isFilled, filled).optional();

/** Conditions that all have to hold; of a list one entry is enough. Case does not matter. */
export const segmentFiltersSchema = z
  .strictObject({
    roles: oneOf(roleSchema, 3),
    /** Skills of the profile, as they are written there. */
    skills: words(60),
    /** Words that a wanted title contains: `engineer` finds `Software Engineer`. */
    wanted_titles: words(),
    /** Words that a place of the profile contains. */
    places: words(),
    remote: oneOf(remotePreferenceSchema, 3),
    locales: oneOf(localeSchema, 4),
    time_zones: oneOf(timeZoneSchema, 50),
    email_verified: z.boolean().optional(),
    signed_up_from: timestampSchema.optional(),
    signed_up_before: timestampSchema.optional(),
    /** Has used a session since then, as far as sessions are kept. */
    active_since: timestampSchema.optional(),
    /** Has used no session since then. */
    inactive_since: timestampSchema.optional(),
  })
  .refine((filters) => Object.values(filters).some((value) => value !== undefined), {
    error: 'needs at least one condition; whoever means everybody says so',
  });
export type SegmentFilters = z.infer<typeof segmentFiltersSchema>;

/** Whom a broadcast is for. */
export const audienceSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('everybody') }),
  z.strictObject({ to: z.literal('role'), role: roleSchema }),
  z.strictObject({ to: z.literal('segment'), filters: segmentFiltersSchema }),
]);
export type Audience = z.infer<typeof audienceSchema>;

/** A broadcast as it is written, without whom it is for. */
const messageSchema = z.object({
  kind: broadcastKindSchema,
  content: broadcastContentSchema,
  /** When the maintenance begins; null: not known, or it is none. */
  starts_at: timestampSchema.nullable().default(null),
  ends_at: timestampSchema.nullable().default(null),
});

/** Only maintenance has a beginning and an end, in this order. */
function checkMoments({ value, issues }: z.core.ParsePayload<z.infer<typeof messageSchema>>): void {
  const { kind, starts_at: starts, ends_at: ends } = value;
  const refuse = (field: string, message: string) =>
    issues.push({ code: 'custom', input: value, path: [field], message });
  if (kind !== 'maintenance') {
    if (starts !== null) refuse('starts_at', 'only maintenance has a beginning');
    if (ends !== null) refuse('ends_at', 'only maintenance has an end');
  } else if (starts !== null && ends !== null && Date.parse(starts) >= Date.parse(ends)) {
    refuse('ends_at', 'must be after the beginning');
  }
}

export const broadcastInputSchema = messageSchema.extend({ audience: audienceSchema }).check(checkMoments);
export type BroadcastInput = z.infer<typeof broadcastInputSchema>;

export const broadcastUpdateSchema = messageSchema
  .extend({
    audience: audienceSchema,
    /** The version that the caller saw; a change in between is answered with `edit_conflict`. */
    version: z.int().min(1),
  })
  .check(checkMoments);
export type BroadcastUpdate = z.infer<typeof broadcastUpdateSchema>;

/** `failed`: it could not go on by itself; `failure` tells why, and it can be resumed. */
export const broadcastStatuses = [
  'draft',
  'scheduled',
  'running',
  'paused',
  'finished',
  'stopped',
  'failed',
] as const;
export const broadcastStatusSchema = z.enum(broadcastStatuses);
export type BroadcastStatus = z.infer<typeof broadcastStatusSchema>;

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

export const audienceQuestionSchema = z.object({ audience: audienceSchema });
export const audienceAnswerSchema = z.object({
  count: z.int(),
  /** Some of them, those who signed up last first. */
  sample: z.array(
    z.object({
      user_id: idSchema,
      name: z.string(),
      email: z.string(),
      role: roleSchema,
      locale: localeSchema,
      time_zone: z.string(),
    }),
  ),
});
export type AudienceAnswer = z.infer<typeof audienceAnswerSchema>;

export const broadcastPreviewRequestSchema = messageSchema
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

/** Name of the live message that tells operators how a broadcast gets on. */
export const broadcastProgressEvent = 'broadcast_progress';
export const broadcastProgressEventSchema = z.object({
  broadcast_id: idSchema,
  status: broadcastStatusSchema,
  progress: broadcastProgressSchema,
});
export type BroadcastProgressEvent = z.infer<typeof broadcastProgressEventSchema>;
