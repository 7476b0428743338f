import type { Pay, PayPeriod } from '@rolecall/contract';
import { lineOf, textOf } from './values.ts';

const largestAmount = 1_000_000_000;

const periodPatterns: readonly (readonly [RegExp, PayPeriod])[] = [
  [/hour/, 'hour'],
  [/\bday|daily|per-day/, 'day'],
  [/week/, 'week'],
  [/month/, 'month'],
  [/year|annual|annum/, 'year'],
];

/** Fortnights, half-months and the like are no period that pay is compared by. */
const otherPeriods = /\b(?:semi|bi|half|quarter|one-time)|^(?:[2-9]|\d{2,})\s/;

/** The period by what feeds call it: 'per-year-salary', '1 YEAR', 'HOUR'. */
export function periodOf(value: unknown): PayPeriod | null {
  const text = lineOf(value, 60).toLowerCase();
  if (otherPeriods.test(text)) return null;
  return periodPatterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** An amount in whole units, also from text such as '85,000', '85.000', '85k' or '$85 000'; null for all else. */
export function amountOf(value: unknown): number | null {
  const text = textOf(value).toLowerCase();
  const parsed = /^[^\d-]{0,4}(\d{1,3}(?:[ ,.'’]\d{3})+|\d+)(?:[.,](\d{1,2}))?\s*(?:(k)\s*)?[^\d]{0,4}$/.exec(
    text,
  );
  if (parsed === null) return null;
  const [, whole = '', cents = '', thousands = ''] = parsed;
  const amount = Number(`${whole.replace(/\D/g, '')}.${cents || '0'}`) * (thousands === 'k' ? 1000 : 1);
  const rounded = Math.round(amount);
  return rounded > 0 && rounded <= largestAmount ? rounded : null;
}

/** Stated pay from its parts; null when an amount, the currency or the period is missing. */
export function payOf(parts: {
  readonly minimum: unknown;
  readonly maximum: unknown;
  readonly currency: unknown;
  readonly period: PayPeriod | null;
}): Pay | null {
  const currency = lineOf(parts.currency, 10).toUpperCase();
  const lower = amountOf(parts.minimum);
  const upper = amountOf(parts.maximum);
  if (parts.period === null || !/^[A-Z]{3}$/.test(currency) || (lower === null && upper === null))
    return null;
  const swapped = lower !== null && upper !== null && lower > upper;
  return {
    minimum: swapped ? upper : lower,
    maximum: swapped ? lower : upper,
    currency,
    period: parts.period,
  };
}
