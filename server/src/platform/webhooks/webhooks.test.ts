import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeClock } from '../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { createWebhookReceiver, parseJson, refuseOld, type Webhook } from './index.ts';

/** A sender whose calls hold words, and a token where there is one. */
const words: Webhook<string> = {
  async read({ header, body }) {
    return {
      reports: body.length === 0 ? [] : body.toString().split(' '),
      onceToken: header('token') ?? null,
    };
  },
};

describe('what senders of webhooks tell', () => {
  let database: TestDatabase;
  const clock = new FakeClock();
  const told: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  const receive = (body: string, token?: string, sender = 'words') =>
    createWebhookReceiver({
      database,
      clock,
      logger: pino({ level: 'silent' }),
      webhooks: new Map([['words', words]]),
      record: async (_tx, reports) => {
        if (reports.includes('broken')) throw new Error('this cannot be written');
        told.push(...reports);
      },
      describe: (word) => ({ word }),
    }).receive(sender, { header: () => token, body: Buffer.from(body) });

  test('is recorded', async () => {
    await receive('a b');
    expect(told.splice(0)).toEqual(['a', 'b']);
  });

  test('is recorded once where a token is good for one call, and again when it is forgotten', async () => {
    await receive('a', 'once');
    await receive('a', 'once');
    expect(told.splice(0)).toEqual(['a']);
    clock.advance(86_400_001);
    await receive('a', 'once');
    expect(told.splice(0)).toEqual(['a']);
  });

  test('is recorded as far as it can be', async () => {
    await receive('a broken b');
    expect(told.splice(0)).toEqual(['a', 'b']);
    await expect(receive('broken')).rejects.toThrow('this cannot be written');
    await expect(receive('broken broken')).rejects.toThrow('this cannot be written');
  });

  test('is refused from a sender that is not configured', async () => {
    await expect(receive('a', undefined, 'toString')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the time of a signature', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  const second = now.getTime() / 1_000;

  test.each([[second], [second - 300], [second + 300]])('%d is taken', (seconds) => {
    expect(() => refuseOld(String(seconds), now, 300)).not.toThrow();
  });

  test.each([
    [String(second - 301), 'webhook_too_old'],
    [String(second + 301), 'webhook_too_old'],
    ['', 'webhook_signature_invalid'],
    ['1e9', 'webhook_signature_invalid'],
    ['-1', 'webhook_signature_invalid'],
  ])('%j is refused', (seconds, code) => {
    expect(() => refuseOld(seconds, now, 300)).toThrow(expect.objectContaining({ code }));
  });
});

test('a body that is no JSON is refused', () => {
  expect(parseJson(Buffer.from('{"a":1}'))).toEqual({ a: 1 });
  expect(() => parseJson(Buffer.from('{'))).toThrow(expect.objectContaining({ code: 'invalid_json' }));
});
