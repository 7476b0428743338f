import { z } from 'zod';

/** One reason of a match, in the order of its weight. */
export const matchReasonSchema = z.object({
  code: z.enum(['title', 'skills', 'place', 'remote', 'pay', 'employment_type', 'seniority']),
  /** Words of the posting or the profile that agree, for example the common skills. */
  terms: z.array(z.string()),
  /** Share of the score that it brings, in points. */
  points: z.int(),
});
export type MatchReason = z.infer<typeof matchReasonSchema>;

/** How well a job fits a person: 0 to 100, with reasons. */
export const matchSchema = z.object({ score: z.int().min(0).max(100), reasons: z.array(matchReasonSchema) });
export type Match = z.infer<typeof matchSchema>;
