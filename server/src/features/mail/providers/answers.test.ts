import { describe, expect, test } from 'vitest';
import { askToSend } from './answers.ts';
import type { HttpApi } from './http-api.ts';

const now = () => new Date('2026-09-01T12:00:00Z');

function answering(status: number, headers: Record<string, string> = {}, text: string | null = ''): HttpApi {
  return {
    request: async () => ({ status, headers: new Map(Object.entries(headers)), text }),
    close: async () => {},
  };
}

const ask = (api: HttpApi) =>
  askToSend(api, { method: 'POST', path: '/', headers: {} }, now, (_answer, detail) => ({
    result: 'message_rejected',
    detail,
  }));

describe('an answer that means the same everywhere', () => {
  test.each([
    [401, 'sender_blocked', undefined],
    [403, 'sender_blocked', undefined],
    [413, 'message_rejected', undefined],
    [301, 'unavailable', undefined],
    [500, 'unavailable', true],
    [502, 'unavailable', true],
    [503, 'unavailable', undefined],
    [504, 'unavailable', true],
    [400, 'message_rejected', undefined],
  ])('%i', async (status, result, isUnclear) => {
    const outcome = await ask(answering(status));
    expect(outcome).toMatchObject({ result });
    expect('isUnclear' in outcome ? outcome.isUnclear : undefined).toBe(isUnclear);
  });

  test.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Tue, 01 Sep 2026 12:01:00 GMT' }, 60_000],
    [{ 'ratelimit-reset': '3' }, 3_000],
    [{ 'x-ratelimit-reset': String(Date.parse('2026-09-01T12:00:30Z') / 1_000) }, 30_000],
    [{ 'x-ratelimit-reset': '1000000000' }, 0],
    [{ 'retry-after': '9999999' }, 86_400_000],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('says how long to wait: %j', async (headers, retryAfterMs) => {
    const outcome = await ask(answering(429, headers));
    expect(outcome).toMatchObject({ result: 'throttled' });
    expect('retryAfterMs' in outcome ? outcome.retryAfterMs : undefined).toBe(retryAfterMs);
  });

  test('is told on one line of bearable length', async () => {
    const outcome = await ask(answering(400, {}, `a\r\nb\0c${'x'.repeat(10_000)}`));
    expect(outcome).toMatchObject({ detail: expect.stringMatching(/^400 a b cx+$/) });
    expect('detail' in outcome ? outcome.detail.length : 0).toBe(300);
  });
});
