import { Agent, buildConnector } from 'undici';
import type { Clock } from '../../../platform/clock/index.ts';
import { reasonOf } from '../../../platform/errors/index.ts';

/** Options of every provider with an API. */
export interface HttpProviderOptions {
  /** Unique among the configured providers. */
  readonly name: string;
  /** Origin of the API. */
  readonly endpoint: string;
  /** Mails under way at the same time. */
  readonly concurrency: number;
  readonly clock: Clock;
  /** For the whole request, in milliseconds; undefined: the default. */
  readonly timeoutMs?: number | undefined;
}

/** The API of a service that takes mails. */
export interface HttpApi {
  /**
   * Asks once; redirects are not followed. Every status is an answer, not an error.
   * @throws {NotReachedError} nothing was sent
   * @throws {NoAnswerError} the request may have arrived, and its outcome is unknown
   */
  request(request: HttpApiRequest): Promise<HttpApiAnswer>;
  /** Aborts what is under way. */
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
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Null: it was cut off or too long. */
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
 * @param endpoint origin; the operator has configured it, so it may be in a private network
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
    // HTTP/2 connections do not keep the limit of the body's size.
    allowH2: false,
    // Only when connecting fails is it certain that nothing was sent.
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
