import { z } from 'zod';
import { lineSchema, pageQuerySchema, timestampSchema } from '../../core/primitives.ts';
import { subjectSchema } from '../../kinds/subjects.ts';

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
