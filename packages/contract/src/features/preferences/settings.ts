import { z } from 'zod';
import { channelSchema, deliveryChannelSchema } from '../../core/channels.ts';
import { categorySchema } from '../../core/kind.ts';
import { timestampSchema } from '../../core/primitives.ts';
import { digestFrequencySchema } from '../digests/payload.ts';

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
  /** Whether open pages show it the moment it comes. It is in the inbox in any case. */
  live: z.boolean().default(true),
});

/** What a person has decided about one kind within its category: it comes by a way only where both say so. */
const kindChoiceSchema = z.object({
  channels: z.partialRecord(channelSchema, z.boolean()).default({}),
  live: z.boolean().default(true),
});
export type KindChoice = z.infer<typeof kindChoiceSchema>;

/** Everything that a person decides about being told, as it is stored. */
export const notificationSettingsSchema = z.object({
  categories: z.partialRecord(categorySchema, categoryChoiceSchema).default({}),
  kinds: z.record(z.string(), kindChoiceSchema).default({}),
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
