import { api, maximumPushDevices } from '@rolecall/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../../testing/database.ts';
import { createPerson } from '../../../../testing/messaging/people.ts';
import { callRoute } from '../../../../testing/messaging/routes.ts';
import { createTestWebPush, type TestWebPush } from '../../../../testing/messaging/web-push.ts';
import { createTestBrowser } from '../../../../testing/push-service/browser.ts';
import { deviceName } from './device-names.ts';
import { webPushRoutes } from './web-push.routes.ts';

let database: TestDatabase;
let push: TestWebPush;
let userId: string;
let otherId: string;
const clock = new FakeClock();

beforeAll(async () => {
  database = await createTestDatabase();
  push = await createTestWebPush(database, clock);
});
afterAll(async () => {
  await push.close();
  await database.close();
});
beforeEach(async () => {
  userId = await createPerson(database);
  otherId = await createPerson(database);
});

const routes = () => webPushRoutes({ database, webPush: push });
const viewer = (id = userId) => ({ userId: id, role: 'job_seeker' as const });
const list = async (id = userId) =>
  (await callRoute(api.webPush.listDevices, { viewer: viewer(id) }, routes())).items;

async function subscription() {
  const browser = await createTestBrowser();
  const publicKey = await push.devices.publicKey();
  return {
    endpoint: push.service.subscribe(browser, publicKey),
    keys: browser.keys,
    public_key: publicKey,
  };
}
const subscriber = async (id: string) => ({
  userId: id,
  sessionId: await push.openSession(id),
  userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X)',
});

