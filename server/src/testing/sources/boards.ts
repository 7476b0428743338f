import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createHttpClient, type HttpClient } from '../../platform/http-client/index.ts';

/** A local server in the place of boards and career pages, reached by the real HTTP client. */
export interface LocalBoards {
  readonly origin: string;
  /** What was asked for, of which host, with the validator of a conditional request. */
  readonly requests: { host: string; path: string; etag: string | undefined }[];
  /** Answers requests of this path; unknown ones get 404, as boards do it. */
  answer(path: string, reply: (request: IncomingMessage, response: ServerResponse) => void): void;
  /** Answers with a document and its validator, and with 304 to whoever has it. */
  serve(path: string, document: unknown): void;
  /** Answers nothing any more. */
  forget(): void;
  readonly httpClient: HttpClient;
  close(): Promise<void>;
}

/** By it the local server learns which host was meant. */
const meantHost = 'x-meant-host';

/** The real client, which asks a local server for what belongs to boards, since those have fixed hosts. */
export function boardsClient(origin: string, timeoutMs = 5_000): HttpClient {
  const client = createHttpClient({
    userAgent: 'Rolecall test',
    timeoutMs,
    maxBytes: 1_000_000,
    privateOrigins: [origin],
  });
  return {
    ...client,
    async get(url, options) {
      const meant = URL.parse(url);
      if (meant?.protocol !== 'https:') return client.get(url, options);
      const headers = { ...options?.headers, [meantHost]: meant.host };
      const answer = await client.get(`${origin}${meant.pathname}${meant.search}`, { ...options, headers });
      return { ...answer, finalUrl: answer.finalUrl.replace(origin, meant.origin) };
    },
  };
}

export async function openLocalBoards({
  timeoutMs,
}: {
  readonly timeoutMs?: number;
} = {}): Promise<LocalBoards> {
  const replies = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const requests: LocalBoards['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const host = request.headers[meantHost] ?? request.headers.host;
    requests.push({ host: String(host), path, etag: request.headers['if-none-match'] });
    const reply = replies.get(path);
    if (reply === undefined) response.writeHead(404).end('{"status":404,"error":"Job not found"}');
    else reply(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const client = boardsClient(origin, timeoutMs);

  const answer: LocalBoards['answer'] = (path, reply) => {
    replies.set(path, reply);
  };
  return {
    origin,
    requests,
    answer,
    serve(path, document) {
      const text = typeof document === 'string' ? document : JSON.stringify(document);
      const type = text.startsWith('<') ? 'text/html' : 'application/json';
      const etag = `"${Buffer.from(text).toString('base64url').slice(-24)}-${text.length}"`;
      answer(path, (request, response) => {
        if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
        else response.writeHead(200, { 'content-type': type, etag }).end(text);
      });
    },
    forget() {
      replies.clear();
      requests.length = 0;
    },
    httpClient: client,
    async close() {
      await client.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
