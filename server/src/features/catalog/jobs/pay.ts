import type { Pay, PayPeriod } from '@rolecall/contract';

/** Periods of a full working year: 40 hours in each of 52 weeks, 260 days of work, 12 months. */
const periodsPerYear: Readonly<Record<PayPeriod, number>> = {
  hour: 2_080,
  day: 260,
  week: 52,
  month: 12,
  year: 1,
};

/** An amount per period as an amount per year of full-time work, so that amounts can be compared. */
export function annualPay(amount: number, period: PayPeriod): number {
  return amount * periodsPerYear[period];
}

export interface PayColumns {
  readonly pay_minimum: number | null;
  readonly pay_maximum: number | null;
  readonly pay_currency: string | null;
  readonly pay_period: PayPeriod | null;
  readonly pay_annual: number | null;
}

const unstated: PayColumns = {
  pay_minimum: null,
  pay_maximum: null,
  pay_currency: null,
  pay_period: null,
  pay_annual: null,
};

/** Stated pay as it is stored; `pay_annual` is its upper end, by which a wish for 'at least' is met. */
export function toPayColumns(pay: Pay | null): PayColumns {
  if (pay === null) return unstated;
  const upperEnd = pay.maximum ?? pay.minimum;
  return {
    pay_minimum: pay.minimum,
    pay_maximum: pay.maximum,
    pay_currency: pay.currency,
    pay_period: pay.period,
    pay_annual: upperEnd === null ? null : annualPay(upperEnd, pay.period),
  };
}

export function toPay(row: Omit<PayColumns, 'pay_annual'>): Pay | null {
  const { pay_minimum: minimum, pay_maximum: maximum, pay_currency: currency, pay_period: period } = row;
  if (currency === null || period === null || (minimum === null && maximum === null)) return null;
  return { minimum, maximum, currency, period };
}
