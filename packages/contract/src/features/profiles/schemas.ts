import { z } from 'zod';
import { employmentTypes } from '../../constants.ts';
import { employmentTypeSchema, senioritySchema } from '../../core/employment.ts';
import { currencySchema, payPeriodSchema } from '../../core/pay.ts';
import {
  lineListSchema,
  lineSchema,
  localeSchema,
  textSchema,
  timeZoneSchema,
} from '../../core/primitives.ts';

export const remotePreferences = ['any', 'remote_only', 'on_site_only'] as const;
export const remotePreferenceSchema = z.enum(remotePreferences);

export const payFloorSchema = z.object({
  amount: z.int().min(1).max(1_000_000_000),
  currency: currencySchema,
  period: payPeriodSchema,
});
export type PayFloor = z.infer<typeof payFloorSchema>;

/** What a job seeker looks for. An empty list means 'no wish', never 'nothing fits'. */
export const profileSchema = z.object({
  headline: lineSchema(160),
  summary: textSchema(4_000),
  skills: lineListSchema(60, 60),
  wanted_titles: lineListSchema(20),
  /** Cities, regions or countries, as a posting would name them. */
  places: lineListSchema(20),
  remote: remotePreferenceSchema,
  /** Compared with stated pay only; a job that states none is never filtered out by it. */
  pay_floor: payFloorSchema.nullable(),
  employment_types: z.array(employmentTypeSchema).max(employmentTypes.length),
  seniority: senioritySchema.nullable(),
  excluded_companies: lineListSchema(100),
  excluded_words: lineListSchema(50, 60),
  /** Alerts come for matches of at least this score (0 to 100). */
  minimum_match_score: z.int().min(0).max(100),
  time_zone: timeZoneSchema,
  locale: localeSchema,
});
export type Profile = z.infer<typeof profileSchema>;

export const profileUpdateSchema = profileSchema.partial();
export type ProfileUpdate = z.infer<typeof profileUpdateSchema>;

export const emptyProfile: Profile = {
  headline: '',
  summary: '',
  skills: [],
  wanted_titles: [],
  places: [],
  remote: 'any',
  pay_floor: null,
  employment_types: [],
  seniority: null,
  excluded_companies: [],
  excluded_words: [],
  minimum_match_score: 50,
  time_zone: 'UTC',
  locale: 'en',
};
