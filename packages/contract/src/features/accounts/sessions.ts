import { z } from 'zod';
import { idSchema, timestampSchema } from '../../core/primitives.ts';

/** A session as its person sees it in a list. */
export const sessionItemSchema = z.object({
  id: idSchema,
  /** What the browser or program calls itself, such as `Firefox`; null: it does not say. */
  browser: z.string().nullable(),
  /** What it runs on, such as `Linux`; null: it does not say. */
  system: z.string().nullable(),
  /** Where it was started from; empty: not known. */
  address: z.string(),
  created_at: timestampSchema,
  /** Right to a quarter of an hour: when its access token was renewed last. */
  last_used_at: timestampSchema,
  /** Whether the request comes from this one. */
  is_current: z.boolean(),
});
export type SessionItem = z.infer<typeof sessionItemSchema>;
