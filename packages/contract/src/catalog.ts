import { z } from 'zod';
import { employmentTypeSchema, senioritySchema } from './identity.ts';
import {
  currencySchema,
  flagQuerySchema,
  idSchema,
  lineListSchema,
  lineSchema,
  listQuerySchema,
  pageQuerySchema,
  payPeriodSchema,
  paySchema,
  requiredLineSchema,
  textSchema,
  timestampSchema,
  timeZoneSchema,
} from './primitives.ts';

export const workplaces = ['on_site', 'hybrid', 'remote'] as const;
export const workplaceSchema = z.enum(workplaces);
export type Workplace = z.infer<typeof workplaceSchema>;

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

export const jobMarks = ['saved', 'hidden'] as const;
/** What a job seeker has done with a job: kept it for later, or put it away. A job has one mark at most. */
export const jobMarkSchema = z.enum(jobMarks);
export type JobMark = z.infer<typeof jobMarkSchema>;

export const jobSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  company: z.object({ id: idSchema, name: z.string() }),
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
});
export type JobSummary = z.infer<typeof jobSummarySchema>;

export const jobSchema = jobSummarySchema.extend({
  /** Sanitized HTML. */
  description_html: z.string(),
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

const jobFilterShape = {
  /** Words, "phrases", OR and -exclusions, as in a web search. */
  q: lineSchema(200).optional(),
  place: lineSchema(80).optional(),
  workplace: listQuerySchema(workplaceSchema),
  employment_type: listQuerySchema(employmentTypeSchema),
  seniority: listQuerySchema(senioritySchema),
  company_id: listQuerySchema(idSchema),
  /** Stated pay reaches at least this amount in `pay_currency` for `pay_period`. */
  pay_minimum: z.coerce.number<number | string>().int().min(0).max(1_000_000_000).optional(),
  pay_currency: currencySchema.default('EUR'),
  pay_period: payPeriodSchema.default('year'),
  /** Published within so many days. */
  posted_within_days: z.coerce.number<number | string>().int().min(1).max(365).optional(),
  include_closed: flagQuerySchema.optional(),
} as const;

export const jobFilterSchema = z.object(jobFilterShape);
export type JobFilter = z.infer<typeof jobFilterSchema>;

export const jobSearchQuerySchema = pageQuerySchema.extend({
  ...jobFilterShape,
  /** `relevance` needs `q`; without it the newest come first. */
  sort: z.enum(['newest', 'relevance']).optional(),
  /** Whether jobs that the caller has hidden are shown too. */
  include_hidden: flagQuerySchema.optional(),
});
export type JobSearchQuery = z.infer<typeof jobSearchQuerySchema>;

const facetSchema = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));

/** Counts beside the filters; each facet is counted under all other filters. */
export const jobFacetsSchema = z.object({
  /** Jobs that fit all filters, counted up to `total_limit`. */
  total: z.int(),
  total_limit: z.int(),
  workplace: facetSchema,
  employment_type: facetSchema,
  seniority: facetSchema,
  company: facetSchema,
  place: facetSchema,
});
export type JobFacets = z.infer<typeof jobFacetsSchema>;

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

export const companyJobListQuerySchema = pageQuerySchema.extend({
  status: z.enum(['open', 'closed']).optional(),
});

export const matchedJobSchema = z.object({
  job: jobSummarySchema,
  match: matchSchema,
  matched_at: timestampSchema,
});

export const matchListQuerySchema = pageQuerySchema.extend({
  /** Whether jobs that the caller has hidden are shown too. */
  include_hidden: flagQuerySchema.optional(),
});

/** A job in the list of saved or of hidden ones. */
export const markedJobSchema = z.object({ job: jobSummarySchema, marked_at: timestampSchema });
export type MarkedJob = z.infer<typeof markedJobSchema>;

/** Kinds of source. The first four run on a schedule, the last two read files. */
export const sourceKinds = [
  'greenhouse',
  'lever',
  'ashby',
  'job_posting',
  'employer_dump',
  'open_jobs',
] as const;
export const sourceKindSchema = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof sourceKindSchema>;

/** Why a row of a feed was left out. */
export const skipReasons = [
  'no_title',
  'no_id',
  'no_company',
  'bad_url',
  'unlisted',
  'invalid',
  'duplicate',
] as const;
export const skipReasonSchema = z.enum(skipReasons);
export type SkipReason = z.infer<typeof skipReasonSchema>;

/** Numbers of a run. read = new + changed + unchanged + skipped; closed are jobs that the feed has no more. */
export const runCountsSchema = z.object({
  read: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  closed: z.int(),
  skipped: z.int(),
});
export type RunCounts = z.infer<typeof runCountsSchema>;

export const sourceRunSchema = z.object({
  id: idSchema,
  source_id: idSchema,
  trigger: z.enum(['schedule', 'manual', 'command_line']),
  status: z.enum(['running', 'succeeded', 'failed']),
  started_at: timestampSchema,
  finished_at: timestampSchema.nullable(),
  counts: runCountsSchema,
  /** At most 100 are kept, each with the row's place in the feed (from 0) and what is wrong. */
  skipped: z.array(z.object({ row: z.int(), reason: skipReasonSchema, detail: z.string() })),
  /** What a run that succeeded left undone, for example jobs that it did not close because the feed looked cut off. */
  warning: z.string().nullable(),
  error: z.string().nullable(),
});
export type SourceRun = z.infer<typeof sourceRunSchema>;

export const sourceSchema = z.object({
  id: idSchema,
  kind: sourceKindSchema,
  name: z.string(),
  /** Board token, site or board name; for `job_posting` the address of the feed or page. */
  address: z.string(),
  /** Cron expression of five fields, in `time_zone`; null: only by hand. */
  schedule: z.string().nullable(),
  time_zone: z.string(),
  enabled: z.boolean(),
  health: z.enum(['new', 'healthy', 'backing_off', 'paused_by_breaker', 'disabled']),
  consecutive_failures: z.int(),
  /** A failing source is not asked before this moment. */
  next_attempt_at: timestampSchema.nullable(),
  open_jobs: z.int(),
  last_run: sourceRunSchema.nullable(),
  created_at: timestampSchema,
});
export type Source = z.infer<typeof sourceSchema>;

export const sourceInputSchema = z.object({
  kind: z.enum(['greenhouse', 'lever', 'ashby', 'job_posting']),
  name: requiredLineSchema(120),
  address: requiredLineSchema(500),
  schedule: lineSchema(60).nullable().default('17 */6 * * *'),
  time_zone: timeZoneSchema.default('UTC'),
  enabled: z.boolean().default(true),
});
export type SourceInput = z.infer<typeof sourceInputSchema>;

export const sourceUpdateSchema = z.object({
  name: requiredLineSchema(120).optional(),
  schedule: lineSchema(60).nullable().optional(),
  time_zone: timeZoneSchema.optional(),
  enabled: z.boolean().optional(),
});
