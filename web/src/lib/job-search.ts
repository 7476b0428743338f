import { employmentTypeSchema, payPeriodSchema, senioritySchema, workplaceSchema } from '@rolecall/contract';
import { z } from 'zod';

/** A list in an address: one value or several; what is not known is left out, so that an old link still works. */
const listOf = <Value extends string>(schema: z.ZodType<Value>) =>
  z
    .union([z.array(z.string()), z.string().transform((value) => [value])])
    .transform((values) => {
      const known = values.flatMap((value) => {
        const parsed = schema.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      });
      return known.length > 0 ? [...new Set(known)].slice(0, 20) : undefined;
    })
    .optional()
    .catch(undefined);

const words = (maximum: number) => z.string().trim().min(1).max(maximum).optional().catch(undefined);

/** What the address of the jobs page says. Whatever does not fit is ignored. */
export const jobSearchSchema = z.object({
  q: words(200),
  place: words(80),
  workplace: listOf(workplaceSchema),
  employment_type: listOf(employmentTypeSchema),
  seniority: listOf(senioritySchema),
  company_id: listOf(z.uuid()),
  pay_minimum: z.coerce.number().int().min(1).max(1_000_000_000).optional().catch(undefined),
  pay_currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .catch(undefined),
  pay_period: payPeriodSchema.optional().catch(undefined),
  posted_within_days: z.coerce.number().int().min(1).max(365).optional().catch(undefined),
  include_hidden: z.literal('true').optional().catch(undefined),
  sort: z.enum(['newest', 'relevance']).optional().catch(undefined),
});
export type JobSearch = z.output<typeof jobSearchSchema>;

/** How many filters beside the words are set, for the button that opens them on a phone. */
export const countFilters = (search: JobSearch): number =>
  [search.workplace, search.employment_type, search.seniority, search.company_id].reduce(
    (count, list) => count + (list?.length ?? 0),
    0,
  ) +
  (search.pay_minimum === undefined ? 0 : 1) +
  (search.posted_within_days === undefined ? 0 : 1);
