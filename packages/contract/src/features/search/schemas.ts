import { z } from 'zod';
import { employmentTypeSchema, senioritySchema, workplaceSchema } from '../../core/employment.ts';
import { currencySchema, payPeriodSchema } from '../../core/pay.ts';
import {
  flagQuerySchema,
  idSchema,
  lineSchema,
  listQuerySchema,
  pageQuerySchema,
} from '../../core/primitives.ts';

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
