import { api } from '@rolecall/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ZodError } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { testEmailChannel } from '../../../testing/messaging/email-channel.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPerson, storedRecipients } from '../../../testing/messaging/people.ts';
import { createTestPreferences } from '../../../testing/messaging/preferences.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { scriptedSender } from '../../../testing/messaging/scripted-sender.ts';
import { channelsOf } from '../channels/index.ts';
import { createMutes, createTestMessages } from './index.ts';
import { preferenceRoutes } from './preferences.routes.ts';

describeEachDatabase('preferences', (open) => {
  const clock = new FakeClock();
  let database: Database;
  let messaging: ReturnType<typeof createTestMessaging>;

  beforeAll(async () => {
    database = await open();
    messaging = createTestMessaging({
      database,
      clock,
      carrier: scriptedSender(() => ({ result: 'sent' })).sender,
    });
  });
  beforeEach(() => clock.set('2026-09-01T12:00:00Z'));

  const call: typeof callRoute = (endpoint, request) =>
    callRoute(
      endpoint,
      request,
      preferenceRoutes({
        database,
        preferences: messaging.preferences,
        mutes: createMutes({ clock }),
        testMessages: createTestMessages({
          channels: channelsOf([testEmailChannel]),
          clock,
          recipients: storedRecipients,
          notifications: messaging.notifications,
        }),
      }),
    );
  const jobSeeker = async () => ({ userId: await createPerson(database), role: 'job_seeker' }) as const;

  test('begin with the defaults of the kinds, for what the role can get', async () => {
    const { categories, ...rest } = await call(api.preferences.read, {
      viewer: await jobSeeker(),
    });
    expect(rest).toEqual({
      quiet_hours: null,
      email_tracking: false,
      caps: { per_day: null, channels: {} },
      digest: { at: '09:00', weekday: 'monday', window: 'fixed' },
      snoozed_until: null,
      escalate_after_minutes: null,
      minimum_match_score: 50,
      time_zone: 'UTC',
      locale: 'en',
      summary: expect.stringMatching(/^There are no quiet hours/),
    });
    expect(categories.map(({ category }) => category)).not.toContain('recruiting');
    expect(categories.find(({ category }) => category === 'jobs')).toMatchObject({
      frequency: 'immediate',
      frequencies: ['immediate', 'hourly', 'daily', 'weekly', 'off'],
      mandatory: false,
      summary: 'You get job alerts at once, in the inbox and by mail.',
      channels: [
        { channel: 'inbox', enabled: true, mandatory: false },
        { channel: 'email', enabled: true, mandatory: false },
        { channel: 'web_push', enabled: false, mandatory: false },
      ],
    });
    expect(categories.find(({ category }) => category === 'security')?.mandatory).toBe(true);
  });

  test('change one by one, and only the own ones', async () => {
    const viewer = await jobSeeker();
    const neighbour = await jobSeeker();
    const body = { categories: [{ category: 'jobs', frequency: 'daily', channels: { email: false } }] };
    await call(api.preferences.update, { viewer, body });
    const quiet = { days: ['monday'], from: '22:00', to: '07:00' };
    const { categories, quiet_hours } = await call(api.preferences.update, {
      viewer,
      body: { quiet_hours: quiet },
    });
    expect(quiet_hours).toEqual(quiet);
    expect(categories.find(({ category }) => category === 'jobs')).toMatchObject({
      frequency: 'daily',
      channels: [{ enabled: true }, { enabled: false }, { enabled: false }],
    });
    const others = await call(api.preferences.read, { viewer: neighbour });
    expect(others.quiet_hours).toBeNull();
    expect(others.categories.find(({ category }) => category === 'jobs')?.frequency).toBe('immediate');
  });

  test('leave out one kind of a category, and keep another from showing up live', async () => {
    const viewer = await jobSeeker();
    const body = {
      kinds: [
        { kind: 'job_alert', channels: { email: false } },
        { kind: 'match_score_calculated', live: false },
      ],
    };
    const { categories } = await call(api.preferences.update, { viewer, body });
    const jobs = categories.find(({ category }) => category === 'jobs');
    expect(jobs?.summary).toBe(
      'You get job alerts at once, in the inbox and by mail. Left out by you: 1 kind by mail.',
    );
    expect(jobs?.kinds.find(({ kind }) => kind === 'match_score_calculated')).toMatchObject({ live: false });

    const { userId } = viewer;
    const payload = jobAlert();
    await database.transaction(async (tx) => {
      await messaging.notifications.notify(tx, { kind: 'job_alert', userId, payload });
      const changed = { ...payload, match_score: 87, previous_score: 60 };
      await messaging.notifications.notify(tx, { kind: 'match_score_calculated', userId, payload: changed });
    });
    const { rows } = await database.transaction((tx) =>
      sql<{ kind: string; live: boolean; mailed: string | null }>`
        select kind, live, (
          select reason from deliveries where notification_id = notifications.id and channel = 'email'
        ) as mailed
        from notifications where user_id = ${userId} order by seq`.execute(tx),
    );
    expect(rows).toEqual([
      { kind: 'job_alert', live: true, mailed: 'preference_off' },
      { kind: 'match_score_calculated', live: false, mailed: null },
    ]);
  });

  test.each([
    [{ kind: 'password_reset', channels: { email: false } }, 'kinds.0.channels.email'],
    [{ kind: 'achievement', channels: { email: true } }, 'kinds.0.channels.email'],
    [{ kind: 'digest_daily', channels: { email: false } }, 'kinds.0'],
    [{ kind: 'application_received', live: false }, 'kinds.0'],
    [{ kind: 'constructor', live: false }, 'kinds.0'],
  ])('refuse to change a kind that is mandatory or not there: %o', async (choice, path) => {
    const viewer = await jobSeeker();
    await expect(call(api.preferences.update, { viewer, body: { kinds: [choice] } })).rejects.toMatchObject({
      code: 'invalid_request',
      fields: [{ path }],
    });
  });

  test.each([
    [{ category: 'security', channels: { email: false } }, 'categories.0.channels.email'],
    [{ category: 'security', frequency: 'daily' }, 'categories.0.frequency'],
    [{ category: 'digests', channels: { inbox: true } }, 'categories.0.channels.inbox'],
    [{ category: 'digests', frequency: 'daily' }, 'categories.0.frequency'],
    [{ category: 'recruiting', frequency: 'off' }, 'categories.0'],
  ])('refuse to change what is mandatory or not there: %o', async (choice, path) => {
    const viewer = await jobSeeker();
    await expect(
      call(api.preferences.update, {
        viewer,
        body: { snoozed_until: '2026-09-02T00:00:00Z', categories: [choice] },
      }),
    ).rejects.toMatchObject({ code: 'invalid_request', fields: [{ path }] });
    expect((await call(api.preferences.read, { viewer })).snoozed_until).toBeNull();
  });

  test.each([
    [{ snoozed_until: '2027-09-03T00:00:00Z' }, 'snoozed_until'],
    [{ snoozed_until: 'tomorrow' }, 'snoozed_until'],
    [{ quiet_hours: { days: [], from: '22:00', to: '07:00' } }, 'quiet_hours.days'],
    [{ quiet_hours: { days: ['monday'], from: '24:00', to: '07:00' } }, 'quiet_hours.from'],
    [{ caps: { per_day: 0 } }, 'caps.per_day'],
    [{ caps: { channels: { email: 1.5 } } }, 'caps.channels.email'],
    [{ digest: { at: '9:00' } }, 'digest.at'],
    [{ escalate_after_minutes: 1_441 }, 'escalate_after_minutes'],
    [{ minimum_match_score: 101 }, 'minimum_match_score'],
  ])('name the field that is wrong: %o', async (body, path) => {
    const fault = await call(api.preferences.update, { viewer: await jobSeeker(), body }).catch(
      (error: unknown) => error,
    );
    const fields =
      fault instanceof ZodError
        ? fault.issues.map((issue) => issue.path.join('.'))
        : fault instanceof ApplicationError
          ? (fault.fields ?? []).map((field) => field.path)
          : [];
    expect(fields).toEqual([path]);
  });

  test('take days once and in their order, and know no pause that is over', async () => {
    const viewer = await jobSeeker();
    const changed = await call(api.preferences.update, {
      viewer,
      body: {
        quiet_hours: { days: ['sunday', 'monday', 'sunday'], from: '08:00', to: '08:00' },
        snoozed_until: '2026-09-01T11:59:59Z',
      },
    });
    expect(changed).toMatchObject({ quiet_hours: { days: ['monday', 'sunday'] }, snoozed_until: null });
    const body = { snoozed_until: '2026-09-01T13:00:00Z' };
    const paused = await call(api.preferences.update, { viewer, body });
    expect(paused.snoozed_until).toBe('2026-09-01T13:00:00Z');
    clock.advance(3_600_000);
    expect((await call(api.preferences.read, { viewer })).snoozed_until).toBeNull();
  });

  test('keep every change of several at once', async () => {
    const viewer = await jobSeeker();
    const changes = [
      { quiet_hours: { days: ['monday'], from: '22:00', to: '07:00' } },
      { caps: { per_day: 7 } },
      { caps: { channels: { email: 3 } } },
      { digest: { at: '18:30' } },
      { digest: { weekday: 'friday' } },
      { escalate_after_minutes: 20 },
      { categories: [{ category: 'jobs', frequency: 'weekly' }] },
      { categories: [{ category: 'jobs', channels: { inbox: false } }] },
      { categories: [{ category: 'career', channels: { email: false } }] },
    ];
    await Promise.all(changes.map((body) => call(api.preferences.update, { viewer, body })));
    const settled = await call(api.preferences.read, { viewer });
    expect(settled).toMatchObject({
      quiet_hours: { from: '22:00' },
      caps: { per_day: 7, channels: { email: 3 } },
      digest: { at: '18:30', weekday: 'friday', window: 'fixed' },
      escalate_after_minutes: 20,
    });
    expect(settled.categories.find(({ category }) => category === 'jobs')).toMatchObject({
      frequency: 'weekly',
      channels: [{ enabled: false }, { enabled: true }, { enabled: false }],
    });
    expect(settled.categories.find(({ category }) => category === 'career')).toMatchObject({
      channels: [{ enabled: true }, { enabled: false }],
    });
  });

  test('do not get into the way of what is sent to the person at the same moment', async () => {
    const viewer = await jobSeeker();
    const caps = { per_day: 2 };
    const jobs = (frequency: string) => ({ categories: [{ category: 'jobs', frequency }] });
    await call(api.preferences.update, { viewer, body: { caps, ...jobs('daily') } });
    const tell = () =>
      database.transaction((tx) =>
        messaging.notifications.notify(tx, {
          kind: 'job_alert',
          userId: viewer.userId,
          payload: jobAlert(),
        }),
      );
    await Promise.all(
      ['immediate', 'hourly', 'immediate', 'weekly', 'immediate'].flatMap((frequency) => [
        tell(),
        call(api.preferences.update, { viewer, body: jobs(frequency) }),
        messaging.worker.runDue(),
      ]),
    );
    await messaging.worker.runDue();
    const rows = await database.query
      .selectFrom('deliveries')
      .select(['status', 'reason'])
      .where('user_id', '=', viewer.userId)
      .execute();
    expect(rows).toHaveLength(5);
    expect(rows.filter(({ status }) => status !== 'sent' && status !== 'folded')).toEqual([]);
  });

  const waiting = async (userId: string) => {
    const { rows } = await sql<{ reason: string; due_at: Date; closes_at: Date | null }>`
      select reason, due_at, closes_at from deliveries left join digests on digests.id = digest_id
      where deliveries.user_id = ${userId} order by deliveries.id`.execute(database.query);
    return rows;
  };

  test('decide anew about what waits when they change', async () => {
    const viewer = await jobSeeker();
    const body = {
      snoozed_until: '2026-09-03T12:00:00Z',
      categories: [{ category: 'career', frequency: 'daily' }],
    };
    await call(api.preferences.update, { viewer, body });
    await database.transaction(async (tx) => {
      const { userId } = viewer;
      await messaging.notifications.notify(tx, { kind: 'job_alert', userId, payload: jobAlert() });
    });
    expect(await waiting(viewer.userId)).toMatchObject([
      { reason: 'snoozed', due_at: new Date('2026-09-03T12:00:00Z') },
    ]);
    await call(api.preferences.update, { viewer, body: { snoozed_until: null } });
    await messaging.worker.runDue();
    expect(await waiting(viewer.userId)).toMatchObject([{ reason: 'sent' }]);
  });

  test('let an open digest come at its new time, and show that time where it waits', async () => {
    const viewer = await jobSeeker();
    const body = { categories: [{ category: 'jobs', frequency: 'daily' }] };
    await call(api.preferences.update, { viewer, body });
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, {
        kind: 'job_alert',
        userId: viewer.userId,
        payload: jobAlert(),
      }),
    );
    const at = (moment: string) => [{ due_at: new Date(moment), closes_at: new Date(moment) }];
    expect(await waiting(viewer.userId)).toMatchObject(at('2026-09-02T09:00:00Z'));
    await call(api.preferences.update, { viewer, body: { digest: { at: '18:30' } } });
    expect(await waiting(viewer.userId)).toMatchObject(at('2026-09-01T18:30:00Z'));
  });

  test('let an open digest come by the clocks of a zone that the person has moved to', async () => {
    const viewer = await jobSeeker();
    const { userId } = viewer;
    const body = { categories: [{ category: 'jobs', frequency: 'daily' }] };
    await call(api.preferences.update, { viewer, body });
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'job_alert', userId, payload: jobAlert() }),
    );
    const moved = createTestPreferences(
      clock,
      (tx, { settings, timeZone }) =>
        messaging.digestWindows.reschedule(tx, userId, settings.digest, timeZone, clock.now()),
      {
        read: async () => ({ minimum_match_score: 50, time_zone: 'Asia/Tokyo', locale: 'en' }),
        update: async () => {},
      },
    );
    await database.transaction((tx) => moved.profileChanged(tx, userId));
    expect(await waiting(userId)).toMatchObject([{ due_at: new Date('2026-09-02T00:00:00Z') }]);
  });

  test('are those of the role', async () => {
    const names = async (role: 'recruiter' | 'operator') => {
      const viewer = { userId: await createPerson(database, { role }), role };
      const { categories } = await call(api.preferences.read, { viewer });
      return categories.map(({ category }) => category);
    };
    expect(await names('recruiter')).toEqual([
      'applications',
      'recruiting',
      'messages',
      'digests',
      'announcements',
      'account',
      'services',
      'security',
    ]);
    expect(await names('operator')).toEqual(['digests', 'announcements', 'account', 'services', 'security']);
  });

  test('are for nobody who is not signed in', () => {
    for (const { access } of Object.values(api.preferences)) expect(access).toBe('signed_in');
  });
});
