import { type InterviewInput, interviewInputSchema } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { findOutdatedInvitations } from './index.ts';

const monday: InterviewInput = {
  starts_at: '2026-09-07T08:00:00.000Z',
  ends_at: '2026-09-07T09:00:00.000Z',
  time_zone: 'Europe/Berlin',
  place: 'Lamp Street 1',
  note: 'Ring twice.',
};
const tuesday: InterviewInput = {
  ...monday,
  starts_at: '2026-09-08T08:00:00.000Z',
  ends_at: '2026-09-08T09:00:00.000Z',
  note: '',
};

describe('what is said of an interview', () => {
  it.each([
    { ends_at: monday.starts_at },
    { ends_at: '2026-09-09T08:00:00.000Z' },
    { time_zone: 'Mars/Olympus_Mons' },
    { place: 'two\nlines' },
  ])('is refused with %j', (change) => {
    expect(interviewInputSchema.safeParse({ ...monday, ...change }).success).toBe(false);
  });
});

describeEachDatabase('interviews', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;
  let heard: string[];
  let seeker: Viewer;
  let recruiter: Viewer;
  let application: string;

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
    for (const { changed } of [house.applications, house.interviews]) {
      changed.on(async (_tx, { id }) => heard.push(id));
    }
  });
  beforeEach(async () => {
    house.clock.set('2026-09-01T12:00:00Z');
    seeker = await house.seeker();
    const company = await house.company();
    recruiter = company.recruiter;
    const job = await house.job(company.id);
    heard = [];
    application = await database.transaction((tx) => house.applications.apply(tx, seeker, job, { note: '' }));
  });

  const read = async (viewer = seeker) => house.applications.read(database.query, viewer, application);
  const invite = (interview?: InterviewInput) =>
    database.transaction((tx) =>
      house.applications.changeStatus(tx, recruiter, application, {
        status: 'interview',
        note: 'We liked your letter.',
        interview,
      }),
    );
  const schedule = (input: InterviewInput, viewer = recruiter) =>
    database.transaction((tx) => house.interviews.schedule(tx, viewer, application, input));
  const move = (id: string, input: InterviewInput, viewer = recruiter) =>
    database.transaction((tx) => house.interviews.move(tx, viewer, application, id, input));
  const cancel = (id: string, viewer = recruiter) =>
    database.transaction((tx) => house.interviews.cancel(tx, viewer, application, id, 'We are ill.'));
  const invitations = async () =>
    (await house.told(seeker)).filter(({ kind }) => kind === 'interview_invitation');
  const only = async () => {
    const [interview] = (await read()).interviews;
    if (interview === undefined) throw new Error('there is no interview');
    return interview;
  };

  it('come with the step of the application, as one message with both notes', async () => {
    await invite(monday);
    expect(await invitations()).toMatchObject([
      {
        subject: `application:${application}`,
        payload: {
          ...monday,
          event: 'invited',
          old_status: 'submitted',
          new_status: 'interview',
          note: 'We liked your letter.\nRing twice.',
        },
      },
    ]);
    expect((await house.told(seeker)).map(({ kind }) => kind)).not.toContain('application_status_changed');
    for (const viewer of [seeker, recruiter]) {
      expect((await read(viewer)).interviews).toMatchObject([{ ...monday, status: 'scheduled' }]);
    }
  });

  it('come later, are moved and are cancelled, each told once', async () => {
    await invite();
    await schedule(monday);
    const { id } = await only();
    await move(id, monday);
    await move(id, tuesday);
    expect(await only()).toMatchObject({ ...tuesday, status: 'moved' });
    await cancel(id);
    await cancel(id);
    expect(await only()).toMatchObject({ status: 'cancelled' });
    expect(await invitations()).toMatchObject([
      { payload: { event: 'invited', starts_at: monday.starts_at } },
      { payload: { event: 'moved', starts_at: tuesday.starts_at } },
      { payload: { event: 'cancelled', starts_at: tuesday.starts_at, note: 'We are ill.' } },
    ]);
    expect((await invitations()).every(({ payload }) => !('new_status' in payload))).toBe(true);
    expect(heard).toEqual(Array.from({ length: 5 }, () => application));
  });

  it('are changed by recruiters of the company alone', async () => {
    await invite(monday);
    const { id } = await only();
    const { recruiter: rival } = await house.company();
    for (const viewer of [seeker, rival, await house.seeker()]) {
      await expect(schedule(tuesday, viewer)).rejects.toMatchObject({ code: 'not_found' });
      await expect(move(id, tuesday, viewer)).rejects.toMatchObject({ code: 'not_found' });
      await expect(cancel(id, viewer)).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(move(uuidv7(), tuesday)).rejects.toMatchObject({ code: 'not_found' });
    expect(await only()).toMatchObject({ ...monday, status: 'scheduled' });
  });

  it('are not found under another application of the same company', async () => {
    await invite(monday);
    const { id } = await only();
    const company = await house.company();
    const job = await house.job(company.id);
    const other = await database.transaction((tx) => house.applications.apply(tx, seeker, job, { note: '' }));
    await expect(
      database.transaction((tx) => house.interviews.move(tx, company.recruiter, other, id, tuesday)),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('need the status, a time to come, and an end to their number', async () => {
    await expect(schedule(monday)).rejects.toMatchObject({ code: 'interview_not_open' });
    const wrong = database.transaction((tx) =>
      house.applications.changeStatus(tx, recruiter, application, {
        status: 'offer',
        note: '',
        interview: monday,
      }),
    );
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_request' });
    const past = { ...monday, starts_at: '2026-08-31T08:00:00.000Z', ends_at: '2026-08-31T09:00:00.000Z' };
    await expect(invite(past)).rejects.toMatchObject({ code: 'invalid_request' });
    expect((await read()).status).toBe('submitted');

    await invite(monday);
    const { id } = await only();
    await expect(move(id, past)).rejects.toMatchObject({ code: 'invalid_request' });
    house.clock.set('2026-09-07T09:00:00Z');
    await expect(move(id, tuesday)).rejects.toMatchObject({ code: 'interview_not_open' });
    await expect(cancel(id)).rejects.toMatchObject({ code: 'interview_not_open' });
    for (let count = 1; count < 20; count += 1) await schedule(tuesday);
    await expect(schedule(tuesday)).rejects.toMatchObject({ code: 'interview_not_open' });
  });

  it.each(['withdrawn', 'rejected'] as const)(
    'that lie ahead end with an application that is %s',
    async (end) => {
      await invite(monday);
      await schedule(tuesday);
      house.clock.set('2026-09-07T12:00:00Z');
      await database.transaction((tx) =>
        end === 'withdrawn'
          ? house.applications.withdraw(tx, seeker, application)
          : house.applications.changeStatus(tx, recruiter, application, { status: 'rejected', note: '' }),
      );
      expect((await read()).interviews).toMatchObject([
        { starts_at: monday.starts_at, status: 'scheduled' },
        { starts_at: tuesday.starts_at, status: 'cancelled' },
      ]);
      await expect(schedule(tuesday)).rejects.toMatchObject({ code: 'interview_not_open' });
      // One message for the calendar: the same interview, changed once more.
      const [first, second, ...rest] = await invitations();
      expect(first).toMatchObject({ payload: { event: 'invited', starts_at: monday.starts_at } });
      expect(second).toMatchObject({ payload: { event: 'invited', revision: 1 } });
      expect(rest).toMatchObject([
        {
          payload: {
            event: 'cancelled',
            starts_at: tuesday.starts_at,
            interview_id: second?.payload['interview_id'],
            revision: 2,
          },
        },
      ]);
    },
  );

  it('make what was told of them useless when they change again', async () => {
    await invite(monday);
    const questions = async () =>
      (
        await database.query
          .selectFrom('notifications')
          .select(['id', 'payload'])
          .where('user_id', '=', seeker.userId)
          .where('kind', '=', 'interview_invitation')
          .orderBy('seq')
          .execute()
      ).map(({ id, payload }) => ({
        notificationId: id,
        payload: {
          interview_id: String(payload['interview_id']),
          starts_at: String(payload['starts_at']),
          place: String(payload['place']),
          event: payload['event'] === 'cancelled' ? ('cancelled' as const) : ('invited' as const),
        },
      }));
    const outdated = async () => {
      const asked = await questions();
      const found = await findOutdatedInvitations(database.query, asked);
      return asked.map(({ notificationId }) => found.get(notificationId) ?? 'relevant');
    };
    expect(await outdated()).toEqual(['relevant']);
    const { id } = await only();
    await move(id, tuesday);
    expect(await outdated()).toEqual(['superseded', 'relevant']);
    await cancel(id);
    expect(await outdated()).toEqual(['superseded', 'superseded', 'relevant']);
    await database.transaction((tx) => house.applications.withdraw(tx, seeker, application));
    expect(await outdated()).toEqual(['application_withdrawn', 'application_withdrawn', 'relevant']);
  });
});
