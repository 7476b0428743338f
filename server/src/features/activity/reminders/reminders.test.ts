import type { ApplicationStatus, JobMark, ProfileUpdate } from '@rolecall/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestJobs } from '../../../testing/jobs.ts';
import { testWorkers } from '../../../testing/workers/index.ts';
import type { Jobs } from '../../catalog/jobs/index.ts';
import { createMarks, type Marks } from '../../catalog/marks/index.ts';
import { createProfiles, type Profiles } from '../../identity/profiles/index.ts';
import { createResumes, type Resumes } from '../resumes/index.ts';
import { createReminders, type Reminders } from './index.ts';

const start = '2026-09-01T12:00:00.000Z';
/** An afternoon; reminders of it are due on the 5th and the 7th at 09:00 UTC. */
const deadline = new Date('2026-09-08T15:00:00Z');
const interview = {
  starts_at: '2026-09-10T08:00:00.000Z',
  ends_at: '2026-09-10T09:00:00.000Z',
  time_zone: 'Europe/Berlin',
  place: 'Lamp Street 1',
  note: '',
};
const complete: ProfileUpdate = {
  headline: 'Engineer',
  skills: ['Go'],
  wanted_titles: ['Backend Engineer'],
  places: ['Berlin'],
  pay_floor: { amount: 60_000, currency: 'EUR', period: 'year' },
  employment_types: ['full_time'],
};

