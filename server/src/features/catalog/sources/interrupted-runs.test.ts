import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sourceInputSchema } from '@rolecall/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createSourceBench, type SourceBench } from '../../../testing/sources/bench.ts';
import { type LocalBoards, openLocalBoards } from '../../../testing/sources/boards.ts';
import { examineSources } from './doctor.ts';

const minute = 60_000;
const reader = fileURLToPath(new URL('../../../testing/sources/dying-reader.ts', import.meta.url));
const board = { jobs: [{ id: 1, title: 'Cook', absolute_url: 'https://boards.greenhouse.io/acme/jobs/1' }] };

describeEachDatabase('runs of sources that are interrupted', (open) => {
  const clock = new FakeClock();
  let database: TestDatabase;
  let boards: LocalBoards;
  let bench: SourceBench;
  let path = '';
  let count = 0;

  beforeAll(async () => {
    [database, boards] = await Promise.all([open(), openLocalBoards()]);
  });
  afterAll(() => boards.close());
  beforeEach(() => {
    bench = createSourceBench(database, clock, { httpClient: boards.httpClient });
    count += 1;
    path = `/v1/boards/board-${count}/jobs?content=true`;
  });

  const add = () =>
    bench.sources.add(
      sourceInputSchema.parse({ kind: 'greenhouse', name: 'Acme', address: `board-${count}` }),
    );

  /** A requested run that a process has just taken up when it died. */
  async function requestOneThatDies(id: string): Promise<string> {
    const requested = await database.transaction((tx) => bench.sources.requestRun(tx, id));
    await database.query
      .updateTable('source_runs')
      .set({ begun_at: clock.now() })
      .where('id', '=', requested.id)
      .execute();
    return requested.id;
  }

  /** Keeps whoever asks for the board waiting. @returns when it was asked for, the way to answer */
  function hang(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<() => void>();
    boards.answer(path, (_request, response) => resolve(() => response.end(JSON.stringify(board))));
    return promise;
  }

  /** A process is killed with -9 while it reads; on the embedded database, which has one process, it is forgotten. */
  async function dieReading(id: string): Promise<void> {
    const asked = hang();
    if (database.url === undefined) {
      const forgotten = createSourceBench(database, clock, { httpClient: boards.httpClient });
      forgotten.sources.runScheduled(id).catch(() => {});
      await asked;
    } else {
      const now = clock.now().toISOString();
      const dying = spawn(process.execPath, [reader, database.url, boards.origin, id, now], {
        stdio: 'inherit',
      });
      await asked;
      dying.kill('SIGKILL');
      await once(dying, 'exit');
    }
    clock.advance(minute);
  }

  it('sets a source aside when two in a row have ended with their process, until one by hand ends by itself', async () => {
    const id = await add();
    await dieReading(id);
    await dieReading(id);
    const asked = boards.requests.length;
    await bench.sources.runScheduled(id);
    expect(boards.requests).toHaveLength(asked);
    expect(await bench.sources.read(id)).toMatchObject({
      health: 'set_aside',
      interrupted_runs: 2,
      last_run: { status: 'failed', error: expect.stringContaining('interrupted') },
    });

    expect(await examineSources(database)).toMatchObject([
      { part: 'sources', state: 'warning', detail: expect.stringContaining('Acme') },
    ]);

    // One by hand whose process dies too is not begun anew by the queue.
    await bench.sources.carryOut(id, await requestOneThatDies(id));
    expect(boards.requests).toHaveLength(asked);
    expect(await bench.sources.read(id)).toMatchObject({ health: 'set_aside', interrupted_runs: 3 });

    boards.serve(path, board);
    const again = await database.transaction((tx) => bench.sources.requestRun(tx, id));
    await bench.sources.carryOut(id, again.id);
    expect(await bench.sources.read(id)).toMatchObject({ health: 'healthy', interrupted_runs: 0 });
  });

  it('begins a requested one anew when the queue gives it to another process, though its lease is not over', async () => {
    const id = await add();
    boards.serve(path, board);
    await bench.sources.carryOut(id, await requestOneThatDies(id));
    const { items } = await bench.sources.listRuns(id, { limit: 10 });
    expect(items.map(({ status }) => status).toSorted()).toEqual(['failed', 'succeeded']);
    expect(await bench.sources.read(id)).toMatchObject({ health: 'healthy', interrupted_runs: 0 });
  });

  it('leaves a run to the next process when its own one stops, and counts it for nothing', async () => {
    const id = await add();
    const asked = hang();
    const stopping = createSourceBench(database, clock, { httpClient: boards.httpClient });
    const left = expect(stopping.sources.runScheduled(id)).rejects.toThrow('left to the next process');
    const answer = await asked;
    await stopping.sources.stopRuns();
    answer();
    await left;
    expect(await bench.sources.read(id)).toMatchObject({
      interrupted_runs: 0,
      last_run: { status: 'failed', error: expect.stringContaining('was stopped') },
    });
    boards.serve(path, board);
    await bench.sources.runScheduled(id);
    expect(await bench.sources.read(id)).toMatchObject({
      health: 'healthy',
      last_run: { counts: { new: 1 } },
    });
  });

  it('takes the count back of one that was only slow', async () => {
    const id = await add();
    const asked = hang();
    const slow = bench.sources.runScheduled(id);
    const answer = await asked;
    clock.advance(minute);
    await database.transaction((tx) => bench.sources.closeInterruptedRuns(tx));
    expect(await bench.sources.read(id)).toMatchObject({ interrupted_runs: 1 });
    answer();
    await slow;
    expect(await bench.sources.read(id)).toMatchObject({
      interrupted_runs: 0,
      last_run: { status: 'failed', error: expect.stringContaining('interrupted') },
    });
  });
});
