import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServer } from '../support/server.ts';

const token = 'a token of sixteen or more';
let worker: ServerProcess;

beforeAll(async () => {
  worker = await startServer({ command: 'worker', environment: { ROLECALL_METRICS_TOKEN: token } });
});
afterAll(() => worker.stop());

test('a worker answers for its health', async () => {
  expect((await fetch(`${worker.url}/health/live`)).status).toBe(200);
  const ready = await fetch(`${worker.url}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ok', checks: { database: 'ok', disk: 'ok', event_loop: 'ok' }, draining: false },
  ]);
});

test('its metrics are for whoever has the token', async () => {
  expect((await fetch(`${worker.url}/metrics`)).status).toBe(404);
  const answer = await fetch(`${worker.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  expect(await answer.text()).toContain('rolecall_breaker_state');
});

test('it serves nothing else, and says so as the server does', async () => {
  const answer = await fetch(`${worker.url}/api/v1/instance`);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await answer.json()).toMatchObject({ code: 'not_found' });
});

test('it stops when it is told to', async () => {
  expect(await worker.stop()).toBe(0);
});
