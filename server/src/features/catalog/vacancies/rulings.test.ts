import { api, type Vacancy } from '@rolecall/contract';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { allows, type Viewer } from '../../../platform/http/index.ts';
import { emptyAuditLog } from '../../../testing/audit.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { createPerson } from '../../../testing/notifications.ts';
import {
  berlin,
  createVacancyBench,
  hamburg,
  otherText,
  type VacancyBench,
} from '../../../testing/vacancy-bench.ts';
import { createAudit } from '../../identity/audit/index.ts';
import { createRulings } from './index.ts';
import { vacancyRoutes } from './vacancies.routes.ts';

describeEachDatabase('what operators say of vacancies', (open) => {
  const clock = new FakeClock('2026-09-01T12:00:00Z');
  let database: Database;
  let bench: VacancyBench;
  let operator: Viewer;
  let routes: ReturnType<typeof vacancyRoutes>;
  /** In the order of their imports. */
  let ids: string[];

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    bench = await createVacancyBench(database, clock);
    await emptyAuditLog(database);
    const vacancyRulings = createRulings({
      clock,
      audit: createAudit({ clock }),
      emitMoved: bench.vacancies.moved.emit,
      emitSplit: bench.vacancies.split.emit,
    });
    routes = vacancyRoutes({ database, vacancyRulings });
    operator = {
      userId: await createPerson(database, { role: 'operator' }),
      role: 'operator',
      sessionId: 's',
    };
  });

  const read = (jobId = '') => call(api.vacancies.read, jobId);
  const call = (
    endpoint: typeof api.vacancies.read | typeof api.vacancies.split,
    jobId: string,
  ): Promise<Vacancy> => callRoute(endpoint, { viewer: operator, params: { job_id: jobId } }, routes);
  const merge = (jobId = '', other = ''): Promise<Vacancy> =>
    callRoute(
      api.vacancies.merge,
      { viewer: operator, params: { job_id: jobId }, body: { job_id: other } },
      routes,
    );
  const undo = ({ rulings: [last] }: Vacancy): Promise<Vacancy> =>
    callRoute(api.vacancies.undo, { viewer: operator, params: { ruling_id: last?.id } }, routes);

  /** Imports postings into sources of their own, one after the other. */
  async function loadEach(...postings: readonly (typeof berlin)[]): Promise<string[]> {
    const sources: string[] = [];
    for (const posting of postings) {
      const source = await bench.source();
      sources.push(source);
      await bench.load(source, posting);
      clock.advance(1_000);
    }
    await bench.matchAndTell();
    const rows = await database.query.selectFrom('jobs').select('id').orderBy('created_at').execute();
    ids = rows.map(({ id }) => id);
    return sources;
  }

  it('they see why postings are one vacancy, its places and its freshest link', async () => {
    await loadEach(berlin, hamburg);
    const vacancy = await read(ids[0]);
    expect(vacancy).toMatchObject({
      is_waiting: false,
      places: ['Hamburg, Germany', 'Berlin, Germany'],
      apply_url: hamburg.applyUrl,
      rulings: [],
    });
    expect(vacancy.postings.map(({ id, joined_to, reasons }) => [id, joined_to, reasons])).toEqual([
      [ids[1], ids[0], ['same_text_but_for_the_place']],
      [ids[0], null, []],
    ]);
    await expect(read('00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('what is split stays so across imports, and nobody is told twice', async () => {
    const [, board = ''] = await loadEach(berlin, hamburg);
    expect(await bench.told()).toEqual([1]);
    const split = await call(api.vacancies.split, ids[1] ?? '');
    expect(await bench.listed()).toHaveLength(2);
    expect(split.postings.map(({ id, reasons }) => [id, reasons])).toEqual([
      [ids[1], ['kept_apart_by_operator']],
    ]);
    expect(await bench.groups()).toEqual([['1 Berlin'], ['2 Hamburg']]);

    await bench.load(board, { ...hamburg, contentHash: 'v2', places: ['Hamburg', 'Kiel'] });
    await bench.matchAndTell();
    await loadEach({ ...hamburg, externalId: '3' });
    expect(await bench.groups()).toEqual([['1 Berlin'], ['2 Hamburg', '3 Hamburg']]);
    expect(await bench.told()).toEqual([1]);
    await expect(call(api.vacancies.split, ids[0] ?? '')).rejects.toMatchObject({ code: 'edit_conflict' });

    expect(await undo(split)).toMatchObject({
      is_waiting: true,
      rulings: [{ undone_at: expect.any(String) }],
    });
    await bench.matchAndTell();
    expect(await bench.groups()).toEqual([['1 Berlin', '2 Hamburg', '3 Hamburg']]);
    await expect(undo(split)).rejects.toMatchObject({ code: 'edit_conflict' });
    expect(await bench.told()).toEqual([1]);
    const log = await database.query
      .selectFrom('audit_log')
      .select(['action', 'subject_id'])
      .orderBy('at')
      .orderBy('id')
      .execute();
    expect(log).toEqual([
      { action: 'vacancy_split', subject_id: ids[1] },
      { action: 'vacancy_ruling_undone', subject_id: ids[1] },
    ]);
  });

  it('what is made one stays so across imports, with matches and marks, and can be two again', async () => {
    const other = { ...hamburg, description: { html: '', text: otherText } };
    const [, board = ''] = await loadEach(berlin, other);
    const [first = '', second = ''] = ids;
    expect(await bench.groups()).toHaveLength(2);
    await database.transaction((tx) => bench.marks.mark(tx, bench.seeker, first, 'saved'));
    await database.transaction((tx) => bench.marks.mark(tx, bench.seeker, second, 'hidden'));

    const merged = await merge(second, first);
    expect(merged.postings.map(({ joined_to, reasons }) => [joined_to, reasons])).toEqual([
      [first, ['joined_by_operator']],
      [null, []],
    ]);
    expect((await bench.listed()).map(({ id, mark }) => [id, mark])).toEqual([[first, 'saved']]);
    await bench.load(board, {
      ...other,
      contentHash: 'v2',
      description: { html: '', text: `${otherText} Soon.` },
    });
    await bench.matchAndTell();
    expect(await bench.groups()).toEqual([['1 Berlin', '2 Hamburg']]);

    await undo(merged);
    expect(await bench.groups()).toEqual([['1 Berlin'], ['2 Hamburg']]);
    await bench.matchAndTell();
    expect(await bench.told()).toEqual([2]);
  });

  it('a mark on one posting counts for its vacancy', async () => {
    await loadEach(berlin, hamburg);
    const [first = '', second = ''] = ids;
    const mark = (id: string, kind: 'saved' | 'hidden') =>
      database.transaction((tx) => bench.marks.mark(tx, bench.seeker, id, kind));
    await mark(second, 'hidden');
    expect(await bench.listed()).toEqual([]);
    await mark(first, 'saved');
    expect((await bench.listed()).map(({ id, mark: own }) => [id, own])).toEqual([[first, 'saved']]);
    await database.transaction((tx) => bench.marks.unmark(tx, bench.seeker, second, 'saved'));
    expect((await bench.listed()).map(({ mark: own }) => own)).toEqual([null]);
  });

  it('only operators may', () => {
    for (const endpoint of Object.values(api.vacancies)) {
      for (const viewer of [bench.seeker, { ...bench.seeker, role: 'recruiter' as const }, null])
        expect(allows(endpoint, viewer)).toBe(false);
      expect(allows(endpoint, operator)).toBe(true);
    }
  });
});
