import { v7 as uuidv7 } from 'uuid';
import { createApplications, createCheckNotes } from '../features/activity/applications/index.ts';
import { applicationInterviews, createInterviews } from '../features/activity/interviews/index.ts';
import { applicationResumes, createResumes } from '../features/activity/resumes/index.ts';
import { createCompanies } from '../features/catalog/companies/index.ts';
import { createReadFlags } from '../features/catalog/jobs/index.ts';
import { createProfiles } from '../features/identity/profiles/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Viewer } from '../platform/http/index.ts';
import { FakeClock } from './clock.ts';
import { createTestPreferences } from './messaging/preferences.ts';
import { createPerson, createTestNotifications } from './notifications.ts';
import { testWorkers } from './workers/index.ts';

/** Applications over real parts, with the people and jobs that tests need. */
export function createTestApplications(database: Database) {
  const clock = new FakeClock();
  const companies = createCompanies({ clock });
  const profiles = createProfiles({ clock });
  const notifications = createTestNotifications(database, clock);
  const preferences = createTestPreferences(clock);
  const applications = createApplications({
    database,
    clock,
    companies,
    notifications,
    resumes: applicationResumes,
    interviews: applicationInterviews,
    preferences,
    setAside: (_, __, error) => {
      throw error;
    },
  });
  const viewer = (userId: string, role: Viewer['role']): Viewer => ({ userId, role, sessionId: null });

  return {
    clock,
    companies,
    notifications,
    preferences,
    profiles,
    applications,
    checkNotes: createCheckNotes(createReadFlags(testWorkers())),
    interviews: createInterviews({ clock, applications, notifications }),
    resumes: createResumes({
      database,
      clock,
      companies,
      workers: testWorkers(),
      profiles,
      secret: 'a secret of more than thirty-two characters',
      uploadLimitBytes: 10_000,
    }),

    async seeker(): Promise<Viewer> {
      const userId = await createPerson(database);
      await database.transaction((tx) => profiles.create(tx, userId, { timeZone: 'UTC', locale: 'en' }));
      return viewer(userId, 'job_seeker');
    },

    /** A company with so many recruiters. */
    async company(size = 1): Promise<{ id: string; recruiter: Viewer; recruiters: Viewer[] }> {
      const recruiter = viewer(await createPerson(database, { role: 'recruiter' }), 'recruiter');
      const company = await database.transaction((tx) =>
        companies.createRecruiterCompany(tx, recruiter.userId, 'Acme'),
      );
      const recruiters = [recruiter];
      while (recruiters.length < size) {
        const userId = await createPerson(database, { role: 'recruiter' });
        const membership = { company_id: company.id, user_id: userId, created_at: clock.now() };
        await database.query.insertInto('company_members').values(membership).execute();
        recruiters.push(viewer(userId, 'recruiter'));
      }
      return { id: company.id, recruiter, recruiters };
    },

    async job(
      companyId: string,
      change: {
        status?: 'open' | 'closed';
        deadline_at?: Date;
        apply_url?: string;
        hold?: 'quiet' | 'hidden';
      } = {},
    ): Promise<string> {
      const id = uuidv7();
      const now = clock.now();
      await database.query
        .insertInto('jobs')
        .values({
          id,
          company_id: companyId,
          company_name: 'Acme',
          company_trust: 'unverified',
          cluster_id: id,
          title: 'Backend Engineer',
          description_html: '',
          description_text: '',
          places: ['Berlin'],
          skills: [],
          published_at: now,
          status: 'open',
          created_at: now,
          updated_at: now,
          ...change,
        })
        .execute();
      return id;
    },

    /** What a person has been told, the oldest first. */
    told: (viewer: Viewer) =>
      database.query
        .selectFrom('notifications')
        .select(['kind', 'subject', 'payload'])
        .where('user_id', '=', viewer.userId)
        .orderBy('seq')
        .execute(),
  };
}
