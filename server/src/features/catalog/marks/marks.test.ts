import { api, type Endpoint, type JobMark, jobSearchQuerySchema } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { allows, type Viewer } from '../../../platform/http/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMatching } from '../../../testing/matching.ts';
import { createSearch } from '../search/index.ts';
import { createMarks, type Marks } from './index.ts';
import { markRoutes } from './marks.routes.ts';

describeEachDatabase('marks', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;
  let marks: Marks;
  let heard: { userId: string; jobId: string }[];
  let companyId: string;

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
    heard = [];
    marks = createMarks({ database, clock: house.clock });
    marks.changed.on(async (_tx, mark) => heard.push(mark));
    ({ id: companyId } = await house.company());
  });

  const mark = (viewer: Viewer, jobId: string, kind: JobMark) =>
    database.transaction((tx) => marks.mark(tx, viewer, jobId, kind));
  const unmark = (viewer: Viewer, jobId: string, kind: JobMark) =>
    database.transaction((tx) => marks.unmark(tx, viewer, jobId, kind));
  const listed = async (viewer: Viewer, kind: JobMark) =>
    (await marks.list(viewer, kind, { limit: 50 })).items.map(({ job }) => job.id);

  it('can be given and taken again and again, and are told once', async () => {
    const seeker = await house.seeker();
    const job = await house.job(companyId);
    heard = [];
    await mark(seeker, job, 'saved');
    await mark(seeker, job, 'saved');
    expect(await listed(seeker, 'saved')).toEqual([job]);
    await unmark(seeker, job, 'hidden');
    expect(await listed(seeker, 'saved')).toEqual([job]);
    await unmark(seeker, job, 'saved');
    await unmark(seeker, job, 'saved');
    expect(await listed(seeker, 'saved')).toEqual([]);
    expect(heard).toEqual([
      { userId: seeker.userId, jobId: job },
      { userId: seeker.userId, jobId: job },
    ]);
  });

  it('are one for each job: the later one counts', async () => {
    const seeker = await house.seeker();
    const job = await house.job(companyId);
    await mark(seeker, job, 'saved');
    await mark(seeker, job, 'hidden');
    expect([await listed(seeker, 'saved'), await listed(seeker, 'hidden')]).toEqual([[], [job]]);
    await mark(seeker, job, 'saved');
    expect([await listed(seeker, 'saved'), await listed(seeker, 'hidden')]).toEqual([[job], []]);
  });

  it('come to one when a person presses twice at once', async () => {
    const seeker = await house.seeker();
    const job = await house.job(companyId);
    await Promise.all([mark(seeker, job, 'saved'), mark(seeker, job, 'saved'), mark(seeker, job, 'saved')]);
    expect(await listed(seeker, 'saved')).toEqual([job]);
  });

  it('need a job', async () => {
    const seeker = await house.seeker();
    await expect(mark(seeker, uuidv7(), 'saved')).rejects.toMatchObject({ code: 'not_found' });
    await expect(unmark(seeker, uuidv7(), 'saved')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are listed page by page, the last one first, by their owner alone', async () => {
    const [seeker, other] = [await house.seeker(), await house.seeker()];
    const jobs: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const job = await house.job(companyId, count === 2 ? { status: 'closed' } : {});
      jobs.unshift(job);
      await mark(seeker, job, 'saved');
      // Some in the same moment.
      if (count % 2 === 0) house.clock.advance(1_000);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await marks.list(seeker, 'saved', { limit: 2, cursor });
      seen.push(...page.items.map(({ job }) => job.id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen.toSorted()).toEqual(jobs.toSorted());
    expect(seen[0]).toBe(jobs[0]);
    expect(await listed(other, 'saved')).toEqual([]);

    const { next_cursor } = await marks.list(seeker, 'saved', { limit: 2 });
    await expect(marks.list(seeker, 'hidden', { limit: 2, cursor: next_cursor ?? '' })).rejects.toMatchObject(
      { code: 'invalid_cursor' },
    );
  });

  it('leave hidden jobs out of the searches and matches of that person, unless they are asked for', async () => {
    const { clock } = house;
    const [seeker, other] = [await house.seeker(), await house.seeker()];
    const [kept, hidden] = [await house.job(companyId), await house.job(companyId)];
    await mark(seeker, kept, 'saved');
    await mark(seeker, hidden, 'hidden');

    const search = createSearch({ database, clock, marks, searchIndex: { ask: async () => null } });
    const found = async (viewer: Viewer | null, query: object) => {
      const { items } = await search.search(jobSearchQuerySchema.parse({ limit: 100, ...query }), viewer);
      return new Map(items.map(({ id, mark: own }) => [id, own]));
    };
    for (const query of [{}, { q: 'backend engineer' }]) {
      const own = await found(seeker, query);
      expect([own.get(kept), own.has(hidden)]).toEqual(['saved', false]);
      expect((await found(seeker, { ...query, include_hidden: 'true' })).get(hidden)).toBe('hidden');
      for (const viewer of [other, null]) {
        const theirs = await found(viewer, query);
        expect([theirs.get(kept), theirs.get(hidden)]).toEqual([null, null]);
      }
    }

    const matching = createTestMatching({
      setAside: () => {},
      database,
      clock,
      seekers: { listSeekers: async () => [], read: () => Promise.reject(new Error('not asked')) },
      notifications: { notifyEach: async () => [] },
    });
    for (const job_id of [kept, hidden]) {
      const match = { cluster_id: job_id, job_id, score: 80, reasons: '[]', created_at: clock.now() };
      await database.query
        .insertInto('matches')
        .values([seeker, other].map(({ userId }) => ({ user_id: userId, ...match })))
        .execute();
    }
    const matched = async (viewer: Viewer, include_hidden?: boolean) => {
      const { items } = await matching.listMatches(viewer, { limit: 10, include_hidden });
      return items.map(({ job }) => `${job.id} ${job.mark}`).toSorted();
    };
    expect(await matched(seeker)).toEqual([`${kept} saved`]);
    expect(await matched(seeker, true)).toEqual([`${kept} saved`, `${hidden} hidden`].toSorted());
    expect(await matched(other)).toEqual([`${kept} null`, `${hidden} null`].toSorted());
  });

  it('tell which notifications are about a job that their reader has hidden', async () => {
    const [seeker, other] = [await house.seeker(), await house.seeker()];
    const [saved, hidden] = [await house.job(companyId), await house.job(companyId)];
    await mark(seeker, saved, 'saved');
    await mark(seeker, hidden, 'hidden');
    const questions = [seeker, other].flatMap(({ userId }) =>
      [saved, hidden].map((job_id) => ({
        notificationId: `${userId} ${job_id}`,
        userId,
        payload: { job_id },
      })),
    );
    expect([...(await marks.findHidden(database.query, questions))]).toEqual([
      [`${seeker.userId} ${hidden}`, 'job_hidden'],
    ]);
  });

  it('are for job seekers alone', () => {
    const recruiter: Viewer = { userId: uuidv7(), role: 'recruiter', sessionId: null };
    const routes = markRoutes({ database, marks });
    const endpoints: Endpoint[] = [
      api.jobs.save,
      api.jobs.unsave,
      api.jobs.hide,
      api.jobs.unhide,
      api.jobs.listSaved,
      api.jobs.listHidden,
    ];
    expect(routes.map(({ endpoint }) => endpoint)).toEqual(endpoints);
    for (const endpoint of endpoints) {
      expect([allows(endpoint, recruiter), allows(endpoint, null)]).toEqual([false, false]);
    }
  });
});
