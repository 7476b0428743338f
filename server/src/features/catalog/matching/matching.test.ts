import { emptyProfile, type Profile } from '@rolecall/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { SetAside } from '../../../platform/set-aside/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMatching } from '../../../testing/matching.ts';
import { createPeople, createPerson, createTestNotifications } from '../../../testing/notifications.ts';
import { createProfiles } from '../../identity/profiles/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import { type Matching, matchFor } from './index.ts';

const wish: Profile = { ...emptyProfile, wanted_titles: ['Backend Engineer'], skills: ['Go', 'PostgreSQL'] };

interface NewJob {
  readonly title: string;
  readonly places?: readonly string[];
  readonly clusterId?: string;
  readonly matchedAt?: Date;
  readonly deadlineAt?: Date;
}

describeEachDatabase('matching', (open, kind) => {
  const clock = new FakeClock();
  const profiles = createProfiles({ clock });
  let database: Database;
  let notifications: Notifications;
  let matching: Matching;
  let companyId: string;
  let aside: (readonly [string, Readonly<Record<string, string>>])[] = [];
  const setAside: SetAside = (batch, row) => void aside.push([batch, row]);

  beforeAll(async () => {
    database = await open();
    notifications = createTestNotifications(database, clock);
    matching = createTestMatching({ database, clock, seekers: profiles, notifications, setAside });
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
    clock.set('2026-09-01T12:00:00Z');
    aside = [];
    await sql`delete from users`.execute(database.query);
    await sql`delete from jobs`.execute(database.query);
  });

  async function seekers(count: number, profile: Partial<Profile> = {}): Promise<string[]> {
    const ids = await createPeople(database, count);
    await database.transaction(async (tx) => {
      for (const id of ids) {
        await profiles.create(tx, id, { timeZone: 'UTC', locale: 'en' });
        await profiles.update(tx, id, { ...wish, ...profile });
      }
    });
    return ids;
  }

  async function seeker(profile: Partial<Profile> = {}): Promise<Viewer> {
    const [userId = ''] = await seekers(1, profile);
    return { userId, role: 'job_seeker', sessionId: null };
  }

  async function publish(job: NewJob): Promise<string> {
    const id = uuidv7();
    const now = clock.now();
    await database.query
      .insertInto('jobs')
      .values({
        id,
        company_id: companyId,
        company_name: 'Acme',
        cluster_id: job.clusterId ?? id,
        title: job.title,
        description_html: '',
        description_text: 'We write Golang on Postgres.',
        places: [...(job.places ?? [])],
        skills: [],
        published_at: now,
        deadline_at: job.deadlineAt ?? null,
        matched_at: job.matchedAt ?? null,
        status: 'open',
        created_at: now,
        updated_at: now,
      })
      .execute();
    return id;
  }

  const stored = (table: 'matches' | 'notifications') =>
    database.query
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
      .then(({ count }) => count);

  /** Matches what waits, and closes the windows that it has filled. */
  async function matchAndTell(given = matching) {
    const run = await given.matchNewJobs();
    await given.closeWindows(10_000);
    return run;
  }

  /** Matches that wait for nothing and were not told just once, and notifications that tell of no match. */
  async function faults(): Promise<number> {
    const { rows } = await sql`
      with told as (
        select user_id, (job ->> 'cluster_id')::uuid as cluster_id from notifications
        cross join lateral jsonb_array_elements(
          case when kind = 'job_matches' then payload -> 'jobs' else '[]' end) as job
        union all
        select user_id, replace(dedupe_key, 'job_alert:', '')::uuid from notifications
        where dedupe_key like 'job_alert:%'
      )
      select 1 from matches
      left join match_windows on match_windows.id = window_id
      full join told on told.user_id = matches.user_id and told.cluster_id = matches.cluster_id
      where match_windows.status is distinct from 'open' or told.user_id is not null
      group by matches.user_id, matches.cluster_id, told.user_id, told.cluster_id
      having matches.user_id is null or told.user_id is null or count(*) > 1`.execute(database.query);
    return rows.length;
  }

  it('tells people once of each new job that fits, and why', async () => {
    const backend = await seeker();
    const nurse = await seeker({ wanted_titles: ['Nurse'], skills: [] });
    const unwritten = await seeker({ wanted_titles: [], skills: [] });
    const jobId = await publish({ title: 'Senior Backend Engineer', places: ['Berlin, Germany'] });

    expect(await matchAndTell()).toEqual({ jobs: 1, matches: 1, more: false });
    expect(await matchAndTell()).toEqual({ jobs: 0, matches: 0, more: false });

    const told = await database.query.selectFrom('notifications').selectAll().execute();
    expect(told).toMatchObject([
      {
        user_id: backend.userId,
        kind: 'job_alert',
        subject: `job:${jobId}`,
        payload: {
          job_id: jobId,
          job_title: 'Senior Backend Engineer',
          company_name: 'Acme',
          company_id: companyId,
          cluster_id: jobId,
          deadline_at: null,
          published_at: '2026-09-01T12:00:00.000Z',
          location: 'Berlin, Germany',
          score: 73,
          reasons: [
            { code: 'title', terms: ['backend', 'engineer'], points: 50 },
            { code: 'skills', terms: ['Go', 'PostgreSQL'], points: 23 },
          ],
        },
      },
    ]);
    for (const other of [nurse, unwritten]) {
      expect(await matching.listMatches(other, { limit: 10 })).toEqual({ items: [], next_cursor: null });
    }
  });

  it('tells nobody of a second posting of the same vacancy, and the best one of those that come together', async () => {
    const person = await seeker({ places: ['Paris'] });
    const clusterId = await publish({ title: 'Backend Engineer', places: ['Berlin'] });
    const inParis = await publish({ title: 'Backend Engineer', places: ['Paris'], clusterId });
    await matchAndTell();
    await publish({ title: 'Backend Engineer', places: ['Paris, France'], clusterId });
    expect(await matchAndTell()).toEqual({ jobs: 1, matches: 0, more: false });

    const { items } = await matching.listMatches(person, { limit: 10 });
    expect(items.map(({ job }) => job.id)).toEqual([inParis]);
    expect(await stored('notifications')).toBe(1);
  });

  it('tells of a match by the kind that says most about it, and of a vacancy once', async () => {
    const asking = await seeker({ pay_floor: { amount: 60_000, currency: 'EUR', period: 'year' } });
    const plain = await seeker();
    const skilled = await seeker({
      skills: ['Go', 'PostgreSQL', 'Kafka', 'Docker', 'Kubernetes', 'Redis', 'Terraform'],
    });
    const jobId = await publish({ title: 'Backend Engineer' });
    await database.query
      .updateTable('jobs')
      .set({
        skills: ['Kafka', 'Docker', 'Kubernetes', 'Redis', 'Terraform'],
        pay_minimum: 5_000,
        pay_maximum: 7_000,
        pay_currency: 'EUR',
        pay_period: 'month',
      })
      .where('id', '=', jobId)
      .execute();
    expect(await matchAndTell()).toMatchObject({ matches: 3 });
    const told = await database.query
      .selectFrom('notifications')
      .select(['user_id', 'kind', 'payload'])
      .execute();
    expect(new Map(told.map(({ user_id, kind: own }) => [user_id, own]))).toEqual(
      new Map([
        [asking.userId, 'salary_alert'],
        [plain.userId, 'job_alert'],
        [skilled.userId, 'skill_match'],
      ]),
    );
    const well = told.find(({ user_id }) => user_id === asking.userId);
    expect(well?.payload).toMatchObject({ job_id: jobId, pay: { maximum: 7_000, period: 'month' } });
    const fits = told.find(({ user_id }) => user_id === skilled.userId);
    expect(fits?.payload['skills']).toEqual(expect.arrayContaining(['Kafka', 'Go', 'Terraform']));
    expect(await faults()).toBe(0);
  });

  it('tells of every match once wherever a run is cut off', async () => {
    await seekers(130);
    for (let number = 0; number < 10; number += 1) await publish({ title: 'Backend Engineer' });
    // 1,300 matches take two transactions, and the windows one. Each try gets one step further before it is cut off.
    const cutsOf = async (work: (cut: Matching) => Promise<unknown>) => {
      for (let allowed = 0; ; allowed += 1) {
        let steps = 0;
        const step = () => {
          steps += 1;
          if (steps > allowed) throw new Error('cut off');
        };
        const cut = createTestMatching({
          database,
          clock,
          setAside: (_batch, _row, error) => {
            throw error;
          },
          seekers: profiles,
          notifications: {
            async notifyEach(tx, items) {
              step();
              const written = await notifications.notifyEach(tx, items);
              step();
              return written;
            },
          },
        });
        const ended = await work(cut).then(
          () => true,
          () => false,
        );
        expect(await faults()).toBe(0);
        if (ended) return allowed;
      }
    };
    expect(await cutsOf((cut) => cut.matchNewJobs())).toBe(4);
    expect(await cutsOf((cut) => cut.closeWindows(1_000))).toBe(2);
    expect([await stored('matches'), await stored('notifications')]).toEqual([1_300, 130]);
  });

  it('adds every match once when two nodes match, and tells it once when two close', async () => {
    await seekers(30);
    for (let number = 0; number < 10; number += 1) await publish({ title: 'Backend Engineer' });
    const runs = await Promise.all([matching.matchNewJobs(), matching.matchNewJobs()]);
    await matching.matchNewJobs();
    expect(runs.reduce((sum, { matches }) => sum + matches, 0)).toBe(300);
    await Promise.all([matching.closeWindows(100), matching.closeWindows(100)]);
    await matching.closeWindows(100);
    expect([await faults(), await stored('matches'), await stored('notifications')]).toEqual([0, 300, 30]);
  });

  // The embedded database has one connection, so nobody else can hold anything.
  if (kind === 'postgres') {
    it('comes back to a job that somebody else holds', async () => {
      await seeker();
      const held = await publish({ title: 'Backend Engineer' });
      await publish({ title: 'Backend Engineer (Payments)' });
      const holding = Promise.withResolvers<void>();
      const release = Promise.withResolvers<void>();
      const holder = database.transaction(async (tx: Tx) => {
        await tx.selectFrom('jobs').select('id').where('id', '=', held).forUpdate().execute();
        holding.resolve();
        await release.promise;
      });
      await holding.promise;
      expect(await matchAndTell()).toMatchObject({ jobs: 1, matches: 1 });
      release.resolve();
      await holder;
      expect(await matchAndTell()).toMatchObject({ jobs: 1, matches: 1 });
      expect(await faults()).toBe(0);
    });
  }

  it('rescores a person after a change without telling anything', async () => {
    const person = await seeker();
    await publish({ title: 'Backend Engineer' });
    await publish({ title: 'Nurse' });
    await matchAndTell();
    await database.transaction((tx) =>
      profiles.update(tx, person.userId, { wanted_titles: ['Nurse'], skills: [] }),
    );
    expect(await matching.rescore(person.userId)).toBe('done');

    const { items } = await matching.listMatches(person, { limit: 10 });
    expect(items.map(({ job }) => job.title)).toEqual(['Nurse']);
    expect(await stored('notifications')).toBe(1);

    const tooOld = new Date(clock.now().getTime() + 31 * 86_400_000);
    clock.set(tooOld);
    await database.transaction((tx) => profiles.update(tx, person.userId, { wanted_titles: ['Baker'] }));
    await matching.rescore(person.userId);
    expect((await matching.listMatches(person, { limit: 10 })).items).toHaveLength(1);
  });

  it('leaves jobs that nobody was matched to yet to their first matching, and asks to come again', async () => {
    const person = await seeker();
    await publish({ title: 'Backend Engineer' });
    expect(await matching.rescore(person.userId)).toBe('again');
    expect(await stored('matches')).toBe(0);
    expect(await matchAndTell()).toMatchObject({ matches: 1 });
    expect(await stored('notifications')).toBe(1);
  });

  it('lists the matches of open jobs page by page, the newest first, to their person only', async () => {
    const person = await seeker();
    const other = await seeker();
    const ids: string[] = [];
    for (let number = 0; number < 5; number += 1) {
      clock.advance(1_000);
      ids.push(await publish({ title: 'Backend Engineer' }));
      if (number % 2 === 1) await matchAndTell();
    }
    await matchAndTell();
    await database.query
      .updateTable('jobs')
      .set({ status: 'closed' })
      .where('id', '=', ids[2] ?? '')
      .execute();
    await database.query.deleteFrom('matches').where('user_id', '=', other.userId).execute();

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await matching.listMatches(person, { limit: 2, cursor });
      seen.push(...page.items.map(({ job }) => job.id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([ids[4], ids[3], ids[1], ids[0]]);
    expect((await matching.listMatches(other, { limit: 2 })).items).toEqual([]);
    const foreign = Buffer.from(JSON.stringify(['yesterday', 'x'])).toString('base64url');
    await expect(matching.listMatches(person, { limit: 2, cursor: foreign })).rejects.toMatchObject({
      code: 'invalid_cursor',
    });
  });

  it('knows alerts whose job takes no applications any more', async () => {
    const openJob = await publish({ title: 'Backend Engineer' });
    const closed = await publish({ title: 'Backend Engineer' });
    const late = await publish({ title: 'Backend Engineer', deadlineAt: clock.now() });
    await database.query.updateTable('jobs').set({ status: 'closed' }).where('id', '=', closed).execute();
    const held = await publish({ title: 'Backend Engineer' });
    await database.query.updateTable('jobs').set({ hold: 'hidden' }).where('id', '=', held).execute();
    const questions = [openJob, closed, late, held].map((job_id) => ({
      notificationId: `about ${job_id}`,
      payload: { job_id, job_title: '', company_name: '', location: null, score: 1, reasons: [] },
    }));
    const irrelevant = await matching.findIrrelevantAlerts(database.query, questions);
    expect([...irrelevant]).toEqual([
      [`about ${closed}`, 'job_closed'],
      [`about ${late}`, 'job_closed'],
      [`about ${held}`, 'job_held'],
    ]);
  });

  it('goes on without a window that cannot be told, a person who cannot be read, and says so', async () => {
    const [first = '', second = '', third = ''] = await seekers(3);
    await publish({ title: 'Backend Engineer' });
    const spoilt = createTestMatching({
      database,
      clock,
      setAside,
      seekers: {
        read: profiles.read,
        async listSeekers(tx, page) {
          const people = await profiles.listSeekers(tx, page);
          return people.map((one) =>
            one.user_id === second
              ? {
                  ...one,
                  get wanted_titles(): string[] {
                    throw new TypeError('a profile of an older form');
                  },
                }
              : one,
          );
        },
      },
      notifications: {
        async notifyEach(tx, items) {
          if (items.some(({ userId }) => userId === third)) throw new RangeError('a time zone of no use');
          return notifications.notifyEach(tx, items);
        },
      },
    });
    expect(await matchAndTell(spoilt)).toEqual({ jobs: 1, matches: 2, more: false });
    const told = await database.query.selectFrom('notifications').select('user_id').execute();
    expect(told).toEqual([{ user_id: first }]);
    const { id } = await database.query
      .selectFrom('match_windows')
      .select('id')
      .where('user_id', '=', third)
      .where('status', '=', 'open')
      .executeTakeFirstOrThrow();
    expect(aside).toEqual([
      ['matching', { user_id: second }],
      ['match_windows', { window_id: id }],
    ]);
    // It is tried again with the next run.
    await matching.closeWindows(10);
    expect([await faults(), await stored('notifications')]).toEqual([0, 2]);
  });

  it('takes words that objects answer to for words, in titles, skills and places', async () => {
    const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
    const person = await seeker({ wanted_titles: words, skills: words, minimum_match_score: 1 });
    const ids: string[] = [];
    for (const word of words) ids.push(await publish({ title: `${word} de barcos`, places: [word] }));
    expect(await matchAndTell()).toMatchObject({ jobs: words.length });
    expect(aside).toEqual([]);
    const { items } = await matching.listMatches(person, { limit: 10 });
    expect(new Set(items.map(({ job }) => job.id))).toEqual(new Set(ids));
    await profiles.update(database.query, person.userId, {
      ...wish,
      wanted_titles: words,
      places: words,
      minimum_match_score: 1,
    });
    expect(await matching.rescore(person.userId)).toBe('done');
    expect((await matching.listMatches(person, { limit: 10 })).items).toHaveLength(words.length);
  });

  it('skips a person who has left, without harm to the others', async () => {
    const [gone = '', stays = ''] = await seekers(2);
    await publish({ title: 'Backend Engineer' });
    const leaving = createTestMatching({
      database,
      clock,
      setAside,
      notifications,
      seekers: {
        read: profiles.read,
        async listSeekers(tx, page) {
          const people = await profiles.listSeekers(tx, page);
          await database.query.deleteFrom('users').where('id', '=', gone).execute();
          return people;
        },
      },
    });
    expect(await leaving.matchNewJobs()).toMatchObject({ jobs: 1, matches: 1 });
    const matches = await database.query.selectFrom('matches').select('user_id').execute();
    expect(matches).toEqual([{ user_id: stays }]);
  });

  it('has no match for who seeks no job', async () => {
    const recruiter = await createPerson(database, { role: 'recruiter' });
    const person = await seeker({ minimum_match_score: 100 });
    const job = {
      id: uuidv7(),
      cluster_id: uuidv7(),
      company_id: companyId,
      company_name: 'Acme',
      company_trust: 'source' as const,
      company_domain: null,
      title: 'Backend Engineer',
      description_text: '',
      places: [],
      workplace: null,
      employment_type: null,
      seniority: null,
      skills: [],
      pay_minimum: null,
      pay_maximum: null,
      pay_currency: null,
      pay_period: null,
      deadline_at: null,
      published_at: new Date(0),
    };
    expect(
      await matchFor(
        database.query,
        { userId: recruiter, role: 'recruiter', sessionId: null },
        job,
        clock.now(),
      ),
    ).toBeNull();
    expect(await matchFor(database.query, person, job, clock.now())).toMatchObject({ score: 80 });
  });
});
