import type { Pay, PayPeriod, PayReading } from '@rolecall/contract';

/** Periods of a full working year: 40 hours in each of 52 weeks, 260 days of work, 12 months. */
const periodsPerYear: Readonly<Record<PayPeriod, number>> = {
  hour: 2_080,
  day: 260,
  week: 52,
  month: 12,
  year: 1,
};

/**
 * An amount per period as an amount per year of full-time work, so that amounts can be compared.
 * @param months payments of a year, where pay by the month comes 13 or 14 times
 */
export function annualPay(amount: number, period: PayPeriod, months: number | null = null): number {
  return amount * (period === 'month' && months !== null ? months : periodsPerYear[period]);
}

export interface PayColumns {
  readonly pay_minimum: number | null;
  readonly pay_maximum: number | null;
  readonly pay_currency: string | null;
  readonly pay_period: PayPeriod | null;
  readonly pay_annual: number | null;
  readonly pay_evidence: string | null;
  readonly pay_gross: boolean | null;
  readonly pay_months: number | null;
}

const unstated: PayColumns = {
  pay_minimum: null,
  pay_maximum: null,
  pay_currency: null,
  pay_period: null,
  pay_annual: null,
  pay_evidence: null,
  pay_gross: null,
  pay_months: null,
};

/**
 * Stated pay as it is stored; `pay_annual` is its upper end, by which a wish for 'at least' is met.
 * @param reading how it was read out of the text, where it was
 */
export function toPayColumns(pay: Pay | null, reading: PayReading | null = null): PayColumns {
  if (pay === null) return unstated;
  const upperEnd = pay.maximum ?? pay.minimum;
  const months = reading?.months ?? null;
  return {
    pay_minimum: pay.minimum,
    pay_maximum: pay.maximum,
    pay_currency: pay.currency,
    pay_period: pay.period,
    pay_annual: upperEnd === null ? null : annualPay(upperEnd, pay.period, months),
    pay_evidence: reading?.evidence ?? null,
    pay_gross: reading?.gross ?? null,
    pay_months: months,
  };
}

export function toPay(
  row: Pick<PayColumns, 'pay_minimum' | 'pay_maximum' | 'pay_currency' | 'pay_period'>,
): Pay | null {
  const { pay_minimum: minimum, pay_maximum: maximum, pay_currency: currency, pay_period: period } = row;
  if (currency === null || period === null || (minimum === null && maximum === null)) return null;
  return { minimum, maximum, currency, period };
}
