import { Agent, request } from 'node:http';
import type { Answer } from '../../../server/src/testing/hostile-requests/index.ts';

export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

/** What an answer says where the server hung up on a body that it was still being sent, and said nothing that arrived. */
export const cut: Answer = { status: 0, type: 'cut', body: '' };
const pieceBytes = 64 * 1_024;

/**
 * Sends what `fetch` would refuse to. A stream is left as soon as it begins, and what is left of a body once the answer is
 * there. A connection that ends after the whole request without an answer is an error.
 */
export function createSender(origin: string, sockets: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const { hostname, port } = new URL(origin);
  function send({ method, url, headers, body }: Outgoing): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const content = Buffer.from(body ?? '');
      const length = body === undefined ? {} : { 'content-length': content.length };
      let isAnswered = false;
      let written = 0;
      const sent = request(
        { hostname, port, agent, method, path: url, headers: { ...length, ...headers }, timeout: 30_000 },
        (response) => {
          isAnswered = true;
          const { statusCode: status = 0 } = response;
          const type = response.headers['content-type'] ?? '';
          if (type.startsWith('text/event-stream')) {
            response.destroy();
            resolve({ status, type, body: '' });
            return;
          }
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            resolve({ status, type, body: Buffer.concat(parts).toString() });
            if (written < content.length) sent.destroy();
          });
        },
      );
      const hasHungUp = ({ code }: NodeJS.ErrnoException) => code === 'ECONNRESET' || code === 'EPIPE';
      sent.on('timeout', () => sent.destroy(new Error('There was no answer within 30 seconds')));
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (isAnswered) return;
        // The server may have closed a connection that was kept at the very moment it was used again.
        if (sent.reusedSocket && hasHungUp(error)) resolve(send({ method, url, headers, body }));
        else if (written < content.length && hasHungUp(error)) resolve(cut);
        else reject(error);
      });
      // In pieces, so that an answer is read before the next write meets a connection that is closed.
      function writeOn(): void {
        if (written >= content.length) {
          sent.end();
          return;
        }
        if (isAnswered || sent.destroyed) return;
        const piece = content.subarray(written, written + pieceBytes);
        sent.write(piece, () => {
          written += piece.length;
          setImmediate(writeOn);
        });
      }
      writeOn();
    });
  }
  return { send, close: () => agent.destroy() };
}
