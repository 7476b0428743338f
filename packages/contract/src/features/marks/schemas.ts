import { z } from 'zod';
import { timestampSchema } from '../../core/primitives.ts';
import { jobSummarySchema } from '../jobs/schemas.ts';

/** A job in the list of saved or of hidden ones. */
export const markedJobSchema = z.object({ job: jobSummarySchema, marked_at: timestampSchema });
export type MarkedJob = z.infer<typeof markedJobSchema>;
