/**
 * Somebody who uses the product while others attack it: asks for what its pages ask for, one request after the other, and
 * tells how long each took. In a thread of its own, so that what attacks costs does not count.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createSender } from './http.ts';
import { proberSetupSchema } from './prober.ts';

const pauseMs = 15;

const { origin, token } = proberSetupSchema.parse(workerData);
const { send } = createSender(origin, 1);
const urls = [
  '/api/v1/jobs?q=engineer',
  '/api/v1/notifications/counts',
  '/api/v1/me/profile',
  '/api/v1/matches',
  '/api/v1/preferences',
];

for (let turn = 0; ; turn = (turn + 1) % urls.length) {
  const begun = performance.now();
  const { status } = await send({
    method: 'GET',
    url: urls[turn] ?? '/',
    headers: { authorization: `Bearer ${token}` },
  });
  parentPort?.postMessage({ status, ms: performance.now() - begun });
  await pause(pauseMs);
}
