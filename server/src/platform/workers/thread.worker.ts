/**
 * Runs functions of `*.worker.ts` files, one call after the other. This is the entry point of a thread; nothing imports it.
 */
import os from 'node:os';
import { parentPort } from 'node:worker_threads';
import { buffersToMove } from './moving.ts';
import type { ThreadAnswer, ThreadRequest } from './protocol.ts';

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

const longestDetail = 500;
/** By the file; importing it again would cost as much as a small call. */
const loaded = new Map<string, Readonly<Record<string, unknown>>>();

function answer(message: ThreadAnswer, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

const load = (file: string): Promise<Readonly<Record<string, unknown>>> => import(file);

async function carryOut({ file, exported, input }: ThreadRequest): Promise<void> {
  try {
    const functions = loaded.get(file) ?? (await load(file));
    const work = functions[exported];
    if (typeof work !== 'function') throw new Error(`${file} exports no function ${exported}`);
    if (!loaded.has(file)) answer({ kind: 'begun' });
    loaded.set(file, functions);
    const output: unknown = await work(input);
    answer({ kind: 'done', output }, buffersToMove(output));
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    answer({ kind: 'failed', detail: detail.slice(0, longestDetail) });
  }
}

port.on('message', (request: ThreadRequest) => {
  void carryOut(request);
});
