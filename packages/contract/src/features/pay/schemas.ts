import { z } from 'zod';
import { currencySchema } from '../../core/pay.ts';

/** How many units of each currency a euro was worth on a day: what amounts of several currencies are compared by. */
export const referenceRatesSchema = z.object({
  /** Who has published them. */
  source: z.literal('European Central Bank'),
  date: z.iso.date(),
  per_euro: z.record(currencySchema, z.number().positive()),
});
export type ReferenceRates = z.infer<typeof referenceRatesSchema>;

/** `in_posting`: it has to state pay; `before_interview`: applicants are to be told by then. */
const payDuties = ['in_posting', 'before_interview'] as const;

/** A law that asks whoever posts this job to say what it pays. */
export const payLawSchema = z.object({
  /** ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a region. */
  place: z.string(),
  /** The English name of a region; null for a country, whose name is known in every language. */
  region_name: z.string().nullable(),
  duty: z.enum(payDuties),
  since: z.iso.date(),
  /** It holds for employers with so many people; null: for all. */
  employees: z.int().nullable(),
});
export type PayLaw = z.infer<typeof payLawSchema>;

/** How pay was read out of the text of a posting whose source has no field for it. */
export const payReadingSchema = z.object({
  /** The words that say it. */
  evidence: z.string(),
  /** Before taxes; null where nothing says so. */
  gross: z.boolean().nullable(),
  /** Payments in a year, as 14 are usual in Austria; null where nothing says so. */
  months: z.int().min(12).max(14).nullable(),
});
export type PayReading = z.infer<typeof payReadingSchema>;
