import { emptyProfile, type Profile } from '@rolecall/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestJobs } from '../../../testing/jobs.ts';
import { createTestMatching } from '../../../testing/matching.ts';
import { createPerson, createTestNotifications } from '../../../testing/notifications.ts';
import { createTestVacancies } from '../../../testing/vacancies.ts';
import { createProfiles } from '../../identity/profiles/index.ts';
import type { ImportedPosting, Jobs } from '../jobs/index.ts';
import type { Matching } from '../matching/index.ts';

const text =
  'You extend the order service in Go, take part in the rota every sixth week and bring the event store to a second ' +
  'region. We ask for five years with functional languages and for somebody who enjoys talking to mechanics.';
const otherText =
  'The marketplace for spare parts has outgrown its first database. You split the Go monolith along its catalogues, choose ' +
  'what becomes a service and measure whether it was worth it. PostgreSQL today, Java where it pays.';

const posting: ImportedPosting = {
  externalId: '1',
  title: 'Backend Engineer (m/w/d)',
  companyName: 'Boltwerk GmbH',
  description: { html: `<p>${text}</p>`, text },
  department: null,
  places: ['Berlin, Germany'],
  workplace: null,
  employmentType: null,
  seniority: null,
  skills: [],
  pay: null,
  applyUrl: 'https://boltwerk.example/1',
  publishedAt: null,
  deadlineAt: null,
  revisedAt: null,
  contentHash: 'v1',
  flags: [],
};
const berlin = posting;
const hamburg: ImportedPosting = {
  ...posting,
  externalId: '2',
  title: 'Backend Engineer (m/w/d) - Hamburg',
  places: ['Hamburg, Germany'],
  applyUrl: 'https://boards.example/99',
};
const wish: Profile = {
  ...emptyProfile,
  wanted_titles: ['Backend Engineer'],
  skills: ['Go'],
  minimum_match_score: 10,
};

