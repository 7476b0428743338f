import { type SourceInput, sourceInputSchema } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createSourceBench, type SourceBench } from '../../../testing/sources/bench.ts';
import { type LocalBoards, openLocalBoards } from '../../../testing/sources/boards.ts';
import { testWorkers } from '../../../testing/workers/index.ts';
import { documentOf } from './feeds.ts';

const minute = 60_000;

function greenhouseJob(id: number, change: Record<string, unknown> = {}) {
  return {
    id,
    title: `Cook ${id}`,
    absolute_url: `https://boards.greenhouse.io/acme/jobs/${id}`,
    content: `&lt;p&gt;Kitchen ${id}&lt;/p&gt;`,
    location: { name: 'Berlin' },
    first_published: '2026-08-10T09:19:03-04:00',
    ...change,
  };
}

const board = (...ids: number[]) => ({ jobs: ids.map((id) => greenhouseJob(id)) });
const range = (length: number) => Array.from({ length }, (_, index) => index + 1);

describeEachDatabase('sources', (open) => {
  const clock = new FakeClock();
  let database: TestDatabase;
  let boards: LocalBoards;
  let bench: SourceBench;
  let token = 0;
  let path = '';

  beforeAll(async () => {
    [database, boards] = await Promise.all([open(), openLocalBoards()]);
  });
  afterAll(() => boards.close());
  beforeEach(() => {
    clock.set('2026-09-01T12:00:00Z');
    bench = createSourceBench(database, clock, { httpClient: boards.httpClient });
    token += 1;
    path = `/v1/boards/board-${token}/jobs?content=true`;
  });

  const add = (change: Partial<SourceInput> = {}) =>
    bench.sources.add(
      sourceInputSchema.parse({ kind: 'greenhouse', name: 'Acme', address: `board-${token}`, ...change }),
    );
  const run = async (id: string) => {
    await bench.sources.runScheduled(id);
    return (await bench.sources.read(id)).last_run;
  };
  const runByHand = async (id: string) => {
    const requested = await database.transaction((tx) => bench.sources.requestRun(tx, id));
    await bench.sources.carryOut(id, requested.id);
    return (await bench.sources.read(id)).last_run;
  };
  const statuses = async (id: string) =>
    Object.fromEntries(
      (
        await database.query
          .selectFrom('jobs')
          .select(['external_id', 'status'])
          .where('source_id', '=', id)
          .orderBy('external_id')
          .execute()
      ).map((row) => [row.external_id, row.status]),
    );

  it('brings new jobs, tells of each once, and asks for nothing that has not changed', async () => {
    const id = await add();
    boards.serve(path, board(1, 2));
    expect(await run(id)).toMatchObject({
      status: 'succeeded',
      trigger: 'schedule',
      counts: { read: 2, new: 2 },
    });
    expect(bench.published).toHaveLength(2);
    expect(await run(id)).toMatchObject({ status: 'succeeded', counts: { read: 0, new: 0 } });
    expect(boards.requests.at(-1)?.etag).toEqual(expect.any(String));
    expect(await bench.sources.read(id)).toMatchObject({ health: 'healthy', open_jobs: 2 });
    expect(bench.published).toHaveLength(2);
  });

  it('says of one that came from a file what to do, and of no next try where there is no schedule', async () => {
    const document = JSON.stringify([]);
    const request = { kind: 'job_posting', name: `File ${token}`, document, fileName: 'jobs.json' } as const;
    const { source } = await bench.sources.ingestDocument(request);
    expect(await runByHand(source.id)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('read the file again'),
    });
    expect(await bench.sources.read(source.id)).toMatchObject({
      health: 'backing_off',
      schedule: null,
      next_attempt_at: null,
    });
  });

  it('reads a feed that comes with the program where it is made, by hand too', async () => {
    const made: string[] = [];
    const name = `Board ${token}`;
    bench = createSourceBench(database, clock, {
      bundled: new Map([
        [
          name,
          async () => {
            made.push(name);
            return documentOf(JSON.stringify(made.map((_time, place) => jobPosting(place))));
          },
        ],
      ]),
    });
    const jobPosting = (place: number) => ({
      '@type': 'JobPosting',
      title: 'Baker',
      identifier: `bread-${place}`,
      url: `https://demo.example/${place}`,
      hiringOrganization: { name: 'Marchepain' },
      skills: 'Sourdough',
    });
    const document = JSON.stringify([]);
    const { source } = await bench.sources.ingestDocument({
      kind: 'job_posting',
      name,
      document,
      fileName: '',
    });
    expect(await runByHand(source.id)).toMatchObject({ status: 'succeeded', counts: { new: 1 } });
    expect(await runByHand(source.id)).toMatchObject({
      status: 'succeeded',
      counts: { new: 1, unchanged: 1 },
    });
    expect(bench.published).toHaveLength(2);
  });

  it('changes, closes and opens again without telling anybody', async () => {
    const id = await add();
    boards.serve(path, board(1, 2, 3));
    await run(id);
    boards.serve(path, { jobs: [greenhouseJob(1, { title: 'Chef' }), greenhouseJob(2), { id: 9 }] });
    expect(await run(id)).toMatchObject({
      counts: { read: 3, new: 0, changed: 1, unchanged: 1, skipped: 1, closed: 1 },
      skipped: [{ row: 2, reason: 'no_title' }],
    });
    expect(await statuses(id)).toEqual({ 1: 'open', 2: 'open', 3: 'closed' });
    boards.serve(path, board(1, 2, 3));
    expect(await run(id)).toMatchObject({ counts: { new: 0, changed: 2, unchanged: 1 } });
    expect(await statuses(id)).toEqual({ 1: 'open', 2: 'open', 3: 'open' });
    expect(bench.published).toHaveLength(3);
  });

  it('closes nothing after a feed that is cut off, broken or gone', async () => {
    const id = await add();
    boards.serve(path, board(1, 2));
    await run(id);
    boards.serve(path, { ...board(1), meta: { total: 2 } });
    expect(await run(id)).toMatchObject({
      status: 'succeeded',
      warning: expect.stringContaining('stay open'),
    });
    boards.serve(path, JSON.stringify(board(1, 2)).slice(0, -20));
    expect(await run(id)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('source_unreadable'),
    });
    clock.advance(15 * minute);
    boards.answer(path, (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"jobs":[');
      response.socket?.destroy();
    });
    expect(await run(id)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('outgoing_failed'),
    });
    expect(await statuses(id)).toEqual({ 1: 'open', 2: 'open' });
  });

  it('does not believe a feed that is suddenly empty or halved, until somebody runs it by hand', async () => {
    const id = await add();
    boards.serve(path, board(...range(30)));
    await run(id);
    boards.serve(path, board(1, 2));
    expect(await runByHand(id)).toMatchObject({
      counts: { closed: 0 },
      warning: expect.stringContaining('half'),
    });
    boards.serve(path, board());
    expect(await run(id)).toMatchObject({ counts: { closed: 0 }, warning: expect.stringContaining('empty') });
    expect(await runByHand(id)).toMatchObject({ counts: { closed: 30 }, warning: null });
  });

  it('backs off, is paused by its breaker, and is healed by a run by hand', async () => {
    const id = await add();
    expect(await run(id)).toMatchObject({ status: 'failed', error: expect.stringContaining('404') });
    expect(await bench.sources.read(id)).toMatchObject({
      health: 'backing_off',
      next_attempt_at: '2026-09-01T12:15:00.000Z',
    });
    const asked = boards.requests.length;
    await run(id);
    expect(boards.requests).toHaveLength(asked);
    for (const failures of range(7)) {
      clock.advance(24 * 60 * minute);
      await run(id);
      expect((await bench.sources.read(id)).consecutive_failures).toBe(failures + 1);
    }
    expect((await bench.sources.read(id)).health).toBe('paused_by_breaker');
    clock.advance(48 * 60 * minute);
    const paused = boards.requests.length;
    await run(id);
    expect(boards.requests).toHaveLength(paused);
    boards.serve(path, board(1));
    await runByHand(id);
    expect(await bench.sources.read(id)).toMatchObject({ health: 'healthy', next_attempt_at: null });
  });

  it('has one run at a time', async () => {
    const id = await add();
    await database.transaction((tx) => bench.sources.requestRun(tx, id));
    await expect(database.transaction((tx) => bench.sources.requestRun(tx, id))).rejects.toMatchObject({
      code: 'source_running',
    });
    await expect(bench.sources.runScheduled(id)).rejects.toMatchObject({ code: 'source_running' });
    expect(bench.requested).toHaveLength(1);
  });

  it('finishes with the next run what a killed one has begun', async () => {
    const id = await add();
    const all = range(450);
    boards.serve(path, board(...all));
    let batches = 0;
    const dying = createSourceBench(database, clock, {
      httpClient: boards.httpClient,
      jobsPublished: async () => {
        batches += 1;
        if (batches === 2) throw new Error('killed');
      },
    });
    await dying.sources.runScheduled(id);
    expect(dying.published).toHaveLength(200);
    expect((await bench.sources.read(id)).last_run).toMatchObject({
      status: 'failed',
      counts: { read: 200, new: 200 },
    });
    clock.advance(15 * minute);
    expect(await run(id)).toMatchObject({ counts: { read: 450, new: 250, unchanged: 200, skipped: 0 } });
    expect(new Set([...dying.published, ...bench.published]).size).toBe(450);
    expect(bench.published).toHaveLength(250);
  });

  it('closes the run of a process that died, and a slow one writes nothing more', async () => {
    const id = await add();
    boards.serve(path, board(1));
    const requested = await database.transaction((tx) => bench.sources.requestRun(tx, id));
    clock.advance(11 * minute);
    const slow = createSourceBench(database, clock, {
      httpClient: boards.httpClient,
      // In the middle of its only batch another run takes over.
      jobsPublished: (tx) =>
        tx
          .updateTable('source_runs')
          .set({ status: 'failed', error: 'interrupted' })
          .execute()
          .then(() => {}),
    });
    await slow.sources.runScheduled(id).catch(() => {});
    const log = await bench.sources.listRuns(id, { limit: 10 });
    expect(log.items.find((item) => item.id === requested.id)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('interrupted'),
    });
    expect(await statuses(id)).toEqual({});
  });

  it('begins anew when a requested run was interrupted', async () => {
    const id = await add();
    boards.serve(path, board(1));
    const requested = await database.transaction((tx) => bench.sources.requestRun(tx, id));
    clock.advance(11 * minute);
    await database.transaction((tx) => bench.sources.closeInterruptedRuns(tx));
    await bench.sources.carryOut(id, requested.id);
    expect((await bench.sources.listRuns(id, { limit: 10 })).items.map((item) => item.status)).toEqual([
      'succeeded',
      'failed',
    ]);
    expect(bench.published).toHaveLength(1);
  });

  it('skips a posting that is too hard with its reason, and reads it once it is not, though nothing has changed', async () => {
    const id = await add();
    boards.serve(path, board(1, 2));
    const workers = testWorkers();
    const hard: WorkerPool = {
      ...workers,
      run: (task, input, options) =>
        task.name === 'sources.words' && JSON.stringify(input).includes('Cook 2')
          ? Promise.resolve({ status: 'too_slow', detail: 'it did not end within 5000 ms' })
          : workers.run(task, input, options),
    };
    await createSourceBench(database, clock, {
      httpClient: boards.httpClient,
      workers: hard,
    }).sources.runScheduled(id);
    expect((await bench.sources.read(id)).last_run).toMatchObject({
      status: 'succeeded',
      counts: { read: 2, new: 1, skipped: 1 },
      skipped: [{ row: 1, reason: 'too_hard', detail: expect.stringContaining('did not end') }],
    });
    expect(await run(id)).toMatchObject({ counts: { read: 2, new: 1, unchanged: 1, skipped: 0 } });
  });

  it('skips a posting that cannot be stored, with its reason, and brings the others of its batch', async () => {
    const id = await add();
    const spoilt = `k${token}`;
    await database.executeSql(
      `alter table jobs add constraint no_${spoilt} check (title <> 'Cook 2' or source_id <> '${id}')`,
    );
    boards.serve(path, {
      jobs: [...range(3).map((job) => greenhouseJob(job)), greenhouseJob(4, { title: '__proto__' })],
    });
    const last = await run(id);
    await database.executeSql(`alter table jobs drop constraint no_${spoilt}`);
    expect(last).toMatchObject({ status: 'succeeded', counts: { read: 4, new: 3, skipped: 1 } });
    expect(last?.skipped).toMatchObject([
      { row: 1, reason: 'invalid', detail: expect.stringContaining('no_k') },
    ]);
    expect(await statuses(id)).toEqual({ 1: 'open', 3: 'open', 4: 'open' });
    expect(await run(id)).toMatchObject({ status: 'succeeded', counts: { new: 1 } });
  });

  it.each([
    ['a NUL', '{"jobs":[\0]}'],
    ['UTF-16', Buffer.from('{"jobs":[]}', 'utf16le').toString('latin1')],
    ['a lone surrogate', '{"jobs":[\ud800'],
  ])('ends a run whose document has %s', async (_what, document) => {
    const id = await add();
    boards.serve(path, document);
    expect(await run(id)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('source_unreadable'),
    });
    expect(await bench.sources.read(id)).toMatchObject({ health: 'backing_off', consecutive_failures: 1 });
  });

  it('keeps at most 100 skips of a run', async () => {
    const id = await add();
    boards.serve(path, { jobs: range(150).map((job) => ({ id: job })) });
    const last = await run(id);
    expect(last?.counts).toMatchObject({ read: 150, skipped: 150 });
    expect(last?.skipped).toHaveLength(100);
  });

  it('takes names of boards and public addresses only', async () => {
    await expect(add({ address: '../evil' })).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(add({ kind: 'job_posting', address: 'http://127.0.0.1:1/x' })).rejects.toMatchObject({
      code: 'outgoing_address_refused',
    });
    await expect(add({ kind: 'job_posting', address: `${boards.origin}/p${token}` })).resolves.toEqual(
      expect.any(String),
    );
    await add();
    await expect(add({ address: `BOARD-${token}` })).rejects.toMatchObject({ code: 'source_exists' });
  });

  it('keeps its schedule', async () => {
    const id = await add({ schedule: '0 6 * * *', time_zone: 'Europe/Berlin' });
    await bench.sources.followSchedule(id);
    expect(bench.schedules.get(id)).toBe('0 6 * * * Europe/Berlin');
    await database.transaction((tx) => bench.sources.edit(tx, id, { enabled: false }));
    await bench.sources.followSchedule(id);
    expect(bench.schedules.has(id)).toBe(false);
    expect(await bench.sources.read(id)).toMatchObject({ health: 'disabled' });
    expect(await bench.sources.listScheduled()).not.toContain(id);
  });

  it('closes the jobs of a removed source, which come back with it and are told of once', async () => {
    const id = await add();
    boards.serve(path, board(1));
    await run(id);
    await database.transaction((tx) => bench.sources.remove(tx, id));
    expect(await statuses(id)).toEqual({ 1: 'closed' });
    await expect(bench.sources.read(id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(bench.sources.runScheduled(id)).resolves.toBeUndefined();
    expect(await add({ name: 'Acme again' })).toBe(id);
    expect(await run(id)).toMatchObject({ counts: { new: 0, changed: 1 } });
    expect(bench.published).toHaveLength(1);
  });

  it('lists sources and runs page by page', async () => {
    const id = await add();
    boards.serve(path, board(1));
    for (const _ of range(3)) {
      clock.advance(minute);
      await run(id);
    }
    const first = await bench.sources.listRuns(id, { limit: 2 });
    const second = await bench.sources.listRuns(id, { limit: 2, cursor: first.next_cursor ?? undefined });
    expect([...first.items, ...second.items].map((item) => item.started_at)).toHaveLength(3);
    expect(second.next_cursor).toBeNull();
    await expect(
      bench.sources.list({ limit: 2, cursor: first.next_cursor ?? undefined }),
    ).rejects.toMatchObject({ code: 'invalid_cursor' });
    await expect(bench.sources.listRuns(uuidv7(), { limit: 2 })).rejects.toMatchObject({ code: 'not_found' });
    expect((await bench.sources.list({ limit: 100 })).items.map((source) => source.id)).toContain(id);
  });

  it('reads boards by an address and documents by a file into the same source', async () => {
    boards.serve(path, board(1));
    const byAddress = await bench.sources.ingestAddress({ kind: 'greenhouse', address: `board-${token}` });
    expect(byAddress.run).toMatchObject({ trigger: 'command_line', counts: { new: 1 } });
    const document = JSON.stringify({
      jobs: [greenhouseJob(1, { absolute_url: `https://boards.greenhouse.io/board-${token}/jobs/1` })],
    });
    const progress: number[] = [];
    const byFile = await bench.sources.ingestDocument({
      kind: 'greenhouse',
      document,
      fileName: 'answer.json',
      onProgress: ({ read }) => progress.push(read),
    });
    expect(byFile.source.id).toBe(byAddress.source.id);
    expect(byFile.run.counts).toMatchObject({ read: 1, changed: 1 });
    expect(progress).toEqual([0, 1]);
    const broken = await bench.sources
      .ingestDocument({ kind: 'lever', document: '{', fileName: 'x.json' })
      .catch((error: unknown) => error);
    expect(broken).toMatchObject({ code: 'source_unreadable' });
  });
});
