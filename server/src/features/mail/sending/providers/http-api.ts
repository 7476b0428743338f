import { Agent, buildConnector } from 'undici';
import type { Clock } from '../../../../platform/clock/index.ts';

/** What every provider with an API needs. */
export interface HttpProviderOptions {
  /** Unique among the configured providers. */
  readonly name: string;
  /** Origin of the API. */
  readonly endpoint: string;
  /** Mails under way at the same time. */
  readonly concurrency: number;
  readonly clock: Clock;
  /** For an answer with everything before it, in milliseconds; undefined: the usual one. */
  readonly timeoutMs?: number | undefined;
}

/** The API of a service that takes mails. */
export interface HttpApi {
  /**
   * Asks once; redirects are not followed. Every status is an answer, not an error.
   * @throws {NotReachedError} nothing was asked; {NoAnswerError} it may have been, and nobody knows what came of it
   */
  request(request: HttpApiRequest): Promise<HttpApiAnswer>;
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

export interface HttpApiRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpApiAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Null: it broke off or was too long. */
  readonly text: string | null;
}

export class NotReachedError extends Error {
  override readonly name = 'NotReachedError';
}

export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

const connectTimeoutMs = 6_000;
const totalTimeoutMs = 18_000;
const longestAnswerBytes = 65_536;

/**
 * @param endpoint origin that the operator has configured, so it may be in a private network
 * @param connections at the same time
 */
export function createHttpApi(endpoint: string, connections: number, timeoutMs = totalTimeoutMs): HttpApi {
  const { origin } = new URL(endpoint);
  const connect = buildConnector({ timeout: connectTimeoutMs, allowH2: false });
  const agent = new Agent({
    connections,
    maxHeaderSize: 16_384,
    maxResponseSize: longestAnswerBytes,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    // The bound on the size of a body is not kept by HTTP/2 connections.
    allowH2: false,
    // Only here is it certain that nothing has been sent yet.
    connect: (options, callback) =>
      connect(options, (error, socket) => {
        if (error === null) callback(null, socket);
        else callback(new NotReachedError(reasonOf(error), { cause: error }), null);
      }),
  });

  return {
    async request({ method, path, headers, body = null }) {
      try {
        const response = await agent.request({
          origin,
          path,
          method,
          headers: { ...headers, accept: 'application/json', 'user-agent': 'Rolecall' },
          body,
          signal: AbortSignal.timeout(timeoutMs),
        });
        const text = await response.body.text().catch(() => null);
        const answered = Object.entries(response.headers).map(
          ([name, value]) => [name.toLowerCase(), String(value)] as const,
        );
        return { status: response.statusCode, headers: new Map(answered), text };
      } catch (error) {
        if (error instanceof NotReachedError) throw error;
        throw new NoAnswerError(reasonOf(error), { cause: error });
      }
    },
    close: () => agent.destroy(),
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
