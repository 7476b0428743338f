/**
 * The thread of the search index: one call after the other. This is its entry point; nothing imports it.
 */
import { parentPort } from 'node:worker_threads';
import { createHandlers } from './handlers.ts';
import type { IndexAnswer, IndexCall, Operation } from './protocol.ts';

const port = parentPort;
if (port === null) throw new Error('this runs as a worker thread only');

const handlers = createHandlers();

function carryOut<Name extends Operation>({ call, operation, input }: IndexCall<Name>): IndexAnswer {
  const begun = performance.now();
  try {
    const output: unknown = handlers[operation](input);
    return { call, output, milliseconds: performance.now() - begun };
  } catch (error) {
    return { call, problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

port.on('message', (message: IndexCall) => port.postMessage(carryOut(message)));
