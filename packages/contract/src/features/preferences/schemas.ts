import { z } from 'zod';
import { categories } from '../../constants.ts';
import { channelSchema } from '../../core/channels.ts';
import { categorySchema } from '../../core/kind.ts';
import { idSchema, localeSchema, timestampSchema, timeZoneSchema } from '../../core/primitives.ts';
import {
  capsSchema,
  digestSettingsSchema,
  frequencySchema,
  notificationSettingsSchema,
  quietHoursSchema,
} from './settings.ts';

/** One kind within its category. It comes by a way only where the category does too. */
export const kindPreferenceSchema = z.object({
  kind: z.string(),
  /** A mandatory kind cannot be switched off. */
  mandatory: z.boolean(),
  /** Whether open pages show it the moment it comes; null: it is in no inbox. */
  live: z.boolean().nullable(),
  /** The channels that it takes. */
  channels: z.array(z.object({ channel: channelSchema, enabled: z.boolean() })),
});
export type KindPreference = z.infer<typeof kindPreferenceSchema>;

/** One category of a person, with what can be decided about it. */
export const categoryPreferenceSchema = z.object({
  category: categorySchema,
  frequency: frequencySchema,
  /** What can be chosen: waiting is no choice where nothing can wait in a digest. */
  frequencies: z.array(frequencySchema),
  /** A mandatory category cannot be switched off, nor wait. */
  mandatory: z.boolean(),
  channels: z.array(z.object({ channel: channelSchema, enabled: z.boolean(), mandatory: z.boolean() })),
  /** Whether open pages show it the moment it comes; null: nothing of it is in the inbox. */
  live: z.boolean().nullable(),
  /** What the person can get of it, where kinds can be decided about one by one. */
  kinds: z.array(kindPreferenceSchema),
  /** What follows from all of it, in one sentence of the person's language. */
  summary: z.string(),
});
export type CategoryPreference = z.infer<typeof categoryPreferenceSchema>;

export const preferencesSchema = z.object({
  ...notificationSettingsSchema.omit({ categories: true, kinds: true }).shape,
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

/** More kinds than there are: one change can name them all. */
const maximumKindsInChange = 200;

/** What is left out stays as it is. */
export const preferencesUpdateSchema = z
  .object({
    categories: z
      .array(
        z.object({
          category: categorySchema,
          frequency: frequencySchema.optional(),
          channels: z.partialRecord(channelSchema, z.boolean()).optional(),
          live: z.boolean().optional(),
        }),
      )
      .max(categories.length),
    kinds: z
      .array(
        z.object({
          kind: z.string().max(100),
          channels: z.partialRecord(channelSchema, z.boolean()).optional(),
          live: z.boolean().optional(),
        }),
      )
      .max(maximumKindsInChange),
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

export const testMessageInputSchema = z.object({ channel: channelSchema });
export const testMessageSchema = z.object({
  /** Its trace tells what became of it. */
  notification_id: idSchema,
});
