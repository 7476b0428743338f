import type { ServerResponse } from 'node:http';
import { type SourceRun, sourceInputSchema } from '@rolecall/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createSourceBench, type SourceBench } from '../../../testing/sources/bench.ts';
import { type LocalBoards, openLocalBoards } from '../../../testing/sources/boards.ts';
import { type Row, serveRows, standIns } from '../../../testing/sources/stand-ins.ts';

const kinds = sourceInputSchema.shape.kind.options;
/** Kinds whose documents have some of the postings only. */
const increments: ReadonlySet<string> = new Set(['adzuna', 'hacker_news', 'remoteok', 'rss']);
const html = '<!doctype html><html><head><title>Welcome</title></head><body><p>Log in.</p></body></html>';

/** How another side misbehaves, and what the run says of it. */
const faults: readonly (readonly [string, (response: ServerResponse) => void, string])[] = [
  ['answers 401', (response) => response.writeHead(401).end('{"error":"key"}'), 'source_unreadable'],
  ['answers 410', (response) => response.writeHead(410).end(), '410'],
  ['answers 500', (response) => response.writeHead(500).end('{'), 'status 500'],
  ['does not answer', () => {}, 'outgoing_timeout'],
  ['breaks off', breakOff, 'outgoing_failed'],
  ['has a body of 200 MB', flood, 'outgoing_too_large'],
  [
    'answers with a page for people',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html),
    'source_unreadable',
  ],
  [
    'answers with nothing',
    (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(),
    'source_unreadable',
  ],
];

function breakOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '1000' }).write('{"jobs":[');
  response.socket?.destroy();
}

/** Never more than the other side takes, and never all of it in memory. */
function flood(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1_024, ' ');
  let left = 200 * 16;
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) return;
    }
    response.end();
  };
  response.on('drain', more);
  more();
}

/** Each field once as it is not documented. */
function* faultyRows(row: (number: number) => Row): Generator<Row> {
  let number = 100;
  // What says that it is no posting at all is no row.
  for (const field of Object.keys(row(0)).filter((name) => name !== '@type')) {
    for (const value of [undefined, null, 17, true, [], {}, [[null]], 'x'.repeat(3_000)]) {
      number += 1;
      yield { ...row(number), [field]: value };
    }
  }
}

