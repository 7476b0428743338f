import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestVacancies } from '../../../testing/vacancies.ts';
import {
  backendText,
  berlin,
  createVacancyBench,
  hamburg,
  otherText,
  type VacancyBench,
} from '../../../testing/vacancy-bench.ts';

describeEachDatabase('the vacancies of jobs', (open) => {
  const clock = new FakeClock('2026-09-01T12:00:00Z');
  let database: Database;
  let bench: VacancyBench;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    bench = await createVacancyBench(database, clock);
  });

  it('are told once for two cities on two boards, and shown as one with both', async () => {
    const [own, board] = [await bench.source(), await bench.source()];
    await bench.load(own, berlin);
    await bench.load(board, hamburg);
    await bench.matchAndTell();
    expect(await bench.groups()).toEqual([['1 Berlin', '2 Hamburg']]);
    expect(await bench.told()).toEqual([1]);
    const [job] = await bench.listed();
    expect([job?.places, job?.other_postings.map(({ places, apply_url }) => [places, apply_url])]).toEqual([
      ['Berlin, Germany'],
      [[['Hamburg, Germany'], 'https://boards.example/99']],
    ]);

    await bench.load(own, berlin);
    await bench.load(board, hamburg);
    await bench.matchAndTell();
    const third = await bench.source();
    await bench.load(third, { ...hamburg, places: ['Köln'] });
    await bench.matchAndTell();
    expect(await bench.groups()).toEqual([['1 Berlin', '2 Hamburg', '2 Köln']]);
    expect(await bench.told()).toEqual([1]);
  });

  it('are two where one employer seeks two people under one title', async () => {
    const own = await bench.source();
    await bench.load(own, berlin, { ...hamburg, description: { html: '', text: otherText } });
    await bench.matchAndTell();
    expect(await bench.groups()).toEqual([['1 Berlin'], ['2 Hamburg']]);
    expect(await bench.told()).toEqual([2]);
  });

  it('change when a posting says something else, and nobody is told of that', async () => {
    const own = await bench.source();
    await bench.load(own, berlin, hamburg);
    await bench.matchAndTell();
    await bench.load(own, { ...hamburg, contentHash: 'v2', description: { html: '', text: otherText } });
    await bench.matchAndTell();
    expect(await bench.groups()).toEqual([['1 Berlin'], ['2 Hamburg']]);
    await bench.load(own, { ...hamburg, contentHash: 'v3' });
    await bench.matchAndTell();
    expect(await bench.groups()).toEqual([['1 Berlin', '2 Hamburg']]);
    expect(await bench.told()).toEqual([1]);
    expect(await bench.listed()).toHaveLength(1);
  });

  it('grow together by a posting that has the text of both, with the matches of people', async () => {
    const [one, two, three] = [await bench.source(), await bench.source(), await bench.source()];
    const saying = (words: string) => ({ ...berlin, description: { html: '', text: words } });
    await bench.load(one, saying(backendText));
    await bench.load(two, saying(otherText));
    await bench.matchAndTell();
    expect(await bench.told()).toEqual([2]);
    await bench.load(three, saying(`${backendText} ${otherText}`));
    await bench.matchAndTell();
    expect(await bench.groups()).toEqual([['1 Berlin', '1 Berlin', '1 Berlin']]);
    expect(await bench.told()).toEqual([2]);
    expect(await bench.listed()).toHaveLength(1);
  });

  it('keep the jobs of a recruiter apart from those that sources give for a company of that name', async () => {
    await bench.load(await bench.source(), berlin);
    const company = await database.query.selectFrom('companies').select('id').executeTakeFirstOrThrow();
    const id = uuidv7();
    const now = clock.now();
    await database.query
      .insertInto('jobs')
      .values({
        ...{ id, company_id: company.id, company_name: 'Boltwerk GmbH', cluster_id: id, vacancy_due: true },
        ...{
          title: berlin.title,
          description_html: '',
          description_text: backendText,
          places: [...berlin.places],
          skills: [],
        },
        ...{ status: 'open', published_at: now, created_at: now, updated_at: now },
      })
      .execute();
    await bench.matchAndTell();
    expect(await bench.groups()).toHaveLength(2);
  });

  it('take over jobs that were grouped otherwise before, with their matches, and tell nobody', async () => {
    const own = await bench.source();
    await bench.load(
      own,
      berlin,
      { ...hamburg, description: { html: '', text: otherText } },
      { ...berlin, externalId: '3' },
    );
    await bench.matchAndTell();
    const before = await bench.told();
    const [first] = await database.query.selectFrom('jobs').select('id').orderBy('external_id').execute();
    // As an earlier release left them.
    await sql`delete from vacancy_postings`.execute(database.query);
    await sql`delete from matches where cluster_id <> ${first?.id}`.execute(database.query);
    await database.query
      .updateTable('jobs')
      .set({ cluster_id: first?.id ?? '', vacancy_due: true })
      .execute();
    await bench.matchAndTell();
    expect(await bench.groups()).toEqual([['1 Berlin', '3 Berlin'], ['2 Hamburg']]);
    expect(await bench.told()).toEqual(before);
    expect(await bench.listed()).toHaveLength(1);
  });

  it('are decided by the next process when one dies at it', async () => {
    const own = await bench.source();
    await bench.load(own, berlin, hamburg);
    const dying = createTestVacancies(database, clock);
    dying.moved.on(async () => {
      throw new Error('killed');
    });
    await expect(dying.decideWaiting()).rejects.toThrow('killed');
    expect(await bench.groups()).toEqual([['1 Berlin'], ['2 Hamburg']]);
    expect(await database.query.selectFrom('vacancy_postings').select('job_id').execute()).toEqual([]);
    await bench.matchAndTell();
    expect(await bench.groups()).toEqual([['1 Berlin', '2 Hamburg']]);
    expect(await bench.told()).toEqual([1]);
  });

  it('are decided but for one that spoils them', async () => {
    const own = await bench.source();
    await bench.load(own, berlin, hamburg, { ...hamburg, externalId: '3', places: ['Kiel'] });
    const aside: string[] = [];
    const rows = await database.query.selectFrom('jobs').select(['id', 'external_id']).execute();
    const spoilt = rows.find(({ external_id }) => external_id === '2')?.id ?? '';
    const vacancies = createTestVacancies(database, clock, (_batch, row) => aside.push(row['job_id'] ?? ''));
    vacancies.moved.on(async (_tx, moved) => {
      if (moved.some(({ jobId }) => jobId === spoilt)) throw new RangeError('no such number');
    });
    expect(await vacancies.decideWaiting()).toEqual({ jobs: 3, more: false });
    expect(aside).toEqual([spoilt]);
    expect(await bench.groups()).toEqual([['1 Berlin', '3 Kiel'], ['2 Hamburg']]);
  });

  it('are closed when the last posting is', async () => {
    const [own, board] = [await bench.source(), await bench.source()];
    await bench.load(own, berlin);
    await bench.load(board, hamburg);
    await bench.matching.matchNewJobs();
    await database.transaction((tx) => bench.jobs.closeVanished(tx, own, []));
    await bench.matching.closeWindows(100);
    expect(await bench.told()).toEqual([1]);
    expect((await bench.listed()).map(({ places }) => places)).toEqual([['Hamburg, Germany']]);
    await database.transaction((tx) => bench.jobs.closeVanished(tx, board, []));
    expect(await bench.listed()).toEqual([]);
  });
});
