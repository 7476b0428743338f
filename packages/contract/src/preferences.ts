import { z } from 'zod';
import {
  categories,
  categorySchema,
  channelSchema,
  deliveryChannelSchema,
  digestFrequencySchema,
} from './kinds/index.ts';
import { subjectSchema } from './kinds/subjects.ts';
import {
  idSchema,
  lineSchema,
  localeSchema,
  pageQuerySchema,
  timestampSchema,
  timeZoneSchema,
} from './primitives.ts';

/** How often a category comes by the channels beyond the inbox. `off`: by none of them. */
export const frequencies = ['immediate', ...digestFrequencySchema.options, 'off'] as const;
export const frequencySchema = z.enum(frequencies);
export type Frequency = z.infer<typeof frequencySchema>;

/** Days of the week, in the order of ISO 8601. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export const weekdaySchema = z.enum(weekdays);
export type Weekday = z.infer<typeof weekdaySchema>;

/** A time of the day as clocks show it: `07:00`. */
export const clockTimeSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time such as 07:00' });

/**
 * When nothing but what is urgent or mandatory is sent. The period begins at `from` on each of these days and ends at
 * the next `to`, which may be on the day after; the same time twice means all day.
 */
export const quietHoursSchema = z.object({
  days: z
    .array(weekdaySchema)
    .min(1, { error: 'must name a day' })
    .max(7)
    .transform((days) => weekdays.filter((day) => days.includes(day))),
  from: clockTimeSchema,
  to: clockTimeSchema,
});
export type QuietHours = z.infer<typeof quietHoursSchema>;

const capSchema = z.int().min(1).max(1_000).nullable();

/** Most messages in one day of the person's; null: as many as there are. What is beyond them goes into a digest. */
export const capsSchema = z.object({
  per_day: capSchema,
  channels: z.partialRecord(deliveryChannelSchema, capSchema),
});
export type Caps = z.infer<typeof capsSchema>;

export const digestSettingsSchema = z.object({
  /** When daily and weekly digests go out, in the person's zone. */
  at: clockTimeSchema,
  /** When weekly digests go out. */
  weekday: weekdaySchema,
  /**
   * `fixed`: windows end at the full hour, at `at`, at `at` on `weekday`. `sliding`: a window begins with what is
   * collected first and ends an hour, a day or a week later.
   */
  window: z.enum(['fixed', 'sliding']),
});
export type DigestSettings = z.infer<typeof digestSettingsSchema>;

/** What a person has decided about one category; what is left out is the default of its kinds. */
const categoryChoiceSchema = z.object({
  channels: z.partialRecord(channelSchema, z.boolean()).default({}),
  frequency: frequencySchema.default('immediate'),
});

/** Everything that a person decides about being told, as it is stored. */
export const notificationSettingsSchema = z.object({
  categories: z.partialRecord(categorySchema, categoryChoiceSchema).default({}),
  quiet_hours: quietHoursSchema.nullable().default(null),
  caps: capsSchema.default({ per_day: null, channels: {} }),
  digest: digestSettingsSchema.default({ at: '09:00', weekday: 'monday', window: 'fixed' }),
  /** Nothing but what is urgent or mandatory is sent before. */
  snoozed_until: timestampSchema.nullable().default(null),
  /** What is still unread in the inbox after so many minutes goes on to the next channel; null: at once. */
  escalate_after_minutes: z.int().min(1).max(1_440).nullable().default(null),
  /**
   * The person's consent that it is noted which mails are opened and which of their links are followed, where the
   * instance does so at all. Taken back, it holds at once, for mails that are out already too.
   */
  email_tracking: z.boolean().default(false),
});
export type NotificationSettings = z.infer<typeof notificationSettingsSchema>;

/** One category of a person, with what can be decided about it. */
export const categoryPreferenceSchema = z.object({
  category: categorySchema,
  frequency: frequencySchema,
  /** What can be chosen: waiting is no choice where nothing can wait in a digest. */
  frequencies: z.array(frequencySchema),
  /** A mandatory category can not be switched off, nor wait. */
  mandatory: z.boolean(),
  channels: z.array(z.object({ channel: channelSchema, enabled: z.boolean(), mandatory: z.boolean() })),
  /** What follows from all of it, in one sentence of the person's language. */
  summary: z.string(),
});
export type CategoryPreference = z.infer<typeof categoryPreferenceSchema>;

export const preferencesSchema = z.object({
  ...notificationSettingsSchema.omit({ categories: true }).shape,
  categories: z.array(categoryPreferenceSchema),
  /** Alerts come for matches of at least this score, in percent. It is part of the profile too. */
  minimum_match_score: z.int().min(0).max(100),
  /** Where the person's days begin and end. It is part of the profile. */
  time_zone: timeZoneSchema,
  /** The language of the sentences. It is part of the profile. */
  locale: localeSchema,
  /** What holds for all categories together, in one sentence of the person's language. */
  summary: z.string(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What is left out stays as it is. */
export const preferencesUpdateSchema = z
  .object({
    categories: z
      .array(
        z.object({
          category: categorySchema,
          frequency: frequencySchema.optional(),
          channels: z.partialRecord(channelSchema, z.boolean()).optional(),
        }),
      )
      .max(categories.length),
    quiet_hours: quietHoursSchema.nullable(),
    caps: capsSchema.partial(),
    digest: digestSettingsSchema.partial(),
    /** At most a year ahead; a moment that has passed is none. */
    snoozed_until: timestampSchema.nullable(),
    escalate_after_minutes: z.int().min(1).max(1_440).nullable(),
    email_tracking: z.boolean(),
    minimum_match_score: z.int().min(0).max(100),
  })
  .partial();
export type PreferencesUpdate = z.infer<typeof preferencesUpdateSchema>;

/** A subject that the person hears nothing more of. */
export const muteSchema = z.object({
  subject: subjectSchema,
  /** What it is, as it was called when it was muted. */
  label: z.string(),
  until: timestampSchema.nullable(),
  created_at: timestampSchema,
});
export type Mute = z.infer<typeof muteSchema>;

export const muteInputSchema = z.object({
  /** What it is called, so that the person knows it again in the list of what is muted. */
  label: lineSchema(200).default(''),
  /** Null: for good. */
  until: timestampSchema.nullable().default(null),
});

export const muteListQuerySchema = pageQuerySchema;
export const muteParamsSchema = z.object({ subject: subjectSchema });

/** Most subjects that one person can have muted at a time. */
export const maximumMutes = 1_000;

export const testMessageInputSchema = z.object({ channel: channelSchema });
export const testMessageSchema = z.object({
  /** Its trace tells what became of it. */
  notification_id: idSchema,
});
