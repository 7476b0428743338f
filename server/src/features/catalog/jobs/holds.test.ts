import { api, type JobInput, type JobUpdate, jobInputSchema, type PostingRule } from '@rolecall/contract';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { createTestCompanies } from '../../../testing/companies.ts';
import { describeBothDatabases } from '../../../testing/database.ts';
import { startDnsServer } from '../../../testing/dns-server.ts';
import { generousQuotas } from '../../../testing/jobs.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { createPerson } from '../../../testing/notifications.ts';
import { createTestVacancies } from '../../../testing/vacancies.ts';
import { testWorkers } from '../../../testing/workers/index.ts';
import { createDns } from '../../mail/sender-domain/index.ts';
import { companyRoutes } from '../companies/companies.routes.ts';
import { createJobs, listUnmatchedJobs, markMatched } from './index.ts';

describeBothDatabases('jobs of companies that are not verified', (open) => {
  let database: Database;
  let dnsServer: Awaited<ReturnType<typeof startDnsServer>>;
  let recruiter: Viewer;
  let companyId: string;
  let published: string[];
  let codesAsked: string[];
  const clock = new FakeClock();
  const quotas = { ...generousQuotas, unverified: { openJobs: 4, jobsPerDay: 3 } };
  let companies: ReturnType<typeof createTestCompanies>['companies'];
  let audit: ReturnType<typeof createTestCompanies>['audit'];
  let house: ReturnType<typeof createTestCompanies>;
  let jobs: ReturnType<typeof createJobs>;
  let proofs: ReturnType<typeof createTestCompanies>['companyProofs'];

  beforeAll(async () => {
    database = await open();
    dnsServer = await startDnsServer({});
    const { texts } = createDns([dnsServer.address]);
    house = createTestCompanies(database, clock, texts);
    ({ companies, audit, companyProofs: proofs, codesAsked } = house);
    jobs = createJobs({
      database,
      clock,
      logger: pino({ level: 'silent' }),
      workers: testWorkers(),
      companies,
      extras: {
        sourceOf: async () => null,
        matchFor: async () => null,
        applicationOf: async () => null,
        markOf: async () => null,
      },
      numbers: { countApplications: async () => new Map() },
      quotas,
    });
    jobs.published.on(async (_tx, ids) => published.push(...ids));
    return () => dnsServer.close();
  });
  beforeEach(async () => {
    await sql`truncate jobs, companies, users, instance_values cascade`.execute(database.query);
    published = [];
    codesAsked.length = 0;
    recruiter = await signUp('Acme GmbH');
    companyId = (await companies.companyOf(database.query, recruiter.userId))?.id ?? '';
  });

  async function signUp(name: string, role: Viewer['role'] = 'recruiter'): Promise<Viewer> {
    const userId = await createPerson(database, { role });
    await database.query
      .updateTable('users')
      .set({ email_verified: true })
      .where('id', '=', userId)
      .execute();
    if (role === 'recruiter')
      await database.transaction((tx) => companies.createRecruiterCompany(tx, userId, name));
    return { userId, role, sessionId: 's' };
  }
  const input: JobInput = jobInputSchema.parse({
    title: 'Clerk',
    description: 'Work',
    places: [],
    skills: [],
  });
  const post = async (title = 'Clerk', by = recruiter, description = 'Work') => {
    const read = await jobs.readInput({ ...input, title, description });
    return database.transaction((tx) => jobs.post(tx, by, read));
  };
  const setRule = (rule: PostingRule) => database.transaction((tx) => companies.setPostingRule(tx, rule));
  const confirm = (id = companyId) =>
    database.transaction((tx) => companies.confirm(tx, id, { by: 'operator', domain: null }));
  const edit = async (id: string, { text, ...change }: { text?: string } & JobUpdate) => {
    const read = await jobs.readUpdate(id, { ...change, description: text });
    return database.transaction((tx) => jobs.edit(tx, recruiter, id, read));
  };
  const waiting = async () => {
    await createTestVacancies(database, clock).decideWaiting();
    return (await listUnmatchedJobs(database.query, 10)).map(({ id }) => id);
  };
  const routes = () => companyRoutes(house);
  const own = () => callRoute(api.companies.readOwn, { viewer: recruiter }, routes());

  test('are shown and marked, and nobody is told of them', async () => {
    const id = await post();
    expect(published).toEqual([]);
    expect(await waiting()).toEqual([]);
    expect(await jobs.readPage(id, null)).toMatchObject({
      company: { name: 'Acme GmbH', trust: 'unverified' },
      is_announced: false,
    });
  });

  test('are told once when the company is verified, as new, if they are open still', async () => {
    const [first, second] = [await post('One'), await post('Two')];
    await database.transaction((tx) => jobs.close(tx, recruiter, second));
    clock.advance(3 * 86_400_000);
    await confirm();
    expect(published).toEqual([first]);
    expect(await waiting()).toEqual([first]);
    expect(await jobs.readPage(first, null)).toMatchObject({
      company: { trust: 'verified' },
      published_at: clock.now().toISOString(),
      is_announced: true,
    });
    await confirm();
    await jobs.reviewAll();
    expect(published).toEqual([first]);
    const third = await post('Three');
    expect(published).toEqual([first, third]);
  });

  test('wait for a proof that is under way, or are found by it', async () => {
    await Promise.all([post('One'), confirm(), post('Two')]);
    expect(published).toHaveLength(2);
    expect(await waiting()).toHaveLength(2);
  });

  test('are kept back again when the verification is taken back', async () => {
    await confirm();
    const id = await post();
    await database.transaction((tx) => companies.withdraw(tx, companyId));
    expect(await waiting()).toEqual([]);
    expect(await jobs.readPage(id, null)).toMatchObject({ is_announced: false });
  });

  test('are seen by nobody but their company and operators under a stricter rule', async () => {
    const id = await post();
    await setRule('held');
    expect(await jobs.reviewAll()).toBe(1);
    await expect(jobs.readPage(id, null)).rejects.toMatchObject({ code: 'not_found' });
    await expect(jobs.readPage(id, await signUp('Other'))).rejects.toMatchObject({ code: 'not_found' });
    expect(await jobs.readPage(id, recruiter)).toMatchObject({ id });
    expect(await jobs.readPage(id, await signUp('', 'operator'))).toMatchObject({ id });
    const listed = sql<{ id: string }>`select id from job_listings`;
    expect((await listed.execute(database.query)).rows).toEqual([]);
    await setRule('announced');
    expect(await jobs.reviewAll()).toBe(1);
    expect(published).toEqual([id]);
    expect((await listed.execute(database.query)).rows).toEqual([{ id }]);
  });

  test('of a hidden company are out of sight, even if it is verified', async () => {
    await confirm();
    const id = await post();
    await markMatched(database.query, [id], clock.now());
    await database.transaction((tx) => companies.hide(tx, companyId));
    await expect(jobs.readPage(id, null)).rejects.toMatchObject({ code: 'not_found' });
    await database.transaction((tx) => companies.show(tx, companyId));
    expect(await jobs.readPage(id, null)).toMatchObject({ id });
    expect(published).toEqual([id]);
  });

  test('are few', async () => {
    for (const title of ['One', 'Two', 'Three']) await post(title);
    clock.advance(60_000);
    expect(await jobs.readPostings(recruiter)).toEqual({
      rule: 'quiet',
      ...{ open: 3, open_limit: 4, recent: 3, daily_limit: 3, waiting: 3 },
    });
    await expect(post('Four')).rejects.toMatchObject({
      code: 'posting_quota_reached',
      extensions: { limit: 3, retry_after: 86_400 - 60 },
    });
    clock.advance(86_400_000 - 60_000);
    await post('Four');
    await expect(post('Five')).rejects.toMatchObject({
      code: 'too_many_open_jobs',
      extensions: { limit: 4 },
    });
    await confirm();
    await post('Five');
    expect(await jobs.readPostings(recruiter)).toMatchObject({ rule: 'announced', open: 5, waiting: 0 });
  });

  const asksForMoney = 'Please pay the registration fee of €45 in advance.';
  const postText = (text: string) => post('Clerk', recruiter, text);

  test('and those of verified ones are told nobody while their text asks for money', async () => {
    await confirm();
    const id = await postText(asksForMoney);
    expect(published).toEqual([]);
    expect(await waiting()).toEqual([]);
    expect(await jobs.readPage(id, recruiter)).toMatchObject({
      is_announced: false,
      review: { state: 'flagged', reasons: ['fee'], note: '' },
    });
    expect(await jobs.readPage(id, null)).toMatchObject({ is_announced: false, review: null });
    await database.transaction((tx) => jobs.setReview(tx, id, 'cleared', ''));
    expect(published).toEqual([id]);
    await edit(id, { title: 'Office clerk' });
    expect(await jobs.readPage(id, recruiter)).toMatchObject({ is_announced: true, review: null });
    await edit(id, { text: `${asksForMoney} Send a photo of your bank card, both sides, with the CVV.` });
    expect(await jobs.readPage(id, recruiter)).toMatchObject({ review: { state: 'flagged' } });
    await jobs.reviewAll();
    expect(published).toEqual([id]);
  });

  test('and wherever else a posting asks for it', async () => {
    await confirm();
    const id = await post();
    for (const change of [
      { skills: [asksForMoney] },
      { department: asksForMoney },
      { places: [asksForMoney] },
    ]) {
      await edit(id, change);
      expect(await jobs.readPage(id, recruiter)).toMatchObject({ review: { reasons: ['fee'] } });
      await edit(id, { skills: [], department: null, places: [] });
      expect(await jobs.readPage(id, recruiter)).toMatchObject({ review: null });
    }
  });

  test('and those that repeat one that an operator has hidden are seen by nobody until somebody has looked', async () => {
    await confirm();
    const words =
      'You run errands for our director in the city and keep the receipts of all that you have bought.';
    const id = await postText(words);
    await database.transaction((tx) => jobs.setReview(tx, id, 'hidden', 'It is a fraud.'));
    published = [];
    const again = [
      await postText(words),
      await post('Another title', recruiter, `**${words.toUpperCase().replaceAll(' ', '  ')}**`),
      await postText(words.replace('director', 'manager')),
    ];
    const honest = await postText(
      'You keep the books of our shop, send its invoices and answer the telephone.',
    );
    const edited = await postText(
      'You sell bread and cakes in the shop of our bakery, from early morning to noon.',
    );
    expect(published).toEqual([honest, edited]);
    await edit(edited, { text: words });
    for (const repeat of [...again, edited]) {
      await expect(jobs.readPage(repeat, null)).rejects.toMatchObject({ code: 'not_found' });
      expect(await jobs.readPage(repeat, recruiter)).toMatchObject({
        is_announced: false,
        review: { state: 'flagged', reasons: ['hidden_before'] },
      });
    }
    const [first = ''] = again;
    await database.transaction((tx) => jobs.setReview(tx, first, 'cleared', ''));
    expect(await jobs.readPage(first, null)).toMatchObject({ is_announced: true });
    const other = await signUp('Bexley GmbH');
    const elsewhere = await post('Clerk', other, words);
    expect(await jobs.readPage(elsewhere, other)).toMatchObject({ review: null });
  });

  test('are told like any other once an edit has taken out what was asked for', async () => {
    await confirm();
    const id = await postText(asksForMoney);
    await edit(id, { text: 'Work' });
    expect(published).toEqual([id]);
    expect(await jobs.readPage(id, recruiter)).toMatchObject({ is_announced: true, review: null });
  });

  test('are not told by an operator who has nothing against their text alone', async () => {
    const id = await postText(asksForMoney);
    await database.transaction((tx) => jobs.setReview(tx, id, 'cleared', ''));
    expect(published).toEqual([]);
    await confirm();
    expect(published).toEqual([id]);
  });

  test('stay out of sight when an operator has hidden them, whatever is edited, until they are shown again', async () => {
    await confirm();
    const id = await postText(asksForMoney);
    await database.transaction((tx) => jobs.setReview(tx, id, 'hidden', 'Asks for money.'));
    await expect(jobs.readPage(id, null)).rejects.toMatchObject({ code: 'not_found' });
    await edit(id, { text: 'Work' });
    await jobs.reviewAll();
    expect(await jobs.readPage(id, recruiter)).toMatchObject({
      review: { state: 'hidden', note: 'Asks for money.' },
    });
    await expect(jobs.readPage(id, null)).rejects.toMatchObject({ code: 'not_found' });
    await database.transaction((tx) => jobs.setReview(tx, id, 'cleared', ''));
    expect(published).toEqual([id]);
  });

  test('need an address that its person has confirmed', async () => {
    await sql`update users set email_verified = false`.execute(database.query);
    await expect(post()).rejects.toMatchObject({ code: 'address_unconfirmed' });
  });

  test('become like any other by a record in the DNS, and not by one of another domain or company', async () => {
    const id = await post();
    const begin = (viewer: Viewer, domain: string) =>
      callRoute(api.companies.beginProof, { viewer, body: { domain } }, routes());
    const check = (viewer: Viewer) => callRoute(api.companies.checkProof, { viewer }, routes());
    await expect(check(recruiter)).rejects.toMatchObject({ code: 'company_proof_missing' });
    const { proof } = await begin(recruiter, 'https://www.acme.example/');
    expect(proof).toMatchObject({ domain: 'acme.example', dns_name: '_rolecall-challenge.acme.example' });
    await expect(check(recruiter)).rejects.toMatchObject({ code: 'company_record_missing' });
    const other = await signUp('Another');
    await begin(other, 'acme.example');
    dnsServer.use({ '_rolecall-challenge.acme.example': { TXT: ['v=spf1', proof?.dns_value ?? ''] } });
    await expect(check(other)).rejects.toMatchObject({ code: 'company_record_missing' });
    expect(await check(recruiter)).toMatchObject({
      trust: 'verified',
      domain: 'acme.example',
      verified_by: 'dns',
    });
    expect(published).toEqual([id]);
    const log = await audit.list(database.query, { limit: 10, subject_id: companyId });
    expect(log.items).toMatchObject([
      { action: 'company_verified', actor: { user_id: recruiter.userId }, after: { method: 'dns' } },
    ]);
  });

  test('are not believed while the DNS does not answer', async () => {
    await callRoute(
      api.companies.beginProof,
      { viewer: recruiter, body: { domain: 'acme.example' } },
      routes(),
    );
    dnsServer.use({ '_rolecall-challenge.acme.example': 'servfail' });
    await expect(callRoute(api.companies.checkProof, { viewer: recruiter }, routes())).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await own()).toMatchObject({ trust: 'unverified' });
  });

  test('become like any other by a code that was mailed to the domain', async () => {
    const id = await post();
    const ask = (address: string) =>
      callRoute(api.companies.proveByMail, { viewer: recruiter, body: { address } }, routes());
    const give = (code: string) =>
      callRoute(api.companies.confirmCode, { viewer: recruiter, body: { code } }, routes());
    await expect(ask('boss@gmail.com')).rejects.toMatchObject({ code: 'company_domain_refused' });
    await ask('info@acme.example');
    expect(codesAsked).toEqual([companyId]);
    const issued = await database.transaction((tx) => proofs.issueCode(tx, companyId));
    expect(issued).toMatchObject({ address: 'info@acme.example', code: expect.stringMatching(/^\d{8}$/) });
    const wrong = issued?.code === '00000000' ? '00000001' : '00000000';
    for (let attempt = 0; attempt < 5; attempt += 1)
      await expect(give(wrong)).rejects.toMatchObject({ code: 'company_code_wrong' });
    await expect(give(issued?.code ?? '')).rejects.toMatchObject({ code: 'company_code_wrong' });
    const again = await database.transaction((tx) => proofs.issueCode(tx, companyId));
    clock.advance(31 * 60_000);
    await expect(give(again?.code ?? '')).rejects.toMatchObject({ code: 'company_code_wrong' });
    const last = await database.transaction((tx) => proofs.issueCode(tx, companyId));
    expect(await give(last?.code ?? '')).toMatchObject({
      trust: 'verified',
      domain: 'acme.example',
      proof: null,
    });
    expect(published).toEqual([id]);
  });

  test('cannot have strangers mailed without end', async () => {
    const ask = (address: string) =>
      callRoute(api.companies.proveByMail, { viewer: recruiter, body: { address } }, routes());
    for (const domain of ['a', 'b', 'c', 'd', 'e']) await ask(`info@${domain}.example`);
    await expect(ask('info@f.example')).rejects.toMatchObject({ code: 'company_proof_limit' });
  });

  test('may not bear a name that looks like a verified one, which is free again when nobody is left', async () => {
    await confirm();
    for (const name of ['ACME', 'Acme Inc.', 'Асme', 'A c m e'])
      await expect(signUp(name)).rejects.toMatchObject({ code: 'company_name_taken' });
    const early = await signUp('Acne');
    await database.query
      .updateTable('companies')
      .set({ name: 'Acme SARL' })
      .where('name', '=', 'Acne')
      .execute();
    const earlyId = (await companies.companyOf(database.query, early.userId))?.id ?? '';
    await expect(confirm(earlyId)).rejects.toMatchObject({ code: 'company_name_taken' });
    await database.transaction((tx) => companies.release(tx, [companyId]));
    await signUp('ACME');
    await confirm(earlyId);
  });
});
