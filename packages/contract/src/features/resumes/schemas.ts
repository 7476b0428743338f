import { z } from 'zod';
import { idSchema, timestampSchema } from '../../core/primitives.ts';

export const resumeSchema = z.object({
  id: idSchema,
  file_name: z.string(),
  media_type: z.string(),
  /** Bytes. */
  size: z.int(),
  created_at: timestampSchema,
});
export type Resume = z.infer<typeof resumeSchema>;
