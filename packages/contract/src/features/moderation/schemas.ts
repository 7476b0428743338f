import { z } from 'zod';
import {
  idSchema,
  lineSchema,
  pageQuerySchema,
  requiredLineSchema,
  textSchema,
  timestampSchema,
} from '../../core/primitives.ts';
import { postingRuleSchema } from '../companies/schemas.ts';
import { jobCompanySchema } from '../companies/trust.ts';
import { jobFlagSchema } from './flags.ts';
import { moderationStates, reportOutcomes } from './values.ts';

/** Why somebody reports a job. */
export const reportReasons = [
  'fraud',
  'asks_for_money',
  'wrong_company',
  'dead',
  'discriminating',
  'other',
] as const;
export const reportReasonSchema = z.enum(reportReasons);
export type ReportReason = z.infer<typeof reportReasonSchema>;

export const jobReportInputSchema = z.object({
  reason: reportReasonSchema,
  /** What the person has seen, for operators alone. */
  text: textSchema(2_000).default(''),
});
export type JobReportInput = z.infer<typeof jobReportInputSchema>;

export const jobReportSchema = z.object({
  id: idSchema,
  reason: reportReasonSchema,
  text: z.string(),
  /** False: a visitor who was not signed in. */
  signed_in: z.boolean(),
  created_at: timestampSchema,
  /** What came of it; null while nobody has decided. */
  outcome: z.enum(reportOutcomes).nullable(),
});
export type JobReport = z.infer<typeof jobReportSchema>;

export const moderationStateSchema = z.enum(moderationStates);

/** A posting that somebody has to look at, or has looked at. */
export const moderationCaseSchema = z.object({
  job: z.object({
    id: idSchema,
    title: z.string(),
    company: jobCompanySchema,
    status: z.enum(['open', 'closed']),
  }),
  state: moderationStateSchema,
  flags: z.array(jobFlagSchema),
  /** Reports that nobody has answered. */
  open_reports: z.int(),
  opened_at: timestampSchema,
  /** When it was last flagged or reported. */
  last_at: timestampSchema,
  decided_at: timestampSchema.nullable(),
  /** When its words were changed to others than it was flagged or reported with; null: not since the last decision. */
  changed_at: timestampSchema.nullable(),
  /** Why it was decided so, in the words of the operator. */
  note: z.string(),
});
export type ModerationCase = z.infer<typeof moderationCaseSchema>;

export const moderationCaseDetailSchema = moderationCaseSchema.extend({
  /** Sanitized HTML. */
  description_html: z.string(),
  apply_url: z.string().nullable(),
  /** The newest, at most 50. */
  reports: z.array(jobReportSchema),
  /** What it said each time when it was flagged or reported, the first ones first, also where it says something else now. */
  texts: z.array(
    z.object({
      kept_at: timestampSchema,
      title: z.string(),
      /** Department, skills and places, each on a line. */
      details: z.string(),
      /** Sanitized HTML. */
      description_html: z.string(),
      flags: z.array(jobFlagSchema),
      /** False: the posting says something else by now. */
      is_current: z.boolean(),
    }),
  ),
});
export type ModerationCaseDetail = z.infer<typeof moderationCaseDetailSchema>;

export const moderationListQuerySchema = pageQuerySchema.extend({
  state: moderationStateSchema.default('open'),
  /** Only those that rules have flagged, or that somebody has reported. */
  by: z.enum(['flags', 'reports']).optional(),
  order: z.enum(['newest', 'most_reported']).default('most_reported'),
});

/** Told to the recruiters of the posting, and written into the audit log. */
export const moderationHideSchema = z.object({ reason: requiredLineSchema(1_000) });
export const moderationDecisionSchema = z.object({ reason: lineSchema(1_000).default('') });

/** What becomes of flagged postings until an operator has looked. */
export const moderationPolicySchema = z.object({ flagged_postings: postingRuleSchema });
