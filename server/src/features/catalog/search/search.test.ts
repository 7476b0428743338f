import { jobFilterSchema, jobSearchQuerySchema } from '@rolecall/contract';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestJobs } from '../../../testing/jobs.ts';
import type { ImportedPosting } from '../jobs/index.ts';
import { createMarks } from '../marks/index.ts';
import { createSearch } from './index.ts';

const base: ImportedPosting = {
  externalId: '',
  title: '',
  companyName: 'Siemens AG',
  description: { html: '', text: '' },
  department: null,
  places: [],
  workplace: null,
  employmentType: null,
  seniority: null,
  skills: [],
  pay: null,
  applyUrl: 'https://example.org/',
  publishedAt: null,
  deadlineAt: null,
  revisedAt: null,
  contentHash: '1',
  flags: [],
};

const postings: readonly Partial<ImportedPosting>[] = [
  {
    title: 'Backend Engineer',
    places: ['Berlin, Germany'],
    workplace: 'hybrid',
    employmentType: 'full_time',
    skills: ['PostgreSQL'],
    pay: { minimum: 30, maximum: 40, currency: 'EUR', period: 'hour' },
    publishedAt: new Date('2026-08-31T10:00:00.001Z'),
  },
  {
    title: 'Senior Data Scientist',
    seniority: 'senior',
    places: ['New York, NY', 'Boston, MA'],
    description: { html: '', text: 'You work with the backend engineers of the department.' },
    publishedAt: new Date('2026-08-31T10:00:00.000Z'),
  },
  {
    title: 'Nurse',
    companyName: 'Charité',
    places: ['Berlin'],
    workplace: 'on_site',
    employmentType: 'part_time',
    publishedAt: new Date('2026-06-01T00:00:00Z'),
  },
  {
    title: 'Old Engineer',
    deadlineAt: new Date('2026-08-01T00:00:00Z'),
    publishedAt: new Date('2026-07-01T00:00:00Z'),
  },
];

