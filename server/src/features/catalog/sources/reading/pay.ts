import type { Pay, PayPeriod } from '@rolecall/contract';
import { readStatedPay } from '../../pay/index.ts';
import { lineOf, textOf } from './values.ts';

const largestAmount = 1_000_000_000;

const periodPatterns: readonly (readonly [RegExp, PayPeriod])[] = [
  [/hour|^hur$/, 'hour'],
  [/\bday|daily|per-day/, 'day'],
  [/week/, 'week'],
  [/month|^mon$/, 'month'],
  [/year|annual|annum|^ann$/, 'year'],
];

/** Fortnights, half-months and the like are no period that pay is compared by. */
const otherPeriods = /\b(?:semi|bi|half|quarter|one-time)|^(?:[2-9]|\d{2,})\s/;

/** The period by what feeds call it: 'per-year-salary', '1 YEAR', 'HOUR', or its code of UN/CEFACT ('ANN', 'HUR'). */
export function periodOf(value: unknown): PayPeriod | null {
  const text = lineOf(value, 60).toLowerCase();
  if (otherPeriods.test(text)) return null;
  return periodPatterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** What says in a sentence what an amount is for; a shift, a contract or a day of payment says nothing of it. */
const phrasePatterns: readonly (readonly [RegExp, PayPeriod])[] = [
  [/\b(?:annual|annually|annualized|yearly|per year|per annum|a year)\b|\/ ?(?:yr|year)\b/, 'year'],
  [/\b(?:hourly|per hour|an hour)\b|\/ ?(?:hr|hour)\b/, 'hour'],
  [/\b(?:daily|per day|a day)\b|\/ ?day\b/, 'day'],
  [/\b(?:weekly|per week|a week)\b|\/ ?(?:wk|week)\b/, 'week'],
  [/\b(?:monthly|per month|a month)\b|\/ ?(?:mo|month)\b/, 'month'],
];

/** The most that anybody is paid in these times, in whole units; what is more is meant for a year. */
const mostFor: ReadonlyMap<PayPeriod, number> = new Map([
  ['hour', 2_000],
  ['day', 10_000],
  ['week', 30_000],
]);
/** Below it an amount without a period cannot be told to be pay for a year. */
const leastForYear = 10_000;

/**
 * The period of an amount by the words around it, where the feed has no field for it.
 * @param largest the larger end of the range, in whole units
 */
export function periodOfPhrase(words: string, largest: number): PayPeriod | null {
  const text = words.slice(0, 300).toLowerCase();
  const named = phrasePatterns.find(([pattern]) => pattern.test(text))?.[1];
  if (named !== undefined && largest <= (mostFor.get(named) ?? largestAmount)) return named;
  return largest >= leastForYear ? 'year' : null;
}

/**
 * An amount in whole units: a number, or a text such as '85,000', '85.000', '6,00,000', '85k' or '$85 000'; null for all else.
 * @param period of an hour, '24.038' is a fraction, since nobody is paid 24,038 for one
 */
export function amountOf(value: unknown, period: PayPeriod | null = null): number | null {
  if (typeof value === 'number') return withinBounds(value);
  const text = textOf(value).toLowerCase();
  const fraction = /^[^\d-]{0,4}(\d{1,3})[.,](\d{3})[^\d]{0,4}$/.exec(text);
  if (period === 'hour' && fraction !== null) return withinBounds(Number(`${fraction[1]}.${fraction[2]}`));
  const parsed =
    /^[^\d-]{0,4}(\d{1,3}(?:[ ,.'’]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:[.,](\d{1,2}))?\s*(?:(k)\s*)?[^\d]{0,4}$/.exec(
      text,
    );
  if (parsed === null) return null;
  const [, whole = '', cents = '', thousands = ''] = parsed;
  return withinBounds(Number(`${whole.replace(/\D/g, '')}.${cents || '0'}`) * (thousands === 'k' ? 1000 : 1));
}

function withinBounds(amount: number): number | null {
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
  const lower = amountOf(parts.minimum, parts.period);
  const upper = amountOf(parts.maximum, parts.period);
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

/** Stated pay out of a field that holds words, such as '$70k-$90k a year'. */
export const payOfText = (value: unknown): Pay | null => readStatedPay(lineOf(value, 300))?.pay ?? null;
