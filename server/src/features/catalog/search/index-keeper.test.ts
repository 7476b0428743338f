import { existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jobFilterSchema, jobSearchQuerySchema } from '@rolecall/contract';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createInProcessBus } from '../../../platform/bus/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { createMetrics } from '../../../platform/observability/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeBothDatabases } from '../../../testing/database.ts';
import { createTestJobs } from '../../../testing/jobs.ts';
import { createTestVacancies } from '../../../testing/vacancies.ts';
import type { ImportedPosting, Jobs } from '../jobs/index.ts';
import { createMarks } from '../marks/index.ts';
import { createSearchIndex, type SearchIndex } from './index-keeper.ts';
import { createSearch, type Search } from './search.ts';

const base: ImportedPosting = {
  externalId: '',
  title: '',
  companyName: 'Acme',
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

const text =
  'You drive our refrigerated trucks between the warehouse and the markets of the region, plan your tour with the dispatcher, ' +
  'load and secure the goods, keep the temperature log, and bring back empty pallets. You have a licence of class CE with the ' +
  'card for professional drivers, speak enough German for the customers, and like to start early. We pay above the tariff, ' +
  'give thirty days of leave, new vehicles, and a fixed team that helps when a tour gets long.';
const description = { html: `<p>${text}</p>`, text };

describeBothDatabases('the search index', (open) => {
  const clock = new FakeClock('2026-09-01T12:00:00Z');
  const folder = mkdtempSync(path.join(tmpdir(), 'rolecall-search-'));
  const file = path.join(folder, 'search.index');
  const bus = createInProcessBus({ logger: pino({ level: 'silent' }) });
  const sourceId = uuidv7();
  let database: Database;
  let jobs: Jobs;
  let running: { readonly search: Search; readonly searchIndex: SearchIndex };

  beforeAll(async () => {
    database = await open();
    jobs = createTestJobs(database, clock);
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
    await post([
      { externalId: '1', title: 'Registered Nurse', places: ['Zürich'] },
      { externalId: '2', title: 'Backend Engineer', places: ['Berlin, Germany'], workplace: 'hybrid' },
      // One vacancy in two cities.
      { externalId: '3', title: 'Truck Driver', places: ['Köln'], description },
      { externalId: '4', title: 'Truck Driver', places: ['Ulm'], description, contentHash: '2' },
    ]);
    running = await start();
  });
  afterAll(async () => {
    await running.searchIndex.stop();
    await bus.close();
    rmSync(folder, { recursive: true });
  });

  async function post(postings: readonly Partial<ImportedPosting>[]): Promise<void> {
    await database.transaction((tx) =>
      jobs.importPostings(
        tx,
        sourceId,
        postings.map((posting) => ({ ...base, ...posting })),
      ),
    );
    await createTestVacancies(database, clock).decideWaiting();
  }

  async function start(): Promise<{ search: Search; searchIndex: SearchIndex }> {
    const searchIndex = createSearchIndex({
      database,
      clock,
      bus,
      logger: pino({ level: 'silent' }),
      metrics: createMetrics(),
      folder,
      delayMs: 0,
    });
    const search = createSearch({ database, clock, marks: createMarks({ database, clock }), searchIndex });
    await vi.waitFor(async () => expect(await searchIndex.ask('figures', null)).not.toBeNull(), {
      timeout: 30_000,
    });
    return { search, searchIndex };
  }

  const find = async (search: Search, query: Record<string, unknown>) =>
    (await search.search(jobSearchQuerySchema.parse(query), null)).items;
  const titles = async (search: Search, query: Record<string, unknown>) =>
    (await find(search, query)).map(({ title }) => title);

  it('answers like PostgreSQL, and more', async () => {
    const { search } = running;
    expect(await titles(search, { q: 'registred nurse', place: 'Zurich' })).toEqual(['Registered Nurse']);
    const page = await search.search(jobSearchQuerySchema.parse({ q: 'registred nurse' }), null);
    expect(page).toMatchObject({ total: 1, did_you_mean: 'registered nurse', next_cursor: null });
    expect(page.items[0]?.found_by[0]).toEqual({
      asked: 'registred',
      found: 'registered',
      match: 'typo',
      fields: ['title'],
    });
    const facets = await search.facets(jobFilterSchema.parse({}));
    expect(facets.total).toBe(3);
    expect(facets.workplace).toEqual([{ value: 'hybrid', label: 'Hybrid', count: 1 }]);
    expect(await search.suggest('back', ['title', 'company'])).toEqual({
      items: [{ kind: 'title', text: 'Backend Engineer' }],
    });
  });

  it('shows a vacancy once, in each of its cities', async () => {
    const { search } = running;
    for (const place of ['Köln', 'Ulm']) {
      const found = await find(search, { q: 'truck', place });
      expect(found.map(({ other_postings }) => other_postings.length)).toEqual([1]);
    }
  });

  it('goes on behind a page without a gap or a repetition', async () => {
    const { search } = running;
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search.search(jobSearchQuerySchema.parse({ limit: 1, cursor }), null);
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined && seen.length < 10);
    expect(seen.toSorted()).toEqual(['Backend Engineer', 'Registered Nurse', 'Truck Driver']);
  });

  it('follows what is posted, changed, closed and deleted', async () => {
    const { search, searchIndex } = running;
    await post([{ externalId: '5', title: 'Baker' }]);
    await vi.waitFor(async () => expect(await titles(search, { q: 'bakr' })).toEqual(['Baker']), 5_000);
    clock.advance(1);
    await post([{ externalId: '5', title: 'Butcher', contentHash: '2' }]);
    await vi.waitFor(async () => expect(await titles(search, { q: 'butchr' })).toEqual(['Butcher']), 5_000);
    const [job] = await find(search, { q: 'butcher' });
    await database.query
      .updateTable('jobs')
      .set({ status: 'closed', closed_at: clock.now(), closed_reason: 'vanished' })
      .where('id', '=', job?.id ?? '')
      .execute();
    // It is not shown even before the index has heard of it.
    expect(await titles(search, { q: 'butcher' })).toEqual([]);
    searchIndex.hint([job?.id ?? '']);
    await vi.waitFor(
      async () => expect(await searchIndex.ask('vacanciesOf', [job?.id ?? ''])).toEqual([]),
      5_000,
    );
    await database.query
      .deleteFrom('jobs')
      .where('id', '=', job?.id ?? '')
      .execute();
  });

  it('starts from its snapshot, and throws a broken one away', async () => {
    await vi.waitFor(() => expect(existsSync(file)).toBe(true), 10_000);
    await running.searchIndex.stop();
    // It was posted while nobody was there to hear of it.
    await post([{ externalId: '6', title: 'Night Nurse' }]);
    running = await start();
    expect(await titles(running.search, { q: 'nurse' })).toHaveLength(2);
    await running.searchIndex.stop();
    truncateSync(file, 1_000);
    running = await start();
    expect(await titles(running.search, { q: 'nurse' })).toHaveLength(2);
  });
});
