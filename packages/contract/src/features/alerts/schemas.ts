import { z } from 'zod';
import { locales } from '../../constants.ts';
import { employmentTypeSchema, senioritySchema, workplaceSchema } from '../../core/employment.ts';
import { currencySchema, payPeriodSchema } from '../../core/pay.ts';
import { idSchema, lineListSchema, lineSchema, timestampSchema } from '../../core/primitives.ts';
import { jobSummarySchema } from '../jobs/schemas.ts';
import { alertFrequencies } from './values.ts';

const some = <Item extends z.ZodType>(item: Item) => z.array(item).max(20).default([]);

/** What an alert looks for: a search as `GET /api/v1/jobs` has it, read strictly, and what it leaves out beside that. */
export const alertConditionsSchema = z.object({
  /** Words, "phrases", OR and -exclusions. Words are answered by themselves and their forms; nothing is guessed. */
  q: lineSchema(200).optional(),
  place: lineSchema(80).optional(),
  within_km: z.int().min(1).max(500).optional(),
  workplace: some(workplaceSchema),
  employment_type: some(employmentTypeSchema),
  seniority: some(senioritySchema),
  company_id: some(idSchema),
  source_id: some(idSchema),
  /** Stated pay reaches at least this amount in `pay_currency` for `pay_period`. */
  pay_minimum: z.int().min(0).max(1_000_000_000).optional(),
  pay_currency: currencySchema.default('EUR'),
  pay_period: payPeriodSchema.default('year'),
  /** Languages whose endings of words are known, beside English. */
  language: some(z.enum(locales)),
  /** Employers and recruiters that it never tells of, whatever their legal form. */
  without_companies: lineListSchema(50).default([]),
  /** Words and phrases, none of which may stand in a posting. */
  without_words: lineListSchema(50, 60).default([]),
});
export type AlertConditions = z.infer<typeof alertConditionsSchema>;

const shape = {
  name: lineSchema(100).refine((value) => value.length > 0, { error: 'must not be empty' }),
  conditions: alertConditionsSchema,
  frequency: z.enum(alertFrequencies),
  /** When a daily or a weekly one is told, by the clock of the person. */
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  /** The day of a weekly one; 1 is Monday. */
  weekday: z.int().min(1).max(7),
  paused: z.boolean(),
};

export const newAlertSchema = z.object({
  ...shape,
  frequency: shape.frequency.default('daily'),
  time: shape.time.default('09:00'),
  weekday: shape.weekday.default(1),
  paused: shape.paused.default(false),
});
export type NewAlert = z.infer<typeof newAlertSchema>;

/** What is left out stays as it is. */
export const alertChangesSchema = z.object(shape).partial();
export type AlertChanges = z.infer<typeof alertChangesSchema>;

export const alertSchema = z.object({
  ...shape,
  id: idSchema,
  created_at: timestampSchema,
  /** When it has told something the last time. */
  last_told_at: timestampSchema.nullable(),
  /** When what it has found so far is told; null: nothing waits. */
  next_told_at: timestampSchema.nullable(),
  /** How many jobs it has told in the last seven days. */
  told_lately: z.int(),
});
export type Alert = z.infer<typeof alertSchema>;

export const alertPreviewSchema = z.object({
  /** How many jobs of the last seven days it would have told; exact, unless `at_least`. */
  total: z.int(),
  at_least: z.boolean(),
  /** The newest of them. */
  items: z.array(jobSummarySchema),
});
export type AlertPreview = z.infer<typeof alertPreviewSchema>;

/** What became of a job that an alert has found. */
export const findingStates = [
  'waiting',
  'told',
  'other_alert',
  'told_before',
  'job_closed',
  'job_held',
  'job_hidden',
  'applied',
  'muted',
  'account_disabled',
  'alert_paused',
] as const;

export const alertFindingSchema = z.object({
  job: jobSummarySchema.nullable(),
  state: z.enum(findingStates),
  found_at: timestampSchema,
  posted_at: timestampSchema,
  told_at: timestampSchema.nullable(),
});
export type AlertFinding = z.infer<typeof alertFindingSchema>;
