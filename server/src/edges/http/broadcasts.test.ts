import { api, type Endpoint, problemSchema, type Role } from '@rolecall/contract';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { broadcastRoutes } from '../../features/messaging/broadcasts/broadcasts.routes.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { loadConfig } from '../../platform/config/index.ts';
import { createHealth, createMetrics } from '../../platform/observability/index.ts';
import { describeEachDatabase, type TestDatabase } from '../../testing/database.ts';
import { instance } from '../../testing/http-edge.ts';
import { createTestIdentity } from '../../testing/identity.ts';
import { announcement, createTestBroadcasts } from '../../testing/messaging/broadcasts.ts';
import { emptyPages } from '../../testing/public-pages.ts';
import { createHttpServer } from './server.ts';

describeEachDatabase('broadcasts over HTTP', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let url: string;
  let node: ReturnType<typeof createTestBroadcasts>;
  const keys = new Map<Role, string>();
  const endpoints: readonly Endpoint[] = Object.values(api.broadcasts);
  const id = '0198c000-0000-7000-8000-00000000dead';

  beforeAll(async () => {
    database = await open();
    const identity = createTestIdentity(database);
    node = createTestBroadcasts(database, identity.clock);
    app = await createHttpServer({
      config: loadConfig([], { ROLECALL_ENVIRONMENT: 'test', ROLECALL_RATE_LIMIT_PER_MINUTE: '1000' }),
      clock: systemClock,
      version: '0.0.0',
      logger: pino({ level: 'silent' }),
      metrics: createMetrics(),
      health: createHealth({ clock: systemClock, onFailure: () => undefined }),
      routes: broadcastRoutes({
        database,
        broadcasts: node.broadcasts,
        broadcastPreviews: node.previews,
      }),
      authenticate: identity.accounts.authenticate,
      readKeySet: identity.accounts.keySet,
      unsubscribe: { handle: async () => ({ status: 404, contentType: 'text/html', body: '' }) },
      markPage: { handle: async () => ({ status: 404, contentType: 'text/html', body: '' }) },
      mailWebhooks: { receive: async () => {} },
      tracking: { follow: () => null, open: () => false },
      publicPages: emptyPages,
      instance,
      webFolder: import.meta.dirname,
    });
    url = await app.listen({ host: '127.0.0.1', port: 0 });
    for (const role of ['job_seeker', 'recruiter', 'operator'] as const) {
      const userId = await identity.createUser(role);
      const { key } = await database.transaction((tx) =>
        identity.accounts.apiKeys.create(tx, userId, { name: 'test' }),
      );
      keys.set(role, key);
    }
  });
  afterAll(() => app.close());

  function call({ method, path }: Endpoint, role: Role | null, body?: unknown, broadcastId = id) {
    return fetch(`${url}${path.replace('{broadcast_id}', broadcastId)}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(role === null ? {} : { authorization: `Bearer ${keys.get(role)}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
  const codeOf = async (answer: Response) => problemSchema.parse(await answer.json()).code;
  const create = async () => {
    const answer = await call(api.broadcasts.create, 'operator', announcement());
    expect(answer.status).toBe(201);
    return api.broadcasts.create.response.parse(await answer.json());
  };

  test('are for operators alone', async () => {
    const { id: broadcastId } = await create();
    for (const endpoint of endpoints) {
      expect(await codeOf(await call(endpoint, null, undefined, broadcastId)), endpoint.id).toBe(
        'unauthenticated',
      );
      for (const role of ['job_seeker', 'recruiter'] as const) {
        expect(await codeOf(await call(endpoint, role, undefined, broadcastId)), endpoint.id).toBe(
          'forbidden',
        );
      }
    }
    const kept = await call(api.broadcasts.read, 'operator', undefined, broadcastId);
    expect(await kept.json()).toMatchObject({ status: 'draft', history: [{ event: 'created' }] });
  });

  test.each([
    ['an empty title', { content: { en: { title: ' ', message: 'x' } } }, 'content.en.title'],
    ['an empty message', { content: { en: { title: 'x', message: ' \n' } } }, 'content.en.message'],
    ['no English', { content: { de: { title: 'x', message: 'x' } } }, 'content.en'],
    [
      'a link to elsewhere',
      { content: { en: { title: 'x', message: 'x', action: { label: 'x', path: '//evil.example' } } } },
      'content.en.action.path',
    ],
    ['nobody in particular', { audience: { to: 'segment', filters: {} } }, 'audience.filters'],
    ['an empty list', { audience: { to: 'segment', filters: { skills: [] } } }, 'audience.filters.skills'],
    ['an unknown filter', { audience: { to: 'segment', filters: { shoe_size: [44] } } }, 'audience.filters'],
    [
      'a zone that there is not',
      { audience: { to: 'segment', filters: { time_zones: ['Mars/Olympus'] } } },
      'audience.filters.time_zones.0',
    ],
    ['another kind', { kind: 'security_alert' }, 'kind'],
    ['an announcement that begins', { starts_at: '2026-09-02T01:00:00.000Z' }, 'starts_at'],
    [
      'maintenance that ends before it begins',
      { kind: 'maintenance', starts_at: '2026-09-02T01:00:00.000Z', ends_at: '2026-09-02T00:00:00.000Z' },
      'ends_at',
    ],
  ])('refuse %s and name the field', async (_what, change, path) => {
    const answer = await call(api.broadcasts.create, 'operator', { ...announcement(), ...change });
    expect(answer.status).toBe(400);
    const { errors = [] } = problemSchema.parse(await answer.json());
    expect(errors.map((error) => error.path)).toContain(path);
  });

  test('live from the draft to the end by their endpoints', async () => {
    const { id: broadcastId, version } = await create();
    const step = async (endpoint: Endpoint, body?: unknown) => {
      const answer = await call(endpoint, 'operator', body, broadcastId);
      expect(answer.status, endpoint.id).toBe(200);
      return api.broadcasts.read.response.parse(await answer.json()).status;
    };
    const rewritten = { ...announcement({ audience: { to: 'role', role: 'recruiter' } }), version };
    expect(await step(api.broadcasts.update, rewritten)).toBe('draft');
    const schedule = { at: '2030-01-01T08:00:00.000Z', time_zone: 'Europe/Berlin' };
    expect(await step(api.broadcasts.schedule, schedule)).toBe('scheduled');
    expect(await step(api.broadcasts.unschedule)).toBe('draft');
    expect(await step(api.broadcasts.start)).toBe('running');
    expect(await step(api.broadcasts.pause)).toBe('paused');
    expect(await step(api.broadcasts.resume)).toBe('running');
    await node.runner.run(broadcastId);
    const refused = await call(api.broadcasts.stop, 'operator', undefined, broadcastId);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'broadcast_status_conflict',
      status: 409,
      allowed: [],
    });
    const outcome = await call(api.broadcasts.outcome, 'operator', undefined, broadcastId);
    expect(await outcome.json()).toMatchObject({ inbox: { written: 1 } });
  });

  test('throw a draft away', async () => {
    const { id: broadcastId } = await create();
    expect((await call(api.broadcasts.remove, 'operator', undefined, broadcastId)).status).toBe(204);
    expect(await codeOf(await call(api.broadcasts.read, 'operator', undefined, broadcastId))).toBe(
      'not_found',
    );
  });

  test('count an audience and name some of it', async () => {
    const answer = await call(api.broadcasts.countAudience, 'operator', {
      audience: { to: 'role', role: 'recruiter' },
    });
    expect(await answer.json()).toMatchObject({ count: 1, sample: [{ role: 'recruiter', locale: 'en' }] });
  });

  test('show what the inbox and the mail say in a language, with nothing of it as markup', async () => {
    const answer = await call(api.broadcasts.preview, 'operator', {
      kind: 'feature_announcement',
      content: {
        en: { title: 'New', message: 'It is here.' },
        de: { title: '<b>Neu</b>', message: 'Es ist da.', action: { label: 'Ansehen', path: '/jobs' } },
      },
      locale: 'de',
    });
    const preview = api.broadcasts.preview.response.parse(await answer.json());
    expect(preview).toMatchObject({
      locale: 'de',
      inbox: {
        title: '<b>Neu</b>',
        message: 'Es ist da.',
        actions: [{ id: 'open_link', label: 'Ansehen', path: '/jobs' }],
      },
      mail: { subject: '<b>Neu</b>' },
    });
    expect(preview.mail.html).toContain('&lt;b&gt;Neu&lt;/b&gt;');
    expect(preview.mail.html).not.toContain('<b>Neu</b>');
    expect(preview.mail.text).toContain('https://rolecall.example/jobs');
    const french = await call(api.broadcasts.preview, 'operator', {
      kind: 'feature_announcement',
      content: { en: { title: 'New', message: 'It is here.' } },
      locale: 'fr',
    });
    expect(await french.json()).toMatchObject({ locale: 'en', inbox: { title: 'New' } });
  });
});
