import { z } from 'zod';
import { employmentTypeSchema, senioritySchema, workplaceSchema } from '../../core/employment.ts';
import { paySchema } from '../../core/pay.ts';
import {
  idSchema,
  lineListSchema,
  lineSchema,
  pageQuerySchema,
  requiredLineSchema,
  textSchema,
  timestampSchema,
} from '../../core/primitives.ts';
import { postingRuleSchema } from '../companies/schemas.ts';
import { jobCompanySchema } from '../companies/trust.ts';
import { jobMarkSchema } from '../marks/mark.ts';
import { matchSchema } from '../matching/match.ts';
import { jobReviewSchema } from '../moderation/flags.ts';
import { payLawSchema, payReadingSchema } from '../pay/schemas.ts';
import { jobStalenessSchema } from './staleness.ts';

/** Another posting of the same vacancy: at another place, or on another board. */
export const otherPostingSchema = z.object({
  id: idSchema,
  company_name: z.string(),
  places: z.array(z.string()),
  /** Null when applications are taken here. */
  apply_url: z.string().nullable(),
  published_at: timestampSchema,
});
export type OtherPosting = z.infer<typeof otherPostingSchema>;

export const jobSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  company: jobCompanySchema,
  places: z.array(z.string()),
  workplace: workplaceSchema.nullable(),
  employment_type: employmentTypeSchema.nullable(),
  seniority: senioritySchema.nullable(),
  skills: z.array(z.string()),
  /** Stated by the employer; a prediction never stands here. */
  pay: paySchema.nullable(),
  status: z.enum(['open', 'closed']),
  published_at: timestampSchema,
  /** Last moment for an application, if there is one. */
  deadline_at: timestampSchema.nullable(),
  /** First words of the description, without markup. */
  excerpt: z.string(),
  /** What the caller has done with it; null for nothing, and for who is no job seeker. */
  mark: jobMarkSchema.nullable(),
  /**
   * Other open postings of the same vacancy, the newest first: 5 at most in lists, 20 at most with a job. Search, matches and a
   * job by itself give them, other lists none.
   */
  other_postings: z.array(otherPostingSchema),
  /** Why it is probably not to be had any more; null while nothing says so. */
  stale: jobStalenessSchema.nullable(),
});
export type JobSummary = z.infer<typeof jobSummarySchema>;

export const jobSchema = jobSummarySchema.extend({
  /** Sanitized HTML. */
  description_html: z.string(),
  /** Whether people are told of it; false while its company is unverified, unless the operator has decided otherwise. */
  is_announced: z.boolean(),
  /** What operators think of it: for its company and operators, and null where there is nothing to say. */
  review: jobReviewSchema.nullable(),
  /** How its pay was read out of the text; null where its source or its company states it in a field. */
  pay_reading: payReadingSchema.nullable(),
  /** The law that asks for pay where this posting states none; null where it states pay, or no such law is known. */
  pay_law: payLawSchema.nullable(),
  department: z.string().nullable(),
  /** Null when applications are taken here. */
  apply_url: z.string().nullable(),
  source: z.object({ id: idSchema, kind: z.string(), name: z.string() }).nullable(),
  updated_at: timestampSchema,
  /** For a signed-in job seeker. */
  match: matchSchema.nullable(),
  /** The caller's own application, if there is one. */
  application_id: idSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;

/** Markdown or HTML; what is not allowed is taken out. */
const descriptionInputSchema = textSchema(50_000).refine((value) => value.trim().length > 0, {
  error: 'must not be empty',
});

export const jobInputSchema = z.object({
  title: requiredLineSchema(160),
  description: descriptionInputSchema,
  places: lineListSchema(20),
  workplace: workplaceSchema.nullable().default(null),
  employment_type: employmentTypeSchema.nullable().default(null),
  seniority: senioritySchema.nullable().default(null),
  department: lineSchema(80).nullable().default(null),
  skills: lineListSchema(40, 60),
  pay: paySchema.nullable().default(null),
  deadline_at: timestampSchema.nullable().default(null),
});
export type JobInput = z.infer<typeof jobInputSchema>;

export const jobUpdateSchema = z.object({
  title: requiredLineSchema(160).optional(),
  description: descriptionInputSchema.optional(),
  places: lineListSchema(20).optional(),
  workplace: workplaceSchema.nullable().optional(),
  employment_type: employmentTypeSchema.nullable().optional(),
  seniority: senioritySchema.nullable().optional(),
  department: lineSchema(80).nullable().optional(),
  skills: lineListSchema(40, 60).optional(),
  pay: paySchema.nullable().optional(),
  deadline_at: timestampSchema.nullable().optional(),
});
export type JobUpdate = z.infer<typeof jobUpdateSchema>;

/** A job of the recruiter's own company, with its numbers. */
export const companyJobSchema = jobSummarySchema.extend({
  applications: z.object({ total: z.int(), unviewed: z.int() }),
});

/** How much a company has posted, how much it may, and what waits. */
export const companyPostingsSchema = z.object({
  /** What becomes of its postings: `announced` once it is verified. */
  rule: postingRuleSchema,
  open: z.int(),
  open_limit: z.int(),
  /** Posted in the last 24 hours. */
  recent: z.int(),
  daily_limit: z.int(),
  /** Open jobs that nobody is told of yet. */
  waiting: z.int(),
});
export type CompanyPostings = z.infer<typeof companyPostingsSchema>;

/** A job of a company, as operators see it. */
export const operatorJobSchema = jobSummarySchema.extend({
  /** Whether people are told of it. */
  is_announced: z.boolean(),
  /** Whether anybody but its company and operators sees it. */
  is_visible: z.boolean(),
});

export const companyJobListQuerySchema = pageQuerySchema.extend({
  status: z.enum(['open', 'closed']).optional(),
});