describe('a device', () => {
  it('is listed with a name, its push service and its state', async () => {
    const { public_key } = await callRoute(api.webPush.readKey, {}, routes());
    expect(public_key).toBe(await push.devices.publicKey());
    const { id } = await push.addDevice(userId);
    expect(await list()).toEqual([
      {
        id,
        name: 'Firefox · Linux',
        push_service: new URL(push.service.origin).host,
        state: 'unverified',
        created_at: clock.now().toISOString(),
        last_used_at: null,
      },
    ]);
  });

  it('keeps its id and its name when the browser subscribes again', async () => {
    const given = await subscription();
    const first = await push.devices.subscribe(await subscriber(userId), given);
    await callRoute(
      api.webPush.renameDevice,
      { viewer: viewer(), params: { device_id: first.id }, body: { name: 'My phone' } },
      routes(),
    );
    const again = await push.devices.subscribe(await subscriber(userId), given);
    expect(again).toMatchObject({ id: first.id, name: 'My phone' });
  });

  it('stays the same when the push service gives it a new endpoint', async () => {
    const [old, fresh] = [await subscription(), await subscription()];
    const { id } = await push.devices.subscribe(await subscriber(userId), old);
    const moved = await push.devices.subscribe(await subscriber(userId), {
      ...fresh,
      replaces: old.endpoint,
    });
    expect(moved.id).toBe(id);
    expect(await list()).toHaveLength(1);
  });

  it('belongs to whoever signed in there last', async () => {
    const given = await subscription();
    await push.devices.subscribe(await subscriber(userId), given);
    await push.devices.subscribe(await subscriber(otherId), given);
    expect(await list()).toEqual([]);
    expect(await list(otherId)).toHaveLength(1);
  });

  it('is not taken over by somebody who merely knows its endpoint', async () => {
    const given = await subscription();
    await push.devices.subscribe(await subscriber(userId), given);
    const stranger = await createTestBrowser();
    await expect(
      push.devices.subscribe(await subscriber(otherId), { ...given, keys: stranger.keys }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await list()).toHaveLength(1);
  });

  it('is forgotten with its session', async () => {
    const { sessionId } = await push.addDevice(userId);
    const kept = await push.addDevice(userId);
    await database.query.deleteFrom('sessions').where('id', '=', sessionId).execute();
    expect((await list()).map(({ id }) => id)).toEqual([kept.id]);
  });

  it('is forgotten when its browser unsubscribes, and when the person removes it', async () => {
    const [one, two] = [await push.addDevice(userId), await push.addDevice(userId)];
    await callRoute(
      api.webPush.unsubscribe,
      { viewer: viewer(), body: { endpoint: one.endpoint } },
      routes(),
    );
    await callRoute(api.webPush.removeDevice, { viewer: viewer(), params: { device_id: two.id } }, routes());
    expect(await list()).toEqual([]);
  });

  it('of another person can be neither renamed, removed, tested nor unsubscribed', async () => {
    const { id, endpoint } = await push.addDevice(userId);
    const request = { viewer: viewer(otherId), params: { device_id: id } };
    const refusal = { code: 'not_found' };
    await expect(
      callRoute(api.webPush.renameDevice, { ...request, body: { name: 'Mine' } }, routes()),
    ).rejects.toMatchObject(refusal);
    await expect(callRoute(api.webPush.removeDevice, request, routes())).rejects.toMatchObject(refusal);
    await expect(callRoute(api.webPush.testDevice, request, routes())).rejects.toMatchObject(refusal);
    await callRoute(api.webPush.unsubscribe, { viewer: viewer(otherId), body: { endpoint } }, routes());
    expect(await list()).toMatchObject([{ id, name: 'Firefox · Linux' }]);
  });

  it('that was used longest ago goes when there are more than twenty', async () => {
    const first = await push.addDevice(userId);
    for (let count = 0; count < maximumPushDevices; count++) {
      clock.advance(1_000);
      await push.addDevice(userId);
    }
    const left = await list();
    expect(left).toHaveLength(maximumPushDevices);
    expect(left.map(({ id }) => id)).not.toContain(first.id);
  });
});

describe('a subscription is refused', () => {
  it('with an API key, which is in no browser', async () => {
    const given = await subscription();
    await expect(
      callRoute(api.webPush.subscribe, { viewer: viewer(), body: given }, routes()),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each([
    ['without TLS', { endpoint: 'http://push.example/a' }, 'endpoint'],
    ['for another key than ours', { public_key: Buffer.alloc(65, 4).toString('base64url') }, 'public_key'],
    [
      'with a key that is not on the curve',
      {
        keys: {
          p256dh: Buffer.alloc(65, 4).toString('base64url'),
          auth: Buffer.alloc(16).toString('base64url'),
        },
      },
      'keys.p256dh',
    ],
  ])('%s', async (_what, wrong, path) => {
    const given = { ...(await subscription()), ...wrong };
    await expect(push.devices.subscribe(await subscriber(userId), given)).rejects.toMatchObject({
      code: 'invalid_request',
      fields: [{ path }],
    });
  });

  it.each(['https://127.0.0.1/a', 'https://[::1]/a', 'https://10.0.0.1/a', 'https://169.254.169.254/a'])(
    'at the private address %s',
    async (endpoint) => {
      const given = { ...(await subscription()), endpoint };
      await expect(push.devices.subscribe(await subscriber(userId), given)).rejects.toMatchObject({
        code: 'outgoing_address_refused',
      });
    },
  );

  it.each([
    ['p256dh', { p256dh: 'AAAA', auth: Buffer.alloc(16).toString('base64url') }],
    [
      'auth',
      { p256dh: Buffer.alloc(65).toString('base64url'), auth: Buffer.alloc(15).toString('base64url') },
    ],
  ])('with a %s of another length', async (_what, keys) => {
    const body = { ...(await subscription()), keys };
    expect(api.webPush.subscribe.body.safeParse(body).success).toBe(false);
  });
});

describe('a test of a device', () => {
  const test = (id: string) =>
    callRoute(api.webPush.testDevice, { viewer: viewer(), params: { device_id: id } }, routes());

  it('reaches it in the language of the person, and marks it as working', async () => {
    const { id, endpoint } = await push.addDevice(userId);
    expect(await test(id)).toEqual({ result: 'taken' });
    expect(push.service.taken.at(-1)).toMatchObject({
      endpoint,
      urgency: 'high',
      json: { web_push: 8030, notification: { title: 'Pushes work here', lang: 'en' } },
    });
    expect(await list()).toMatchObject([{ state: 'works', last_used_at: clock.now().toISOString() }]);
  });

  it('is sent once in ten seconds', async () => {
    const { id } = await push.addDevice(userId);
    await test(id);
    clock.advance(9_999);
    await expect(test(id)).rejects.toMatchObject({ code: 'rate_limited' });
    clock.advance(1);
    await expect(test(id)).resolves.toEqual({ result: 'taken' });
  });

  it('forgets a browser that has gone', async () => {
    const { id, endpoint } = await push.addDevice(userId);
    push.service.unsubscribe(endpoint);
    expect(await test(id)).toEqual({ result: 'gone' });
    expect(await list()).toEqual([]);
  });

  it('tells of a service that refuses us, and that the device is blocked', async () => {
    const { id, endpoint } = await push.addDevice(userId);
    push.service.misbehave([{ status: 403 }], endpoint);
    expect(await test(id)).toEqual({ result: 'refused' });
    expect(await list()).toMatchObject([{ state: 'blocked' }]);
  });

  it('tells of a service that does not answer', async () => {
    const { id, endpoint } = await push.addDevice(userId);
    push.service.misbehave(['reset'], endpoint);
    expect(await test(id)).toEqual({ result: 'unreachable' });
  });
});

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
    'Edge · Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
    'Chrome · Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.4 Safari/605.1.15',
    'Safari · macOS',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148', 'iPhone'],
  ['curl/8', 'Browser'],
])('a browser that says %s is called %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
