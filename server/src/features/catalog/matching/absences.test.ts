import { locales, type Profile } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createTestSavedSearches } from '../../../testing/alerts.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMatching } from '../../../testing/matching.ts';
import { createPerson, createTestNotifications } from '../../../testing/notifications.ts';
import { createProfiles } from '../../identity/profiles/index.ts';
import { absenceMessages } from './absence.messages.ts';
import { type AbsenceCode, createAbsences } from './absences.ts';

const wish: Partial<Profile> = { wanted_titles: ['Backend Engineer'], skills: ['Go', 'PostgreSQL'] };

interface GivenJob {
  readonly places?: string[];
  readonly employment_type?: 'full_time' | 'internship';
  readonly workplace?: 'remote' | 'on_site';
  readonly description_text?: string;
  readonly pay_maximum?: number;
  readonly title?: string;
  readonly posted_by?: string;
  readonly matched_at?: Date | null;
  readonly status?: 'open' | 'closed';
  readonly deadline_at?: Date;
  readonly cluster_id?: string;
  readonly hold?: 'quiet' | 'hidden';
  readonly company_trust?: 'verified' | 'unverified';
}

describeEachDatabase('why somebody heard nothing of a job', (open) => {
  const clock = new FakeClock();
  const profiles = createProfiles({ clock });
  let database: Database;
  let companyId: string;
  let viewer: Viewer;
  let applied: Set<string>;

  beforeAll(async () => {
    database = await open();
    companyId = uuidv7();
    await database.query
      .insertInto('companies')
      .values({
        id: companyId,
        name: 'Acme',
        normalized_name: 'acme',
        origin: 'source',
        created_at: clock.now(),
      })
      .execute();
  });

  beforeEach(async () => {
    applied = new Set();
    viewer = { userId: await createPerson(database), role: 'job_seeker', sessionId: null };
    await database.transaction((tx) => profiles.create(tx, viewer.userId, { timeZone: 'UTC', locale: 'en' }));
  });

  const wanting = (profile: Partial<Profile>) =>
    database.transaction((tx) => profiles.update(tx, viewer.userId, { ...wish, ...profile }));

  async function job(given: GivenJob = {}): Promise<string> {
    const id = uuidv7();
    const now = clock.now();
    const { pay_maximum, ...rest } = given;
    await database.query
      .insertInto('jobs')
      .values({
        id,
        company_id: companyId,
        company_name: 'Acme GmbH',
        cluster_id: id,
        title: 'Backend Engineer',
        description_html: '',
        description_text: 'We write Go and PostgreSQL.',
        places: ['Berlin'],
        skills: [],
        published_at: now,
        status: 'open',
        matched_at: now,
        created_at: now,
        updated_at: now,
        ...(pay_maximum === undefined
          ? {}
          : { pay_maximum, pay_currency: 'EUR', pay_period: 'year' as const }),
        ...rest,
      })
      .execute();
    return id;
  }

  const ask = (subject: string) =>
    createAbsences({
      seekers: profiles,
      savedSearches: createTestSavedSearches(database, clock),
      applicationOf: async (_tx, _userId, jobId) => (applied.has(jobId) ? uuidv7() : null),
    }).explain(database.query, viewer, subject, { locale: 'en', timeZone: 'UTC' });

  const held = { matched_at: null, hold: 'quiet' } as const;

  test.each<[AbsenceCode, Partial<Profile>, GivenJob, string]>([
    ['place', { places: ['Hamburg'] }, {}, 'It is in none of the places of your profile.'],
    ['remote', { remote: 'remote_only' }, { workplace: 'on_site' }, 'It does not fit what'],
    ['company', { excluded_companies: ['ACME'] }, {}, 'excludes the company “Acme GmbH”'],
    [
      'word',
      { excluded_words: ['crypto', 'on call'] },
      { description_text: 'You are on call at night.' },
      'excludes the word “on call”',
    ],
    ['employment_type', { employment_types: ['full_time'] }, { employment_type: 'internship' }, 'Its type'],
    [
      'pay',
      { pay_floor: { amount: 60_000, currency: 'EUR', period: 'year' } },
      { pay_maximum: 40_000 },
      'It states less pay',
    ],
    ['nothing_agrees', {}, { title: 'Baker', description_text: 'Bread.' }, 'Neither its title'],
    ['empty_profile', { wanted_titles: [], skills: [] }, {}, 'Your profile names neither'],
    ['not_matched', {}, { matched_at: null }, 'It has not been compared'],
    ['unverified_company', {}, { ...held, company_trust: 'unverified' }, 'Its company has not proven'],
    ['under_review', {}, { ...held, company_trust: 'verified' }, 'It is being checked'],
    ['closed', {}, { matched_at: null, status: 'closed' }, 'It was closed before'],
    ['deadline', {}, { deadline_at: new Date(0) }, 'Its deadline had passed'],
  ])('%s', async (code, profile, given, words) => {
    await wanting(profile);
    const absence = await ask(`job:${await job(given)}`);
    expect(absence?.code).toBe(code);
    expect(absence?.text).toContain(words);
  });

  test('the score, with both numbers', async () => {
    await wanting({ wanted_titles: ['Backend Engineer', 'Data Analyst'], minimum_match_score: 100 });
    const absence = await ask(`job:${await job()}`);
    expect(absence).toMatchObject({ code: 'below_minimum', minimum: 100, path: '/settings/profile' });
    expect(absence?.text).toContain(`It fits you by ${absence?.score} %`);
  });

  test('a profile that was another one then', async () => {
    await wanting({ minimum_match_score: 10 });
    const absence = await ask(`job:${await job()}`);
    expect(absence?.code).toBe('fits_by_now');
    expect(absence?.text).toContain('your profile was not like that yet');
  });

  test('an own application, an own posting, and who seeks no job', async () => {
    await wanting({});
    const id = await job();
    applied.add(id);
    expect(await ask(`job:${id}`)).toMatchObject({ code: 'applied' });
    const own = await job({ posted_by: viewer.userId });
    expect(await ask(`job:${own}`)).toMatchObject({ code: 'own_job' });
    viewer = { ...viewer, role: 'recruiter' };
    expect(await ask(`job:${id}`)).toMatchObject({ code: 'no_seeker' });
  });

  test('another posting of the same vacancy, by the key of the notification that told of it', async () => {
    await wanting({ minimum_match_score: 10 });
    const notifications = createTestNotifications(database, clock);
    const matching = createTestMatching({
      database,
      clock,
      seekers: profiles,
      notifications,
      setAside: () => {},
    });
    await database.query
      .updateTable('jobs')
      .set({ status: 'closed' })
      .where('matched_at', 'is', null)
      .execute();
    const first = await job({ matched_at: null });
    await matching.matchNewJobs();
    await matching.closeWindows(1_000);
    const second = await job({ matched_at: null, cluster_id: first });
    await matching.matchNewJobs();
    const absence = await ask(`job:${second}`);
    expect(absence?.code).toBe('same_vacancy');
    const told = await database.query
      .selectFrom('notifications')
      .select(['subject'])
      .where('user_id', '=', viewer.userId)
      .where('dedupe_key', '=', absence?.toldUnder ?? '')
      .execute();
    expect(told).toEqual([{ subject: `job:${first}` }]);
  });

  test('what was told together with others, is still collected, or was left out', async () => {
    await wanting({ minimum_match_score: 10 });
    const matching = createTestMatching({
      database,
      clock,
      seekers: profiles,
      notifications: createTestNotifications(database, clock),
      setAside: () => {},
    });
    const [first, second] = [await job({ matched_at: null }), await job({ matched_at: null })];
    const closed = await job({ matched_at: null });
    await matching.matchNewJobs();
    expect(await ask(`job:${first}`)).toMatchObject({ code: 'collected', toldUnder: null });
    await database.query.updateTable('jobs').set({ status: 'closed' }).where('id', '=', closed).execute();
    await matching.closeWindows(1_000);
    expect(await ask(`job:${closed}`)).toMatchObject({ code: 'left_closed' });
    const told = await ask(`job:${second}`);
    expect(told?.code).toBe('told_together');
    const summary = await database.query
      .selectFrom('notifications')
      .select(['kind'])
      .where('user_id', '=', viewer.userId)
      .where('dedupe_key', '=', told?.toldUnder ?? '')
      .execute();
    expect(summary).toEqual([{ kind: 'job_matches' }]);
  });

  test('what is no job is for others to explain', async () => {
    expect(await ask(`job:${uuidv7()}`)).toBeNull();
    expect(await ask(`company:${companyId}`)).toBeNull();
  });
});

test.each(locales)('is told in %s, with all that decided', (locale) => {
  const say = absenceMessages(locale, 'UTC');
  expect(say.below_minimum({ score: 40, minimum: 60 })).toMatch(/40.+60/);
  expect(say.company({ name: 'Acme' })).toContain('Acme');
  expect(say.fits_by_now({ score: 40, moment: new Date('2026-03-02T12:00:00Z') })).toContain('2026');
});
