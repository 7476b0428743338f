import type { JobInput, JobUpdate } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestJobs } from '../../../testing/jobs.ts';
import { createCompanies } from '../companies/index.ts';
import type { ImportedPosting, Jobs } from './index.ts';

const input: JobInput = {
  title: 'Backend Engineer',
  description: 'Build **things**',
  places: ['Berlin'],
  workplace: 'hybrid',
  employment_type: 'full_time',
  seniority: null,
  department: null,
  skills: ['PostgreSQL'],
  pay: { minimum: 30, maximum: 40, currency: 'EUR', period: 'hour' },
  deadline_at: null,
};

const posting: ImportedPosting = {
  externalId: '1',
  title: 'Data Analyst',
  companyName: 'Acme Inc.',
  description: { html: '<p>Look at data</p>', text: 'Look at data' },
  department: null,
  places: ['Paris'],
  workplace: null,
  employmentType: null,
  seniority: null,
  skills: [],
  pay: null,
  applyUrl: 'https://acme.example/1',
  publishedAt: new Date('2026-08-01T10:00:00.123Z'),
  deadlineAt: null,
  revisedAt: null,
  contentHash: 'v1',
  flags: [],
};

describeEachDatabase('jobs', (open) => {
  let database: Database;
  let published: string[];
  let changed: string[];
  const clock = new FakeClock();
  const companies = createCompanies({ clock });

  let jobs: Jobs;

  beforeAll(async () => {
    database = await open();
    jobs = createTestJobs(database, clock);
    jobs.published.on(async (_tx, ids) => published.push(...ids));
    jobs.changed.on(async (_tx, ids) => changed.push(...ids));
  });
  beforeEach(() => {
    published = [];
    changed = [];
    clock.set('2026-09-01T12:00:00Z');
  });

  async function recruiter(companyName: string): Promise<Viewer> {
    const id = uuidv7();
    const now = clock.now();
    await database.transaction(async (tx) => {
      await tx
        .insertInto('users')
        .values({
          id,
          name: 'Rita',
          email: `${id}@example.org`,
          email_verified: true,
          role: 'recruiter',
          created_at: now,
          updated_at: now,
        })
        .execute();
      await companies.createRecruiterCompany(tx, id, companyName);
    });
    return { userId: id, role: 'recruiter', sessionId: null };
  }

  async function source(): Promise<string> {
    const id = uuidv7();
    const now = clock.now();
    await database.query
      .insertInto('sources')
      .values({
        id,
        kind: 'greenhouse',
        name: 'Acme',
        address: id,
        time_zone: 'UTC',
        enabled: true,
        consecutive_failures: 0,
        created_at: now,
        updated_at: now,
      })
      .execute();
    return id;
  }

  const post = async (viewer: Viewer, change: Partial<JobInput> = {}) => {
    const given = { ...input, ...change };
    const read = await jobs.readInput(given);
    return database.transaction((tx) => jobs.post(tx, viewer, read));
  };
  const edit = async (viewer: Viewer, id: string, change: JobUpdate) => {
    const read = await jobs.readUpdate(id, change);
    return database.transaction((tx) => jobs.edit(tx, viewer, id, read));
  };
  const load = (sourceId: string, ...postings: ImportedPosting[]) =>
    database.transaction((tx) => jobs.importPostings(tx, sourceId, postings));

  it('posts a job with clean text and comparable pay, and tells of it once', async () => {
    const viewer = await recruiter('Acme');
    const id = await post(viewer, { description: 'Hi<script>x</script> **all**' });
    expect(published).toEqual([id]);
    const page = await jobs.readPage(id, null);
    expect(page).toMatchObject({ company: { name: 'Acme' }, pay: input.pay, source: null, apply_url: null });
    expect(page.description_html).not.toContain('script');
    const stored = await database.query
      .selectFrom('jobs')
      .select('pay_annual')
      .where('id', '=', id)
      .execute();
    expect(stored).toEqual([{ pay_annual: 83_200 }]);
  });

  it('lets nobody of another company see or change it as theirs', async () => {
    const owner = await recruiter('Acme');
    const other = await recruiter('Acme');
    const id = await post(owner);
    await expect(
      database.transaction((tx) => jobs.edit(tx, other, id, { title: 'Mine' })),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(database.transaction((tx) => jobs.close(tx, other, id))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(database.transaction((tx) => jobs.reopen(tx, other, id))).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await jobs.listOwn(other, { limit: 10 })).items).toEqual([]);
  });

  it('gives a recruiter no right over the jobs that a source has for a company of the same name', async () => {
    const viewer = await recruiter('Acme');
    const sourceId = await source();
    await load(sourceId, posting);
    const [id = ''] = published;
    await expect(database.transaction((tx) => jobs.close(tx, viewer, id))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('edits without telling anybody, and not while it is closed', async () => {
    const viewer = await recruiter('Acme');
    const id = await post(viewer);
    published = [];
    await edit(viewer, id, { title: 'Lead Engineer', pay: null });
    expect(published).toEqual([]);
    expect(await jobs.readPage(id, null)).toMatchObject({
      title: 'Lead Engineer',
      pay: null,
      places: ['Berlin'],
    });
    await database.transaction((tx) => jobs.close(tx, viewer, id));
    await expect(edit(viewer, id, { title: 'X' })).rejects.toMatchObject({ code: 'job_closed' });
  });

  it('refuses an edit whose words were changed while they were read, since nobody has looked at them together', async () => {
    const viewer = await recruiter('Acme');
    const id = await post(viewer);
    const late = await jobs.readUpdate(id, { title: 'Lead Engineer' });
    await edit(viewer, id, { description: 'Another text' });
    await expect(database.transaction((tx) => jobs.edit(tx, viewer, id, late))).rejects.toMatchObject({
      code: 'edit_conflict',
    });
    await edit(viewer, id, { title: 'Lead Engineer' });
    expect(await jobs.readPage(id, null)).toMatchObject({ title: 'Lead Engineer' });
  });

  it('closes jobs whose deadline has passed, and opens one again without it', async () => {
    const viewer = await recruiter('Acme');
    const id = await post(viewer, { deadline_at: '2026-09-02T00:00:00.000Z' });
    await expect(post(viewer, { deadline_at: '2026-08-01T00:00:00.000Z' })).rejects.toMatchObject({
      code: 'invalid_request',
    });
    expect(await jobs.closeExpiredJobs()).toBe(0);
    clock.set('2026-09-02T00:00:00Z');
    expect(await jobs.closeExpiredJobs()).toBe(1);
    expect((await jobs.readPage(id, null)).status).toBe('closed');
    await database.transaction((tx) => jobs.reopen(tx, viewer, id));
    expect(await jobs.readPage(id, null)).toMatchObject({ status: 'open', deadline_at: null });
  });

  it('says which jobs were closed, opened again or may have another deadline', async () => {
    const viewer = await recruiter('Acme');
    const id = await post(viewer);
    await edit(viewer, id, { title: 'Another' });
    expect(changed).toEqual([]);
    await edit(viewer, id, { deadline_at: '2026-09-02T12:00:00.000Z' });
    clock.set('2026-09-02T12:00:00Z');
    await jobs.closeExpiredJobs();
    await database.transaction((tx) => jobs.reopen(tx, viewer, id));
    await database.transaction((tx) => jobs.close(tx, viewer, id));
    await database.transaction((tx) => jobs.close(tx, viewer, id));
    expect(changed).toEqual([id, id, id, id]);

    changed = [];
    const sourceId = await source();
    await load(sourceId, posting, { ...posting, externalId: '2' });
    expect(changed).toEqual([]);
    const deadlineAt = new Date('2026-09-20T12:00:00Z');
    await load(sourceId, { ...posting, contentHash: 'v2', deadlineAt });
    await database.transaction((tx) => jobs.closeVanished(tx, sourceId, ['1']));
    await database.transaction((tx) => jobs.closeRemoved(tx, sourceId));
    expect(changed).toHaveLength(3);
  });

  it('lists the own jobs page by page, the newest first', async () => {
    const viewer = await recruiter('Acme');
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) {
      clock.advance(index === 2 ? 0 : 1);
      ids.unshift(await post(viewer, { title: `Job ${index}` }));
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await jobs.listOwn(viewer, { limit: 2, cursor });
      seen.push(...page.items.map((job) => job.id));
      cursor = page.next_cursor ?? undefined;
      if (cursor !== undefined) {
        await expect(jobs.listOwn(viewer, { limit: 2, cursor, status: 'open' })).rejects.toMatchObject({
          code: 'invalid_cursor',
        });
      }
    } while (cursor !== undefined);
    expect(seen).toEqual(ids);
  });

  it('imports a posting once, changes it quietly and keeps an older form out', async () => {
    const sourceId = await source();
    const revised = { ...posting, revisedAt: new Date('2026-08-12T00:00:00Z') };
    expect(await load(sourceId, revised)).toEqual({ added: 1, changed: 0 });
    expect(await load(sourceId, revised)).toEqual({ added: 0, changed: 0 });
    const newer = {
      ...revised,
      title: 'Data Engineer',
      contentHash: 'v2',
      revisedAt: new Date('2026-08-13T00:00:00Z'),
    };
    await database.query.updateTable('jobs').set({ matched_at: clock.now() }).execute();
    published = [];
    expect(await load(sourceId, newer)).toEqual({ added: 0, changed: 1 });
    expect(await load(sourceId, revised)).toEqual({ added: 0, changed: 0 });
    expect(published).toEqual([]);
    expect(
      await database.query.selectFrom('jobs').select('title').where('source_id', '=', sourceId).execute(),
    ).toEqual([{ title: 'Data Engineer' }]);
  });

  it('closes what vanished and opens it again without telling', async () => {
    const sourceId = await source();
    await load(sourceId, posting, { ...posting, externalId: '2', title: 'Cook' });
    await database.query.updateTable('jobs').set({ matched_at: clock.now() }).execute();
    published = [];
    expect(await database.transaction((tx) => jobs.closeVanished(tx, sourceId, ['1']))).toBe(1);
    expect(await load(sourceId, { ...posting, externalId: '2', title: 'Cook' })).toEqual({
      added: 0,
      changed: 1,
    });
    expect(published).toEqual([]);
  });

  it('never tells of a posting whose deadline has passed', async () => {
    const sourceId = await source();
    await load(sourceId, { ...posting, deadlineAt: new Date('2026-08-31T00:00:00Z') });
    expect(published).toEqual([]);
  });
});
