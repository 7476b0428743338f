import { emptyProfile, type JobSummary, type Profile } from '@rolecall/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { ImportedPosting, Jobs } from '../features/catalog/jobs/index.ts';
import { createMarks, type Marks } from '../features/catalog/marks/index.ts';
import type { Matching } from '../features/catalog/matching/index.ts';
import type { Vacancies } from '../features/catalog/vacancies/index.ts';
import { createProfiles } from '../features/identity/profiles/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Viewer } from '../platform/http/index.ts';
import { createTestJobs } from './jobs.ts';
import { createTestMatching } from './matching.ts';
import { createPerson, createTestNotifications } from './notifications.ts';
import { createTestVacancies } from './vacancies.ts';

export const backendText =
  'You extend the order service in Go, take part in the rota every sixth week and bring the event store to a second ' +
  'region. We ask for five years with functional languages and for somebody who enjoys talking to mechanics.';
export const otherText =
  'The marketplace for spare parts has outgrown its first database. You split the Go monolith along its catalogues, choose ' +
  'what becomes a service and measure whether it was worth it. PostgreSQL today, Java where it pays.';

const posting: ImportedPosting = {
  externalId: '1',
  title: 'Backend Engineer (m/w/d)',
  companyName: 'Boltwerk GmbH',
  description: { html: `<p>${backendText}</p>`, text: backendText },
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
export const berlin = posting;
export const hamburg: ImportedPosting = {
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

/** Imports of postings, and a person who is told of them. */
export interface VacancyBench {
  readonly jobs: Jobs;
  readonly matching: Matching;
  readonly marks: Marks;
  readonly vacancies: Vacancies;
  readonly seeker: Viewer;
  /** A source without postings. */
  source(): Promise<string>;
  load(sourceId: string, ...postings: readonly ImportedPosting[]): Promise<unknown>;
  matchAndTell(): Promise<void>;
  /** How many jobs each notification of the person has told. */
  told(): Promise<number[]>;
  /** Postings by their ids of the source and first places, those of one vacancy together. */
  groups(): Promise<string[][]>;
  /** The jobs that the person sees as matches. */
  listed(): Promise<JobSummary[]>;
}

/** Empties the database of jobs and people, and begins anew. */
export async function createVacancyBench(database: Database, clock: Clock): Promise<VacancyBench> {
  await sql`delete from jobs`.execute(database.query);
  await sql`delete from users`.execute(database.query);
  const jobs = createTestJobs(database, clock);
  const profiles = createProfiles({ clock });
  const marks = createMarks({ database, clock });
  const vacancies = createTestVacancies(database, clock);
  const matching = createTestMatching(
    {
      database,
      clock,
      seekers: profiles,
      notifications: createTestNotifications(database, clock),
      setAside: () => {},
    },
    vacancies,
  );
  jobs.changed.on(matching.jobsChanged);
  vacancies.moved.on(marks.postingsMoved);
  const userId = await createPerson(database, {});
  await database.transaction(async (tx) => {
    await profiles.create(tx, userId, { timeZone: 'UTC', locale: 'en' });
    await profiles.update(tx, userId, wish);
  });
  const seeker: Viewer = { userId, role: 'job_seeker', sessionId: null };

  return {
    jobs,
    matching,
    marks,
    vacancies,
    seeker,

    async source() {
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
    },

    load: (sourceId, ...postings) =>
      database.transaction((tx) => jobs.importPostings(tx, sourceId, postings)),

    async matchAndTell() {
      await matching.matchNewJobs();
      await matching.closeWindows(100);
    },

    async told() {
      const rows = await database.query
        .selectFrom('notifications')
        .select('payload')
        .where('user_id', '=', userId)
        .orderBy('seq')
        .execute();
      return rows.map(({ payload }) => Number(payload['count'] ?? 1));
    },

    async groups() {
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
    },

    listed: async () => (await matching.listMatches(seeker, { limit: 10 })).items.map(({ job }) => job),
  };
}
