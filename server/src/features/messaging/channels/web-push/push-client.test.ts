import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../../testing/database.ts';
import { createTestWebPush, type TestWebPush } from '../../../../testing/messaging/web-push.ts';
import { createTestBrowser, type TestBrowser } from '../../../../testing/push-service/browser.ts';
import type { Misbehaviour } from '../../../../testing/push-service/push-service.ts';
import type { PushAnswer } from './answers.ts';

let database: TestDatabase;
let push: TestWebPush;
let browser: TestBrowser;
let endpoint: string;
const clock = new FakeClock();

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  push = await createTestWebPush(database, clock);
  browser = await createTestBrowser();
  endpoint = push.service.subscribe(browser, await push.devices.publicKey());
  return () => push.close();
});

function send(given: { readonly endpoint?: string; readonly isProven?: boolean } = {}): Promise<PushAnswer> {
  return push.client.push({
    endpoint: given.endpoint ?? endpoint,
    ...browser.keys,
    message: Buffer.from(JSON.stringify({ hello: 'you' })),
    ttl: 3_600,
    urgency: 'normal',
    topic: 'topic',
    isProven: given.isProven ?? true,
  });
}

describe('a push', () => {
  it('is taken, signed, encrypted and with all that the protocol asks for', async () => {
    expect(await send()).toMatchObject({ result: 'taken', message: expect.stringContaining('/message/') });
    expect(push.service.violations).toEqual([]);
    expect(push.service.taken).toMatchObject([
      {
        endpoint,
        ttl: 3_600,
        urgency: 'normal',
        topic: 'topic',
        subject: 'mailto:operator@rolecall.example',
        json: { hello: 'you' },
      },
    ]);
  });

  it('for a subscription that was made with another key is refused by the service', async () => {
    const other = push.service.subscribe(browser, 'another-key');
    expect(await send({ endpoint: other })).toMatchObject({ result: 'sender_refused' });
  });

  it('to a private address is refused by us', async () => {
    expect(await send({ endpoint: 'https://127.0.0.1:1/push' })).toMatchObject({ result: 'rejected' });
  });

  it.each<[Misbehaviour, Partial<PushAnswer>]>([
    [{ status: 404 }, { result: 'gone' }],
    [
      { status: 410, body: 'gone\nfor good' },
      { result: 'gone', detail: '410 gone for good' },
    ],
    [{ status: 413 }, { result: 'too_large' }],
    [
      { status: 400, body: 'BadWebPushTopic' },
      { result: 'rejected', detail: '400 BadWebPushTopic' },
    ],
    [{ status: 307, headers: { location: 'http://127.0.0.1/' } }, { result: 'rejected' }],
    [{ status: 401 }, { result: 'sender_refused' }],
    [{ status: 403, body: 'VapidPkHashMismatch' }, { result: 'sender_refused' }],
    [{ status: 406 }, { result: 'later' }],
    [
      { status: 429, headers: { 'retry-after': '120' } },
      { result: 'later', retryAfterMs: 120_000 },
    ],
    [
      { status: 503, headers: { 'retry-after': 'Tue, 01 Sep 2026 12:01:00 GMT' } },
      { result: 'later', retryAfterMs: 60_000 },
    ],
    [
      { status: 500, headers: { 'retry-after': 'soon' } },
      { result: 'later', detail: '500' },
    ],
    ['reset', { result: 'unreachable' }],
    ['hang', { result: 'unreachable' }],
  ])('that gets %j is %j', async (misbehaviour, answer) => {
    push.service.misbehave([misbehaviour]);
    expect(await send()).toMatchObject(answer);
  });

  it('gets at most 16 kB of an answer', async () => {
    push.service.misbehave([{ status: 500, body: 'x'.repeat(100_000) }]);
    expect(await send()).toMatchObject({ result: 'unreachable' });
  });
});

describe('a push service that fails', () => {
  it('is left alone after three times without an answer, and asked again a little later', async () => {
    push.service.misbehave(['reset', 'reset', 'reset']);
    for (let count = 0; count < 3; count++) await send();
    expect(push.opened).toEqual([new URL(endpoint).host]);
    expect(await send()).toMatchObject({ result: 'waits', retryAfterMs: 5_000 });
    expect(push.service.requests()).toBe(3);
    clock.advance(5_000);
    expect(await send()).toMatchObject({ result: 'taken' });
  });

  it('holds up no other one', async () => {
    push.service.misbehave(['reset', 'reset', 'reset']);
    for (let count = 0; count < 3; count++) await send();
    // Nothing listens there, but it is asked.
    expect(await send({ endpoint: 'https://push.invalid/a' })).toMatchObject({ result: 'unreachable' });
  });

  it('is left alone at once when it refuses us where it took something before', async () => {
    push.service.misbehave([{ status: 403 }]);
    await send({ isProven: true });
    expect(await send()).toMatchObject({ result: 'waits', retryAfterMs: 300_000 });
  });

  it('is not blamed for a subscription that never worked, as anybody can make one', async () => {
    push.service.misbehave([{ status: 403 }, { status: 403 }, { status: 403 }]);
    for (let count = 0; count < 3; count++) await send({ isProven: false });
    expect(push.opened).toEqual([]);
    expect(await send()).toMatchObject({ result: 'taken' });
  });
});