describeEachDatabase('the vacancies of jobs', (open) => {
  const clock = new FakeClock('2026-09-01T12:00:00Z');
  const profiles = createProfiles({ clock });
  let database: Database;
  let jobs: Jobs;
  let matching: Matching;
  let seeker: Viewer;

  beforeAll(async () => {
    database = await open();
    jobs = createTestJobs(database, clock);
  });

  beforeEach(async () => {
    await sql`delete from jobs`.execute(database.query);
    await sql`delete from users`.execute(database.query);
    matching = createTestMatching({
      database,
      clock,
      seekers: profiles,
      notifications: createTestNotifications(database, clock),
      setAside: () => {},
    });
    jobs.changed.on(matching.jobsChanged);
    const userId = await createPerson(database, {});
    await database.transaction(async (tx) => {
      await profiles.create(tx, userId, { timeZone: 'UTC', locale: 'en' });
      await profiles.update(tx, userId, wish);
    });
    seeker = { userId, role: 'job_seeker', sessionId: null };
  });

  async function source(): Promise<string> {
    const id = uuidv7();
    const now = clock.now();
    await database.query
      .insertInto('sources')
      .values({
        ...{ id, kind: 'lever', name: 'x', address: id, time_zone: 'UTC', enabled: true },
        ...{ consecutive_failures: 0, created_at: now, updated_at: now },
      })
      .execute();
    return id;
  }

  const load = (sourceId: string, ...postings: readonly ImportedPosting[]) =>
    database.transaction((tx) => jobs.importPostings(tx, sourceId, postings));

  async function matchAndTell(): Promise<void> {
    await matching.matchNewJobs();
    await matching.closeWindows(100);
  }

  /** How many jobs each notification of the person has told. */
  async function told(): Promise<number[]> {
    const rows = await database.query
      .selectFrom('notifications')
      .select('payload')
      .where('user_id', '=', seeker.userId)
      .orderBy('seq')
      .execute();
    return rows.map(({ payload }) => Number(payload['count'] ?? 1));
  }

  /** Postings by title and first place, those of one vacancy together. */
  async function vacancies(): Promise<string[][]> {
    const rows = await database.query
      .selectFrom('jobs')
      .select(['cluster_id', 'places', 'external_id'])
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const groups = Map.groupBy(rows, ({ cluster_id }) => cluster_id);
    return [...groups.values()].map((own) =>
      own.map(({ places: [place], external_id }) => `${external_id} ${place?.split(',')[0]}`),
    );
  }

  const listed = async () => (await matching.listMatches(seeker, { limit: 10 })).items.map(({ job }) => job);

  it('are told once for two cities on two boards, and shown as one with both', async () => {
    const [own, board] = [await source(), await source()];
    await load(own, berlin);
    await load(board, hamburg);
    await matchAndTell();
    expect(await vacancies()).toEqual([['1 Berlin', '2 Hamburg']]);
    expect(await told()).toEqual([1]);
    const [job] = await listed();
    expect([job?.places, job?.other_postings.map(({ places, apply_url }) => [places, apply_url])]).toEqual([
      ['Berlin, Germany'],
      [[['Hamburg, Germany'], 'https://boards.example/99']],
    ]);

    await load(own, berlin);
    await load(board, hamburg);
    await matchAndTell();
    const third = await source();
    await load(third, { ...hamburg, places: ['Köln'] });
    await matchAndTell();
    expect(await vacancies()).toEqual([['1 Berlin', '2 Hamburg', '2 Köln']]);
    expect(await told()).toEqual([1]);
  });

  it('are two where one employer seeks two people under one title', async () => {
    const own = await source();
    await load(own, berlin, { ...hamburg, description: { html: '', text: otherText } });
    await matchAndTell();
    expect(await vacancies()).toEqual([['1 Berlin'], ['2 Hamburg']]);
    expect(await told()).toEqual([2]);
  });

  it('change when a posting says something else, and nobody is told of that', async () => {
    const own = await source();
    await load(own, berlin, hamburg);
    await matchAndTell();
    await load(own, { ...hamburg, contentHash: 'v2', description: { html: '', text: otherText } });
    await matchAndTell();
    expect(await vacancies()).toEqual([['1 Berlin'], ['2 Hamburg']]);
    await load(own, { ...hamburg, contentHash: 'v3' });
    await matchAndTell();
    expect(await vacancies()).toEqual([['1 Berlin', '2 Hamburg']]);
    expect(await told()).toEqual([1]);
    expect(await listed()).toHaveLength(1);
  });

  it('grow together by a posting that has the text of both, with the matches of people', async () => {
    const [one, two, three] = [await source(), await source(), await source()];
    const saying = (words: string) => ({ ...berlin, description: { html: '', text: words } });
    await load(one, saying(text));
    await load(two, saying(otherText));
    await matchAndTell();
    expect(await told()).toEqual([2]);
    await load(three, saying(`${text} ${otherText}`));
    await matchAndTell();
    expect(await vacancies()).toEqual([['1 Berlin', '1 Berlin', '1 Berlin']]);
    expect(await told()).toEqual([2]);
    expect(await listed()).toHaveLength(1);
  });

  it('keep the jobs of a recruiter apart from those that sources give for a company of that name', async () => {
    await load(await source(), berlin);
    const company = await database.query.selectFrom('companies').select('id').executeTakeFirstOrThrow();
    const id = uuidv7();
    const now = clock.now();
    await database.query
      .insertInto('jobs')
      .values({
        ...{ id, company_id: company.id, company_name: 'Boltwerk GmbH', cluster_id: id, vacancy_due: true },
        ...{
          title: berlin.title,
          description_html: '',
          description_text: text,
          places: [...berlin.places],
          skills: [],
        },
        ...{ status: 'open', published_at: now, created_at: now, updated_at: now },
      })
      .execute();
    await matchAndTell();
    expect(await vacancies()).toHaveLength(2);
  });

  it('take over jobs that were grouped otherwise before, with their matches, and tell nobody', async () => {
    const own = await source();
    await load(
      own,
      berlin,
      { ...hamburg, description: { html: '', text: otherText } },
      { ...berlin, externalId: '3' },
    );
    await matchAndTell();
    const before = await told();
    const [first] = await database.query.selectFrom('jobs').select('id').orderBy('external_id').execute();
    // As an earlier release left them.
    await sql`delete from vacancy_postings`.execute(database.query);
    await sql`delete from matches where cluster_id <> ${first?.id}`.execute(database.query);
    await database.query
      .updateTable('jobs')
      .set({ cluster_id: first?.id ?? '', vacancy_due: true })
      .execute();
    await matchAndTell();
    expect(await vacancies()).toEqual([['1 Berlin', '3 Berlin'], ['2 Hamburg']]);
    expect(await told()).toEqual(before);
    expect(await listed()).toHaveLength(1);
  });

  it('are decided by the next process when one dies at it', async () => {
    const own = await source();
    await load(own, berlin, hamburg);
    const dying = createTestVacancies(database, clock);
    dying.moved.on(async () => {
      throw new Error('killed');
    });
    await expect(dying.decideWaiting()).rejects.toThrow('killed');
    expect(await vacancies()).toEqual([['1 Berlin'], ['2 Hamburg']]);
    expect(await database.query.selectFrom('vacancy_postings').select('job_id').execute()).toEqual([]);
    await matchAndTell();
    expect(await vacancies()).toEqual([['1 Berlin', '2 Hamburg']]);
    expect(await told()).toEqual([1]);
  });

  it('are closed when the last posting is', async () => {
    const [own, board] = [await source(), await source()];
    await load(own, berlin);
    await load(board, hamburg);
    await matching.matchNewJobs();
    await database.transaction((tx) => jobs.closeVanished(tx, own, []));
    await matching.closeWindows(100);
    expect(await told()).toEqual([1]);
    expect((await listed()).map(({ places }) => places)).toEqual([['Hamburg, Germany']]);
    await database.transaction((tx) => jobs.closeVanished(tx, board, []));
    expect(await listed()).toEqual([]);
  });
});
