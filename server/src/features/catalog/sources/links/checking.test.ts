import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../../platform/db/index.ts';
import { createTestApplications } from '../../../../testing/applications.ts';
import { describeBothDatabases } from '../../../../testing/database.ts';
import { createSourceBench, type SourceBench } from '../../../../testing/sources/bench.ts';
import { type LocalBoards, openLocalBoards } from '../../../../testing/sources/boards.ts';
import { createAudit } from '../../../identity/audit/index.ts';
import { createModeration, type Moderation } from '../../moderation/index.ts';

const day = 86_400_000;
const hour = 3_600_000;
const words = Array.from({ length: 100 }, (_, at) => `word${at}`).join(' ');
const page = (title: string, more = '') =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${words}</p>${more}</body></html>`;

describeBothDatabases('the links of jobs', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;
  let boards: LocalBoards;
  let bench: SourceBench;
  let moderation: Moderation;
  let companyId: string;

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
    boards = await openLocalBoards({ timeoutMs: 500 });
    ({ id: companyId } = await house.company());
  });
  afterAll(() => boards.close());
  beforeEach(async () => {
    await sql`truncate job_link_checks, source_runs, sources, job_cases, job_reports, jobs cascade`.execute(
      database.query,
    );
    boards.forget();
    bench = createSourceBench(database, house.clock, { httpClient: boards.httpClient });
    moderation = createModeration({
      database,
      clock: house.clock,
      audit: createAudit({ clock: house.clock }),
      jobs: bench.jobs,
      companies: house.companies,
      notifications: house.notifications,
      hashNetwork: (network) => Buffer.from(network),
    });
    moderation.reportedDead.on((tx, jobId) => bench.sources.links.ask(tx, jobId));
    house.clock.advance(400 * day);
  });

  async function source(kind: 'rss' | 'greenhouse', readAgoMs = 0): Promise<string> {
    const id = uuidv7();
    const now = house.clock.now();
    await database.query
      .insertInto('sources')
      .values({
        ...{ id, kind, name: 'Board', address: id, schedule: null, time_zone: 'UTC', enabled: true },
        ...{ consecutive_failures: 0, next_attempt_at: null, etag: null, last_modified: null },
        ...{ created_at: now, updated_at: now, deleted_at: null },
      })
      .execute();
    const at = new Date(now.getTime() - readAgoMs);
    await sql`
      insert into source_runs (id, source_id, trigger, status, started_at, finished_at, lease_until)
      values (${uuidv7()}, ${id}, 'schedule', 'succeeded', ${at}, ${at}, ${at})`.execute(database.query);
    return id;
  }

  /** A job that its source gave so long ago. */
  async function job(sourceId: string, path: string, ageMs = 10 * day): Promise<string> {
    const id = await house.job(companyId, { apply_url: `${boards.origin}${path}` });
    const at = new Date(house.clock.now().getTime() - ageMs);
    await database.query
      .updateTable('jobs')
      .set({ source_id: sourceId, external_id: id, content_hash: 'same', published_at: at, updated_at: at })
      .where('id', '=', id)
      .execute();
    return id;
  }
  const look = () => bench.sources.links.look(moderation);
  const survey = () => bench.sources.links.survey();
  const read = (jobId: string) => bench.jobs.readPage(jobId, null);
  const evidence = (jobId: string) => bench.sources.links.readLook(jobId);
  const staleOf = async (jobId: string) => (await read(jobId)).stale?.reasons ?? [];
  const asked = () => boards.requests.map(({ path }) => path).filter((path) => path !== '/robots.txt');

  test('looks only at what its source has not shown lately, or cannot tell', async () => {
    const [full, stopped, increment] = [
      await source('greenhouse'),
      await source('greenhouse', 5 * day),
      await source('rss'),
    ];
    await job(full, '/jobs/1');
    await job(stopped, '/jobs/2');
    await job(increment, '/jobs/3');
    await job(increment, '/jobs/4', day);
    await house.job(companyId, { apply_url: `${boards.origin}/jobs/5` });
    for (const at of [1, 2, 3, 4, 5]) boards.serve(`/jobs/${at}`, page('Backend Engineer'));
    await survey();
    expect(await look()).toEqual(['open', 'open']);
    expect(asked().toSorted()).toEqual(['/jobs/2', '/jobs/3']);
    // An open one is left alone for a week, and asked by its validator then.
    house.clock.advance(day);
    await survey();
    expect(await look()).toEqual([]);
    house.clock.advance(7 * day);
    expect(await look()).toEqual(['open', 'open']);
    expect(boards.requests.filter(({ etag }) => etag !== undefined)).toHaveLength(2);
  });

  test('closes what is gone twice with a pause, and not what was gone for a moment', async () => {
    const from = await source('rss');
    const [gone, back] = [await job(from, '/jobs/gone'), await job(from, '/jobs/back')];
    boards.answer('/jobs/gone', (_request, response) => response.writeHead(410).end());
    await survey();
    expect(await look()).toEqual(['gone', 'gone']);
    expect(await staleOf(gone)).toEqual(['link_dead']);
    boards.serve('/jobs/back', page('Backend Engineer'));
    expect(await look()).toEqual([]);
    house.clock.advance(hour);
    expect((await look()).toSorted()).toEqual(['gone', 'open']);
    expect(await read(gone)).toMatchObject({ status: 'closed', stale: null });
    expect(await read(back)).toMatchObject({ status: 'open', stale: null });
    expect(await evidence(gone)).toMatchObject({ finding: 'gone', status: 410 });
  });

  test('a feed that still gives what is gone opens it in a week, or when it has changed', async () => {
    const from = await source('rss');
    const gone = await job(from, '/jobs/gone');
    await survey();
    await look();
    house.clock.advance(hour);
    await look();
    const mark = { externalId: gone, contentHash: 'same', deadlineAt: null, revisedAt: null };
    const outdated = async (contentHash = 'same') =>
      bench.jobs.findOutdated(database.query, from, [{ ...mark, contentHash }]);
    expect(await outdated()).toEqual(new Set());
    expect(await outdated('other')).toEqual(new Set([gone]));
    house.clock.advance(8 * day);
    expect(await outdated()).toEqual(new Set([gone]));
  });

  test.each([
    ['/acme/jobs/4711', 'redirected', 'link_redirected'],
    ['/closed/en', 'says_closed', 'link_says_closed'],
    ['/closed/de', 'says_closed', 'link_says_closed'],
    ['/closed/fr', 'says_closed', 'link_says_closed'],
    ['/closed/es', 'says_closed', 'link_says_closed'],
    ['/other', 'without_title', 'link_without_title'],
  ])('only marks %s, which is %s', async (path, finding, reason) => {
    boards.answer('/acme/jobs/4711', (_request, response) =>
      response.writeHead(302, { location: '/acme/jobs' }).end(),
    );
    boards.serve('/acme/jobs', page('Jobs', '<a>Backend Engineer</a>'));
    boards.serve('/closed/en', page('Backend Engineer', 'We are no longer <b>accepting applications</b>.'));
    boards.serve('/closed/de', page('Backend Engineer', 'Diese Stelle ist nicht mehr verfügbar.'));
    boards.serve('/closed/fr', page('Backend Engineer', 'Cette offre n’est plus disponible.'));
    boards.serve('/closed/es', page('Backend Engineer', 'Esta vacante ya no está disponible.'));
    boards.serve('/other', page('About us'));
    const id = await job(await source('rss'), path);
    await survey();
    expect(await look()).toEqual([finding]);
    expect(await staleOf(id)).toEqual([reason]);
    house.clock.advance(30 * day);
    expect(await look()).toEqual([finding]);
    expect((await read(id)).status).toBe('open');
    // What the survey finds agrees with what the look has written.
    await survey();
    expect(await staleOf(id)).toContain(reason);
  });

  test('closes at once what says by its JobPosting that its time has passed', async () => {
    const posting = (title: string, validThrough: string) =>
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'JobPosting', title, validThrough, url: `${boards.origin}/x`, hiringOrganization: 'Acme' })}</script>`;
    boards.serve('/past', page('Backend Engineer', posting('Backend Engineer', '2020-01-01')));
    boards.serve('/future', page('Backend Engineer', posting('Backend Engineer', '2090-01-01')));
    boards.serve(
      '/others',
      page('Backend Engineer', posting('Cook', '2020-01-01') + posting('Driver', '2020-01-01')),
    );
    const from = await source('rss');
    const past = await job(from, '/past');
    for (const path of ['/future', '/others']) await job(from, path);
    await survey();
    expect((await look()).toSorted()).toEqual(['expired', 'open', 'open']);
    expect((await read(past)).status).toBe('closed');
    expect(await evidence(past)).toMatchObject({
      finding: 'expired',
      detail: expect.stringContaining('2020'),
    });
  });

  test('what another side does wrong says nothing, and holds nobody up', async () => {
    boards.answer('/robots.txt', (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /private'),
    );
    boards.answer('/broken', (_request, response) => response.writeHead(500).end());
    boards.answer('/cut', (_request, response) => response.socket?.destroy());
    boards.answer('/forbidden', (_request, response) => response.writeHead(403).end());
    boards.answer('/huge', (_request, response) => response.writeHead(200).end('x'.repeat(1_200_000)));
    boards.answer('/pdf', (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
    );
    boards.answer('/deep', (_request, response) => response.writeHead(200).end('<div>'.repeat(50_000)));
    boards.serve('/scripts', '<html><body><div id="root"></div><script>x()</script></body></html>');
    boards.answer('/private/1', (_request, response) => response.writeHead(404).end());
    const from = await source('rss');
    const paths = ['/broken', '/cut', '/forbidden', '/huge', '/pdf', '/deep', '/scripts', '/private/1'];
    const ids = new Map<string, string>();
    for (const path of paths) ids.set(path, await job(from, path));
    const inner = await job(from, '/');
    await sql`update jobs set apply_url = 'http://127.0.0.1:1/admin' where id = ${inner}`.execute(
      database.query,
    );
    await survey();
    await look();
    const found = await Promise.all([...ids].map(async ([path, id]) => [path, (await evidence(id)).finding]));
    expect(Object.fromEntries(found)).toEqual({
      '/broken': 'unreachable',
      '/cut': 'unreachable',
      '/forbidden': 'unclear',
      '/huge': 'unreachable',
      '/pdf': 'unclear',
      '/deep': 'unclear',
      '/scripts': 'unclear',
      '/private/1': 'not_allowed',
    });
    expect(await evidence(inner)).toMatchObject({ finding: 'unreachable' });
    for (const id of ids.values()) expect(await read(id)).toMatchObject({ status: 'open', stale: null });
    // Out of reach again and again it is a sign.
    for (const days of [1, 2, 4]) {
      house.clock.advance(days * day);
      await look();
    }
    expect(await staleOf(ids.get('/broken') ?? '')).toEqual(['link_unreachable']);
  });

  test('a host that asks to be left alone is asked no more, and its links keep their turn', async () => {
    boards.answer('/jobs/1', (_request, response) => response.writeHead(429, { 'retry-after': '600' }).end());
    boards.serve('/jobs/2', page('Backend Engineer'));
    const from = await source('rss');
    const busy = await job(from, '/jobs/1');
    await survey();
    expect(await look()).toEqual([]);
    const next = await job(from, '/jobs/2');
    await survey();
    expect(await look()).toEqual([]);
    expect(asked()).toEqual(['/jobs/1']);
    expect(await evidence(busy)).toMatchObject({ finding: null });
    boards.serve('/jobs/1', page('Backend Engineer'));
    house.clock.advance(11 * 60_000);
    expect(await look()).toEqual(['open', 'open']);
    expect(await evidence(next)).toMatchObject({ finding: 'open' });
  });

  test('what a process has died with is looked at by another one a quarter of an hour later', async () => {
    boards.serve('/jobs/1', page('Backend Engineer'));
    await job(await source('rss'), '/jobs/1');
    await survey();
    const reached = Promise.withResolvers<void>();
    const dying = createSourceBench(database, house.clock, {
      httpClient: {
        ...boards.httpClient,
        // As far as a process comes that is killed while it waits for an answer.
        get() {
          reached.resolve();
          return new Promise(() => undefined);
        },
      },
    });
    void dying.sources.links.look(moderation);
    await reached.promise;
    expect(await look()).toEqual([]);
    house.clock.advance(16 * 60_000);
    expect(await look()).toEqual(['open']);
  });

  test('two processes at once look at each link once', async () => {
    const from = await source('rss');
    for (let at = 0; at < 30; at += 1) {
      boards.serve(`/jobs/${at}`, page('Backend Engineer'));
      await job(from, `/jobs/${at}`);
    }
    await survey();
    const findings = await Promise.all([look(), look()]);
    expect(findings.flat()).toHaveLength(30);
    expect(new Set(asked()).size).toBe(asked().length);
  });

  test('says of what is open for long, or posted again and again, that it is', async () => {
    const from = await source('greenhouse');
    const old = await job(from, '/jobs/old', 200 * day);
    const repeated = await job(from, '/jobs/repeated', day);
    for (let times = 1; times <= 8; times += 1) {
      const earlier = await job(from, '/jobs/repeated', times * 25 * day);
      await sql`update jobs set cluster_id = ${repeated}, status = 'closed' where id = ${earlier}`.execute(
        database.query,
      );
    }
    // Once in each of many cities it was not posted again.
    const spread = await job(from, '/jobs/spread', 100 * day);
    for (let at = 0; at < 8; at += 1) {
      const there = await job(from, '/jobs/spread', at * day);
      await sql`update jobs set cluster_id = ${spread}, places = array[${`City ${at}`}] where id = ${there}`.execute(
        database.query,
      );
    }
    await survey();
    expect(await staleOf(old)).toEqual(['old']);
    expect(await read(repeated)).toMatchObject({ stale: { reasons: ['old', 'reposted'], times_posted: 9 } });
    expect(await staleOf(spread)).toEqual([]);
  });

  const report = (jobId: string, viewer: Awaited<ReturnType<typeof house.seeker>> | null = null) =>
    database.transaction((tx) =>
      moderation.report(tx, { viewer, context: { clientAddress: '192.0.2.1' } }, jobId, {
        reason: 'dead',
        text: '',
      }),
    );

  test('who reports a job as dead is told that it is gone', async () => {
    const seeker = await house.seeker();
    const id = await job(await source('greenhouse'), '/jobs/gone');
    await report(id, seeker);
    expect(await look()).toEqual(['gone']);
    expect(await house.told(seeker)).toEqual([]);
    // Another report does not make the pause shorter.
    await report(id);
    expect(await look()).toEqual([]);
    house.clock.advance(hour);
    expect(await look()).toEqual(['gone']);
    expect(await house.told(seeker)).toMatchObject([
      { kind: 'job_report_decided', payload: { job_id: id, outcome: 'gone' } },
    ]);
    expect((await read(id)).status).toBe('closed');
    expect((await moderation.list({ state: 'open', order: 'newest', limit: 10 })).items).toEqual([]);
  });

  test('who reports a job that is open is told so, and what is unclear stays with the operators', async () => {
    const [one, other] = [await house.seeker(), await house.seeker()];
    const from = await source('greenhouse');
    const [stays, unclear] = [await job(from, '/jobs/1'), await job(from, '/jobs/2')];
    boards.serve('/jobs/1', page('Backend Engineer'));
    boards.serve('/jobs/2', page('About us'));
    await report(stays, one);
    await report(unclear, other);
    expect((await look()).toSorted()).toEqual(['open', 'without_title']);
    expect(await house.told(one)).toMatchObject([{ payload: { outcome: 'still_open' } }]);
    expect(await house.told(other)).toEqual([]);
    const { items } = await moderation.list({ state: 'open', order: 'newest', limit: 10 });
    expect(items.map((item) => item.job.id)).toEqual([unclear]);
    // Not more often than every ten minutes, whoever asks.
    await report(stays, other);
    expect(await look()).toEqual([]);
    house.clock.advance(11 * 60_000);
    expect(await look()).toEqual(['open']);
  });

  test('a job that its source has closed meanwhile answers the report', async () => {
    const seeker = await house.seeker();
    const id = await job(await source('greenhouse'), '/jobs/1');
    await report(id, seeker);
    await database.transaction((tx) => bench.jobs.closeGone(tx, [id]));
    expect(await look()).toEqual([]);
    expect(await house.told(seeker)).toMatchObject([{ payload: { outcome: 'gone' } }]);
    expect(asked()).toEqual([]);
  });
});
