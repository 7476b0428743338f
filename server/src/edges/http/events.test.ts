import { api, type EventResult, problemSchema } from '@rolecall/contract';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventRoutes } from '../../features/messaging/events/events.routes.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { loadConfig } from '../../platform/config/index.ts';
import { createHealth, createMetrics } from '../../platform/observability/index.ts';
import { describeEachDatabase, type TestDatabase } from '../../testing/database.ts';
import { instance } from '../../testing/http-edge.ts';
import { createTestIdentity, type TestIdentity } from '../../testing/identity.ts';
import { createTestEvents, type TestEvents } from '../../testing/messaging/events.ts';
import { emptyPages } from '../../testing/public-pages.ts';
import { createHttpServer } from './server.ts';

describeEachDatabase('events over HTTP', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;
  let node: TestEvents;
  let app: FastifyInstance;
  let url: string;
  let operatorKey: string;
  let seeker: string;

  const keyOf = async (userId: string) => {
    const created = await database.transaction((tx) =>
      identity.accounts.apiKeys.create(tx, userId, { name: 'applicant tracking' }),
    );
    return created.key;
  };

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
    node = createTestEvents(database, identity.clock);
    app = await createHttpServer({
      config: loadConfig([], { ROLECALL_ENVIRONMENT: 'test', ROLECALL_RATE_LIMIT_PER_MINUTE: '1000' }),
      clock: systemClock,
      version: '0.0.0',
      logger: pino({ level: 'silent' }),
      metrics: createMetrics(),
      health: createHealth({ clock: systemClock, onFailure: () => undefined }),
      routes: eventRoutes(node),
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
    operatorKey = await keyOf(await identity.createUser('operator'));
    seeker = await identity.createUser();
  });
  afterAll(async () => {
    await app.close();
    await node.events.close();
  });

  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${operatorKey}`, ...headers },
      body: JSON.stringify(body),
    });
  const problemOf = async (answer: Response) => problemSchema.parse(await answer.json());
  const resultOf = async (answer: Response): Promise<EventResult> =>
    api.events.send.response.parse(await answer.json());
  const note = (userId: string, title = 'Room 4') => ({
    type: 'notification',
    user_id: userId,
    kind: 'service_message',
    payload: { title, message: 'Your interview has moved.' },
  });
  const keyCount = async () =>
    (await database.query.selectFrom('idempotency_keys').select('key').execute()).length;

  test('tell what became of one and of many, in their order', async () => {
    const one = await post(api.events.send.path, note(seeker));
    expect(one.status).toBe(200);
    expect(await resultOf(one)).toMatchObject({ status: 'accepted', reason: null });
    const stranger = '0198c000-0000-7000-8000-00000000dead';
    const many = await post(api.events.sendMany.path, {
      items: [note(stranger), { type: 'message', to: { role: 'recruiter' }, name: 'hello' }, note(seeker)],
    });
    expect(await many.json()).toEqual({
      items: [
        { status: 'refused', notification_id: null, seq: null, reason: 'unknown_person' },
        { status: 'accepted', notification_id: null, seq: 1, reason: null },
        { status: 'accepted', notification_id: expect.any(String), seq: 2, reason: null },
      ],
    });
    const unknown = await post(api.events.send.path, note(stranger));
    expect([unknown.status, (await resultOf(unknown)).reason]).toEqual([200, 'unknown_person']);
  });

  describe('are for operators only', () => {
    test.each([api.events.send.path, api.events.sendMany.path])('%s', async (path) => {
      const body = path === api.events.send.path ? note(seeker) : { items: [note(seeker)] };
      const recruiter = await identity.createUser('recruiter');
      const told = node.told.notifications.length;
      for (const userId of [seeker, recruiter]) {
        const refused = await post(path, body, { authorization: `Bearer ${await keyOf(userId)}` });
        expect((await problemOf(refused)).code).toBe('forbidden');
      }
      const unknown = await post(path, body, { authorization: 'Bearer rk_unknown' });
      expect((await problemOf(unknown)).code).toBe('unauthenticated');
      const nobody = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(nobody.status).toBe(401);
      expect(node.told.notifications).toHaveLength(told);
    });
  });

  test('refuse what is not valid as a whole, and keep no key for it', async () => {
    const keys = await keyCount();
    const named = { 'idempotency-key': 'refused-1' };
    const wrong = await post(
      api.events.sendMany.path,
      { items: [note(seeker), { ...note(seeker), kind: 'password_reset' }] },
      named,
    );
    expect(wrong.status).toBe(400);
    expect((await problemOf(wrong)).errors?.[0]?.path).toBe('items.1.kind');
    const tooMany = { items: Array.from({ length: 1_001 }, () => note(seeker)) };
    expect((await post(api.events.sendMany.path, tooMany, named)).status).toBe(400);
    expect((await post(api.events.sendMany.path, { items: [] }, named)).status).toBe(400);
    expect(await keyCount()).toBe(keys);
    const mended = await post(api.events.sendMany.path, { items: [note(seeker)] }, named);
    expect(mended.status).toBe(200);
  });

  test.each([
    ['a NUL', 'a\u0000b'],
    ['half of a character', 'a\ud800b'],
  ])('refuse text with %s, which cannot be stored', async (_what, text) => {
    for (const body of [
      note(seeker, text),
      { ...note(seeker), payload: { title: 'Room 4', message: text } },
      { ...note(seeker), payload: { title: 'Room 4', message: '', data: { text } } },
    ]) {
      expect((await problemOf(await post(api.events.send.path, body))).code).toBe('invalid_request');
    }
  });

  test('answer a repeated call as the first time, and refuse its key for another one', async () => {
    const named = { 'idempotency-key': 'order-42' };
    const [first, again] = await Promise.all([
      post(api.events.send.path, note(seeker, 'once'), named),
      post(api.events.send.path, note(seeker, 'once'), named),
    ]);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await resultOf(again)).toEqual(await resultOf(first));
    const other = await post(api.events.send.path, note(seeker, 'twice'), named);
    expect([other.status, (await problemOf(other)).code]).toEqual([422, 'idempotency_key_reused']);
  });

  test('share few transactions when many come at the same time', async () => {
    const before = node.transactions();
    // The first one waits for the lock of an inbox that the test holds, so all others come while it runs.
    const held = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const holding = database.transaction(async (tx) => {
      await tx.selectFrom('inboxes').select('user_id').where('user_id', '=', seeker).forUpdate().execute();
      locked.resolve();
      await held.promise;
    });
    await locked.promise;
    const arrived = Promise.withResolvers<void>();
    let requests = 0;
    app.server.on('request', () => {
      requests += 1;
      if (requests === 100) arrived.resolve();
    });
    const calls = Array.from({ length: 100 }, (_, index) =>
      post(api.events.send.path, note(seeker, `${index}`)),
    );
    await arrived.promise;
    held.resolve();
    await holding;
    const seqs = await Promise.all(
      (await Promise.all(calls)).map(async (call) => (await resultOf(call)).seq),
    );
    expect(new Set(seqs).size).toBe(100);
    expect(node.transactions() - before).toBeLessThanOrEqual(20);
  });
});
