import type { ApplicationStatus } from '@rolecall/contract';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { countApplications } from './index.ts';
import { applicationData } from './personal-data.store.ts';

/** A Tuesday. People of these tests live by UTC. */
const night = '2026-12-01T00:47:00Z';
const morning = '2026-12-01T09:00:00Z';

describeEachDatabase('rejections that wait for the morning', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;
  let seeker: Viewer;
  let recruiter: Viewer;
  let companyId: string;
  let jobId: string;
  let id: string;

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
  });

  beforeEach(async () => {
    await database.query.deleteFrom('pending_rejections').execute();
    house.clock.set(night);
    seeker = await house.seeker();
    ({ id: companyId, recruiter } = await house.company());
    jobId = await house.job(companyId);
    id = await database.transaction((tx) => house.applications.apply(tx, seeker, jobId, { note: '' }));
  });

  const change = (status: ApplicationStatus, expected_status?: ApplicationStatus) =>
    database.transaction((tx) =>
      house.applications.changeStatus(tx, recruiter, id, { status, note: `now ${status}`, expected_status }),
    );
  const takeBack = (viewer: Viewer) =>
    database.transaction((tx) => house.applications.takeBack(tx, viewer, id));
  const read = (viewer: Viewer) => house.applications.read(database.query, viewer, id);
  const told = async () => (await house.told(seeker)).map(({ kind }) => kind);
  const exported = async (viewer: Viewer) => {
    const data = applicationData({
      companies: house.companies,
      forgetApplicant: async () => {},
      exportInterviews: async () => [],
    });
    const rows: unknown[] = [];
    for (const { pages } of data) {
      for await (const page of pages(database.query, { userId: viewer.userId, email: '' }))
        rows.push(...page);
    }
    return JSON.stringify(rows);
  };
  const everythingOfApplicant = async () => ({
    detail: await read(seeker),
    own: await house.applications.listOwn(seeker, { limit: 5 }),
    rejected: (await house.applications.listOwn(seeker, { limit: 5, status: 'rejected' })).items,
    told: await house.told(seeker),
    export: await exported(seeker),
  });

  it('are in nothing that the applicant reads before their time', async () => {
    await change('viewed');
    const before = await everythingOfApplicant();
    await change('rejected', 'viewed');
    expect(await house.applications.releaseDue()).toBe(0);
    expect(await everythingOfApplicant()).toEqual(before);

    house.clock.set('2026-12-01T08:59:59Z');
    expect(await house.applications.releaseDue()).toBe(0);
    expect(await everythingOfApplicant()).toEqual(before);
  });

  it('are shown to recruiters with the time of telling, and count as looked at', async () => {
    await change('rejected');
    expect(await read(recruiter)).toMatchObject({
      status: 'rejected',
      pending: { told_status: 'submitted', release_at: '2026-12-01T09:00:00.000Z', time_zone: 'UTC' },
      allowed_statuses: ['viewed', 'shortlisted', 'interview', 'offer'],
      history: [{ to_status: 'submitted' }, { to_status: 'rejected', note: 'now rejected' }],
    });
    const listed = async (status: ApplicationStatus) =>
      (await house.applications.listForJob(recruiter, jobId, { limit: 5, status })).items.length;
    expect([await listed('rejected'), await listed('submitted')]).toEqual([1, 0]);
    expect((await countApplications(database.query, [jobId])).get(jobId)).toEqual({ total: 1, unviewed: 0 });
    expect(await exported(recruiter)).toContain('now rejected');
  });

  it('are told once in one piece when their time has come, however many processes look', async () => {
    await change('rejected');
    house.clock.set(morning);
    const counts = await Promise.all([1, 2, 3].map(() => house.applications.releaseDue()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await house.applications.releaseDue()).toBe(0);

    expect(await read(seeker)).toMatchObject({
      status: 'rejected',
      pending: null,
      updated_at: '2026-12-01T09:00:00.000Z',
      history: [
        { to_status: 'submitted' },
        { to_status: 'rejected', note: 'now rejected', created_at: '2026-12-01T09:00:00.000Z' },
      ],
    });
    expect((await told()).filter((kind) => kind === 'rejection')).toHaveLength(1);
    expect((await read(recruiter)).history).toHaveLength(2);
    await expect(takeBack(recruiter)).rejects.toMatchObject({ code: 'nothing_to_take_back' });
  });

  it('can be taken back, by nobody but recruiters of the company', async () => {
    await change('rejected');
    const { recruiter: stranger } = await house.company();
    for (const other of [seeker, stranger]) {
      await expect(takeBack(other)).rejects.toMatchObject({ code: 'not_found' });
    }
    await takeBack(recruiter);
    expect(await read(recruiter)).toMatchObject({ status: 'submitted', pending: null });
    house.clock.set(morning);
    expect(await house.applications.releaseDue()).toBe(0);
    expect(await told()).not.toContain('rejection');
  });

  it('give way to another decision and to a withdrawal, and are not made twice', async () => {
    await change('rejected');
    await expect(change('rejected')).rejects.toMatchObject({
      code: 'illegal_transition',
      extensions: { from: 'rejected', allowed: ['viewed', 'shortlisted', 'interview', 'offer'] },
    });
    await expect(change('offer', 'submitted')).rejects.toMatchObject({ code: 'edit_conflict' });
    await change('offer', 'rejected');
    expect(await told()).toContain('offer');
    await change('rejected');
    await database.transaction((tx) => house.applications.withdraw(tx, seeker, id));
    house.clock.set(morning);
    expect(await house.applications.releaseDue()).toBe(0);
    expect(await told()).not.toContain('rejection');
    expect(await read(seeker)).toMatchObject({ status: 'withdrawn' });
  });

  it('leave interviews in calendars until they are told, but never let anybody come in vain', async () => {
    const interview = {
      starts_at: '2026-12-01T08:00:00.000Z',
      ends_at: '2026-12-01T09:00:00.000Z',
      time_zone: 'UTC',
      place: '',
      note: '',
    };
    await database.transaction((tx) =>
      house.applications.changeStatus(tx, recruiter, id, { status: 'interview', note: '', interview }),
    );
    await change('rejected');
    expect(await read(recruiter)).toMatchObject({ pending: { release_at: '2026-12-01T06:00:00.000Z' } });
    expect((await read(seeker)).interviews).toMatchObject([{ status: 'scheduled' }]);
    await expect(
      database.transaction((tx) => house.interviews.schedule(tx, recruiter, id, interview)),
    ).rejects.toMatchObject({ code: 'interview_not_open' });
    house.clock.set('2026-12-01T06:00:00Z');
    expect(await house.applications.releaseDue()).toBe(1);
    expect((await read(seeker)).interviews).toMatchObject([{ status: 'cancelled' }]);
    expect((await told()).slice(-2)).toEqual(['interview_invitation', 'rejection']);
  });

  it('wait for the person whose day has moved meanwhile', async () => {
    await change('rejected');
    await database.transaction((tx) =>
      house.profiles.update(tx, seeker.userId, { time_zone: 'America/New_York' }),
    );
    house.clock.set(morning);
    expect(await house.applications.releaseDue()).toBe(0);
    expect(await read(recruiter)).toMatchObject({ pending: { release_at: '2026-12-01T14:00:00.000Z' } });
    house.clock.set('2026-12-01T14:00:00Z');
    expect(await house.applications.releaseDue()).toBe(1);
  });

  it('are decided and told although the recruiter has left', async () => {
    await change('rejected');
    const [, , left] = applicationData({
      companies: house.companies,
      forgetApplicant: async () => {},
      exportInterviews: async () => [],
    });
    await left?.eraseSome(database.query, { userId: recruiter.userId, email: '' }, house.clock.now());
    house.clock.set(morning);
    expect(await house.applications.releaseDue()).toBe(1);
    expect(await told()).toContain('rejection');
  });
});
