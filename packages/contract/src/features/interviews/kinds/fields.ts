import { z } from 'zod';
import { idSchema, timestampSchema, timeZoneSchema } from '../../../core/primitives.ts';
import { atCompany } from '../../applications/kinds/fields.ts';

export const interviewEventSchema = z.enum(['invited', 'moved', 'cancelled']);
export type InterviewEvent = z.infer<typeof interviewEventSchema>;

/** The interview that a notification is about. */
export const interviewFields = {
  ...atCompany,
  interview_id: idSchema,
  /** Counts the changes of the interview, so that calendars know what is newer. */
  revision: z.int().min(0).optional(),
  starts_at: timestampSchema,
  ends_at: timestampSchema,
  /** In which the two sides have agreed on it. */
  time_zone: timeZoneSchema.optional(),
  /** An address, or a link to a call; empty: not said. */
  place: z.string(),
};
