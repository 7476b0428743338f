import type { IncomingMessage } from 'node:http';

/** Chunks of a body that may be tiny on average; each costs about as much as one of 64 KB. */
const mostTinyChunks = 1_000;
/** In bytes. */
const tiny = 16;

/**
 * Refuses a body that comes in very many chunks of next to nothing. Node.js hands each on by itself, all that were received at
 * once in one turn, so that a body of some hundred kilobytes would hold up everybody.
 *
 * @param refuse is called once; what the body still brings is dropped
 */
export function refuseTinyChunks(request: IncomingMessage, refuse: () => void): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  const push = request.push.bind(request);
  let [chunks, bytes] = [0, 0];
  let isRefused = false;
  request.push = (chunk: unknown, encoding) => {
    if (isRefused) return true;
    if (chunk instanceof Uint8Array) {
      chunks += 1;
      bytes += chunk.length;
      if (chunks > mostTinyChunks && bytes < chunks * tiny) {
        isRefused = true;
        refuse();
        return true;
      }
    }
    return push(chunk, encoding);
  };
}
