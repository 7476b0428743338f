import type { PushMessage } from '@rolecall/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../../testing/database.ts';
import { jobAlert } from '../../../../testing/messaging/payloads.ts';
import { createPerson } from '../../../../testing/messaging/people.ts';
import {
  createPushMessaging,
  createTestWebPush,
  type TestWebPush,
} from '../../../../testing/messaging/web-push.ts';

let database: TestDatabase;
let clock: FakeClock;
let push: TestWebPush;
let userId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = new FakeClock();
  await sql`truncate users, notifications, deliveries cascade`.execute(database.query);
  push = await createTestWebPush(database, clock);
  userId = await createPerson(database);
  return () => push.close();
});

const messaging = () => createPushMessaging(database, clock, push);
const alert = (payload = jobAlert()) =>
  database.transaction((tx) => messaging().notifications.notify(tx, { kind: 'job_alert', userId, payload }));
const run = () => messaging().newWorker().runDue();
const states = async () =>
  (
    await database.query
      .selectFrom('deliveries')
      .select(['status', 'reason', 'attempts', 'due_at', 'provider'])
      .where('channel', '=', 'web_push')
      .orderBy('id')
      .execute()
  ).map((row) => ({ ...row, due_at: row.due_at.toISOString() }));
const devices = () => push.devices.list(database.query, userId);
const told = (place = -1) => {
  const json: unknown = push.service.taken.at(place)?.json;
  if (!isMessage(json)) throw new Error('nothing was pushed');
  return json;
};
const isMessage = (json: unknown): json is PushMessage =>
  typeof json === 'object' && json !== null && 'web_push' in json;
const notify = (change: 'read' | 'archive', id: string) =>
  database.transaction((tx) => messaging().inbox.change(tx, userId, { change, ids: [id] }));

describe('a notification', () => {
  it('reaches the device of its person, encrypted, with all that it shows and does', async () => {
    const { endpoint } = await push.addDevice(userId);
    const payload = jobAlert();
    const id = await alert(payload);
    expect(await run()).toBe(1);
    expect(push.service.violations).toEqual([]);
    expect(push.service.taken).toMatchObject([
      { endpoint, ttl: 3 * 86_400, urgency: 'normal', topic: expect.stringMatching(/^[\w-]{32}$/) },
    ]);
    const link = `https://rolecall.example/jobs/${payload.job_id}?opened_notification=${id}`;
    expect(told()).toMatchObject({
      web_push: 8030,
      app_badge: 1,
      notification: {
        title: expect.stringContaining('Harbour Pilot'),
        body: expect.stringContaining('87%'),
        lang: 'en',
        tag: id,
        navigate: link,
        timestamp: clock.now().getTime(),
        actions: [
          { action: 'save', title: 'Save the job', navigate: link },
          { action: 'read', title: 'Mark as read', navigate: link },
          { action: 'snooze', title: 'In an hour', navigate: link },
        ],
        data: { notification_id: id, user_id: userId, job_id: payload.job_id, closes: [] },
      },
    });
    expect(await states()).toMatchObject([
      { status: 'sent', reason: 'sent', provider: new URL(endpoint).host },
    ]);
    expect(await devices()).toMatchObject([{ state: 'works', last_used_at: clock.now().toISOString() }]);
  });

  it('leaves no trace of a channel that its person has never set up', async () => {
    await alert();
    expect(await run()).toBe(0);
    expect(await states()).toEqual([]);
  });

  it('reaches every device, and is sent when one has it', async () => {
    const first = await push.addDevice(userId);
    const second = await push.addDevice(userId);
    push.service.misbehave([{ status: 503 }], first.endpoint);
    await alert();
    await run();
    expect(push.service.taken.map(({ endpoint }) => endpoint)).toEqual([second.endpoint]);
    expect(await states()).toMatchObject([{ status: 'sent' }]);
    await alert();
    await run();
    expect(push.service.taken).toHaveLength(3);
  });

  it('that is switched off for pushes stays in the inbox', async () => {
    await push.addDevice(userId);
    await database.transaction((tx) =>
      messaging().preferences.update(
        tx,
        { userId, role: 'job_seeker' },
        { categories: [{ category: 'jobs', channels: { web_push: false } }] },
      ),
    );
    await alert();
    expect(await run()).toBe(0);
    expect(await states()).toMatchObject([{ status: 'skipped', reason: 'preference_off' }]);
  });

  it('waits in a digest, which is pushed itself', async () => {
    await push.addDevice(userId);
    const { preferences, digests } = messaging();
    await database.transaction((tx) =>
      preferences.update(
        tx,
        { userId, role: 'job_seeker' },
        { categories: [{ category: 'jobs', frequency: 'hourly' }] },
      ),
    );
    await alert();
    await alert();
    expect(await run()).toBe(0);
    clock.set('2026-09-01T13:00:00Z');
    await digests.closeDue(10);
    await run();
    expect(push.service.taken).toHaveLength(1);
    expect(told().notification).toMatchObject({ navigate: expect.stringContaining('/notifications?') });
    expect(await states()).toMatchObject([{ status: 'folded' }, { status: 'folded' }, { status: 'sent' }]);
  });
});

