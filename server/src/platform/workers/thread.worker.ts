/**
 * Runs functions of `*.worker.ts` files, one call after the other. This is the entry point of a thread; nothing imports it.
 */
import { parentPort } from 'node:worker_threads';
import { buffersToMove } from './moving.ts';
import type { ThreadAnswer, ThreadRequest } from './protocol.ts';

const port = parentPort;
if (port === null) throw new Error('this runs as a worker thread only');

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
