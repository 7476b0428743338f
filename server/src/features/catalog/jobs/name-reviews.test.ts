import { api, jobInputSchema } from '@rolecall/contract';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
import { createProfiles } from '../../identity/profiles/index.ts';
import { companyRoutes } from '../companies/companies.routes.ts';
import { readUnreadNames, type SourcePostings } from '../companies/index.ts';
import { createJobs, type Jobs } from './index.ts';

interface Recruiter {
  readonly viewer: Viewer;
  readonly companyId: string;
}

describeEachDatabase('a company whose name could be taken for another', (open) => {
  const clock = new FakeClock();
  const profiles = createProfiles({ clock });
  const given: SourcePostings = {
    sources: [
      { source: 'Harbour Board', open: 412 },
      { source: null, open: 0 },
    ],
    applyUrls: ['https://jobs.lanternworks.com/1', 'https://boards.greenhouse.io/2', 'nonsense'],
  };
  let database: Database;
  let house: ReturnType<typeof createTestCompanies>;
  let jobs: Jobs;
  let published: string[];
  let operator: Viewer;

  beforeAll(async () => {
    database = await open();
    house = createTestCompanies(
      database,
      clock,
      async () => [],
      async (_tx, ids) => new Map(ids.map((id) => [id, given])),
    );
    jobs = createJobs({
      ...{ database, clock, companies: house.companies, workers: testWorkers() },
      quotas: { ...generousQuotas, unverified: { openJobs: 2, jobsPerDay: 2 } },
      logger: pino({ level: 'silent' }),
      extras: {
        sourceOf: async () => null,
        matchFor: async () => null,
        applicationOf: async () => null,
        markOf: async () => null,
      },
      numbers: { countApplications: async () => new Map() },
    });
    jobs.published.on(async (_tx, ids) => published.push(...ids));
  });
  beforeEach(async () => {
    await emptyAuditLog(database);
    await sql`truncate jobs, companies, users, notifications, deliveries, instance_values cascade`.execute(
      database.query,
    );
    published = [];
    const userId = await createPerson(database, { role: 'operator' });
    await sql`update users set created_at = ${clock.now()}`.execute(database.query);
    await database.transaction((tx) => profiles.create(tx, userId, { timeZone: 'UTC', locale: 'en' }));
    operator = { userId, role: 'operator', sessionId: 's' };
  });

  async function signUp(name: string, address: string): Promise<Recruiter> {
    const userId = await createPerson(database, { role: 'recruiter' });
    await sql`update users set email_verified = true, email = ${address} where id = ${userId}`.execute(
      database.query,
    );
    const { id } = await database.transaction((tx) =>
      house.companies.createRecruiterCompany(tx, userId, name),
    );
    return { viewer: { userId, role: 'recruiter', sessionId: 's' }, companyId: id };
  }
  const post = ({ viewer }: Recruiter) => {
    const input = jobInputSchema.parse({ title: 'Clerk', description: 'Work', places: [], skills: [] });
    const read = { ...input, description: { html: '<p>Work</p>', text: 'Work' }, flags: [] };
    return database.transaction((tx) => jobs.post(tx, viewer, read));
  };
  const bringFromSource = (...names: string[]) =>
    database.transaction((tx) => house.companies.ensureSourceCompanies(tx, names));
  const routes = () => companyRoutes(house);
  const prove = ({ viewer }: Recruiter, address: string) =>
    callRoute(api.companies.proveByMail, { viewer, body: { address } }, routes());
  const own = ({ viewer }: Recruiter) => callRoute(api.companies.readOwn, { viewer }, routes());
  const decide = (decision: 'confirm' | 'refuse' | 'withdraw' | 'hide', id: string) =>
    callRoute(
      api.companies[decision],
      { viewer: operator, params: { company_id: id }, body: { reason: 'Looked at' } },
      routes(),
    );
  const queue = async () =>
    (
      await callRoute(
        api.companies.list,
        { viewer: operator, query: { limit: 10, state: 'name_review' } },
        routes(),
      )
    ).items;
  const queued = async () => (await queue()).map(({ name }) => name).sort();
  const told = async ({ userId }: Viewer) => {
    const rows = await database.query
      .selectFrom('notifications')
      .select('payload')
      .where('user_id', '=', userId)
      .orderBy('seq')
      .execute();
    return rows.map(({ payload }) => payload['decision'] ?? payload['title']);
  };
  const shownOf = async (jobId: string) => (await jobs.readPage(jobId, null)).company;

  test.each([
    'Lanternworks',
    'LANTERN-WORKS Ltd',
    'Lanternworks (official)',
    'Lanternworks Karriere',
    'Lantеrnworks HR',
    'Careers at Lanternworks.com',
    'LanternworksJobs',
  ])('of a source is not verified by the domain that it proves alone: %s', async (name) => {
    await bringFromSource('Lanternworks GmbH');
    const imitator = await signUp(name, 'hr@lantern-jobs.example');
    expect(await prove(imitator, 'hr@lantern-jobs.example')).toMatchObject({
      ...{ trust: 'unverified', domain: null, proof: null },
      awaiting: { domain: 'lantern-jobs.example', by: 'mail' },
    });
    expect(await queued()).toEqual([name]);
  });

  test('waits for an operator, who sees why, and counts with its domain once the name is confirmed', async () => {
    await bringFromSource('Lanternworks GmbH');
    const recruiter = await signUp('Lanternworks Deutschland', 'hr@lanternworks.com');
    const other = await signUp('Another', 'info@another.example');
    const jobId = await post(recruiter);
    await prove(recruiter, 'hr@lanternworks.com');
    await prove(recruiter, 'hr@lanternworks.com');
    expect(published).toEqual([]);
    expect(await shownOf(jobId)).toMatchObject({ trust: 'unverified', domain: null });
    expect(await told(operator)).toEqual(['A company waits for you to look at its name']);
    // What it looks like is for operators alone.
    expect(JSON.stringify(await own(recruiter))).not.toMatch(/GmbH|Harbour|looks_like/);
    expect(await prove(other, 'info@another.example')).toMatchObject({ trust: 'verified', awaiting: null });

    expect(await queue()).toMatchObject([
      {
        awaiting: { domain: 'lanternworks.com' },
        looks_like: [
          {
            ...{ name: 'Lanternworks GmbH', trust: 'source', domain: null, postings: given.sources },
            leads_to: ['lanternworks.com', 'greenhouse.io'],
          },
        ],
      },
    ]);
    expect(await decide('confirm', recruiter.companyId)).toMatchObject({
      ...{ trust: 'verified', domain: 'lanternworks.com', verified_by: 'mail', awaiting: null },
      looks_like: [],
    });
    expect(await queued()).toEqual([]);
    expect(published).toEqual([jobId]);
    expect(await shownOf(jobId)).toMatchObject({ trust: 'verified', domain: 'lanternworks.com' });
    expect(await told(recruiter.viewer)).toEqual(['verified']);
    const log = await house.audit.list(database.query, { limit: 5, subject_id: recruiter.companyId });
    expect(log.items).toMatchObject([
      {
        ...{ action: 'company_verified', actor: { user_id: operator.userId } },
        before: { trust: 'unverified', awaiting: 'lanternworks.com', name_confirmed: false },
        after: { trust: 'verified', domain: 'lanternworks.com', awaiting: null, name_confirmed: true },
      },
      {
        ...{ action: 'company_proof_waits', actor: { user_id: recruiter.viewer.userId } },
        after: { trust: 'unverified', awaiting: 'lanternworks.com' },
      },
    ]);
  });

  test('has its proof dropped by a refusal, and by whoever leaves the address that it rests on', async () => {
    await bringFromSource('Lanternworks', 'Tidewater');
    const refused = await signUp('Lanternworks', 'a@lantern.example');
    await prove(refused, 'a@lantern.example');
    expect(await decide('refuse', refused.companyId)).toMatchObject({ awaiting: null, looks_like: [] });
    const left = await signUp('Tidewater Jobs', 'b@tide.example');
    await prove(left, 'b@tide.example');
    await database.transaction((tx) =>
      house.companies.recruiterMoved(tx, {
        ...{ userId: left.viewer.userId, from: 'b@tide.example', to: 'b@home.example' },
      }),
    );
    expect(await own(left)).toMatchObject({ awaiting: null });
    expect(await queued()).toEqual([]);
  });

  test('is one with an affix to a verified name or domain, unless the domain is the same', async () => {
    const real = await signUp('LW Holding', 'info@lanternworks.com');
    await prove(real, 'info@lanternworks.com');
    const imitator = await signUp('lanternworks.com Recruiting', 'hr@lantern-jobs.example');
    expect(await prove(imitator, 'hr@lantern-jobs.example')).toMatchObject({ trust: 'unverified' });
    expect((await queue())[0]?.looks_like).toMatchObject([
      { name: 'LW Holding', trust: 'verified', domain: 'lanternworks.com', postings: [], leads_to: [] },
    ]);
    const branch = await signUp('Lanternworks Germany', 'de@lanternworks.com');
    expect(await prove(branch, 'de@lanternworks.com')).toMatchObject({ trust: 'verified' });
  });

  test.each([
    'Nordlicht Energie Berlin',
    'Nordlicht Energie S.à r.l.',
    'Kundendienst Nordlicht Energie',
    'Nordlicht Eпergie',
    'Nordlicht Energie Stiftung',
  ])('is one that has a verified name in it: %s', async (name) => {
    const real = await signUp('Nordlicht Energie Nord GmbH', 'info@nordlicht.example');
    await prove(real, 'info@nordlicht.example');
    const imitator = await signUp(name, 'hr@nordlicht-jobs.example');
    // 'Nordlicht Energie' alone is nobody's yet.
    await decide('withdraw', real.companyId);
    await sql`update companies set name = 'Nordlicht Energie', likeness = null where id = ${real.companyId}`.execute(
      database.query,
    );
    await readUnreadNames(database);
    await prove(real, 'info@nordlicht.example');
    const proven = await prove(imitator, 'hr@nordlicht-jobs.example').catch(({ code }) => code);
    if (proven !== 'company_name_taken')
      expect(proven).toMatchObject({ trust: 'unverified', awaiting: { domain: 'nordlicht-jobs.example' } });
  });

  describe('of one that an operator does not believe', () => {
    const fraud = 'Fraud House 3116';
    const refused = async (decision: 'refuse' | 'hide' | 'disable' | 'erase') => {
      const first = await signUp(fraud, 'a@fraud-sec.example');
      await prove(first, 'a@fraud-sec.example');
      const { userId } = first.viewer;
      if (decision === 'refuse' || decision === 'hide') await decide(decision, first.companyId);
      else
        await database.transaction(async (tx) => {
          await sql`update users set disabled_at = ${clock.now()}, disabled_reason = '' where id = ${userId}`.execute(
            tx,
          );
          await house.companies.recruiterChanged(tx, userId);
          if (decision !== 'erase') return;
          await house.companies.release(tx, [first.companyId]);
          await sql`delete from users where id = ${userId}`.execute(tx);
        });
      return first;
    };

    test.each(['refuse', 'hide', 'disable', 'erase'] as const)(
      'waits by its name and by its domain after: %s',
      async (decision) => {
        const first = await refused(decision);
        const heirs = new Map<string, Recruiter>();
        for (const [name, address] of [
          ['Honest Harbour', 'c@fraud-sec.example'],
          [`${fraud} Berlin`, 'd@elsewhere.example'],
          ['Quiet Harbour', 'e@fraud-sec.test'],
          ['Other Harbour', 'f@fraud-house-3116.example'],
          ['Fraud-Sec', 'g@another.example'],
          // One that is verified still has its name for itself.
          ...(decision === 'hide' || decision === 'disable' ? [] : [[fraud, 'b@fraud-sec.example'] as const]),
        ] as const)
          heirs.set(address, await signUp(name, address));
        const honest = heirs.get('c@fraud-sec.example') ?? first;
        const jobId = await post(honest);
        for (const [address, heir] of heirs)
          expect(await prove(heir, address), address).toMatchObject({ trust: 'unverified', domain: null });
        expect(published).toEqual([]);
        expect(await queued()).toHaveLength(heirs.size);
        expect(await told(operator)).toHaveLength(heirs.size);
        const shown = (await queue()).find(({ name }) => name === 'Honest Harbour');
        expect(shown?.looks_like).toMatchObject([
          {
            ...{ id: first.companyId, name: fraud, shared_domain: 'fraud-sec.example' },
            refused: decision === 'refuse' ? { reason: 'Looked at' } : null,
            hidden: decision !== 'refuse',
          },
        ]);
        // It tells the recruiter nothing of the other.
        expect(JSON.stringify(await own(honest))).not.toMatch(/Fraud House|looks_like|doubts/);
        const other = await signUp('Honest Bakery', 'h@bakery.example');
        expect(await prove(other, 'h@bakery.example')).toMatchObject({ trust: 'verified', awaiting: null });
        await decide('confirm', honest.companyId);
        expect(published).toEqual([jobId]);
      },
    );

    test('waits by a domain that was only tried, or an address that was left, and not for a mailbox that anybody gets', async () => {
      const first = await signUp('Shady Lane', 'a@gmail.com');
      await callRoute(
        api.companies.beginProof,
        { viewer: first.viewer, body: { domain: 'tried.example' } },
        routes(),
      );
      await database.transaction((tx) =>
        house.companies.recruiterMoved(tx, {
          ...{ userId: first.viewer.userId, from: 'a@gmail.com', to: 'a@moved.example' },
        }),
      );
      await decide('refuse', first.companyId);
      for (const [name, address, trust] of [
        ['Lighthouse', 'b@tried.example', 'unverified'],
        ['Breakwater', 'c@moved.example', 'unverified'],
        ['Gmail Friends', 'd@free.example', 'verified'],
      ] as const)
        expect(await prove(await signUp(name, address), address)).toMatchObject({ trust });
    });

    test('is in the list when it was verified before the other was refused', async () => {
      const sister = await signUp('Honest Harbour', 'c@fraud-sec.example');
      await prove(sister, 'c@fraud-sec.example');
      expect(await queued()).toEqual([]);
      await refused('refuse');
      expect(await own(sister)).toMatchObject({ trust: 'verified' });
      expect(await queued()).toEqual(['Honest Harbour']);
      await decide('confirm', sister.companyId);
      expect(await queued()).toEqual([]);
    });

    test('is found by what it had shown before a new version remembered it', async () => {
      await refused('hide');
      await sql`delete from company_domains`.execute(database.query);
      await sql`update companies set likeness = null, likenesses = null`.execute(database.query);
      await readUnreadNames(database);
      const heir = await signUp('Honest Harbour', 'c@fraud-sec.example');
      expect(await prove(heir, 'c@fraud-sec.example')).toMatchObject({ trust: 'unverified' });
    });

    test('is forgotten with its last recruiter when nothing was said against it', async () => {
      const gone = await signUp('Gone Fishing', 'a@gone.example');
      await prove(gone, 'a@gone.example');
      await database.transaction((tx) => house.companies.release(tx, [gone.companyId]));
      expect(await database.query.selectFrom('company_domains').selectAll().execute()).toEqual([]);
    });
  });

  test('waits when whoever looks for jobs has a mailbox of the domain as well, unless who runs it has shown it', async () => {
    const seeker = await createPerson(database);
    await sql`update users set email_verified = true, email = 'z@cable.example' where id = ${seeker}`.execute(
      database.query,
    );
    const customer = await signUp('Cable', 'max.m@cable.example');
    expect(await prove(customer, 'max.m@cable.example')).toMatchObject({ trust: 'unverified' });
    expect(await queue()).toMatchObject([{ doubts: ['shared_mailbox'], looks_like: [] }]);
    await decide('refuse', customer.companyId);
    const runner = await signUp('Cables', 'postmaster@wire.example');
    await sql`update users set email = 'y@wire.example' where id = ${seeker}`.execute(database.query);
    expect(await prove(runner, 'postmaster@wire.example')).toMatchObject({ trust: 'verified' });
  });

  test('has one quota with those that come with its domain, also at the same moment, and not with who only tried it', async () => {
    const many = [];
    for (const letter of 'abc') many.push(await signUp(`Harbour ${letter}`, `${letter}@harbour.example`));
    const stranger = await signUp('Stranger', 'a@stranger.example');
    await callRoute(
      api.companies.beginProof,
      { viewer: stranger.viewer, body: { domain: 'harbour.example' } },
      routes(),
    );
    await post(stranger);
    const outcomes = await Promise.allSettled(many.map(post));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'too_many_open_jobs' },
    });
    await post(stranger);
  });

  test('has a domain in it that is not the one that it proves', async () => {
    const imitator = await signUp('Tidewater.com', 'a@tide.example');
    expect(await prove(imitator, 'a@tide.example')).toMatchObject({ trust: 'unverified' });
    expect(await queue()).toMatchObject([{ doubts: ['names_domain'] }]);
    await expect(signUp('Tidewater - verified: tidewater.com', 'b@tide.example')).rejects.toMatchObject({
      code: 'company_name_refused',
    });
  });

  test('keeps its old reading where a new version reads two verified names as one, and both are looked at', async () => {
    for (const [name, domain] of [
      ['Lanternworks', 'one.example'],
      ['Tidewater', 'two.example'],
    ] as const)
      await prove(await signUp(name, `a@${domain}`), `a@${domain}`);
    await sql`update companies set likeness = null, name = 'Lanternworks PLLC' where name = 'Tidewater'`.execute(
      database.query,
    );
    await readUnreadNames(database);
    expect(await queued()).toEqual(['Lanternworks', 'Lanternworks PLLC']);
  });

  test('keeps what it had when a source brings the name later, and an operator sees it', async () => {
    const recruiter = await signUp('Lanternworks', 'a@lantern.example');
    await prove(recruiter, 'a@lantern.example');
    const jobId = await post(recruiter);
    expect(await queued()).toEqual([]);
    await bringFromSource('Lanternworks Inc.');
    expect(await own(recruiter)).toMatchObject({ trust: 'verified', domain: 'lantern.example' });
    expect(await queue()).toMatchObject([{ trust: 'verified', looks_like: [{ name: 'Lanternworks Inc.' }] }]);
    // Another domain waits, and the one that is shown stays.
    await sql`update users set email = 'a@other.example' where id = ${recruiter.viewer.userId}`.execute(
      database.query,
    );
    expect(await prove(recruiter, 'a@other.example')).toMatchObject({
      ...{ trust: 'verified', domain: 'lantern.example', awaiting: { domain: 'other.example' } },
    });
    await decide('confirm', recruiter.companyId);
    expect(await shownOf(jobId)).toMatchObject({ domain: 'other.example' });
    expect(await queued()).toEqual([]);
    await decide('withdraw', recruiter.companyId);
    expect(await shownOf(jobId)).toMatchObject({ trust: 'unverified', domain: null });
  });

  test('has only its name confirmed where the proof counts already', async () => {
    const recruiter = await signUp('Lanternworks', 'a@lantern.example');
    await prove(recruiter, 'a@lantern.example');
    await bringFromSource('Lanternworks');
    expect(await decide('confirm', recruiter.companyId)).toMatchObject({
      ...{ domain: 'lantern.example', verified_by: 'mail', looks_like: [] },
    });
    expect(await told(recruiter.viewer)).toEqual(['name_confirmed']);
    expect(await queued()).toEqual([]);
  });

  describe('at the same moment', () => {
    test('as another proves the bare name: one counts, the other waits', async () => {
      const pair = [
        await signUp('Lanternworks', 'a@one.example'),
        await signUp('Lanternworks HR', 'b@two.example'),
      ] as const;
      const outcomes = await Promise.all([prove(pair[0], 'a@one.example'), prove(pair[1], 'b@two.example')]);
      expect(outcomes.map(({ trust }) => trust).sort()).toEqual(['unverified', 'verified']);
      expect(outcomes.filter(({ awaiting }) => awaiting !== null)).toHaveLength(1);
    });

    test('as a source brings it: the proof waits, or the operator sees both', async () => {
      const recruiter = await signUp('Lanternworks Careers', 'a@one.example');
      await Promise.all([prove(recruiter, 'a@one.example'), bringFromSource('Lanternworks')]);
      expect(await queued()).toEqual(['Lanternworks Careers']);
    });
  });

  test('waits for names from before to be read, and is held against them then', async () => {
    await bringFromSource('Lanternworks', 'Tidewater');
    const recruiter = await signUp('Lanternworks', 'a@lantern.example');
    await sql`update companies set likeness = null`.execute(database.query);
    await expect(prove(recruiter, 'a@lantern.example')).rejects.toMatchObject({ code: 'unavailable' });
    expect(await readUnreadNames(database)).toBe(3);
    expect(await readUnreadNames(database)).toBe(0);
    expect(await prove(recruiter, 'a@lantern.example')).toMatchObject({ trust: 'unverified' });
  });
});
