import { buffersToMove } from './moving.ts';
import type { ThreadAnswer, ThreadRequest } from './protocol.ts';

const longestDetail = 500;

const load = (file: string): Promise<Readonly<Record<string, unknown>>> => import(file);

/** Runs functions of `*.worker.ts` files, one call after the other, in a thread or a process of its own. */
export function createCalls(
  answer: (message: ThreadAnswer, transfer: readonly ArrayBuffer[]) => void,
): (request: ThreadRequest) => Promise<void> {
  /** By the file; importing it again would cost as much as a small call. */
  const loaded = new Map<string, Readonly<Record<string, unknown>>>();
  return async ({ file, exported, input }) => {
    try {
      const functions = loaded.get(file) ?? (await load(file));
      const work = functions[exported];
      if (typeof work !== 'function') throw new Error(`${file} exports no function ${exported}`);
      if (!loaded.has(file)) answer({ kind: 'begun' }, []);
      loaded.set(file, functions);
      const output: unknown = await work(input);
      answer({ kind: 'done', output }, buffersToMove(output));
    } catch (error) {
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      answer({ kind: 'failed', detail: detail.slice(0, longestDetail) }, []);
    }
  };
}
