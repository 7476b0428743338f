import { z } from 'zod';
import { payPeriods } from '../constants.ts';

/** Currency by its three letters (ISO 4217). */
export const currencySchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, { error: 'must be three letters such as EUR' });

export const payPeriodSchema = z.enum(payPeriods);

/** Pay that an employer states. Amounts are whole units of the currency for one period. */
export const paySchema = z
  .object({
    minimum: z.int().min(0).max(1_000_000_000).nullable(),
    maximum: z.int().min(0).max(1_000_000_000).nullable(),
    currency: currencySchema,
    period: payPeriodSchema,
  })
  .refine((pay) => pay.minimum !== null || pay.maximum !== null, { error: 'needs a minimum or a maximum' })
  .refine((pay) => pay.minimum === null || pay.maximum === null || pay.minimum <= pay.maximum, {
    error: 'the minimum must not exceed the maximum',
    path: ['minimum'],
  });
export type Pay = z.infer<typeof paySchema>;
