import { sourceInputSchema } from '@rolecall/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createMetrics } from '../../../../platform/observability/index.ts';
import { FakeClock } from '../../../../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../../../../testing/database.ts';
import { createSourceBench } from '../../../../testing/sources/bench.ts';
import { type LocalBoards, openLocalBoards } from '../../../../testing/sources/boards.ts';
import { spanAt } from '../quotas/quotas.ts';
import { createAdzunaAccess } from './access.ts';
import { readSearch, searchOfLink } from './search-address.ts';
import type { AdzunaSettings } from './settings.ts';

it.each([
  ['gb', true],
  ['gb?what=nurse&where=Leeds&distance=20&full_time=1', true],
  ['de?location0=Deutschland&location1=Bayern', true],
  ['xx?what=nurse', false],
  ['gb?app_key=x', false],
  ['gb?results_per_page=500', false],
  ['gb?distance=far', false],
  ['gb/../us?what=x', false],
  ['gb?what=a?b', false],
  ['constructor', false],
])('the search %j is one: %s', (address, isOne) => {
  expect(readSearch(address) !== null).toBe(isOne);
});

it.each([
  ['https://www.adzuna.co.uk/search?q=nurse&w=Leeds', 'gb?what=nurse&where=Leeds'],
  ['https://www.adzuna.de/search?q=Pflege', 'de?what=Pflege'],
  ['https://www.adzuna.de/', null],
  ['https://adzuna.evil.example/search?q=nurse', null],
])('the link %s is the search %s', (link, search) => {
  expect(searchOfLink(new URL(link))).toBe(search);
});

it('counts days of UTC, and weeks from Monday on', () => {
  const now = new Date('2026-09-01T12:34:56Z');
  expect(spanAt('minute', now).end).toEqual(new Date('2026-09-01T12:35:00Z'));
  expect(spanAt('day', now).end).toEqual(new Date('2026-09-02T00:00:00Z'));
  expect(spanAt('week', now)).toEqual({
    start: new Date('2026-08-31T00:00:00Z'),
    end: new Date('2026-09-07T00:00:00Z'),
  });
  expect(spanAt('month', new Date('2026-12-31T23:59:59Z')).end).toEqual(new Date('2027-01-01T00:00:00Z'));
});

describeEachDatabase('Adzuna', (open) => {
  const clock = new FakeClock();
  let database: TestDatabase;
  let boards: LocalBoards;
  const path = (page: number) =>
    `/v1/api/jobs/gb/search/${page}?what=cook&results_per_page=50&sort_by=date&app_id=id-1&app_key=key-1`;
  const job = (id: number) => ({
    id: String(id),
    title: `Cook ${id}`,
    company: { display_name: 'Acme' },
    redirect_url: `https://www.adzuna.co.uk/jobs/land/ad/${id}?se=${boards.requests.length}`,
    salary_min: 30_000,
    salary_max: 34_000,
    salary_is_predicted: id % 2,
  });
  const serve = (page: number, count: number, ...ids: number[]) =>
    boards.answer(path(page), (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ count, results: ids.map(job) })),
    );

  beforeAll(async () => {
    [database, boards] = await Promise.all([open(), openLocalBoards()]);
  });
  afterAll(() => boards.close());
  beforeEach(async () => {
    clock.set('2026-09-01T12:00:00Z');
    boards.forget();
    await database.executeSql('truncate sources, jobs, source_quotas cascade');
  });

  async function start(change: Partial<AdzunaSettings> = {}) {
    const metrics = createMetrics();
    const settings: AdzunaSettings = {
      keys: { id: 'id-1', key: 'key-1' },
      origin: boards.origin,
      limits: { minute: 25, day: 250, week: 1_000, month: 2_500 },
      ...change,
    };
    const access = createAdzunaAccess({ httpClient: boards.httpClient, database, clock, metrics, settings });
    const { sources } = createSourceBench(database, clock, {
      httpClient: boards.httpClient,
      accesses: [access],
    });
    return { metrics, sources };
  }
  type Sources = Awaited<ReturnType<typeof start>>['sources'];
  const add = (sources: Sources) =>
    sources.add(sourceInputSchema.parse({ kind: 'adzuna', name: 'Cooks', address: 'gb?what=cook' }));
  async function run(sources: Sources, id: string) {
    const requested = await database.transaction((tx) => sources.requestRun(tx, id));
    await sources.carryOut(id, requested.id);
    return (await sources.read(id)).last_run;
  }

  it('brings pay that is stated and never pay that is predicted, and nothing anew for another mark in a link', async () => {
    const { sources } = await start();
    const id = await add(sources);
    serve(1, 52, 1, 2);
    serve(2, 52, 3);
    expect(await run(sources, id)).toMatchObject({ counts: { read: 3, new: 3 }, warning: null });
    expect(await run(sources, id)).toMatchObject({ counts: { read: 3, unchanged: 3 } });
    const { rows } = await database.executeSql(
      'select external_id, pay_minimum, pay_currency, apply_url from jobs order by external_id',
    );
    expect(rows).toMatchObject([
      { external_id: '1', pay_minimum: null },
      {
        external_id: '2',
        pay_minimum: 30_000,
        pay_currency: 'GBP',
        apply_url: expect.stringContaining('?se='),
      },
      { external_id: '3', pay_minimum: null },
    ]);
  });

  it('stops at what is allowed, in all processes together, and goes on when the span ends', async () => {
    const limits = { minute: 25, day: 3, week: 1_000, month: 2_500 };
    const [one, other] = [await start({ limits }), await start({ limits })];
    const id = await add(one.sources);
    serve(1, 52, 1, 2);
    serve(2, 52, 3);
    await run(one.sources, id);
    expect(await run(other.sources, id)).toMatchObject({
      status: 'succeeded',
      counts: { read: 2 },
      warning: expect.stringContaining('this day'),
    });
    expect(await run(one.sources, id)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('The 3 calls of Adzuna for this day are used up'),
    });
    expect(await one.sources.read(id)).toMatchObject({ next_attempt_at: '2026-09-02T00:00:00.000Z' });
    expect(boards.requests).toHaveLength(3);
    expect(await one.metrics.render()).toContain('rolecall_adzuna_calls_left{span="day"} 0');
    clock.set('2026-09-02T00:00:00Z');
    expect(await run(one.sources, id)).toMatchObject({ status: 'succeeded', warning: null });
  });

  it.each([401, 410])(
    'leaves Adzuna alone when it refuses the keys by %d, and tells nobody what they are',
    async (status) => {
      const { sources, metrics } = await start();
      const id = await add(sources);
      boards.answer(path(1), (_request, response) =>
        response.writeHead(status).end('{"exception":"AUTH_FAIL","display":"Authorisation failed"}'),
      );
      expect(await run(sources, id)).toMatchObject({
        status: 'failed',
        error: expect.stringContaining(String(status)),
      });
      const again = await run(sources, id);
      expect(again).toMatchObject({ status: 'failed', error: expect.stringContaining('refuses the keys') });
      expect(boards.requests).toHaveLength(1);
      expect(JSON.stringify(again)).not.toContain('key-1');
      expect(await metrics.render()).toContain('rolecall_adzuna_calls_total{outcome="left_alone"} 1');
    },
  );

  it('says what is missing when the instance has no keys', async () => {
    const { sources } = await start({ keys: null });
    expect(await run(sources, await add(sources))).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('ROLECALL_ADZUNA_APP_ID'),
    });
    expect(boards.requests).toEqual([]);
  });
});
