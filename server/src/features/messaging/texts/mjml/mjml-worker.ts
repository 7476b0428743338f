/**
 * Compiles MJML in a thread of its own, where a body that takes long keeps nobody waiting and can be stopped. This is
 * the entry point of that thread; nothing imports it.
 */
import { parentPort } from 'node:worker_threads';
import { loadMjmlCompiler } from './compile.ts';
import type { MjmlRequest, MjmlResponse } from './protocol.ts';
import { MjmlError } from './structure.ts';

const port = parentPort;
if (port === null) throw new Error('this runs as a worker thread only');

const loading = loadMjmlCompiler();

async function answer({ id, source }: MjmlRequest): Promise<MjmlResponse> {
  try {
    const compiler = await loading;
    return { id, compiled: { ...(await compiler.compile(source)), compiler: compiler.name } };
  } catch (error) {
    if (error instanceof MjmlError) return { id, problems: error.problems };
    return {
      id,
      problems: [{ line: null, message: error instanceof Error ? error.message : String(error) }],
    };
  }
}

port.on('message', (request: MjmlRequest) => {
  void answer(request).then((response) => port.postMessage(response));
});
