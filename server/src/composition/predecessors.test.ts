import type { Role } from '@rolecall/contract';
import {
  predecessorListSchema,
  predecessorPreferencesSchema,
  predecessorSettingsSchema,
} from '@rolecall/contract/predecessors';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createInProcessBus } from '../platform/bus/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import { createHttpClient } from '../platform/http-client/index.ts';
import { createHealth, createMetrics } from '../platform/observability/index.ts';
import { FakeClock } from '../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../testing/database.ts';
import { uniqueEmail } from '../testing/identity.ts';
import { testWorkers } from '../testing/workers/index.ts';
import { assembleFeatures, type Features } from './features.ts';
import type { Platform } from './foundation.ts';
import { createApp } from './serve.ts';
import { allSettings } from './settings.ts';

const password = 'correct horse battery';
const jobId = '0198c000-0000-7000-8000-00000000a00b';

describeEachDatabase('programs of the predecessors', (open) => {
  const clock = new FakeClock();
  const logger = pino({ level: 'silent' });
  const closers: (() => unknown)[] = [];
  let database: TestDatabase;
  let features: Features;
  let app: FastifyInstance;

  beforeAll(async () => {
    database = await open();
    const config = loadConfig(allSettings, {
      ROLECALL_ENVIRONMENT: 'test',
      ...(database.url === undefined ? {} : { DATABASE_URL: database.url }),
    });
    const httpClient = createHttpClient({
      ...{ userAgent: 'test', timeoutMs: 1_000, maxBytes: 1_000, privateOrigins: [] },
    });
    const bus = createInProcessBus({ logger });
    const platform: Platform = {
      ...{ config, version: 'test', logger, clock, database, bus, httpClient },
      metrics: createMetrics(),
      health: createHealth({ clock, onFailure: () => {} }),
      workers: testWorkers(),
      secret: 'a secret of at least thirty-two characters',
      close: async () => {},
    };
    const assembly = assembleFeatures(platform, { mayBeConnected: () => false });
    features = assembly.parts;
    await features.queue.start();
    app = await createApp(platform, assembly, undefined);
    closers.push(
      () => bus.close(),
      () => httpClient.close(),
      () => features.queue.stop(),
      () => app.close(),
    );
  });
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
  });

  async function somebody(role: Role = 'job_seeker') {
    const email = uniqueEmail();
    const id = await database.transaction((tx) =>
      features.accounts.createUser(tx, {
        ...{ email, password, name: 'Ada', role, emailVerified: true, timeZone: 'UTC', locale: 'en' },
      }),
    );
    const { accessToken } = await features.accounts.signIn(email, password);
    const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
      const headers = { authorization: `Bearer ${accessToken.token}` };
      const answer = await app.inject({
        method,
        url,
        headers,
        ...(payload === undefined ? {} : { payload }),
      });
      return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
    };
    return { id, call };
  }

  const score = (userId: string, value: number, key: string) =>
    database.transaction((tx) =>
      features.notifications.notify(tx, {
        kind: 'match_score_calculated',
        userId,
        payload: {
          ...{ job_id: jobId, job_title: 'Pilot', company_name: 'North Quay' },
          ...{ match_score: value, previous_score: null },
        },
        dedupeKey: key,
      }),
    );

  it('read the inbox by offset, mark and delete in it, and nobody reaches what is another person’s', async () => {
    const [ada, bob] = [await somebody(), await somebody()];
    for (const [index, value] of [87.5, 60, 70].entries()) await score(ada.id, value, `score-${index}`);
    const all = predecessorListSchema.parse((await ada.call('GET', '/v2/notifications')).body);
    expect(all).toMatchObject({ total: 3, unread: 3 });
    expect(all.notifications.map(({ match_score }) => match_score)).toEqual([0.7, 0.6, 0.875]);
    const [first, second] = all.notifications;
    expect(first).toMatchObject({ type: 'job_match', job_id: jobId, is_read: false, email_sent: false });

    const one = `/v2/notifications/${first?.id}`;
    expect((await bob.call('PUT', `${one}/read`)).status).toBe(404);
    expect((await bob.call('DELETE', one)).status).toBe(404);
    // Of the whole inbox, which has a greeting too.
    expect((await ada.call('PUT', `${one}/read`)).body).toEqual({ success: true, unread: 3 });
    const marked = await ada.call('POST', `/api/v1/notifications/${second?.id}/mark-read/`);
    expect(marked.body).toEqual({ success: true, unread: 2 });
    const unread = await ada.call('GET', '/v2/notifications?unread=true&type=job_match&limit=1&offset=0');
    expect(unread.body).toMatchObject({ total: 1, unread: 1, notifications: [{ match_score: 0.875 }] });
    expect((await ada.call('GET', '/api/v1/notifications/analytics/')).body).toMatchObject({
      total_notifications: 4,
      overall_read_rate: 50,
      read_rates_by_type: { match_score_calculated: 66.7 },
      active_channels: expect.arrayContaining(['inbox']),
    });
    expect((await ada.call('DELETE', one)).status).toBe(204);
    expect((await ada.call('DELETE', one)).status).toBe(404);
    expect((await ada.call('GET', '/v2/notifications?offset=1')).body).toMatchObject({
      total: 2,
      notifications: [{ id: expect.any(String) }],
    });
    expect((await ada.call('GET', '/v2/notifications?type=nonsense')).body).toMatchObject({
      code: 'invalid_request',
    });
    expect((await app.inject('/v2/notifications')).json()).toMatchObject({ code: 'unauthenticated' });
  });

  it('change settings, each by itself', async () => {
    const ada = await somebody();
    const url = '/v2/notifications/settings';
    const before = predecessorSettingsSchema.parse((await ada.call('GET', url)).body);
    expect(before).toMatchObject({ email_enabled: true, notify_new_matches: true });
    expect((await ada.call('PUT', url, before)).body).toEqual(before);
    const changes = [
      { email_enabled: false },
      { digest_frequency: 'weekly' },
      { notify_new_matches: false },
      { notify_application_updates: false },
      { min_match_score: 0.85 },
      { email_enabled: true },
    ];
    let expected: Record<string, unknown> = before;
    for (const change of changes) {
      expected = { ...expected, ...change };
      expect((await ada.call('PUT', url, change)).body).toEqual(expected);
    }
    expect((await ada.call('PUT', url, { min_match_score: 85 })).status).toBe(400);
  });

  it('send preferences back as they were read, and change each of them', async () => {
    const ada = await somebody();
    const url = '/api/v1/notifications/preferences/';
    const before = predecessorPreferencesSchema.parse((await ada.call('GET', url)).body);
    expect((await ada.call('POST', url, before)).body).toEqual(before);
    const flags = [
      ...['email_job_alerts', 'email_application_updates', 'email_interview_invitations'],
      ...['email_job_recommendations', 'realtime_job_alerts', 'realtime_application_updates'],
      ...['realtime_interview_invitations', 'realtime_messages', 'quiet_hours_enabled'],
    ] as const;
    let expected: Record<string, unknown> = before;
    for (const flag of flags) {
      expected = { ...expected, [flag]: expected[flag] !== true };
      const { body } = await ada.call('POST', url, { [flag]: expected[flag] });
      expect(body).toEqual(expected);
    }
    const often = await ada.call('POST', url, { job_alert_frequency: 'weekly', quiet_hours_start: '21:30' });
    expect(often.body).toMatchObject({
      ...{ job_alert_frequency: 'weekly', email_weekly_digest: true },
      ...{ quiet_hours_enabled: true, quiet_hours_start: '21:30', quiet_hours_end: '07:00' },
    });
    expect((await ada.call('POST', url, { quiet_hours_start: '25:00' })).status).toBe(400);
  });

  it('send a mail to try it out', async () => {
    const ada = await somebody();
    const answer = await ada.call('POST', '/v2/notifications/test');
    expect(answer).toMatchObject({
      status: 202,
      body: { success: true, notification_id: expect.any(String) },
    });
  });
});
