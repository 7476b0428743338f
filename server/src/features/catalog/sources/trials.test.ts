import { sourceInputSchema } from '@rolecall/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createSourceBench, type SourceBench } from '../../../testing/sources/bench.ts';
import { type LocalBoards, openLocalBoards } from '../../../testing/sources/boards.ts';
import { serveRows, standIns } from '../../../testing/sources/stand-ins.ts';

describeEachDatabase('a trial of a source', (open) => {
  const clock = new FakeClock();
  let database: TestDatabase;
  let boards: LocalBoards;
  let bench: SourceBench;
  const rows = (number: number) =>
    Array.from({ length: number }, (_, index) => standIns.smartrecruiters.row(index + 1));

  beforeAll(async () => {
    [database, boards] = await Promise.all([open(), openLocalBoards()]);
  });
  afterAll(() => boards.close());
  beforeEach(() => {
    boards.forget();
    bench = createSourceBench(database, clock, { httpClient: boards.httpClient });
  });

  it('shows the first ten jobs as a run stores them, with what would be left out, and stores nothing', async () => {
    serveRows(boards, 'smartrecruiters', [{ ...standIns.smartrecruiters.row(0), name: '' }, ...rows(120)]);
    const { source, others } = await bench.sources.tryOut({ text: 'https://jobs.smartrecruiters.com/Acme' });
    expect(source).toMatchObject({
      kind: 'smartrecruiters',
      address: 'Acme',
      exists: false,
      rows: 100,
      usable: 99,
      has_more: true,
      skipped_count: 1,
      skipped: [{ row: 0, reason: 'no_title' }],
    });
    expect(others).toEqual([]);
    expect(source?.postings).toHaveLength(10);
    const { rows: stored } = await database.executeSql(
      'select (select count(*) from sources) + (select count(*) from jobs) as all',
    );
    expect(Number(stored[0]?.['all'])).toBe(0);

    const id = await bench.sources.add(
      sourceInputSchema.parse({ kind: 'smartrecruiters', name: 'Acme', address: 'Acme' }),
    );
    await bench.sources.runScheduled(id);
    const jobs = await database.query
      .selectFrom('jobs')
      .select(['title', 'company_name', 'places', 'skills', 'apply_url', 'description_text'])
      .where('external_id', '=', '74400001')
      .execute();
    const [first] = source?.postings ?? [];
    expect(jobs).toEqual([
      {
        title: first?.title,
        company_name: first?.company_name,
        places: first?.places,
        skills: first?.skills,
        apply_url: first?.apply_url,
        description_text: first?.beginning,
      },
    ]);
    const again = await bench.sources.tryOut({ text: 'https://jobs.smartrecruiters.com/Acme' });
    expect(again.source).toMatchObject({ exists: true });
  });

  it('finds the board that has jobs among those that a company could have', async () => {
    serveRows(boards, 'recruitee', [standIns.recruitee.row(1)]);
    const { source, others } = await bench.sources.tryOut({ text: 'Acme Inc.' });
    expect(source).toMatchObject({ kind: 'recruitee', address: 'acme', name: 'Acme Inc.', usable: 1 });
    expect(others).toContainEqual({ kind: 'lever', address: 'acme', detail: expect.stringContaining('404') });
    expect(others.map(({ kind }) => kind)).not.toContain('recruitee');
  });

  it('finds the feed behind a link that nobody knows', async () => {
    const [feed] = standIns.rss.documents([standIns.rss.row(1)]);
    boards.serve('/offers', feed?.body);
    const { source, others } = await bench.sources.tryOut({ text: `${boards.origin}/offers` });
    expect(source).toMatchObject({ kind: 'rss', usable: 1 });
    expect(others).toMatchObject([{ kind: 'job_posting', detail: expect.any(String) }]);
  });

  it('says why there is nothing, and fetches nothing of what is private', async () => {
    const nothing = await bench.sources.tryOut({ text: 'https://jobs.lever.co/acme' });
    expect(nothing).toMatchObject({
      source: null,
      others: [{ kind: 'lever', address: 'acme', detail: expect.stringContaining('404') }],
    });
    const asked = boards.requests.length;
    await expect(
      bench.sources.tryOut({ text: 'http://169.254.169.254/latest/', kind: 'job_posting' }),
    ).rejects.toMatchObject({ code: 'outgoing_address_refused' });
    expect(await bench.sources.tryOut({ text: 'http://10.0.0.1/jobs' })).toMatchObject({ source: null });
    await expect(bench.sources.tryOut({ text: '!!!' })).rejects.toMatchObject({ code: 'invalid_request' });
    expect(boards.requests).toHaveLength(asked);
  });
});
