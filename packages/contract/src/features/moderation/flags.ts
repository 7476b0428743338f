import { z } from 'zod';

/** What a posting asks applicants for, as rules on its text find it. */
export const jobFlagCodes = [
  'fee',
  'bank_details',
  'identity',
  'messenger',
  'reshipping',
  'money_transfer',
  'account_opening',
  'crypto',
  'remote_access',
  'advance',
  'pyramid',
  'disguised',
  /** Its company has posted it before, and an operator has hidden it. */
  'hidden_before',
] as const;
export const jobFlagCodeSchema = z.enum(jobFlagCodes);
export type JobFlagCode = z.infer<typeof jobFlagCodeSchema>;

/** A reason to look at a posting, with the words that it was found by, as they are written. */
export const jobFlagSchema = z.object({ code: jobFlagCodeSchema, found: z.array(z.string()) });
export type JobFlag = z.infer<typeof jobFlagSchema>;

/** A posting that an operator is to look at (`flagged`), or has taken out of sight, with the operator's words. */
export const jobReviewSchema = z.object({
  state: z.enum(['flagged', 'hidden']),
  reasons: z.array(jobFlagCodeSchema),
  note: z.string(),
});
export type JobReview = z.infer<typeof jobReviewSchema>;
