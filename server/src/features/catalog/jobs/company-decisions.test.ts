import { api, type JobInput, jobInputSchema } from '@rolecall/contract';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { emptyAuditLog } from '../../../testing/audit.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { createTestCompanies } from '../../../testing/companies.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { generousQuotas } from '../../../testing/jobs.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { createPerson } from '../../../testing/notifications.ts';
import { testWorkers } from '../../../testing/workers/index.ts';
import { companyRoutes } from '../companies/companies.routes.ts';
import { createJobs, type Jobs, listUnmatchedJobs } from './index.ts';
import { jobRoutes } from './jobs.routes.ts';

describeEachDatabase('an operator', (open) => {
  const clock = new FakeClock();
  let database: Database;
  let house: ReturnType<typeof createTestCompanies>;
  let jobs: Jobs;
  let published: string[];
  let isKilled = false;
  let operator: Viewer;
  let recruiter: Viewer;
  let companyId: string;

  beforeAll(async () => {
    database = await open();
    house = createTestCompanies(database, clock);
    jobs = createJobs({
      ...{ database, clock, companies: house.companies, quotas: generousQuotas, workers: testWorkers() },
      logger: pino({ level: 'silent' }),
      extras: {
        sourceOf: async () => null,
        matchFor: async () => null,
        applicationOf: async () => null,
        markOf: async () => null,
      },
      numbers: { countApplications: async () => new Map() },
    });
    jobs.published.on(async (_tx, ids) => {
      if (isKilled) throw new Error('killed before the commit');
      published.push(...ids);
    });
  });
  beforeEach(async () => {
    await sql`truncate jobs, companies, users, notifications, deliveries, instance_values cascade`.execute(
      database.query,
    );
    await emptyAuditLog(database);
    published = [];
    operator = {
      userId: await createPerson(database, { role: 'operator' }),
      role: 'operator',
      sessionId: 's',
    };
    ({ recruiter, companyId } = await signUp('Acme GmbH'));
  });

  async function signUp(name: string): Promise<{ recruiter: Viewer; companyId: string }> {
    const userId = await createPerson(database, { role: 'recruiter' });
    await sql`update users set email_verified = true where id = ${userId}`.execute(database.query);
    const { id } = await database.transaction((tx) =>
      house.companies.createRecruiterCompany(tx, userId, name),
    );
    return { recruiter: { userId, role: 'recruiter', sessionId: 's' }, companyId: id };
  }
  const input: JobInput = jobInputSchema.parse({
    title: 'Clerk',
    description: 'Work',
    places: [],
    skills: [],
  });
  const post = (by = recruiter) =>
    database.transaction((tx) =>
      jobs.post(tx, by, { ...input, description: { html: '<p>Work</p>', text: 'Work' }, flags: [] }),
    );
  const routes = () => [...companyRoutes(house), ...jobRoutes({ database, jobs })];
  type Decision = 'confirm' | 'withdraw' | 'refuse' | 'hide' | 'show';
  const decide = (decision: Decision, reason = '', id = companyId) =>
    callRoute(
      api.companies[decision],
      { viewer: operator, params: { company_id: id }, body: { reason } },
      routes(),
    );
  const setRule = (rule: 'quiet' | 'held' | 'announced' | null) =>
    callRoute(
      api.companies.setRule,
      { viewer: operator, params: { company_id: companyId }, body: { rule, reason: 'Looked at' } },
      routes(),
    );
  const list = (query: Record<string, unknown>) =>
    callRoute(api.companies.list, { viewer: operator, query: { limit: 10, ...query } }, routes());
  const visible = async () =>
    (await sql<{ id: string }>`select id from job_listings`.execute(database.query)).rows.map(({ id }) => id);
  const told = async () =>
    (
      await database.query
        .selectFrom('notifications')
        .select(['user_id', 'payload'])
        .where('kind', '=', 'company_decision')
        .orderBy('seq')
        .execute()
    ).map(({ user_id, payload }) => [user_id === recruiter.userId, payload['decision'], payload['reason']]);
  const written = async () =>
    (await house.audit.list(database.query, { limit: 20, subject_id: companyId })).items.map(
      ({ action, actor, reason }) => [action, actor.user_id === operator.userId, reason],
    );

  test('refuses a company: nobody sees its jobs, no proof counts, and its recruiters are told why', async () => {
    const id = await post();
    const refused = await decide('refuse', 'No such firm');
    expect(refused).toMatchObject({
      trust: 'unverified',
      refused: { reason: 'No such firm' },
      posting_rule: 'held',
    });
    expect(await visible()).toEqual([]);
    const own = await callRoute(api.companies.readOwn, { viewer: recruiter }, routes());
    expect(own).toMatchObject({ refused: { reason: 'No such firm' } });
    const proving = [
      () =>
        callRoute(
          api.companies.beginProof,
          { viewer: recruiter, body: { domain: 'acme.example' } },
          routes(),
        ),
      () =>
        callRoute(
          api.companies.proveByMail,
          { viewer: recruiter, body: { address: 'a@acme.example' } },
          routes(),
        ),
    ];
    for (const prove of proving) await expect(prove()).rejects.toMatchObject({ code: 'company_refused' });
    const byMail = database.transaction((tx) =>
      house.companies.confirm(tx, companyId, { by: 'mail', domain: 'acme.example' }),
    );
    await expect(byMail).rejects.toMatchObject({ code: 'company_refused' });
    expect(published).toEqual([]);

    expect(await decide('confirm', 'They sent papers')).toMatchObject({
      ...{ trust: 'verified', verified_by: 'operator', refused: null, posting_rule: null },
    });
    expect(published).toEqual([id]);
    expect(await visible()).toEqual([id]);
    expect(await told()).toEqual([
      [true, 'refused', 'No such firm'],
      [true, 'verified', 'They sent papers'],
    ]);
    expect(await written()).toEqual([
      ['company_verified', true, 'They sent papers'],
      ['company_refused', true, 'No such firm'],
    ]);
  });

  test('releases or holds what one company posts, whatever the rule for all', async () => {
    const id = await post();
    await setRule('held');
    expect(await visible()).toEqual([]);
    await setRule('announced');
    expect([await visible(), published]).toEqual([[id], [id]]);
    expect(await jobs.readPage(id, null)).toMatchObject({
      company: { trust: 'unverified' },
      is_announced: true,
    });
    const next = await post();
    expect(published).toEqual([id, next]);
    await setRule('announced');
    await setRule(null);
    expect(await jobs.readPage(next, null)).toMatchObject({ is_announced: false });
    await jobs.reviewAll();
    expect(published).toEqual([id, next]);
    expect((await told()).map(([, decision]) => decision)).toEqual(['held', 'released', 'rule_lifted']);
    expect((await written()).map(([action]) => action)).toEqual(
      Array.from({ length: 3 }, () => 'company_rule_changed'),
    );
  });

  test('has what is released told once, though the process dies on the way', async () => {
    const ids = [await post(), await post()].sort();
    await database.transaction((tx) => house.companies.setPostingRule(tx, 'announced'));
    isKilled = true;
    await expect(jobs.reviewAll()).rejects.toThrow('killed');
    await expect(decide('confirm')).rejects.toThrow('killed');
    isKilled = false;
    expect(await listUnmatchedJobs(database.query, 10)).toEqual([]);
    expect([await written(), await told()]).toEqual([[], []]);
    expect(await jobs.reviewAll()).toBe(2);
    expect(published.toSorted()).toEqual(ids);
    expect(await jobs.reviewAll()).toBe(0);
    await decide('confirm');
    expect(published).toHaveLength(2);
  });

  test('hides the jobs of any company, and shows them again', async () => {
    const id = await post();
    await decide('hide', 'Complaints');
    await decide('hide', 'Again');
    expect(await visible()).toEqual([]);
    await decide('show');
    expect(await visible()).toEqual([id]);
    expect(await told()).toEqual([
      [true, 'hidden', 'Complaints'],
      [true, 'shown', ''],
    ]);
    const sources = await database.transaction((tx) =>
      house.companies.ensureSourceCompanies(tx, ['Boards Inc.']),
    );
    const sourceId = sources.get('boards')?.id ?? '';
    expect(await decide('hide', '', sourceId)).toMatchObject({ trust: 'source', hidden: true });
    await expect(decide('refuse', '', sourceId)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('decides with everything that follows or not at all', async () => {
    await post();
    await decide('confirm');
    await signUp('Bolt');
    const [bolt] = (await list({ q: 'Bolt' })).items;
    await database.query.updateTable('companies').set({ name: 'ACME' }).where('name', '=', 'Bolt').execute();
    await expect(decide('confirm', '', bolt?.id)).rejects.toMatchObject({ code: 'company_name_taken' });
    expect((await house.audit.list(database.query, { limit: 5, subject_id: bolt?.id })).items).toEqual([]);
  });

  test('finds companies by name, domain and state, page by page, and looks at one', async () => {
    for (const name of ['Bolt Works', 'Bolt 100%', 'Crane']) {
      clock.advance(1_000);
      await signUp(name);
    }
    await database.transaction((tx) =>
      house.companies.confirm(tx, companyId, { by: 'dns', domain: 'acme.example' }),
    );
    const names = async (query: Record<string, unknown>) => (await list(query)).items.map(({ name }) => name);
    expect(await names({})).toEqual(['Crane', 'Bolt 100%', 'Bolt Works', 'Acme GmbH']);
    expect(await names({ q: 'bolt' })).toEqual(['Bolt 100%', 'Bolt Works']);
    expect(await names({ q: '0%' })).toEqual(['Bolt 100%']);
    expect(await names({ q: 'acme.ex' })).toEqual(['Acme GmbH']);
    expect(await names({ state: 'verified' })).toEqual(['Acme GmbH']);
    expect(await names({ state: 'unverified' })).toEqual(['Crane', 'Bolt 100%', 'Bolt Works']);
    expect(await names({ state: 'refused' })).toEqual([]);
    const first = await list({ limit: 3 });
    expect(await names({ limit: 3, cursor: first.next_cursor })).toEqual(['Acme GmbH']);
    await expect(list({ q: 'x', cursor: first.next_cursor })).rejects.toMatchObject({
      code: 'invalid_cursor',
    });

    await post();
    const params = { company_id: companyId };
    const request = { viewer: operator, params };
    const listed = { ...request, query: { limit: 10 } };
    expect(await callRoute(api.companies.read, request, routes())).toMatchObject({
      recruiters: [{ user_id: recruiter.userId, email_verified: true, disabled_at: null }],
      proof: null,
    });
    expect((await callRoute(api.jobs.listOfCompany, listed, routes())).items).toMatchObject([
      { title: 'Clerk', is_announced: true, is_visible: true },
    ]);
    expect(await callRoute(api.jobs.readPostingsOf, request, routes())).toMatchObject({
      open: 1,
      waiting: 0,
    });
    const unknown = { viewer: operator, params: { company_id: operator.userId } };
    for (const asked of [
      () => callRoute(api.companies.read, unknown, routes()),
      () => callRoute(api.jobs.readPostingsOf, unknown, routes()),
      () => callRoute(api.jobs.listOfCompany, { ...listed, ...unknown }, routes()),
    ])
      await expect(asked()).rejects.toMatchObject({ code: 'not_found' });
  });
});