describe('what a push service answers', () => {
  it('404 and 410: the device is forgotten, and nobody else', async () => {
    const gone = await push.addDevice(userId);
    const kept = await push.addDevice(userId);
    push.service.unsubscribe(gone.endpoint);
    await alert();
    await run();
    expect(await states()).toMatchObject([{ status: 'sent' }]);
    expect((await devices()).map(({ id }) => id)).toEqual([kept.id]);
    push.service.misbehave([{ status: 404 }], kept.endpoint);
    await alert();
    await run();
    expect((await states()).at(-1)).toMatchObject({ status: 'failed', reason: 'device_gone' });
    expect(await devices()).toEqual([]);
  });

  it('413: it is said in fewer words, once', async () => {
    const { endpoint } = await push.addDevice(userId);
    push.service.misbehave([{ status: 413 }], endpoint);
    await alert(jobAlert({ job_title: 'Pilot '.repeat(300) }));
    await run();
    expect(push.service.taken[0]?.body.length).toBeLessThan(1_200);
    push.service.misbehave([{ status: 413 }, { status: 413 }], endpoint);
    await alert();
    await run();
    expect((await states()).at(-1)).toMatchObject({ status: 'failed', reason: 'message_rejected' });
    expect(await devices()).toHaveLength(1);
  });

  it.each([429, 500, 503])('%i: it is tried again when the service wants it', async (status) => {
    const { endpoint } = await push.addDevice(userId);
    push.service.misbehave([{ status, headers: { 'retry-after': '120' } }], endpoint);
    await alert();
    await run();
    expect(await states()).toMatchObject([
      { status: 'pending', reason: 'retrying', attempts: 1, due_at: '2026-09-01T12:02:00.000Z' },
    ]);
    clock.advance(120_000);
    await run();
    expect(await states()).toMatchObject([{ status: 'sent' }]);
  });

  it('401 and 403 where it worked before: that is ours, and no device is forgotten', async () => {
    const { endpoint } = await push.addDevice(userId);
    await alert();
    await run();
    push.service.misbehave([{ status: 403 }], endpoint);
    await alert();
    await run();
    expect((await states()).at(-1)).toMatchObject({ status: 'pending', reason: 'sender_blocked' });
    expect(push.opened).toHaveLength(1);
    expect(await devices()).toMatchObject([{ state: 'blocked' }]);
    clock.advance(60_000);
    await run();
    expect((await states()).at(-1)).toMatchObject({ status: 'pending', reason: 'throttled' });
    clock.advance(10 * 60_000);
    await run();
    expect((await states()).at(-1)).toMatchObject({ status: 'sent' });
    expect(await devices()).toMatchObject([{ state: 'works' }]);
  });

  it('a service that is left alone costs no attempts either', async () => {
    await push.addDevice(userId);
    push.service.misbehave(['reset', 'reset', 'reset']);
    for (let count = 0; count < 3; count++) {
      await alert();
      await run();
      clock.advance(30_000);
    }
    await run();
    const left = (await states()).filter(({ status }) => status === 'pending');
    expect(left.every(({ attempts }) => attempts === 0)).toBe(true);
  });
});

describe('a process that dies between sending and recording', () => {
  const dying = { recordAttempts: () => Promise.reject(new Error('the power went out')) };

  it('repeats a push under the same topic and tag, which a device shows once', async () => {
    await push.addDevice(userId);
    await alert();
    await expect(messaging().newWorker(dying).runDue()).rejects.toThrow('power');
    clock.advance(120_000);
    await run();
    const [first, second] = push.service.taken;
    expect(push.service.taken).toHaveLength(2);
    expect(second?.topic).toBe(first?.topic);
    expect(told(1).notification.tag).toBe(told(0).notification.tag);
    expect(await states()).toMatchObject([{ status: 'sent' }]);
  });

  it('tells only the devices that have not taken it', async () => {
    const first = await push.addDevice(userId);
    const second = await push.addDevice(userId);
    push.service.misbehave([{ status: 503 }], second.endpoint);
    await alert();
    await expect(messaging().newWorker(dying).runDue()).rejects.toThrow('power');
    clock.advance(120_000);
    await run();
    expect(push.service.taken.map(({ endpoint }) => endpoint)).toEqual([first.endpoint, second.endpoint]);
  });
});

describe('what has been dealt with elsewhere', () => {
  it('is closed by the next push, once for each device', async () => {
    await push.addDevice(userId);
    const [read, archived] = [await alert(), await alert()];
    await run();
    await notify('read', read ?? '');
    await notify('archive', archived ?? '');
    const open = await alert();
    await run();
    expect(told().app_badge).toBe(1);
    expect(told().notification.data.closes.toSorted()).toEqual([read, archived].toSorted());
    await alert();
    await run();
    expect(told().notification.data.closes).toEqual([]);
    expect(await push.closable(database.query, userId, [read ?? '', open ?? ''])).toEqual([read]);
  });
});

it('of two about the same application the newer one takes the place of the older one', async () => {
  await push.addDevice(userId);
  const { notifications } = messaging();
  const payload = {
    application_id: '019f0000-0000-7000-8000-000000000001',
    job_id: '019f0000-0000-7000-8000-000000000002',
    job_title: 'Harbour Pilot',
    company_name: 'North Quay',
    audience: 'applicant' as const,
    applicant_name: 'Ada',
    note: '',
  };
  for (const status of ['viewed', 'shortlisted'] as const) {
    await database.transaction((tx) =>
      notifications.notify(tx, {
        kind: 'application_status_changed',
        userId,
        payload: { ...payload, new_status: status, old_status: 'submitted' },
      }),
    );
    await run();
  }
  expect(push.service.taken).toHaveLength(2);
  expect(new Set(push.service.taken.map(({ topic }) => topic)).size).toBe(1);
});
