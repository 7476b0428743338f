import { z } from 'zod';
import {
  idSchema,
  lineListSchema,
  localeSchema,
  timestampSchema,
  timeZoneSchema,
} from '../../core/primitives.ts';
import { roleSchema } from '../../core/role.ts';
import { remotePreferenceSchema } from '../profiles/schemas.ts';

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
