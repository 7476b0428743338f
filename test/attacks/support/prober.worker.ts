/**
 * Somebody who uses the product while others attack it: asks for what its pages ask for, each time that it is due, whether
 * the answers of before have come or not, so that a server which stands still is noticed for as long as it does. In a thread
 * of its own, so that what attacks costs does not count.
 */
import { setInterval } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { createSender } from './http.ts';
import { proberSetupSchema } from './prober.ts';

const everyMs = 25;
const sockets = 32;

const { origin, token } = proberSetupSchema.parse(workerData);
let bearer = token;
parentPort?.on('message', (message) => {
  bearer = z.string().parse(message);
});
const { send } = createSender(origin, sockets);
const urls = [
  '/api/v1/jobs?q=engineer',
  '/api/v1/notifications/counts',
  '/api/v1/me/profile',
  '/api/v1/matches',
  '/api/v1/preferences',
];

async function ask(url: string): Promise<void> {
  const at = performance.timeOrigin + performance.now();
  const headers = { authorization: `Bearer ${bearer}` };
  const { status } = await send({ method: 'GET', url, headers });
  parentPort?.postMessage({ at, status, ms: performance.timeOrigin + performance.now() - at });
}

let asked = 0;
for await (const _ of setInterval(everyMs)) {
  void ask(urls[asked % urls.length] ?? '/');
  asked += 1;
}
