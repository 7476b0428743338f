import { api, type Endpoint, type JobUpdate } from '@rolecall/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { allows, type Viewer } from '../../../platform/http/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeBothDatabases } from '../../../testing/database.ts';
import { createTestJobs } from '../../../testing/jobs.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { createPerson } from '../../../testing/notifications.ts';
import { createAudit } from '../../identity/audit/index.ts';
import { createModeration, type ModeratedJob } from './index.ts';
import { moderationRoutes } from './moderation.routes.ts';

describeBothDatabases('moderation', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;
  let jobs: ReturnType<typeof createTestJobs>;
  let audit: ReturnType<typeof createAudit>;
  let routes: ReturnType<typeof moderationRoutes>;
  let hidden: ModeratedJob[];
  let restored: ModeratedJob[];
  let operator: Viewer;

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
    jobs = createTestJobs(database, house.clock);
    audit = createAudit({ clock: house.clock });
    const moderation = createModeration({
      database,
      clock: house.clock,
      audit,
      jobs,
      companies: house.companies,
      notifications: house.notifications,
      hashNetwork: (network) => Buffer.from(network),
    });
    jobs.flagged.on(moderation.jobsFlagged);
    jobs.reworded.on(moderation.jobsReworded);
    moderation.hidden.on(async (_tx, job) => hidden.push(job));
    moderation.restored.on(async (_tx, job) => restored.push(job));
    routes = moderationRoutes({ database, moderation });
    operator = {
      userId: await createPerson(database, { role: 'operator' }),
      role: 'operator',
      sessionId: 'session',
    };
  });
  beforeEach(async () => {
    await sql`truncate job_cases, job_reports, jobs cascade`.execute(database.query);
    hidden = [];
    restored = [];
    house.clock.advance(86_400_000);
  });

  async function flaggedJob(recruiter: Viewer): Promise<string> {
    await database.query
      .updateTable('users')
      .set({ email_verified: true })
      .where('id', '=', recruiter.userId)
      .execute();
    const text = 'Please pay the registration fee of €45 in advance.';
    const input = await jobs.readInput({
      title: 'Clerk',
      description: text,
      places: [],
      skills: [],
      workplace: null,
      employment_type: null,
      seniority: null,
      department: null,
      pay: null,
      deadline_at: null,
    });
    return database.transaction((tx) => jobs.post(tx, recruiter, input));
  }
  const report = (jobId: string, viewer?: Viewer, address = '192.0.2.1') =>
    callRoute(
      api.moderation.report,
      {
        ...(viewer === undefined ? {} : { viewer }),
        params: { job_id: jobId },
        body: { reason: 'fraud', text: 'They asked me for money.' },
        context: { clientAddress: address },
      },
      routes,
    );
  const decide = (
    endpoint: typeof api.moderation.hide | typeof api.moderation.dismiss | typeof api.moderation.restore,
    jobId: string,
    reason = 'It asks for money.',
  ) => callRoute(endpoint, { viewer: operator, params: { job_id: jobId }, body: { reason } }, routes);
  const read = (jobId: string) =>
    callRoute(api.moderation.read, { viewer: operator, params: { job_id: jobId } }, routes);
  const edit = async (recruiter: Viewer, jobId: string, change: JobUpdate) => {
    const update = await jobs.readUpdate(jobId, change);
    await database.transaction((tx) => jobs.edit(tx, recruiter, jobId, update));
  };
  const list = (query: object = {}) =>
    callRoute(
      api.moderation.list,
      { viewer: operator, query: api.moderation.list.query.parse(query) },
      routes,
    );

  test('lists what was flagged and reported once, the most reported first, page by page', async () => {
    const { id: companyId, recruiter } = await house.company();
    const flagged = await flaggedJob(recruiter);
    house.clock.advance(1_000);
    const reported = await house.job(companyId);
    for (const seeker of [await house.seeker(), await house.seeker()]) await report(reported, seeker);
    await report(flagged, await house.seeker());
    const ids = async (query: object) => (await list(query)).items.map(({ job }) => job.id);
    expect(await ids({})).toEqual([reported, flagged]);
    expect(await ids({ by: 'flags' })).toEqual([flagged]);
    expect(await ids({ state: 'hidden' })).toEqual([]);
    const first = await list({ limit: 1 });
    expect(first.items).toMatchObject([{ job: { title: 'Backend Engineer' }, open_reports: 2, flags: [] }]);
    const second = await list({ limit: 1, cursor: first.next_cursor });
    expect(second).toMatchObject({
      items: [{ job: { id: flagged }, open_reports: 1, flags: [{ code: 'fee' }] }],
      next_cursor: null,
    });
    await expect(list({ limit: 1, order: 'newest', cursor: first.next_cursor })).rejects.toMatchObject({
      code: 'invalid_cursor',
    });
  });

  test('hides a posting, tells its recruiters and who has reported it, and writes it down', async () => {
    const { recruiters } = await house.company(2);
    const [recruiter] = recruiters;
    if (recruiter === undefined) throw new Error('the company has recruiters');
    const seeker = await house.seeker();
    const job = await flaggedJob(recruiter);
    await report(job, seeker);
    expect(await decide(api.moderation.hide, job)).toMatchObject({
      state: 'hidden',
      open_reports: 0,
      note: 'It asks for money.',
      reports: [{ outcome: 'hidden', signed_in: true, text: 'They asked me for money.' }],
    });
    await decide(api.moderation.hide, job);
    await expect(jobs.readPage(job, seeker)).rejects.toMatchObject({ code: 'not_found' });
    expect(await jobs.readPage(job, recruiter)).toMatchObject({
      review: { state: 'hidden', note: 'It asks for money.' },
    });
    for (const told of recruiters) {
      expect(await house.told(told)).toMatchObject([
        { kind: 'job_moderated', payload: { decision: 'hidden', note: 'It asks for money.' } },
      ]);
    }
    expect(await house.told(seeker)).toMatchObject([
      { kind: 'job_report_decided', payload: { outcome: 'hidden', job_title: 'Clerk' } },
    ]);
    expect(hidden).toMatchObject([{ jobId: job }]);
    const log = await audit.list(database.query, { limit: 10, subject_id: job });
    expect(log.items).toMatchObject([
      {
        action: 'job_hidden',
        actor: { user_id: operator.userId },
        before: { state: 'open', open_reports: 1 },
        after: { state: 'hidden' },
        reason: 'It asks for money.',
      },
    ]);
    await expect(report(job, await house.seeker())).rejects.toMatchObject({ code: 'not_found' });
  });

  test('lets a flagged posting go, tells of it then, and has it wait again for what is new in it', async () => {
    const { recruiter } = await house.company();
    const published: string[] = [];
    jobs.published.on(async (_tx, ids) => published.push(...ids));
    const job = await flaggedJob(recruiter);
    expect(published).toEqual([]);
    await decide(api.moderation.dismiss, job, '');
    expect(published).toEqual([job]);
    expect(await house.told(recruiter)).toMatchObject([{ payload: { decision: 'cleared' } }]);
    await expect(decide(api.moderation.dismiss, job)).rejects.toMatchObject({ code: 'edit_conflict' });
    await edit(recruiter, job, { description: 'Send a photo of both sides of your bank card.' });
    expect(await list()).toMatchObject({ items: [{ state: 'open', flags: [{ code: 'bank_details' }] }] });
  });

  test('keeps what was flagged, and the case open, when its recruiter takes the words out again', async () => {
    const { recruiter } = await house.company();
    const job = await flaggedJob(recruiter);
    expect(await read(job)).toMatchObject({ changed_at: null, texts: [{ flags: [{ code: 'fee' }] }] });
    await edit(recruiter, job, { title: 'Assistant', description: 'Work.' });
    await edit(recruiter, job, { department: 'Buy gift cards and send us the codes.' });
    await edit(recruiter, job, { department: null });
    expect(await list()).toMatchObject({
      items: [{ state: 'open', decided_at: null, flags: [{ code: 'fee' }] }],
    });
    expect(await read(job)).toMatchObject({
      job: { title: 'Assistant' },
      changed_at: house.clock.now().toISOString(),
      texts: [
        {
          title: 'Clerk',
          description_html: expect.stringContaining('registration fee'),
          flags: [{ code: 'fee' }],
          is_current: false,
        },
        { title: 'Assistant', details: 'Buy gift cards and send us the codes.', is_current: false },
      ],
    });
    await decide(api.moderation.hide, job);
    await edit(recruiter, job, { description: 'Honest work.' });
    expect(await read(job)).toMatchObject({ state: 'hidden', flags: [{ code: 'fee' }], texts: [{}, {}] });
  });

  test('keeps what was reported, and shows that it was changed', async () => {
    const { id: companyId, recruiter } = await house.company();
    const job = await house.job(companyId);
    await report(job, await house.seeker());
    await report(job, await house.seeker());
    await edit(recruiter, job, { skills: [] });
    expect(await read(job)).toMatchObject({ changed_at: null, texts: [{ title: 'Backend Engineer' }] });
    await edit(recruiter, job, { title: 'Something honest' });
    await database.transaction((tx) => jobs.close(tx, recruiter, job));
    expect(await list()).toMatchObject({ items: [{ changed_at: house.clock.now().toISOString() }] });
    await report(job, await house.seeker());
    expect((await read(job)).texts.map(({ title }) => title)).toEqual([
      'Backend Engineer',
      'Something honest',
    ]);
    await decide(api.moderation.dismiss, job, '');
    expect(await read(job)).toMatchObject({ changed_at: null });
  });

  test('keeps the first texts and the newest, however often a posting is changed', async () => {
    const { id: companyId, recruiter } = await house.company();
    const job = await house.job(companyId);
    for (let count = 0; count < 22; count += 1) {
      await edit(recruiter, job, { title: `Title ${count}` });
      await report(job, await house.seeker());
    }
    expect((await read(job)).texts.map(({ title }) => title)).toEqual(
      [...Array(19).keys(), 21].map((count) => `Title ${count}`),
    );
  });

  test('puts a hidden posting back and tells its recruiters', async () => {
    const { id: companyId, recruiter } = await house.company();
    const job = await house.job(companyId);
    await expect(decide(api.moderation.restore, job)).rejects.toMatchObject({ code: 'edit_conflict' });
    await decide(api.moderation.hide, job);
    await decide(api.moderation.restore, job, 'A mistake of ours.');
    expect(await jobs.readPage(job, null)).toMatchObject({ id: job, review: null });
    expect((await house.told(recruiter)).map(({ payload }) => payload)).toMatchObject([
      { decision: 'hidden' },
      { decision: 'restored', note: 'A mistake of ours.' },
    ]);
    expect([hidden, restored]).toMatchObject([[{ jobId: job }], [{ jobId: job }]]);
  });

  test('takes one report of a person for a job until it is decided, also when they come at once', async () => {
    const { id: companyId } = await house.company();
    const [seeker, job] = [await house.seeker(), await house.job(companyId)];
    const results = await Promise.allSettled([report(job, seeker), report(job, seeker), report(job, seeker)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(report(job, seeker)).rejects.toMatchObject({ code: 'already_reported' });
    await decide(api.moderation.dismiss, job, '');
    await report(job, seeker);
    expect(await list()).toMatchObject({ items: [{ open_reports: 1 }] });
  });

  test('takes few reports of a day, and fewer of those who are not signed in, whatever address of a network', async () => {
    const { id: companyId } = await house.company();
    const seeker = await house.seeker();
    for (let count = 0; count < 20; count += 1) await report(await house.job(companyId), seeker);
    const another = await house.job(companyId);
    await expect(report(another, seeker)).rejects.toMatchObject({
      code: 'too_many_reports',
      extensions: { retry_after: 86_400 },
    });
    for (const host of ['1', '2', '3'])
      await report(await house.job(companyId), undefined, `2001:db8::${host}`);
    await expect(report(another, undefined, '2001:db8::ffff')).rejects.toMatchObject({
      code: 'too_many_reports',
    });
    await report(another, undefined, '2001:db8:0:1::1');
    house.clock.advance(86_400_001);
    await report(another, seeker);
  });

  test('knows no job that is not there', async () => {
    const nobody = '01990000-0000-7000-8000-00000000dead';
    await expect(report(nobody)).rejects.toMatchObject({ code: 'not_found' });
    await expect(decide(api.moderation.hide, nobody)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is for operators, and reporting for everybody', () => {
    const endpoints: Endpoint[] = routes.map(({ endpoint }) => endpoint);
    const viewers = (['job_seeker', 'recruiter'] as const).map((role) => ({
      userId: 'x',
      role,
      sessionId: 's',
    }));
    for (const endpoint of endpoints) {
      const isOpen = endpoint === api.moderation.report;
      for (const viewer of [...viewers, null]) expect(allows(endpoint, viewer)).toBe(isOpen);
      expect(allows(endpoint, operator)).toBe(true);
    }
  });
});
