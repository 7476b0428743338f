/**
 * Runs functions of `*.worker.ts` files, one call after the other. This is the entry point of a thread; nothing imports it.
 */
import os from 'node:os';
import { parentPort } from 'node:worker_threads';
import { createCalls } from './calls.ts';
import type { ThreadRequest } from './protocol.ts';

const port = parentPort;
if (port === null) throw new Error('this runs as a worker thread only');

/**
 * As `nice` counts: where both want the same core, a thread gets half of what another one gets. With much less, honest texts
 * would miss their deadlines on a machine that is busy with something else.
 */
const lowerPriority = 3;
// Text from strangers must not make the requests of others wait for a core. Only Linux knows the priority of a single thread;
// elsewhere it would be that of the whole process.
if (process.platform === 'linux') os.setPriority(Math.min(19, os.getPriority() + lowerPriority));

const call = createCalls((message, transfer) => port.postMessage(message, [...transfer]));
port.on('message', (request: ThreadRequest) => {
  void call(request);
});
