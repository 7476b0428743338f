import { api, maximumMutes } from '@rolecall/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { testEmailChannel } from '../../../testing/messaging/email-channel.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPerson, storedRecipients } from '../../../testing/messaging/people.ts';
import { callRoute, type TestViewer } from '../../../testing/messaging/routes.ts';
import { deliveryStates, scriptedSender } from '../../../testing/messaging/scripted-sender.ts';
import { channelsOf } from '../channels/index.ts';
import { createMutes, createTestMessages } from './index.ts';
import { preferenceRoutes } from './preferences.routes.ts';

describeEachDatabase('mutes and test messages', (open) => {
  const clock = new FakeClock();
  let database: Database;
  let messaging: ReturnType<typeof createTestMessaging>;
  let viewer: TestViewer;

  beforeAll(async () => {
    database = await open();
    messaging = createTestMessaging({
      database,
      clock,
      carrier: scriptedSender(() => ({ result: 'sent' })).sender,
    });
  });
  beforeEach(async () => {
    clock.set('2026-09-01T23:00:00Z');
    await sql`delete from users`.execute(database.query);
    viewer = { userId: await createPerson(database), role: 'job_seeker' };
  });

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
  const mute = (subject: string, body: object = {}, who = viewer) =>
    call(api.preferences.mute, { viewer: who, params: { subject }, body });
  const muted = async (who = viewer) => {
    const { items } = await call(api.preferences.listMutes, { viewer: who, query: {} });
    return items.map(({ subject }) => subject);
  };

  test('a muted company is not heard of, at once and where something waits already', async () => {
    const company_id = uuidv7();
    const tell = () =>
      database.transaction((tx) =>
        messaging.notifications.notify(tx, {
          kind: 'job_alert',
          userId: viewer.userId,
          payload: jobAlert({ company_id }),
        }),
      );
    await tell();
    await mute(`company:${company_id}`, { label: 'North Quay' });
    await tell();
    await messaging.worker.runDue();
    expect(await deliveryStates(database)).toMatchObject([
      { status: 'skipped', reason: 'muted' },
      { status: 'skipped', reason: 'muted' },
    ]);
    const counts = await messaging.inbox.counts(database.query, viewer.userId);
    expect(counts.head).toBe(1);
  });

  test('doing it twice changes label and end; unmuting what is not muted is fine', async () => {
    const subject = `job:${uuidv7()}`;
    await mute(subject, { label: 'Pilot' });
    clock.advance(1_000);
    const again = await mute(subject, { label: 'Harbour Pilot', until: '2026-09-02T00:00:00Z' });
    expect(again).toEqual({
      subject,
      label: 'Harbour Pilot',
      until: '2026-09-02T00:00:00.000Z',
      created_at: '2026-09-01T23:00:00.000Z',
    });
    expect(await muted()).toEqual([subject]);
    clock.set('2026-09-02T00:00:00Z');
    expect(await muted()).toEqual([]);
    for (const _ of [1, 2]) await call(api.preferences.unmute, { viewer, params: { subject } });
  });

  test('are listed page by page, the newest first, and only to their person', async () => {
    const neighbour: TestViewer = { userId: await createPerson(database), role: 'recruiter' };
    const subjects = Array.from({ length: 5 }, () => `application:${uuidv7()}`);
    for (const [index, subject] of subjects.entries()) {
      // Two of them in the same moment.
      if (index !== 3) clock.advance(1_000);
      await mute(subject);
    }
    const seen: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const query = cursor === undefined ? { limit: 2 } : { limit: 2, cursor };
      const page = await call(api.preferences.listMutes, { viewer, query });
      seen.push(...page.items.map(({ subject }) => subject));
      cursor = page.next_cursor;
    }
    expect(seen).toHaveLength(5);
    expect(seen[0]).toBe(subjects[4]);
    expect(new Set(seen)).toEqual(new Set(subjects));
    expect(await muted(neighbour)).toEqual([]);
    await call(api.preferences.unmute, { viewer: neighbour, params: { subject: subjects[0] } });
    expect(await muted()).toHaveLength(5);
    const query = { cursor: Buffer.from('["x","y"]').toString('base64url') };
    await expect(call(api.preferences.listMutes, { viewer, query })).rejects.toMatchObject({
      code: 'invalid_cursor',
    });
  });

  test('are bounded for each person, and those that are over do not count', async () => {
    await sql`
      insert into mutes (user_id, subject, label, until, created_at)
      select ${viewer.userId}, 'job:' || gen_random_uuid(), '',
        case when place = 1 then ${new Date('2026-09-02T00:00:00Z')}::timestamptz end, ${clock.now()}
      from generate_series(1, ${maximumMutes}) as place`.execute(database.query);
    const [known = ''] = await muted();
    await mute(known, { label: 'known' });
    await expect(mute(`job:${uuidv7()}`)).rejects.toMatchObject({ code: 'too_many_mutes' });
    clock.set('2026-09-02T00:00:00Z');
    const [one, other] = await Promise.allSettled([mute(`job:${uuidv7()}`), mute(`job:${uuidv7()}`)]);
    expect([one.status, other.status].toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('have an end that lies ahead and a subject that can be muted', async () => {
    const until = '2026-09-01T22:00:00Z';
    await expect(mute(`job:${uuidv7()}`, { until })).rejects.toMatchObject({ fields: [{ path: 'until' }] });
    await expect(mute('person:1')).rejects.toMatchObject({ issues: [{ path: ['subject'] }] });
    await expect(mute(`job:${uuidv7()}`, { label: 'a\u0000b' })).rejects.toMatchObject({
      issues: [{ path: ['label'] }],
    });
  });

  const sendTest = (channel: string, who = viewer) =>
    call(api.preferences.sendTestMessage, { viewer: who, body: { channel } });

  test('a test goes out at once, whatever holds others back, and its trace can be read', async () => {
    await messaging.preferences.update(database.query, viewer, {
      snoozed_until: '2026-09-02T12:00:00Z',
      categories: [{ category: 'account', channels: { inbox: false, email: false } }],
    });
    const { notification_id } = await sendTest('email');
    await messaging.worker.runDue();
    expect(
      await messaging.deliveries.ofNotification(database.query, notification_id, viewer.userId),
    ).toMatchObject([{ channel: 'email', status: 'sent' }]);
    const inInbox = await messaging.inbox.read(database.query, viewer.userId, notification_id);
    expect(inInbox).toMatchObject({ kind: 'test_message', seq: 1 });
  });

  test('a test of the inbox is not mailed', async () => {
    const { notification_id } = await sendTest('inbox');
    expect(await messaging.deliveries.ofNotification(database.query, notification_id, viewer.userId)).toEqual(
      [],
    );
    await messaging.inbox.read(database.query, viewer.userId, notification_id);
  });

  test('a test can be had once a minute for each channel, and by mail for a confirmed address', async () => {
    await sendTest('email');
    await sendTest('inbox');
    clock.advance(20_000);
    await expect(sendTest('email')).rejects.toMatchObject({
      code: 'rate_limited',
      extensions: { retry_after: 40 },
    });
    clock.advance(40_000);
    await sendTest('email');

    const stranger: TestViewer = {
      userId: await createPerson(database, { emailVerified: false }),
      role: 'recruiter',
    };
    await expect(sendTest('email', stranger)).rejects.toMatchObject({ code: 'address_unverified' });
    await sendTest('inbox', stranger);
  });
});
