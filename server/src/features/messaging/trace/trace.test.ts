import { api, type KindPayload, type Locale, type PreferencesUpdate } from '@rolecall/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { testReasons } from '../../../testing/messaging/email-channel.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPerson, storedRecipients } from '../../../testing/messaging/people.ts';
import { callRoute, type TestViewer } from '../../../testing/messaging/routes.ts';
import { type Answer, scriptedSender } from '../../../testing/messaging/scripted-sender.ts';
import { createShippedTexts } from '../../../testing/messaging/texts.ts';
import { createProfiles } from '../../identity/profiles/index.ts';
import { createTraces, type FoundAbsence } from './index.ts';
import { traceRoutes } from './trace.routes.ts';

const hour = 3_600_000;

describeEachDatabase('the story of a notification', (open) => {
  const clock = new FakeClock();
  const profiles = createProfiles({ clock });
  let database: Database;
  let answer: Answer;
  let messaging: ReturnType<typeof createTestMessaging>;
  let absence: FoundAbsence | null;
  let viewer: TestViewer;
  let operator: TestViewer;

  beforeAll(async () => {
    database = await open();
    const { sender } = scriptedSender((delivery) => answer(delivery));
    messaging = createTestMessaging({ database, clock, carrier: sender });
  });

  beforeEach(async () => {
    clock.set('2026-03-02T12:00:00Z');
    answer = () => ({ result: 'sent' });
    absence = null;
    viewer = { userId: await createPerson(database), role: 'job_seeker' };
    operator = { userId: await createPerson(database, { role: 'operator' }), role: 'operator' };
  });

  const call: typeof callRoute = (endpoint, request) => {
    const traces = createTraces({
      clock,
      recipients: storedRecipients,
      absences: { explain: async () => absence },
      texts: createShippedTexts(),
      reasons: testReasons,
    });
    return callRoute(endpoint, request, traceRoutes({ database, traces }));
  };
  const traceOf = (notificationId: string, by = viewer) =>
    call(api.trace.read, { viewer: by, params: { notification_id: notificationId } });
  const live = (locale: Locale, timeZone: string) =>
    database.transaction((tx) => profiles.create(tx, viewer.userId, { locale, timeZone }));
  const prefer = (change: PreferencesUpdate) =>
    database.transaction((tx) => messaging.preferences.update(tx, viewer, change));
  async function tell(payload: KindPayload<'job_alert'> = jobAlert(), dedupeKey?: string): Promise<string> {
    const id = await database.transaction((tx) =>
      messaging.notifications.notify(tx, {
        kind: 'job_alert',
        userId: viewer.userId,
        payload,
        subject: `job:${payload.job_id}`,
        dedupeKey,
      }),
    );
    return id ?? '';
  }

  test('goes from the event over the match and each decision to the receipts, in their order', async () => {
    const payload = jobAlert({ score: 87 });
    const id = await tell(payload, 'job_alert:one');
    clock.advance(hour);
    await messaging.worker.runDue();
    clock.advance(hour);
    await database.transaction((tx) => messaging.inbox.mark(tx, viewer.userId, id, true));

    const trace = await traceOf(id);
    expect(trace).toMatchObject({
      kind: 'job_alert',
      subject: `job:${payload.job_id}`,
      dedupe_key: 'job_alert:one',
      withheld: null,
      match: { score: 87 },
    });
    expect(trace.steps.map(({ stage, code, channel }) => [stage, code, channel])).toEqual([
      ['event', 'raised', null],
      ['match', 'matched', null],
      ['decision', 'in_inbox', 'inbox'],
      ['decision', 'due', 'email'],
      ['attempt', 'sent', 'email'],
      ['receipt', 'seen', 'inbox'],
      ['receipt', 'read', 'inbox'],
    ]);
    expect(trace.steps.map(({ at }) => at)).toEqual([...trace.steps.map(({ at }) => at)].sort());
    expect(trace.channels).toMatchObject([
      { channel: 'inbox', status: 'in_inbox' },
      { channel: 'email', status: 'sent', reason: 'sent', due_at: null },
    ]);
  });

  test.each([
    ['en', 'Held until 07:00: your quiet hours.'],
    ['de', 'Zurückgehalten bis 07:00: deine Ruhezeit.'],
  ] as const)(
    'tells until when it waits, by the clock and in the language of the person: %s',
    async (locale, text) => {
      await live(locale, 'Europe/Berlin');
      clock.set('2026-03-02T22:30:00Z');
      const days = ['monday', 'tuesday'] as const;
      await prefer({ quiet_hours: { days: [...days], from: '22:00', to: '07:00' } });
      const trace = await traceOf(await tell());
      const until = '2026-03-03T06:00:00.000Z';
      expect(trace.channels[1]).toMatchObject({ status: 'pending', due_at: until, text });
      expect(trace.steps.at(-1)).toMatchObject({
        code: 'quiet_hours',
        until,
        text,
        path: '/settings/notifications',
      });
    },
  );

  test('names the digest that it waits in, with its end', async () => {
    await prefer({ categories: [{ category: 'jobs', frequency: 'daily' }] });
    const trace = await traceOf(await tell());
    expect(trace.channels[1]).toMatchObject({
      status: 'folded',
      reason: 'digest_daily',
      digest: { frequency: 'daily', status: 'open', notification_id: null },
    });
    expect(trace.channels[1]?.digest?.closes_at).toBe(trace.channels[1]?.due_at);
  });

  test('is told of what was kept out of the inbox too, with what decided', async () => {
    await prefer({ categories: [{ category: 'jobs', channels: { inbox: false, email: false } }] });
    const trace = await traceOf(await tell());
    expect(trace.withheld).toBe('preference_off');
    expect(trace.channels).toMatchObject([
      { channel: 'inbox', status: 'withheld', reason: 'preference_off', path: '/settings/notifications' },
      { channel: 'email', status: 'skipped', reason: 'preference_off' },
    ]);
  });

  test('counts attempts that fail alike, and shows the answers of servers to operators only', async () => {
    answer = () => ({ result: 'unavailable', detail: 'connect ECONNREFUSED 10.0.0.7' });
    const id = await tell();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await messaging.worker.runDue();
      clock.advance(hour);
    }
    answer = () => ({ result: 'sent' });
    await messaging.worker.runDue();
    const own = await traceOf(id);
    expect(own.steps.slice(-2)).toMatchObject([
      { stage: 'attempt', code: 'provider_unavailable', times: 3, detail: null },
      { stage: 'attempt', code: 'sent', times: 1 },
    ]);
    const seen = await call(api.people.readTrace, { viewer: operator, params: { notification_id: id } });
    expect(seen.steps.at(-2)?.detail).toContain('ECONNREFUSED');
  });

  test('never holds the secret of a link', async () => {
    const id = await database.transaction((tx) =>
      messaging.notifications.notify(tx, {
        kind: 'password_reset',
        userId: viewer.userId,
        payload: {
          name: 'Ada',
          email: 'ada@example.org',
          token: 'the-token-of-the-link',
          expires_at: new Date(clock.now().getTime() + hour).toISOString(),
        },
      }),
    );
    const params = { notification_id: id ?? '' };
    const trace = await traceOf(params.notification_id);
    expect(trace.channels[0]).toMatchObject({ channel: 'inbox', reason: 'not_in_inbox' });
    expect(JSON.stringify(trace)).not.toContain('the-token');
    const seen = await call(api.people.readTrace, { viewer: operator, params });
    expect(JSON.stringify(seen)).not.toContain('the-token');
  });

  test('is closed to everybody else', async () => {
    const id = await tell();
    const stranger: TestViewer = { userId: await createPerson(database), role: 'job_seeker' };
    await expect(traceOf(id, stranger)).rejects.toMatchObject({ code: 'not_found' });
    for (const endpoint of [api.people.readTrace, api.people.listNotifications, api.people.list]) {
      expect(endpoint.access).toEqual(['operator']);
    }
  });

  describe('for an operator', () => {
    const looks = () =>
      database.query
        .selectFrom('operator_looks')
        .select(['operator_id', 'notification_id'])
        .where('user_id', '=', viewer.userId)
        .orderBy('id')
        .execute();

    test('can be read of anybody, and the look is recorded', async () => {
      const id = await tell();
      const params = { notification_id: id };
      expect((await call(api.people.readTrace, { viewer: operator, params })).user_id).toBe(viewer.userId);
      await call(api.people.listNotifications, {
        viewer: operator,
        params: { user_id: viewer.userId },
        query: {},
      });
      expect(await looks()).toEqual([
        { operator_id: operator.userId, notification_id: id },
        { operator_id: operator.userId, notification_id: null },
      ]);
    });

    test('begins with the list of all that a person has, page by page, kept out of the inbox or not', async () => {
      const told: string[] = [];
      for (let count = 0; count < 3; count += 1) told.push(await tell());
      await prefer({ categories: [{ category: 'jobs', channels: { inbox: false } }] });
      const withheld = await tell();
      const read = (query: Record<string, string>) =>
        call(api.people.listNotifications, { viewer: operator, params: { user_id: viewer.userId }, query });

      const first = await read({ limit: '3' });
      const second = await read({ limit: '3', cursor: first.next_cursor ?? '' });
      expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(
        [...told, withheld].sort(),
      );
      expect(second.next_cursor).toBeNull();
      const kept = await read({ withheld: 'true' });
      expect(kept.items).toMatchObject([{ id: withheld, withheld: 'preference_off' }]);
      expect((await read({ withheld: 'false' })).items).toHaveLength(3);
      expect((await read({ category: 'account' })).items).toEqual([]);
    });

    test('does not exist for a person who does not', async () => {
      const request = { viewer: operator, params: { user_id: crypto.randomUUID() }, query: {} };
      await expect(call(api.people.listNotifications, request)).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  describe('by its subject', () => {
    const why = (subject: string) => call(api.trace.why, { viewer, query: { subject } });

    test('is told of all that the person got about it, and of nobody else’s', async () => {
      const payload = jobAlert();
      const id = await tell(payload);
      const answered = await why(`job:${payload.job_id}`);
      expect(answered.traces.map(({ notification_id }) => notification_id)).toEqual([id]);
      expect(answered.absence).toBeNull();

      viewer = { userId: await createPerson(database), role: 'job_seeker' };
      expect((await why(`job:${payload.job_id}`)).traces).toEqual([]);
    });

    test('says why there is none, with the notification that told of the same vacancy', async () => {
      const told = await tell(jobAlert(), 'job_alert:a-vacancy');
      absence = {
        code: 'same_vacancy',
        text: 'You were told of another posting.',
        score: null,
        minimum: null,
        path: null,
        toldUnder: 'job_alert:a-vacancy',
      };
      const { absence: found, traces } = await why(`job:${crypto.randomUUID()}`);
      expect(traces).toEqual([]);
      expect(found).toMatchObject({ code: 'same_vacancy', notification_id: told });
    });

    test('that nobody knows has nothing to tell', async () => {
      const { absence: found } = await why(`company:${crypto.randomUUID()}`);
      expect(found).toMatchObject({ code: 'nothing_told', text: 'Nothing has been told about it.' });
    });
  });
});
