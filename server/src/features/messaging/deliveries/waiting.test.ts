import { type PreferencesUpdate, weekdays } from '@rolecall/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { sampleApplication } from '../../../platform/kind-texts/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import { scriptedSender } from '../../../testing/messaging/scripted-sender.ts';

describeEachDatabase('what a person lets wait', (open) => {
  const clock = new FakeClock();
  const { given, sender } = scriptedSender(() => ({ result: 'sent' }));
  let database: Database;
  let messaging: ReturnType<typeof createTestMessaging>;

  beforeAll(async () => {
    database = await open();
    messaging = createTestMessaging({ database, clock, carrier: sender });
  });
  beforeEach(async () => {
    given.length = 0;
    await sql`truncate users, notifications, deliveries cascade`.execute(database.query);
  });

  const change = (userId: string, settings: PreferencesUpdate) =>
    database.transaction((tx) => messaging.preferences.update(tx, { userId, role: 'job_seeker' }, settings));
  async function personWith(settings: PreferencesUpdate, timeZone = 'UTC'): Promise<string> {
    const userId = await createPerson(database);
    await sql`insert into profiles (user_id, time_zone) values (${userId}, ${timeZone})`.execute(
      database.query,
    );
    await change(userId, settings);
    return userId;
  }
  async function alert(userId: string, overrides: Parameters<typeof jobAlert>[0] = {}): Promise<string> {
    const payload = jobAlert(overrides);
    const id = await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'job_alert', userId, payload }),
    );
    return id ?? '';
  }
  const deliveryOf = async (id: string) =>
    (
      await database.query
        .selectFrom('deliveries')
        .select(['status', 'reason', 'due_at', 'planned_reason'])
        .where('notification_id', '=', id)
        .execute()
    )[0];
  async function storyOf(id: string): Promise<string[]> {
    const { rows } = await sql<{ event: string; reason: string }>`
      select event, delivery_log.reason from delivery_log join deliveries on deliveries.id = delivery_id
      where notification_id = ${id} order by delivery_log.id`.execute(database.query);
    return rows.map(({ event, reason }) => `${event} ${reason}`);
  }
  /** Runs the worker at a moment; the kinds that went out. */
  async function sentAt(moment: string): Promise<string[]> {
    clock.set(moment);
    given.length = 0;
    await messaging.worker.runDue();
    return given.map(({ kind }) => kind);
  }
  const nights = { days: [...weekdays], from: '22:00', to: '07:00' };

  test('for the end of quiet hours goes out then, and its story tells so', async () => {
    clock.set('2026-08-12T20:30:00Z');
    const userId = await personWith({ quiet_hours: nights }, 'Europe/Berlin');
    const id = await alert(userId);
    expect(await deliveryOf(id)).toMatchObject({
      status: 'pending',
      reason: 'quiet_hours',
      due_at: new Date('2026-08-13T05:00:00Z'),
    });
    expect(await sentAt('2026-08-13T04:59:59Z')).toEqual([]);
    expect(await sentAt('2026-08-13T05:00:00Z')).toEqual(['job_alert']);
    expect(await deliveryOf(id)).toMatchObject({ status: 'sent', planned_reason: 'quiet_hours' });
    expect(await storyOf(id)).toEqual(['attempt sent']);
  });

  test('is held at the second look when quiet hours have been chosen meanwhile', async () => {
    clock.set('2026-08-12T23:00:00Z');
    const userId = await personWith({});
    const id = await alert(userId);
    await change(userId, { quiet_hours: nights });
    expect(await sentAt('2026-08-12T23:00:00Z')).toEqual([]);
    expect(await deliveryOf(id)).toMatchObject({ status: 'pending', reason: 'quiet_hours' });
    expect(await sentAt('2026-08-13T07:00:00Z')).toEqual(['job_alert']);
    expect(await storyOf(id)).toEqual(['decision quiet_hours', 'attempt sent']);
  });

  test.each([
    ['forward', '2026-03-29T00:30:00Z', '2026-03-29T05:00:00Z'],
    ['back', '2026-10-24T21:30:00Z', '2026-10-25T06:00:00Z'],
  ])('through a night in which clocks go %s lasts until the time that they show', async (_, now, end) => {
    clock.set(now);
    const id = await alert(await personWith({ quiet_hours: nights }, 'Europe/Berlin'));
    expect(await deliveryOf(id)).toMatchObject({ reason: 'quiet_hours', due_at: new Date(end) });
  });

  test('to be read in the inbox goes on by mail after the time that was chosen, unless it is read', async () => {
    clock.set('2026-08-12T10:00:00Z');
    const userId = await personWith({ escalate_after_minutes: 30 });
    const [read, unread] = [await alert(userId), await alert(userId)];
    await database.transaction((tx) => messaging.inbox.mark(tx, userId, read, true));
    expect(await sentAt('2026-08-12T10:29:00Z')).toEqual([]);
    expect(await sentAt('2026-08-12T10:30:00Z')).toEqual(['job_alert']);
    expect(await deliveryOf(read)).toMatchObject({ status: 'skipped', reason: 'already_read' });
    expect(await deliveryOf(unread)).toMatchObject({ status: 'sent', planned_reason: 'escalation' });
  });

  test('while everything is paused goes out at the end of the pause, or at once when it is ended', async () => {
    clock.set('2026-08-12T10:00:00Z');
    const patient = await personWith({ snoozed_until: '2026-08-13T10:00:00Z' });
    const hasty = await personWith({ snoozed_until: '2026-08-13T10:00:00Z' });
    await alert(patient);
    await alert(hasty);
    expect(await sentAt('2026-08-12T12:00:00Z')).toEqual([]);
    await change(hasty, { snoozed_until: null });
    expect(await sentAt('2026-08-12T12:00:00Z')).toEqual(['job_alert']);
    expect(given[0]?.recipient.user_id).toBe(hasty);
    expect(await sentAt('2026-08-13T10:00:00Z')).toEqual(['job_alert']);
    expect(given[0]?.recipient.user_id).toBe(patient);
  });

  test('is looked at again by what holds then: muted, below the minimum, the next reason to wait', async () => {
    clock.set('2026-08-12T10:00:00Z');
    const userId = await personWith({ snoozed_until: '2026-08-12T23:00:00Z', quiet_hours: nights });
    const muted = await alert(userId, { job_id: '0198a000-0000-7000-8000-000000000001' });
    const weak = await alert(userId, { score: 55 });
    const strong = await alert(userId, { score: 90 });
    await sql`
      insert into mutes (user_id, subject, label, created_at)
      values (${userId}, 'job:0198a000-0000-7000-8000-000000000001', '', ${clock.now()})`.execute(
      database.query,
    );
    await sql`update profiles set minimum_match_score = 60 where user_id = ${userId}`.execute(database.query);
    expect(await sentAt('2026-08-12T23:00:00Z')).toEqual([]);
    expect(await deliveryOf(muted)).toMatchObject({ status: 'skipped', reason: 'muted' });
    expect(await deliveryOf(weak)).toMatchObject({ status: 'skipped', reason: 'below_minimum' });
    expect(await deliveryOf(strong)).toMatchObject({ status: 'pending', reason: 'quiet_hours' });
    expect(await sentAt('2026-08-13T07:00:00Z')).toEqual(['job_alert']);
    expect(await storyOf(strong)).toEqual(['decision quiet_hours', 'attempt sent']);
  });

  test('for the morning goes by the new time zone when that has changed', async () => {
    clock.set('2026-08-12T22:00:00Z');
    const userId = await personWith({}, 'Europe/Berlin');
    const payload = { ...sampleApplication, note: '' };
    const id =
      (await database.transaction((tx) =>
        messaging.notifications.notify(tx, { kind: 'rejection', userId, payload }),
      )) ?? '';
    expect(await deliveryOf(id)).toMatchObject({
      reason: 'daytime_only',
      due_at: new Date('2026-08-13T06:00:00Z'),
    });
    await database.transaction(async (tx) => {
      await sql`update profiles set time_zone = 'America/Los_Angeles' where user_id = ${userId}`.execute(tx);
      await messaging.preferences.profileChanged(tx, userId);
    });
    // It is three in the afternoon there.
    expect(await sentAt('2026-08-12T22:00:00Z')).toEqual(['rejection']);
  });

  test('never holds what is mandatory', async () => {
    clock.set('2026-08-12T23:00:00Z');
    const userId = await personWith({
      quiet_hours: nights,
      snoozed_until: '2026-08-20T00:00:00Z',
      escalate_after_minutes: 600,
      caps: { per_day: 1, channels: { email: 1 } },
    });
    for (let number = 0; number < 3; number += 1) {
      await database.transaction((tx) =>
        messaging.notifications.notify(tx, {
          kind: 'security_alert',
          userId,
          payload: { event: 'new_sign_in', at: '2026-08-12T23:00:00Z', client: '' },
        }),
      );
    }
    expect(await sentAt('2026-08-12T23:00:00Z')).toEqual([
      'security_alert',
      'security_alert',
      'security_alert',
    ]);
  });
});