describeEachDatabase('search', (open) => {
  const clock = new FakeClock('2026-09-01T12:00:00Z');
  let database: Database;
  let search: ReturnType<typeof createSearch>;

  beforeAll(async () => {
    database = await open();
    search = createSearch({
      database,
      clock,
      marks: createMarks({ database, clock }),
      searchIndex: { ask: async () => null },
    });
    const sourceId = uuidv7();
    const now = clock.now();
    await database.query
      .insertInto('sources')
      .values({
        id: sourceId,
        kind: 'lever',
        name: 'x',
        address: 'x',
        time_zone: 'UTC',
        enabled: true,
        consecutive_failures: 0,
        created_at: now,
        updated_at: now,
      })
      .execute();
    const jobs = createTestJobs(database, clock);
    await database.transaction((tx) =>
      jobs.importPostings(
        tx,
        sourceId,
        postings.map((posting, index) => ({ ...base, externalId: String(index), ...posting })),
      ),
    );
  });

  const titles = async (query: Record<string, unknown>) =>
    (await search.search(jobSearchQuerySchema.parse(query), null)).items.map((job) => job.title);

  it.each<[Record<string, unknown>, string[]]>([
    [{}, ['Backend Engineer', 'Senior Data Scientist', 'Nurse']],
    [{ include_closed: 'true' }, ['Backend Engineer', 'Senior Data Scientist', 'Old Engineer', 'Nurse']],
    [{ q: 'engineers siemens' }, ['Backend Engineer', 'Senior Data Scientist']],
    [{ q: 'enginee' }, ['Backend Engineer']],
    [{ q: 'backend engineer' }, ['Backend Engineer', 'Senior Data Scientist']],
    [{ q: 'engineer -senior' }, ['Backend Engineer']],
    [{ q: '"data scientist"' }, ['Senior Data Scientist']],
    [{ q: 'nurse OR postgresql' }, ['Backend Engineer', 'Nurse']],
    [{ q: 'scientist of the department' }, ['Senior Data Scientist']],
    [{ q: '?!' }, ['Backend Engineer', 'Senior Data Scientist', 'Nurse']],
    [{ q: 'the of' }, ['Backend Engineer', 'Senior Data Scientist', 'Nurse']],
    [{ place: 'berl' }, ['Backend Engineer', 'Nurse']],
    [{ place: 'New York, NY' }, ['Senior Data Scientist']],
    [{ workplace: 'on_site' }, ['Nurse']],
    [{ workplace: ['on_site', 'hybrid'], employment_type: 'full_time' }, ['Backend Engineer']],
    [{ seniority: 'senior' }, ['Senior Data Scientist']],
    [{ pay_minimum: 83_200 }, ['Backend Engineer']],
    [{ pay_minimum: 41, pay_period: 'hour' }, []],
    [{ pay_minimum: 1, pay_currency: 'USD' }, []],
    [{ posted_within_days: 7 }, ['Backend Engineer', 'Senior Data Scientist']],
  ])('by %j finds what fits, in order', async (query, expected) => {
    expect(await titles({ sort: 'newest', ...query })).toEqual(expected.toSorted(byAge));
  });

  it('puts a title above a mention in the text', async () => {
    expect(await titles({ q: 'engineer' })).toEqual(['Backend Engineer', 'Senior Data Scientist']);
    expect(await titles({ q: 'backend OR scientist', sort: 'relevance' })).toHaveLength(2);
  });

  it.each(['newest', 'relevance'])('pages by %s without a gap or a repetition', async (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = jobSearchQuerySchema.parse({ q: 'siemens OR nurse', sort, limit: 1, cursor });
      const page = await search.search(query, null);
      seen.push(...page.items.map((job) => job.title));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined && seen.length < 10);
    expect(seen.toSorted()).toEqual(['Backend Engineer', 'Nurse', 'Senior Data Scientist']);
  });

  it.each(['newest', 'relevance'] as const)(
    'by %s shows a vacancy once, by the posting that fits',
    async (sort) => {
      const rows = await database.query
        .selectFrom('jobs')
        .select(['id', 'title', 'cluster_id'])
        .where('title', 'in', ['Backend Engineer', 'Nurse'])
        .execute();
      const [engineer, nurse] = [
        rows.find(({ title }) => title !== 'Nurse'),
        rows.find(({ title }) => title === 'Nurse'),
      ];
      if (engineer === undefined || nurse === undefined) throw new Error('a job is missing');
      const move = (id: string, cluster_id: string) =>
        database.query.updateTable('jobs').set({ cluster_id }).where('id', '=', id).execute();
      await move(nurse.id, engineer.cluster_id);
      try {
        expect(await titles({ sort, q: 'siemens OR nurse' })).toEqual([
          'Backend Engineer',
          'Senior Data Scientist',
        ]);
        expect(await titles({ sort, q: 'nurse' })).toEqual(['Nurse']);
        expect((await search.facets(jobFilterSchema.parse({ posted_within_days: 364 }))).total).toBe(2);
        const { items } = await search.search(jobSearchQuerySchema.parse({ sort, q: 'nurse' }), null);
        expect(items[0]?.other_postings.map(({ id }) => id)).toEqual([engineer.id]);
      } finally {
        await move(nurse.id, nurse.cluster_id);
      }
    },
  );

  it('refuses the cursor of another order or filter', async () => {
    const first = await search.search(jobSearchQuerySchema.parse({ q: 'siemens', limit: 1 }), null);
    const cursor = first.next_cursor;
    expect(cursor).not.toBeNull();
    for (const query of [
      { q: 'siemens', sort: 'newest' },
      { q: 'nurse' },
      { q: 'siemens', place: 'berlin' },
      {},
    ]) {
      await expect(
        search.search(jobSearchQuerySchema.parse({ ...query, limit: 1, cursor }), null),
      ).rejects.toMatchObject({
        code: 'invalid_cursor',
      });
    }
  });

  it('counts each facet under the other filters', async () => {
    const facets = await search.facets(jobFilterSchema.parse({ workplace: 'hybrid' }));
    expect(facets.total).toBe(1);
    expect(facets.workplace).toEqual([
      { value: 'hybrid', label: 'Hybrid', count: 1 },
      { value: 'on_site', label: 'On site', count: 1 },
    ]);
    expect(facets.employment_type).toEqual([{ value: 'full_time', label: 'Full time', count: 1 }]);
    expect(facets.place).toEqual([{ value: 'Berlin, Germany', label: 'Berlin, Germany', count: 1 }]);
    expect(facets.company).toEqual([{ value: expect.any(String), label: 'Siemens AG', count: 1 }]);
  });

  describe('whatever is typed', () => {
    it('never fails', async () => {
      const piece = fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.constantFrom('the', '"', '-', ' OR ', ':*', '&', '!', "'", '\\', '(', 'c++', '.net', '%', 'ö'),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(piece, { maxLength: 8 }),
          fc.string({ maxLength: 20 }),
          async (pieces, place) => {
            const query = jobSearchQuerySchema.safeParse({ q: pieces.join(''), place });
            if (!query.success) return;
            await search.search(query.data, null);
            await search.facets(query.data);
          },
        ),
        { numRuns: 60 },
      );
    });
  });
});

function byAge(left: string, right: string): number {
  const order = ['Backend Engineer', 'Senior Data Scientist', 'Old Engineer', 'Nurse'];
  return order.indexOf(left) - order.indexOf(right);
}