describeEachDatabase('reminders', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;
  let reminders: Reminders;
  let marks: Marks;
  let jobs: Jobs;
  let profiles: Profiles;
  let resumes: Resumes;
  let companyId: string;
  let recruiter: Viewer;
  let seeker: Viewer;
  let archived: string[];

  const makeReminders = (notifications = house.notifications) =>
    createReminders({
      database,
      clock: house.clock,
      notifications,
      followUpDays: 10,
      archiveProfileReminders: async (_tx, userId) => void archived.push(userId),
    });

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
    const { clock, companies } = house;
    reminders = makeReminders();
    for (const { changed } of [house.applications, house.interviews])
      changed.on(reminders.applicationChanged);
    marks = createMarks({ database, clock });
    marks.changed.on(reminders.jobMarked);
    profiles = createProfiles({ clock });
    profiles.changed.on(reminders.profileChanged);
    resumes = createResumes({
      database,
      clock,
      companies,
      workers: testWorkers(),
      profiles,
      secret: 'a secret of more than thirty-two characters',
      uploadLimitBytes: 1_000,
    });
    resumes.changed.on(reminders.profileChanged);
    jobs = createTestJobs(database, clock);
    jobs.changed.on(reminders.jobsChanged);
  });
  beforeEach(async () => {
    house.clock.set(start);
    archived = [];
    await sql`delete from reminders`.execute(database.query);
    // The sweep looks at everybody.
    await sql`delete from notifications`.execute(database.query);
    await sql`delete from applications`.execute(database.query);
    await sql`delete from job_marks`.execute(database.query);
    await sql`delete from profiles`.execute(database.query);
    ({ id: companyId, recruiter } = await house.company());
    seeker = await house.seeker();
    await sql`update users set created_at = ${start}::timestamptz where id = ${seeker.userId}`.execute(
      database.query,
    );
  });

  const mark = (jobId: string, kind: JobMark, viewer = seeker) =>
    database.transaction((tx) => marks.mark(tx, viewer, jobId, kind));
  const unmark = (jobId: string) => database.transaction((tx) => marks.unmark(tx, seeker, jobId, 'saved'));
  const apply = (jobId: string) =>
    database.transaction((tx) => house.applications.apply(tx, seeker, jobId, { note: '' }));
  const change = (id: string, status: ApplicationStatus, withInterview = false) =>
    database.transaction((tx) =>
      house.applications.changeStatus(tx, recruiter, id, {
        status,
        note: '',
        ...(withInterview ? { interview } : {}),
      }),
    );
  const update = (changes: ProfileUpdate) =>
    database.transaction((tx) => profiles.update(tx, seeker.userId, changes));
  const edit = (jobId: string, deadline_at: Date | null) =>
    database.transaction((tx) =>
      jobs.edit(tx, recruiter, jobId, { deadline_at: deadline_at?.toISOString() ?? null }),
    );
  const savedJob = async () => {
    const jobId = await house.job(companyId, { deadline_at: deadline });
    await mark(jobId, 'saved');
    return jobId;
  };
  const waiting = async (kind?: string) => {
    const rows = await database.query
      .selectFrom('reminders')
      .select(['kind', 'due_at'])
      .orderBy('due_at')
      .execute();
    return rows
      .filter((row) => kind === undefined || row.kind === kind)
      .map((row) => row.due_at.toISOString());
  };
  const told = async (viewer: Viewer, kind: string) =>
    (await house.told(viewer)).filter((one) => one.kind === kind);
  const tellAt = async (moment: string) => {
    house.clock.set(moment);
    return reminders.notifyDue();
  };

  it('of a deadline come three days and one day before it, in the morning of the person, once each', async () => {
    await update({ time_zone: 'America/New_York' });
    const jobId = await savedJob();
    expect(await waiting('job_deadline_reminder')).toEqual([
      '2026-09-05T13:00:00.000Z',
      '2026-09-07T13:00:00.000Z',
    ]);
    await tellAt('2026-09-05T12:59:00Z');
    expect(await told(seeker, 'job_deadline_reminder')).toEqual([]);
    for (const moment of ['2026-09-05T13:00:00Z', '2026-09-05T13:01:00Z', '2026-09-07T13:00:30Z']) {
      await tellAt(moment);
      await reminders.sweep();
      await tellAt(moment);
    }
    expect(await told(seeker, 'job_deadline_reminder')).toMatchObject(
      Array.from({ length: 2 }, () => ({
        subject: `job:${jobId}`,
        payload: { job_id: jobId, deadline_at: deadline.toISOString() },
      })),
    );
    expect(await waiting('job_deadline_reminder')).toEqual([]);
  });

  it('of a deadline wait with a job that is kept back, and come once it is let go', async () => {
    const jobId = await savedJob();
    const { companies } = house;
    const withhold = (rule: 'quiet' | null) =>
      database.transaction(async (tx) => {
        await companies.setPostingRuleOf(tx, companyId, rule);
        await jobs.reviewCompanies(tx, [companyId]);
      });
    await withhold('quiet');
    expect(await waiting('job_deadline_reminder')).toEqual([]);
    await reminders.sweep();
    await tellAt('2026-09-05T12:00:00Z');
    expect(await told(seeker, 'job_deadline_reminder')).toEqual([]);
    await withhold(null);
    await tellAt('2026-09-05T12:01:00Z');
    expect(await told(seeker, 'job_deadline_reminder')).toMatchObject([{ payload: { job_id: jobId } }]);
  });

  it.each<[string, (jobId: string) => Promise<unknown>]>([
    ['is not saved any more', (jobId) => unmark(jobId)],
    ['is hidden', (jobId) => mark(jobId, 'hidden')],
    ['is applied for', (jobId) => apply(jobId)],
    ['is closed', (jobId) => database.transaction((tx) => jobs.close(tx, recruiter, jobId))],
    ['has no deadline any more', (jobId) => edit(jobId, null)],
  ])('of a deadline are gone in the moment in which the job %s', async (_cause, cause) => {
    const other = await house.seeker();
    const jobId = await savedJob();
    const untouched = await house.job(companyId, { deadline_at: deadline });
    await mark(untouched, 'saved', other);
    expect(await waiting('job_deadline_reminder')).toHaveLength(4);
    await cause(jobId);
    expect(await waiting('job_deadline_reminder')).toHaveLength(2);
    await tellAt('2026-09-07T09:00:00Z');
    expect(await told(seeker, 'job_deadline_reminder')).toEqual([]);
    expect(await told(other, 'job_deadline_reminder')).not.toEqual([]);
  });

  it('of a deadline move with it, and come at once where it has moved so near that a moment has passed', async () => {
    const jobId = await savedJob();
    await edit(jobId, new Date('2026-09-20T15:00:00Z'));
    expect(await waiting('job_deadline_reminder')).toEqual([
      '2026-09-17T09:00:00.000Z',
      '2026-09-19T09:00:00.000Z',
    ]);
    house.clock.set('2026-09-10T12:00:00Z');
    await edit(jobId, new Date('2026-09-11T08:00:00Z'));
    await reminders.notifyDue();
    expect(await told(seeker, 'job_deadline_reminder')).toMatchObject([
      { payload: { deadline_at: '2026-09-11T08:00:00.000Z' } },
    ]);
    await reminders.sweep();
    await reminders.notifyDue();
    expect(await told(seeker, 'job_deadline_reminder')).toHaveLength(1);
  });

  it('of a deadline are not told any more when everything was down until it had passed', async () => {
    await savedJob();
    expect(await tellAt('2026-09-08T15:00:00Z')).toBe(0);
    expect(await waiting('job_deadline_reminder')).toEqual([]);
  });

  it('of an interview reach both sides a day and an hour before it', async () => {
    const id = await apply(await house.job(companyId));
    await change(id, 'interview', true);
    expect(await waiting('interview_reminder')).toEqual([
      '2026-09-09T08:00:00.000Z',
      '2026-09-09T08:00:00.000Z',
      '2026-09-10T07:00:00.000Z',
      '2026-09-10T07:00:00.000Z',
    ]);
    await tellAt('2026-09-09T08:00:00Z');
    await tellAt('2026-09-10T07:00:00Z');
    for (const [viewer, audience] of [
      [seeker, 'applicant'],
      [recruiter, 'recruiter'],
    ] as const) {
      expect(await told(viewer, 'interview_reminder')).toMatchObject([
        { payload: { hours_before: 24, audience, starts_at: interview.starts_at } },
        { payload: { hours_before: 1, audience, place: 'Lamp Street 1' } },
      ]);
    }
  });

  it('of an interview move with it', async () => {
    const id = await apply(await house.job(companyId));
    await change(id, 'interview', true);
    const [made] = (await house.applications.read(database.query, seeker, id)).interviews;
    house.clock.set('2026-09-09T12:00:00Z');
    await reminders.notifyDue();
    await database.transaction((tx) =>
      house.interviews.move(tx, recruiter, id, made?.id ?? '', {
        ...interview,
        starts_at: '2026-09-09T16:00:00.000Z',
        ends_at: '2026-09-09T17:00:00.000Z',
      }),
    );
    // The day before is over, and the move itself has just been told.
    expect(await waiting('interview_reminder')).toEqual([
      '2026-09-09T15:00:00.000Z',
      '2026-09-09T15:00:00.000Z',
    ]);
    await tellAt('2026-09-09T15:00:00Z');
    await tellAt('2026-09-10T07:00:00Z');
    expect((await told(seeker, 'interview_reminder')).map(({ payload }) => payload['starts_at'])).toEqual([
      interview.starts_at,
      '2026-09-09T16:00:00.000Z',
    ]);
  });

  it.each<[string, (id: string, interviewId: string) => Promise<unknown>]>([
    [
      'cancelled',
      (id, interviewId) =>
        database.transaction((tx) => house.interviews.cancel(tx, recruiter, id, interviewId, '')),
    ],
    [
      'that of a withdrawn application',
      (id) => database.transaction((tx) => house.applications.withdraw(tx, seeker, id)),
    ],
    ['that of a rejected application', (id) => change(id, 'rejected')],
    ['that of somebody who has an offer by then', (id) => change(id, 'offer')],
  ])('of an interview are gone in the moment in which it is %s', async (_cause, cause) => {
    const id = await apply(await house.job(companyId));
    await change(id, 'interview', true);
    const [made] = (await house.applications.read(database.query, seeker, id)).interviews;
    await cause(id, made?.id ?? '');
    expect(await waiting('interview_reminder')).toEqual([]);
  });

  it('advise once to ask about an application that nobody has answered for ten days', async () => {
    const [silent, answered, withdrawn] = [
      await apply(await house.job(companyId)),
      await apply(await house.job(companyId)),
      await apply(await house.job(companyId)),
    ];
    expect(await waiting('follow_up')).toHaveLength(3);
    await change(answered, 'viewed');
    await database.transaction((tx) => house.applications.withdraw(tx, seeker, withdrawn));
    expect(await waiting('follow_up')).toEqual(['2026-09-11T10:00:00.000Z']);
    await tellAt('2026-09-11T09:59:00Z');
    expect(await told(seeker, 'follow_up')).toEqual([]);
    await tellAt('2026-09-11T10:00:00Z');
    for (const day of ['11', '12', '20', '28']) {
      house.clock.set(`2026-09-${day}T11:00:00Z`);
      await reminders.sweep();
      await reminders.notifyDue();
    }
    expect(await told(seeker, 'follow_up')).toMatchObject([
      { payload: { application_id: silent, days: 10, company_name: 'Acme' } },
    ]);
  });

  it('name four times what a profile lacks', async () => {
    await update({ headline: 'Engineer', remote: 'remote_only' });
    const mornings = ['2026-09-03', '2026-09-08', '2026-10-08', '2026-11-07'];
    expect(await waiting('profile_reminder')).toEqual(mornings.map((day) => `${day}T10:00:00.000Z`));
    for (const day of [...mornings, '2026-12-07', '2027-01-06']) {
      await tellAt(`${day}T10:00:00Z`);
      await reminders.sweep();
      await tellAt(`${day}T10:01:00Z`);
    }
    const missing = ['skills', 'wanted_titles', 'pay_floor', 'employment_types', 'resume'];
    expect(await told(seeker, 'profile_reminder')).toMatchObject(
      mornings.map(() => ({ payload: { missing } })),
    );
  });

  it('of a profile are gone in the moment in which it is complete, which is celebrated once', async () => {
    await update(complete);
    expect(await waiting('profile_reminder')).toHaveLength(4);
    const file = { fileName: 'cv.txt', mediaType: 'text/plain', content: Buffer.from('Ten years of Go.') };
    const read = await resumes.readFile(file);
    expect(archived).toEqual([]);
    const resume = await database.transaction((tx) => resumes.upload(tx, seeker, read));
    expect(await waiting('profile_reminder')).toEqual([]);
    await update({ headline: 'Senior Engineer' });
    expect(new Set(archived)).toEqual(new Set([seeker.userId]));
    expect(await told(seeker, 'achievement')).toMatchObject([
      { payload: { achievement: 'profile_complete' } },
    ]);
    await database.transaction((tx) => resumes.remove(tx, seeker, resume.id));
    expect(await waiting('profile_reminder')).toHaveLength(4);
  });

  it('are told by the next run when a process dies before the end of one', async () => {
    await savedJob();
    house.clock.set('2026-09-05T09:00:00Z');
    const dying = makeReminders({
      ...house.notifications,
      notifyAll: async (tx, items) => {
        await house.notifications.notifyAll(tx, items);
        throw new Error('killed');
      },
    });
    await expect(dying.notifyDue()).rejects.toThrow('killed');
    expect(await told(seeker, 'job_deadline_reminder')).toEqual([]);
    expect(await reminders.notifyDue()).toBe(1);
    expect(await reminders.notifyDue()).toBe(0);
    expect(await told(seeker, 'job_deadline_reminder')).toHaveLength(1);
  });

  it('are told once by two nodes that look at the same time', async () => {
    await savedJob();
    await apply(await house.job(companyId));
    house.clock.set('2026-09-11T10:00:00Z');
    await Promise.all([reminders.notifyDue(), makeReminders().notifyDue(), reminders.notifyDue()]);
    expect(await told(seeker, 'follow_up')).toHaveLength(1);
  });

  it('that were lost are made up by the sweep, and what a reader has deleted does not come again', async () => {
    await savedJob();
    const id = await apply(await house.job(companyId));
    await change(id, 'interview', true);
    await apply(await house.job(companyId));
    await update({ headline: 'Engineer' });
    house.clock.set('2026-09-02T12:00:00Z');
    const before = await waiting();
    await sql`delete from reminders`.execute(database.query);
    for (const day of ['04', '07', '09', '10']) {
      house.clock.set(`2026-09-${day}T06:30:00Z`);
      await reminders.sweep();
      await reminders.notifyDue();
    }
    house.clock.set('2026-09-11T12:00:00Z');
    await reminders.notifyDue();
    expect(before.length).toBeGreaterThan(9);
    expect((await told(seeker, 'job_deadline_reminder')).length).toBeGreaterThan(0);
    expect(await told(seeker, 'interview_reminder')).toHaveLength(1);
    expect(await told(seeker, 'follow_up')).toHaveLength(1);

    await sql`delete from notifications`.execute(database.query);
    house.clock.set('2026-09-12T12:00:00Z');
    await reminders.sweep();
    await reminders.notifyDue();
    expect((await house.told(seeker)).map(({ kind }) => kind)).toEqual([]);
  });

  it('that were not cancelled by a fault are found untrue by the one who tells them', async () => {
    const jobId = await savedJob();
    await database.query.updateTable('jobs').set({ status: 'closed' }).where('id', '=', jobId).execute();
    expect(await waiting('job_deadline_reminder')).toHaveLength(2);
    await tellAt('2026-09-07T09:00:00Z');
    expect(await told(seeker, 'job_deadline_reminder')).toEqual([]);
    expect(await waiting('job_deadline_reminder')).toEqual([]);
  });

  it('are looked at once more before they are mailed', async () => {
    const jobId = await savedJob();
    await tellAt('2026-09-05T09:00:00Z');
    const [notification] = await told(seeker, 'job_deadline_reminder');
    const payload = {
      job_id: jobId,
      job_title: '',
      company_name: '',
      deadline_at: String(notification?.payload['deadline_at']),
    };
    const question = { notificationId: 'n', userId: seeker.userId, payload };
    const ask = async () => [
      ...(await reminders.checks.job_deadline_reminder(database.query, [question])).values(),
    ];
    expect(await ask()).toEqual([]);
    await edit(jobId, new Date('2026-09-20T15:00:00Z'));
    expect(await ask()).toEqual(['no_longer_true']);
    await edit(jobId, deadline);
    expect(await ask()).toEqual([]);
    await unmark(jobId);
    expect(await ask()).toEqual(['no_longer_true']);
  });
});
