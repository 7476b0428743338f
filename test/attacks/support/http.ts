import { Agent, request } from 'node:http';
import type { Answer } from '../../../server/src/testing/hostile-requests/index.ts';

export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

/** Sends what `fetch` would refuse to. A stream is left as soon as it begins. */
export function createSender(origin: string, sockets: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const { hostname, port } = new URL(origin);
  function send({ method, url, headers, body }: Outgoing): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const sent = request(
        { hostname, port, agent, method, path: url, headers: { ...length, ...headers }, timeout: 30_000 },
        (response) => {
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
          response.on('end', () => resolve({ status, type, body: Buffer.concat(parts).toString() }));
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('There was no answer within 30 seconds')));
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server may have closed a connection that was kept at the very moment it was used again.
        if (sent.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE'))
          resolve(send({ method, url, headers, body }));
        else reject(error);
      });
      sent.end(body);
    });
  }
  return { send, close: () => agent.destroy() };
}
