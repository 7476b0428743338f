import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Behaviour, ReceivedMail, StandIn } from './stand-in.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a service behaves towards its clients. */
interface Service {
  readonly secret: string;
  isSignedIn(request: ApiRequest): boolean | Promise<boolean>;
  /** Null: this path takes no mails. */
  read(request: ApiRequest): Promise<ReceivedMail | null>;
  readonly verified: ApiAnswer;
  readonly answers: Readonly<
    Record<Exclude<Behaviour, 'hangs after the body' | 'answers nonsense'>, ApiAnswer>
  > & {
    readonly 'wrong key': ApiAnswer;
  };
}

export const key = 'key-that-nobody-may-see';
/** A service repeats it when it refuses it. */
export const wrongKey = `mistyped-${key}`;
export const common = { name: 'tested', rate: undefined, concurrency: 2 };

export async function startService(
  service: Service,
): Promise<Omit<StandIn, 'config' | 'wrongKey'> & { endpoint: string }> {
  let behaviour: Behaviour = 'friendly';
  const received: ReceivedMail[] = [];

  async function answer(request: ApiRequest): Promise<ApiAnswer | 'silence' | 'nonsense'> {
    if (!(await service.isSignedIn(request))) return service.answers['wrong key'];
    const mail = await service.read(request);
    if (mail === null) return request.method === 'GET' ? service.verified : { status: 404 };
    received.push(mail);
    if (behaviour === 'hangs after the body') return 'silence';
    return behaviour === 'answers nonsense' ? 'nonsense' : service.answers[behaviour];
  }

  const server = createServer((incoming, outgoing) => {
    void readBody(incoming).then(async (body) => {
      const { method = '', url: path = '', headers } = incoming;
      const given = await answer({ method, path, headers, body });
      if (given === 'silence') return;
      if (given === 'nonsense') {
        outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works!</h1>');
        return;
      }
      outgoing.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
      outgoing.end(given.body === undefined ? '' : JSON.stringify(given.body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    secret: service.secret,
    received,
    behave(next) {
      behaviour = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

export const text = z.string();
export const headersOf = (headers: Readonly<Record<string, string>>) =>
  new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
export const decoded = (base64: string) => Buffer.from(base64, 'base64').toString('utf8');
