import { localeSchema, payPeriods } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleId } from '../../../platform/kind-texts/index.ts';
import { createShippedTexts } from '../../../testing/messaging/texts.ts';
import { defaultRecipient } from '../../messaging/texts/index.ts';
import type { MatchableJob } from '../jobs/index.ts';
import { alertOf, toAlert } from './alerts.ts';

const job: MatchableJob = {
  id: 'j',
  cluster_id: 'j',
  company_id: 'c',
  company_name: 'Acme',
  company_trust: 'source',
  company_domain: null,
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
  published_at: new Date(0),
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

describe('an alert says of the company of its job whether, and by which domain, it has shown who it is', () => {
  const id = sampleId(1);
  const ids = { id, cluster_id: id, company_id: id };
  const unverified: MatchableJob = { ...paid(75_000), ...ids, company_trust: 'unverified' };
  const match = { user_id: id, cluster_id: id, job_id: id, score: 80, ...withSkills(6) };
  const marks = {
    en: 'Company not verified',
    de: 'Firma nicht bestätigt',
    fr: 'Entreprise non vérifiée',
    es: 'Empresa no verificada',
  };

  it.each(['job_alert', 'salary_alert', 'skill_match'] as const)(
    'as %s, in the inbox and by mail',
    (alert) => {
      const texts = createShippedTexts();
      for (const [locale, mark] of Object.entries(marks)) {
        const reader = { ...defaultRecipient, locale: localeSchema.parse(locale) };
        const told = (job: MatchableJob) => {
          const { kind, payload } = toAlert({ ...match, alert }, job);
          const { title, message } = texts.inbox(kind, payload, reader);
          const links = {
            base_url: 'https://rolecall.example',
            action_url: 'https://rolecall.example/jobs',
            save_url: 'https://rolecall.example/m/save',
            hide_url: 'https://rolecall.example/m/hide',
          };
          const view = { ...payload, ...links, title, message, name: 'Ada', action_label: 'Open' };
          return [message, texts.mail(kind, view, reader).text];
        };
        for (const text of told(unverified)) expect(text).toContain(mark);
        const verified = { ...unverified, company_trust: 'verified' } as const;
        for (const text of told(verified)) expect(text).not.toMatch(/verified|verif|bestätigt|vérif/i);
        for (const text of told({ ...verified, company_domain: 'lanternworks.example' })) {
          expect(text).toMatch(/(?:verified|bestätigt|vérifiée|verificada)\s?: lanternworks\.example/);
          expect(text).not.toContain(mark);
        }
      }
    },
  );
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
