import { z } from 'zod';
import { employmentTypeSchema, senioritySchema, workplaceSchema } from '../../core/employment.ts';
import { paySchema } from '../../core/pay.ts';
import {
  idSchema,
  lineSchema,
  requiredLineSchema,
  timestampSchema,
  timeZoneSchema,
} from '../../core/primitives.ts';

/** Kinds of source. They run on a schedule, but for the last two, which read files. */
export const sourceKinds = [
  'greenhouse',
  'lever',
  'ashby',
  'smartrecruiters',
  'workable',
  'recruitee',
  'personio',
  'teamtailor',
  'adzuna',
  'remotive',
  'remoteok',
  'arbeitnow',
  'hacker_news',
  'rss',
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
  'too_hard',
  'gone',
  'unreachable',
  'not_allowed',
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
  health: z.enum(['new', 'healthy', 'backing_off', 'paused_by_breaker', 'set_aside', 'disabled']),
  consecutive_failures: z.int(),
  /** Runs that have ended with their process, one after another. From two on the source is `set_aside`. */
  interrupted_runs: z.int(),
  /** A failing source is not asked before this moment. */
  next_attempt_at: timestampSchema.nullable(),
  open_jobs: z.int(),
  last_run: sourceRunSchema.nullable(),
  created_at: timestampSchema,
});
export type Source = z.infer<typeof sourceSchema>;

/** Six fields would be read as seconds before them, and mean other moments than whoever wrote five. */
const scheduleSchema = lineSchema(60).refine((cron) => cron.split(/\s+/).length === 5, {
  error: 'must be a cron expression of five fields, to the minute',
});

export const sourceInputSchema = z.object({
  kind: sourceKindSchema.exclude(['employer_dump', 'open_jobs']),
  name: requiredLineSchema(120),
  address: requiredLineSchema(500),
  schedule: scheduleSchema.nullable().default('17 */6 * * *'),
  time_zone: timeZoneSchema.default('UTC'),
  enabled: z.boolean().default(true),
});
export type SourceInput = z.infer<typeof sourceInputSchema>;

export const sourceUpdateSchema = z.object({
  name: requiredLineSchema(120).optional(),
  schedule: scheduleSchema.nullable().optional(),
  time_zone: timeZoneSchema.optional(),
  enabled: z.boolean().optional(),
});

/** What an operator has pasted: a link, or the name of a company. */
export const sourceTrialInputSchema = z.object({
  text: requiredLineSchema(500),
  /** Takes the text as the address of a source of this kind. */
  kind: sourceInputSchema.shape.kind.optional(),
});
export type SourceTrialInput = z.input<typeof sourceTrialInputSchema>;

/** A posting as it would be stored. */
export const trialPostingSchema = z.object({
  title: z.string(),
  company_name: z.string(),
  places: z.array(z.string()),
  workplace: workplaceSchema.nullable(),
  employment_type: employmentTypeSchema.nullable(),
  seniority: senioritySchema.nullable(),
  department: z.string().nullable(),
  skills: z.array(z.string()),
  pay: paySchema.nullable(),
  apply_url: z.string(),
  published_at: timestampSchema.nullable(),
  deadline_at: timestampSchema.nullable(),
  /** The first characters of its text. */
  beginning: z.string(),
});
export type TrialPosting = z.infer<typeof trialPostingSchema>;

/** What was tried, and what came of it. Nothing of it is stored. */
export const sourceTrialSchema = z.object({
  /** The first source that answers with postings, or else the first one that answers at all; null: none does. */
  source: z
    .object({
      kind: sourceInputSchema.shape.kind,
      address: z.string(),
      name: z.string(),
      /** There is a source of this address already. */
      exists: z.boolean(),
      /** Rows of the documents that were read. */
      rows: z.int(),
      /** Rows that would be stored. */
      usable: z.int(),
      /** Whether there are further documents, which were not read. */
      has_more: z.boolean(),
      /** At most ten. */
      postings: z.array(trialPostingSchema),
      /** At most 20 of the rows that were left out. */
      skipped: sourceRunSchema.shape.skipped,
      skipped_count: z.int(),
      /** Why there must be more than these rows. */
      incomplete: z.string().nullable(),
    })
    .nullable(),
  /** What else was tried, with why it is not the source. */
  others: z.array(z.object({ kind: sourceInputSchema.shape.kind, address: z.string(), detail: z.string() })),
});
export type SourceTrial = z.infer<typeof sourceTrialSchema>;

/**
 * What a look at the link of a job has found. `gone`: 404 or 410; `expired`: its JobPosting says so by `validThrough`; `redirected`: it
 * leads to a list of jobs; `unclear`: the answer tells nothing, such as a page that scripts fill; `not_allowed`: by the robots.txt.
 */
export const linkFindings = [
  'open',
  'gone',
  'expired',
  'redirected',
  'says_closed',
  'without_title',
  'unclear',
  'unreachable',
  'not_allowed',
] as const;
export const linkFindingSchema = z.enum(linkFindings);
export type LinkFinding = z.infer<typeof linkFindingSchema>;

/** The last look at the link of a job, with what it was found by. */
export const linkCheckSchema = z.object({
  url: z.string().nullable(),
  /** Null: nobody has looked. */
  finding: linkFindingSchema.nullable(),
  /** Status of the answer. */
  status: z.int().nullable(),
  /** Where the link has led to. */
  final_url: z.string().nullable(),
  /** The words of the page, the end of its time, or why there was no answer. */
  detail: z.string(),
  found_since: timestampSchema.nullable(),
  checked_at: timestampSchema.nullable(),
  /** When it is looked at next; null: it is not. */
  next_at: timestampSchema.nullable(),
  /** Whether somebody has reported the job as dead, and waits for the look. */
  is_reported: z.boolean(),
});
export type LinkCheck = z.infer<typeof linkCheckSchema>;
