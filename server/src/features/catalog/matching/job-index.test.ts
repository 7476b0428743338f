import type { EmploymentType } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOfCases } from '../../../testing/cases.ts';
import type { MatchableJob } from '../jobs/index.ts';
import { createJobIndexBuilder } from './job-index.ts';
import { matchPair } from './pair.ts';
import { parseJob, parseSeeker, type Seeker } from './parsed.ts';

const now = new Date('2026-09-01T12:00:00Z');

const jobWords = [
  ...[
    'Software',
    'Engineer',
    'engineers',
    'Senior',
    'Sr.',
    'Product',
    'Manager',
    'Data',
    'Back-end',
    'SWE',
    '(m/f/d)',
  ],
  ...[
    'Go',
    'C++',
    'C#',
    '.NET',
    'Node.js',
    'React',
    'Kubernetes',
    'k8s',
    'machine',
    'learning',
    'R&D',
    'Excel',
    'für',
  ],
];
const text = (maximum: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...jobWords), fc.constantFrom(' ', ', ', '. ', '/')), {
      maxLength: maximum,
    })
    .map((parts) => parts.flat().join(''));
const skillNames = [
  'Go',
  'golang',
  'C++',
  'c#',
  '.NET',
  'NodeJS',
  'Node.js',
  'React',
  'Machine Learning',
  'ML',
  'Excel',
  'R',
];
const placeNames = [
  'Berlin',
  'Berlin, Germany',
  'München',
  'Munich, Deutschland',
  'Paris, France',
  'Paris, TX',
  'Remote',
  'Remote - Germany',
  '',
];
const companies = ['Uber', 'Uber GmbH', 'Müller & Co. KG', 'Linear'];
const seniority = fc.constantFrom(null, 'intern', 'junior', 'mid', 'senior', 'lead', 'director', 'executive');
const types: readonly EmploymentType[] = ['full_time', 'part_time', 'contract'];
const period = fc.constantFrom('hour', 'day', 'week', 'month', 'year');
const few = (values: readonly string[]) => fc.array(fc.constantFrom(...values), { maxLength: 3 });

const job: fc.Arbitrary<MatchableJob> = fc.record({
  id: fc.uuid(),
  cluster_id: fc.uuid(),
  company_id: fc.uuid(),
  company_name: fc.constantFrom(...companies),
  company_trust: fc.constant('source'),
  company_domain: fc.constant(null),
  title: text(6),
  description_text: fc.oneof(text(30), fc.constant('')),
  places: few(placeNames),
  workplace: fc.constantFrom(null, 'on_site', 'hybrid', 'remote'),
  employment_type: fc.constantFrom(null, ...types),
  seniority,
  skills: few(skillNames),
  pay_minimum: fc.option(fc.integer({ min: 10, max: 60_000 })),
  pay_maximum: fc.option(fc.integer({ min: 10, max: 60_000 })),
  pay_period: period,
  pay_currency: fc.constantFrom('EUR', 'USD'),
  deadline_at: fc.constantFrom(null, new Date('2026-08-31T00:00:00Z'), now, new Date('2026-09-30T00:00:00Z')),
  published_at: fc.constant(new Date(0)),
});

const seeker: fc.Arbitrary<Seeker> = fc.record({
  user_id: fc.uuid(),
  skills: fc.array(fc.constantFrom(...skillNames, '—'), { maxLength: 8 }),
  wanted_titles: fc.array(text(4), { maxLength: 3, size: 'max' }),
  places: few(placeNames),
  remote: fc.constantFrom('any', 'remote_only', 'on_site_only'),
  pay_floor: fc.option(
    fc.record({
      amount: fc.integer({ min: 10, max: 60_000 }),
      period,
      currency: fc.constantFrom('EUR', 'USD'),
    }),
  ),
  employment_types: fc.subarray([...types]),
  seniority,
  excluded_companies: few([...companies, 'Somebody else', 'Anybody']),
  excluded_words: few(['R&D', 'Excel', 'learning machine', '']),
  minimum_match_score: fc.constantFrom(0, 1, 20, 35, 50, 80, 100),
});

describe('the index of jobs', () => {
  it('finds for every person what comparing each pair finds', () => {
    let matched = 0;
    fc.assert(
      fc.property(
        fc.array(job, { maxLength: 25, size: 'max' }),
        fc.array(seeker, { maxLength: 10, size: 'max' }),
        (jobs, seekers) => {
          const parsedJobs = jobs.map(parseJob);
          const builder = createJobIndexBuilder();
          for (const job of parsedJobs) builder.add(job);
          const index = builder.build();
          for (const person of seekers) {
            const parsedSeeker = parseSeeker(person);
            const expected = parsedJobs.flatMap((each) => {
              const match = matchPair(parsedSeeker, each, now);
              return match !== null && match.score >= person.minimum_match_score
                ? [{ job: each, match }]
                : [];
            });
            matched += expected.length;
            expect(index.match(person, now)).toEqual(expected);
          }
        },
      ),
      { numRuns: 400 },
    );
    // The property says little when hardly any of the random pairs is a match.
    expect(matched).toBeGreaterThan(200);
  });

  it('gives scores from 0 to 100 that are the sum of their reasons, the weightiest first', () => {
    fc.assert(
      fc.property(job, seeker, (offered, person) => {
        const match = matchPair(parseSeeker(person), parseJob(offered), now);
        if (match === null) return;
        const points = match.reasons.map((reason) => reason.points);
        expect(match.score).toBe(points.reduce((sum, each) => sum + each, 0));
        expect(match.score).toBeGreaterThan(0);
        expect(match.score).toBeLessThanOrEqual(100);
        expect(points).toEqual(points.toSorted((a, b) => b - a));
      }),
      numberOfCases(1_000, 100),
    );
  });
});
