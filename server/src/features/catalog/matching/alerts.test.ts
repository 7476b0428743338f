import { payPeriods } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchableJob } from '../jobs/index.ts';
import { alertOf } from './alerts.ts';

const job: MatchableJob = {
  id: 'j',
  cluster_id: 'j',
  company_id: 'c',
  company_name: 'Acme',
  title: 'Engineer',
  description_text: '',
  places: [],
  workplace: null,
  employment_type: null,
  seniority: null,
  skills: [],
  pay_minimum: null,
  pay_maximum: null,
  pay_currency: null,
  pay_period: null,
  deadline_at: null,
};
const paid = (pay_maximum: number, pay_currency = 'EUR'): MatchableJob => ({
  ...job,
  pay_maximum,
  pay_currency,
  pay_period: 'year',
});
const floor = { amount: 60_000, currency: 'EUR', period: 'year' } as const;
const withSkills = (count: number) => ({
  reasons: [{ code: 'skills' as const, terms: Array.from({ length: count }, (_, i) => `s${i}`), points: 30 }],
});

describe('the kind of an alert', () => {
  it.each([
    [paid(75_000), floor, 0, 'salary_alert'],
    [paid(74_999), floor, 0, 'job_alert'],
    [paid(90_000, 'USD'), floor, 0, 'job_alert'],
    [paid(90_000), null, 0, 'job_alert'],
    [job, floor, 6, 'skill_match'],
    [job, floor, 5, 'job_alert'],
    [paid(75_000), floor, 6, 'salary_alert'],
  ] as const)('is chosen by pay and skills (%#)', (posting, payFloor, skills, kind) => {
    expect(alertOf(withSkills(skills), posting, payFloor)).toBe(kind);
  });

  it('is never about pay without a floor and stated pay in its currency', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 1_000_000 })),
        fc.constantFrom('EUR', 'USD'),
        fc.option(
          fc.record({
            amount: fc.integer({ min: 1, max: 1_000_000 }),
            currency: fc.constantFrom('EUR', 'USD'),
            period: fc.constantFrom(...payPeriods),
          }),
        ),
        (amount, currency, payFloor) => {
          const posting = amount === null ? job : paid(amount, currency);
          const kind = alertOf(withSkills(0), posting, payFloor);
          if (kind === 'salary_alert')
            expect([payFloor?.currency, amount === null]).toEqual([currency, false]);
        },
      ),
    );
  });
});
