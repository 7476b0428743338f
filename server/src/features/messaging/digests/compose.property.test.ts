import { type Kind, kinds } from '@rolecall/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberOfCases } from '../../../testing/cases.ts';
import { type Collected, composeDigest, mostJobs, mostOfCompany, mostOthers } from './compose.ts';

const tries = numberOfCases(10_000, 300);

/** Few values of each, so that vacancies, companies and ranks meet. */
const job = fc
  .record({
    number: fc.integer({ min: 0, max: 13 }),
    namesCluster: fc.boolean(),
    company_name: fc.constantFrom('Acme', 'ACME ', 'North Quay', 'Ferry', 'Dock', 'Port', 'Crane', 'Buoy'),
    score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    deadline_at: fc.option(fc.constantFrom('2026-09-02T00:00:00Z', '2026-09-09T00:00:00Z'), { nil: null }),
  })
  .map(({ number, namesCluster, ...rest }) => ({
    ...rest,
    job_id: `job ${number}`,
    // The first six jobs are three vacancies; each cluster is called after its first job.
    ...(namesCluster ? { cluster_id: `job ${number < 6 ? number - (number % 2) : number}` } : {}),
  }));
const told = fc.oneof(
  fc.record({
    kind: fc.constantFrom<Kind>('job_alert', 'job_posted', 'skill_match', 'salary_alert'),
    payload: job,
  }),
  fc.record({
    kind: fc.constantFrom<Kind>('application_status_changed', 'follow_up', 'skill_gap', 'service_message'),
    payload: fc.record({ job_id: fc.constantFrom('job 1', 'job 2'), company_name: fc.constantFrom('Acme') }),
  }),
);
const collected = fc
  .array(
    fc.record({
      told,
      rank: fc.integer({ min: 0, max: 3 }),
      created_at: fc.integer({ min: 0, max: 5 }).map((seconds) => new Date(seconds * 1_000)),
    }),
    { maxLength: 50 },
  )
  .map((items) =>
    items.map(({ told: { kind, payload }, ...rest }, id) => item({ id, kind, payload, ...rest })),
  );

function item(given: Omit<Collected, 'id'> & { readonly id: number }): Collected {
  return { ...given, id: String(given.id).padStart(3, '0') };
}

const isJob = ({ kind }: Collected) => kinds[kind].category === 'jobs';
const companyOf = ({ payload }: Collected) => String(payload['company_name']).trim().toLowerCase();
const ids = (items: readonly Collected[]) => items.map(({ id }) => id);

/** The vacancy of a job: the cluster that anything about that job names. */
function vacancyOf(items: readonly Collected[]): (item: Collected) => string {
  const named = new Map<unknown, unknown>();
  for (const { payload } of items) {
    if (payload['cluster_id'] !== undefined) named.set(payload['job_id'], payload['cluster_id']);
  }
  return ({ payload }) => String(named.get(payload['job_id']) ?? payload['job_id']);
}

test('everything that was collected is told, counted or named as a repetition, exactly once', () => {
  fc.assert(
    fc.property(collected, (items) => {
      const { entries, more, repeated } = composeDigest(items);
      expect(ids([...entries, ...more, ...repeated]).toSorted()).toEqual(ids(items).toSorted());
      expect(entries.length > 0).toBe(items.length > 0);
    }),
    tries,
  );
});

test('a vacancy is told once, a company twice at most, and of each sort only so many', () => {
  fc.assert(
    fc.property(collected, (items) => {
      const { entries, more } = composeDigest(items);
      const vacancy = vacancyOf(items);
      const jobs = entries.filter(isJob);
      const vacancies = [...jobs, ...more.filter(isJob)].map(vacancy);
      expect(new Set(vacancies).size).toBe(vacancies.length);
      for (const own of Map.groupBy(jobs, companyOf).values())
        expect(own.length).toBeLessThanOrEqual(mostOfCompany);
      expect(jobs.length).toBeLessThanOrEqual(mostJobs);
      expect(entries.length - jobs.length).toBeLessThanOrEqual(mostOthers);
    }),
    tries,
  );
});

test('nothing that is told would have to make room for something that is not', () => {
  const worth = ({ rank, payload: { score, deadline_at: deadline }, created_at }: Collected) => [
    -rank,
    typeof score === 'number' ? score : -1,
    typeof deadline === 'string' ? -Date.parse(deadline) : Number.NEGATIVE_INFINITY,
    created_at.getTime(),
  ];
  const isBetter = (a: Collected, b: Collected) => {
    const [first, second] = [worth(a), worth(b)];
    const at = first.findIndex((value, index) => value !== second[index]);
    return at >= 0 && (first[at] ?? 0) > (second[at] ?? 0);
  };
  fc.assert(
    fc.property(collected, (items) => {
      const { entries, more, repeated } = composeDigest(items);
      const vacancy = vacancyOf(items);
      for (const [index, entry] of entries.entries()) {
        const next = entries[index + 1];
        if (next !== undefined) expect(isBetter(next, entry)).toBe(false);
      }
      const jobs = entries.filter(isJob);
      for (const left of more) {
        const rivals = isJob(left) ? jobs : entries.filter((entry) => !isJob(entry));
        const full = rivals.length === (isJob(left) ? mostJobs : mostOthers);
        const ofCompany = jobs.filter((entry) => companyOf(entry) === companyOf(left));
        const crowded = isJob(left) && ofCompany.length === mostOfCompany;
        expect(full || crowded).toBe(true);
        const better = crowded ? ofCompany : rivals;
        expect(better.some((entry) => isBetter(left, entry))).toBe(false);
      }
      for (const left of repeated) {
        const told = [...entries, ...more].find((other) => isJob(other) && vacancy(other) === vacancy(left));
        expect(told === undefined || isBetter(left, told)).toBe(false);
      }
    }),
    tries,
  );
});

test('the order in which things came makes no difference', () => {
  fc.assert(
    fc.property(
      collected.chain((items) =>
        fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
      ),
      ([items, shuffled]) => {
        const [first, second] = [composeDigest(items), composeDigest(shuffled)];
        expect(ids(second.entries)).toEqual(ids(first.entries));
        expect(ids(second.more)).toEqual(ids(first.more));
      },
    ),
    tries,
  );
});