describeEachDatabase('every kind of source', (open) => {
  const clock = new FakeClock();
  let database: TestDatabase;
  let boards: LocalBoards;
  let bench: SourceBench;

  beforeAll(async () => {
    [database, boards] = await Promise.all([open(), openLocalBoards({ timeoutMs: 1_000 })]);
  });
  afterAll(() => boards.close());
  beforeEach(async () => {
    clock.set('2026-09-01T12:00:00Z');
    boards.forget();
    await database.executeSql('truncate sources, jobs cascade');
    bench = createSourceBench(database, clock, { httpClient: boards.httpClient });
  });

  async function run(id: string): Promise<SourceRun> {
    const requested = await database.transaction((tx) => bench.sources.requestRun(tx, id));
    await bench.sources.carryOut(id, requested.id);
    const { last_run: last } = await bench.sources.read(id);
    if (last === null) throw new Error('the source has not run');
    const { read, new: added, changed, unchanged, skipped } = last.counts;
    expect(read).toBe(added + changed + unchanged + skipped);
    return last;
  }
  const add = (kind: (typeof kinds)[number]) =>
    bench.sources.add(
      sourceInputSchema.parse({ kind, name: 'Acme', address: standIns[kind].address(boards.origin) }),
    );
  const openJobs = async (id: string) => (await bench.sources.read(id)).open_jobs;

  describe.each(kinds)('%s', (kind) => {
    const { row, title, path, inCountry } = standIns[kind];
    const other = kind === 'greenhouse' ? 'lever' : 'greenhouse';

    it('brings what is new, leaves what is unchanged, and tells of each job once', async () => {
      const id = await add(kind);
      serveRows(boards, kind, [row(1), row(2)]);
      expect(await run(id)).toMatchObject({
        status: 'succeeded',
        counts: { read: 2, new: 2 },
        warning: null,
      });
      const { counts } = await run(id);
      expect(counts).toMatchObject({ new: 0, changed: 0, closed: 0 });
      expect(await openJobs(id)).toBe(2);
      expect(new Set(bench.published).size).toBe(2);
      const stored = await database.query
        .selectFrom('jobs')
        .select(['title', 'description_text'])
        .where('source_id', '=', id)
        .orderBy('title')
        .execute();
      expect(stored.map((job) => job.title)).toEqual(['Cook 1', 'Cook 2']);
      expect(stored.map((job) => job.description_text)).toEqual([
        expect.stringContaining('Kitchen'),
        expect.stringContaining('Kitchen'),
      ]);
    });

    it('ends every run with its reason when the other side misbehaves, and harms no other source', async () => {
      const id = await add(kind);
      const neighbour = await add(other);
      serveRows(boards, kind, [row(1)]);
      serveRows(boards, other, [standIns[other].row(1)]);
      await run(id);
      for (const [what, misbehave, error] of faults) {
        boards.answer(path, (_request, response) => misbehave(response));
        expect([what, await run(id)]).toMatchObject([
          what,
          { status: 'failed', error: expect.stringContaining(error) },
        ]);
      }
      expect(await bench.sources.read(id)).toMatchObject({
        consecutive_failures: faults.length,
        open_jobs: 1,
      });
      expect(await run(neighbour)).toMatchObject({ status: 'succeeded', counts: { new: 1 } });
      serveRows(boards, kind, [row(1)]);
      expect(await run(id)).toMatchObject({ status: 'succeeded', counts: { new: 0, closed: 0 } });
      expect(await bench.sources.read(id)).toMatchObject({ health: 'healthy', open_jobs: 1 });
    });

    it('leaves the other side alone for as long as it asks', async () => {
      const id = await add(kind);
      boards.answer(path, (_request, response) =>
        response.writeHead(429, { 'retry-after': '7200' }).end('{}'),
      );
      expect(await run(id)).toMatchObject({ status: 'failed', error: expect.stringContaining('7200') });
      expect(await bench.sources.read(id)).toMatchObject({ next_attempt_at: '2026-09-01T14:00:00.000Z' });
      const asked = boards.requests.length;
      expect(await run(id)).toMatchObject({ status: 'failed' });
      expect(boards.requests).toHaveLength(asked);
    });

    it('accounts for rows with missing and oddly typed fields, and brings the others', async () => {
      const id = await add(kind);
      const rows = [row(1), ...faultyRows(row), row(2)];
      serveRows(boards, kind, rows);
      const last = await run(id);
      expect(last.status).toBe('succeeded');
      expect(last.counts.read).toBeGreaterThanOrEqual(rows.length);
      expect(last.counts.skipped).toBeGreaterThan(0);
      for (const { detail } of last.skipped) expect(detail).not.toBe('');
      const known = await database.query
        .selectFrom('jobs')
        .select('title')
        .where('source_id', '=', id)
        .where('title', 'in', ['Cook 1', 'Cook 2'])
        .execute();
      expect(known).toHaveLength(2);
    });

    it('bears a country that nobody knows, and a title that is none', async () => {
      const id = await add(kind);
      serveRows(boards, kind, [
        { ...row(1), ...inCountry('Ruritania') },
        { ...row(2), [title]: ' ' },
        row(3),
      ]);
      expect(await run(id)).toMatchObject({
        status: 'succeeded',
        counts: { read: 3, new: 2, skipped: 1 },
        skipped: [{ reason: 'no_title' }],
      });
    });
  });

  it('closes within one run what a snapshot has no more, and by an increment nothing', async () => {
    const closed: [string, number][] = [];
    for (const kind of kinds) {
      const id = await add(kind);
      const { row } = standIns[kind];
      serveRows(boards, kind, [row(1), row(2)]);
      await run(id);
      serveRows(boards, kind, [row(1)]);
      closed.push([kind, (await run(id)).counts.closed]);
    }
    expect(closed).toEqual(kinds.map((kind) => [kind, increments.has(kind) ? 0 : 1]));
  });

  describe('a source of several documents', () => {
    const rows = Array.from({ length: 250 }, (_, number) => standIns.smartrecruiters.row(number));
    const secondPage = '/v1/companies/Acme/postings?limit=100&offset=100';

    it('is read to its end, and asks again only for what is new', async () => {
      const id = await add('smartrecruiters');
      serveRows(boards, 'smartrecruiters', rows);
      expect(await run(id)).toMatchObject({ status: 'succeeded', counts: { read: 250, new: 250 } });
      const asked = boards.requests.length;
      expect(await run(id)).toMatchObject({ counts: { read: 250, unchanged: 250 } });
      expect(boards.requests).toHaveLength(asked + 3);
    });

    it('closes nothing when a page is missing, and keeps what the others have', async () => {
      const id = await add('smartrecruiters');
      serveRows(boards, 'smartrecruiters', rows);
      await run(id);
      boards.answer(secondPage, (_request, response) => response.writeHead(500).end());
      expect(await run(id)).toMatchObject({
        status: 'succeeded',
        counts: { read: 101, unchanged: 100, skipped: 1, closed: 0 },
        skipped: [{ reason: 'unreachable', detail: expect.stringContaining('500') }],
        warning: expect.stringContaining('stay open'),
      });
    });

    it('closes a posting whose document is gone, and keeps one whose document is out of reach', async () => {
      const id = await add('smartrecruiters');
      serveRows(boards, 'smartrecruiters', rows.slice(0, 4));
      await run(id);
      const changed = rows.slice(0, 4).map((one) => ({ ...one, name: `Chef ${one['id']}` }));
      serveRows(boards, 'smartrecruiters', changed);
      boards.answer(`/v1/companies/Acme/postings/${rows[0]?.['id']}`, (_request, response) =>
        response.writeHead(404).end(),
      );
      boards.answer(`/v1/companies/Acme/postings/${rows[1]?.['id']}`, (_request, response) =>
        response.writeHead(500).end(),
      );
      expect(await run(id)).toMatchObject({
        counts: { read: 4, changed: 2, skipped: 2, closed: 1 },
        skipped: [{ reason: 'gone' }, { reason: 'unreachable' }],
      });
      expect(await openJobs(id)).toBe(3);
    });

    it('goes on with the next run where the other side has stopped this one', async () => {
      const id = await add('smartrecruiters');
      serveRows(boards, 'smartrecruiters', rows.slice(0, 60));
      boards.answer(`/v1/companies/Acme/postings/${rows[45]?.['id']}`, (_request, response) =>
        response.writeHead(429, { 'retry-after': '600' }).end(),
      );
      expect(await run(id)).toMatchObject({ status: 'failed', counts: { read: 40, new: 40 } });
      clock.advance(600_000);
      serveRows(boards, 'smartrecruiters', rows.slice(0, 60));
      expect(await run(id)).toMatchObject({ counts: { read: 60, new: 20, unchanged: 40 } });
    });
  });

  describe('a site', () => {
    const page = (number: number) =>
      `<html><script type="application/ld+json">${JSON.stringify({ ...standIns.job_posting.row(number), url: undefined })}</script></html>`;
    const sitemap = (...paths: string[]) =>
      `<urlset>${paths.map((path) => `<url><loc>${boards.origin}${path}</loc></url>`).join('')}</urlset>`;
    const addSite = (path: string) =>
      bench.sources.add(
        sourceInputSchema.parse({ kind: 'job_posting', name: 'Acme', address: `${boards.origin}${path}` }),
      );

    beforeEach(() => {
      boards.serve('/sitemap.xml', sitemap('/jobs/1', '/jobs/2', '/jobs/secret', '/jobs/culture'));
      boards.serve('/jobs/1', page(1));
      boards.serve('/jobs/2', page(2));
      boards.serve('/jobs/secret', page(3));
      boards.serve('/jobs/culture', '<html><p>Fruit</p></html>');
      boards.serve('/robots.txt', 'User-agent: rolecall\nDisallow: /jobs/secret\nDisallow: /private\n');
    });

    it('is read page by page by its sitemap, as far as its robots.txt allows', async () => {
      const id = await addSite('/sitemap.xml');
      const first = await run(id);
      expect(first).toMatchObject({
        status: 'succeeded',
        counts: { read: 3, new: 2, skipped: 1 },
        skipped: [{ reason: 'not_allowed' }],
      });
      expect(boards.requests.map(({ path }) => path)).not.toContain('/jobs/secret');
    });

    it('loses a job with its page, and none with a page that is out of reach', async () => {
      boards.serve('/robots.txt', '');
      const id = await addSite('/sitemap.xml');
      await run(id);
      expect(await openJobs(id)).toBe(3);
      boards.answer('/jobs/1', (_request, response) => response.writeHead(500).end());
      boards.answer('/jobs/2', (_request, response) => response.writeHead(410).end());
      expect(await run(id)).toMatchObject({
        counts: { closed: 0 },
        warning: expect.stringContaining('/jobs/1'),
      });
      boards.serve('/jobs/1', page(1));
      expect(await run(id)).toMatchObject({ counts: { unchanged: 2, closed: 1 }, warning: null });
    });

    it('is not read at an address that its robots.txt forbids, or when it cannot say what it forbids', async () => {
      const id = await addSite('/private');
      expect(await run(id)).toMatchObject({ status: 'failed', error: expect.stringContaining('robots.txt') });
      boards.answer('/robots.txt', (_request, response) => response.writeHead(503).end());
      clock.advance(3_600_000);
      const other = await addSite('/sitemap.xml');
      expect(await run(other)).toMatchObject({
        status: 'failed',
        error: expect.stringContaining('robots.txt'),
      });
      expect(boards.requests.map(({ path }) => path)).not.toContain('/sitemap.xml');
    });

    it('is asked only for what has changed since, where it has no validators', async () => {
      const since = 'Mon, 10 Aug 2026 09:19:03 GMT';
      boards.answer('/one', (request, response) => {
        if (request.headers['if-modified-since'] === since) response.writeHead(304).end();
        else response.writeHead(200, { 'content-type': 'text/html', 'last-modified': since }).end(page(1));
      });
      const id = await addSite('/one');
      expect(await run(id)).toMatchObject({ counts: { read: 1, new: 1 } });
      expect(await run(id)).toMatchObject({ status: 'succeeded', counts: { read: 0 } });
      expect(await openJobs(id)).toBe(1);
    });
  });
});
