/**
 * Runs functions of `*.worker.ts` files, one call after the other. This is the entry point of a process; nothing imports it.
 */
import os from 'node:os';
import { createCalls } from './calls.ts';
import type { ThreadRequest } from './protocol.ts';

if (process.send === undefined) throw new Error('this runs as a child process only');

/** As that of the threads: text from strangers must not make the requests of others wait for a core. */
const lowerPriority = 3;
os.setPriority(Math.min(19, os.getPriority() + lowerPriority));

const call = createCalls((message) => {
  process.send?.(message);
});
process.on('message', (request: ThreadRequest) => {
  void call(request);
});
// Whoever has started it is gone.
process.on('disconnect', () => process.exit());
