import { z } from 'zod';
import { locales } from '../../constants.ts';
import { employmentTypeSchema, senioritySchema, workplaceSchema } from '../../core/employment.ts';
import { currencySchema, payPeriodSchema } from '../../core/pay.ts';
import {
  flagQuerySchema,
  idSchema,
  lineSchema,
  listQuerySchema,
  pageQuerySchema,
  pageSchema,
} from '../../core/primitives.ts';
import { jobSummarySchema } from '../jobs/schemas.ts';
import { jobOrders, suggestionKinds } from './values.ts';

const jobFilterShape = {
  /** Words, "phrases", OR and -exclusions, as in a web search. */
  q: lineSchema(200).optional(),
  place: lineSchema(80).optional(),
  /** Also jobs so many kilometres around `place`, where it is a town. */
  within_km: z.coerce.number<number | string>().int().min(1).max(500).optional(),
  workplace: listQuerySchema(workplaceSchema),
  employment_type: listQuerySchema(employmentTypeSchema),
  seniority: listQuerySchema(senioritySchema),
  company_id: listQuerySchema(idSchema),
  source_id: listQuerySchema(idSchema),
  /** Stated pay reaches at least this amount in `pay_currency` for `pay_period`. */
  pay_minimum: z.coerce.number<number | string>().int().min(0).max(1_000_000_000).optional(),
  pay_currency: currencySchema.default('EUR'),
  pay_period: payPeriodSchema.default('year'),
  /** Published within so many days. */
  posted_within_days: z.coerce.number<number | string>().int().min(1).max(365).optional(),
  include_closed: flagQuerySchema.optional(),
  /** Languages that the caller reads: names of skills and occupations in them are found too, and in English. */
  language: listQuerySchema(z.enum(locales)),
} as const;

export const jobFilterSchema = z.object(jobFilterShape);
export type JobFilter = z.infer<typeof jobFilterSchema>;

export const jobSearchQuerySchema = pageQuerySchema.extend({
  ...jobFilterShape,
  /** `relevance` needs `q`, and `distance` a town in `place`; without them the newest come first. */
  sort: z.enum(jobOrders).optional(),
  /** Whether jobs that the caller has hidden are shown too. */
  include_hidden: flagQuerySchema.optional(),
});
export type JobSearchQuery = z.infer<typeof jobSearchQuerySchema>;

/** Why a job was found: a word of the search, and what answers it. */
export const foundBySchema = z.object({
  asked: z.string(),
  /** In lower case and without diacritics. */
  found: z.string(),
  /** `form`: another ending; `beginning`: what was typed so far; `part`: of a compound; `typo`: it was misspelt. */
  match: z.enum(['word', 'form', 'beginning', 'part', 'typo', 'synonym']),
  fields: z.array(z.enum(['title', 'company', 'skills', 'text'])),
});
export type FoundBy = z.infer<typeof foundBySchema>;

/** A vacancy that was found. What only the search index knows is empty where PostgreSQL has searched. */
export const jobHitSchema = jobSummarySchema.extend({
  found_by: z.array(foundBySchema),
  /** From the town in `place`, as the crow flies. */
  distance_km: z.int().nullable(),
});
export type JobHit = z.infer<typeof jobHitSchema>;

export const jobSearchPageSchema = pageSchema(jobHitSchema).extend({
  /** Exact; null where PostgreSQL has searched. */
  total: z.int().nullable(),
  /** The words with misspelt ones put right, where there are any. */
  did_you_mean: z.string().nullable(),
});

export const jobSuggestionQuerySchema = z.object({
  /** What was typed so far. */
  q: lineSchema(80),
  kind: listQuerySchema(z.enum(suggestionKinds)),
});

export const jobSuggestionsSchema = z.object({
  items: z.array(z.object({ kind: z.enum(suggestionKinds), text: z.string() })),
});
export type JobSuggestions = z.infer<typeof jobSuggestionsSchema>;

const facetSchema = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));

/** Counts beside the filters; each facet is counted under all other filters. */
export const jobFacetsSchema = z.object({
  /** Vacancies that fit all filters, counted up to `total_limit`, which the search index never reaches. */
  total: z.int(),
  total_limit: z.int(),
  workplace: facetSchema,
  employment_type: facetSchema,
  seniority: facetSchema,
  company: facetSchema,
  place: facetSchema,
});
export type JobFacets = z.infer<typeof jobFacetsSchema>;

/** An open job that is like another one. */
export const similarJobSchema = jobSummarySchema.extend({
  /** Words of title, company and skills that both have, in small letters, the rarest first. */
  in_common: z.array(z.string()),
});
export type SimilarJob = z.infer<typeof similarJobSchema>;
