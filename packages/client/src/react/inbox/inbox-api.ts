import type { api, ErrorCode } from '@rolecall/contract';
import { RolecallError } from '../../errors.ts';
import type { Operations } from '../../operations.ts';
import type { Output } from '../../request.ts';
import { type Access, createAccess } from './access.ts';

type Endpoints = (typeof api)['notifications'];
type Page = Output<Endpoints['list']>;
type Counts = Output<Endpoints['counts']>;

/** The calls that an inbox on the screen needs: `client.notifications` has them, and `createInboxApi` is smaller. */
export type InboxApi = Pick<Operations<Endpoints>, 'list' | 'counts' | 'mark' | 'markAll'>;

export interface InboxApiOptions {
  /** Origin of the server, without a trailing slash. */
  readonly baseUrl: string;
  readonly access: Access;
}

/** In milliseconds. */
const timeLimit = 20_000;
/** A token that runs out within this time is replaced before it is used, in milliseconds. */
const tokenMargin = 10_000;
const path = '/api/v1/notifications';

/**
 * The calls without the schemas of the contract, for pages where every kilobyte counts. Of an answer it only checks
 * that it has the parts that are used here.
 */
export function createInboxApi({ baseUrl, access }: InboxApiOptions): InboxApi {
  async function call(method: string, address: string, body?: object): Promise<unknown> {
    const { token } = await access.accessToken(tokenMargin);
    try {
      return await exchange(`${baseUrl}${address}`, { method, body, token });
    } catch (error) {
      if (!(error instanceof RolecallError) || error.code !== 'unauthenticated') throw error;
      const renewed = await access.refresh();
      return exchange(`${baseUrl}${address}`, { method, body, token: renewed.token });
    }
  }

  return {
    async list({ query: { state = 'all', limit, cursor } = {} } = {}) {
      const search = new URLSearchParams({ state });
      if (limit !== undefined) search.set('limit', String(limit));
      if (cursor !== undefined) search.set('cursor', cursor);
      return checked(await call('GET', `${path}?${search}`), isPage);
    },
    counts: async () => checked(await call('GET', `${path}/counts`), isCounts),
    mark: async ({ params, body }) =>
      checked(
        await call('PUT', `${path}/${encodeURIComponent(params.notification_id)}/read-state`, body),
        isCounts,
      ),
    markAll: async ({ body } = {}) => checked(await call('POST', `${path}/read-all`, body ?? {}), isCounts),
  };
}

/** The access of the session cookie, which a page of the server's own site has. */
export function createCookieAccess(baseUrl: string): Access {
  return createAccess(async () => {
    const request = { method: 'POST', body: {}, credentials: 'include' } as const;
    try {
      const session = await exchange(`${baseUrl}/api/v1/auth/refresh`, request);
      return checked(session, isSession).access_token;
    } catch (error) {
      if (error instanceof RolecallError && error.code === 'unauthenticated') return null;
      throw error;
    }
  }, Date.now);
}

interface Exchange {
  readonly method: string;
  readonly body?: object | undefined;
  readonly token?: string;
  readonly credentials?: RequestCredentials;
}

async function exchange(url: string, request: Exchange): Promise<unknown> {
  const { method, body, token, credentials = 'omit' } = request;
  const response = await attempt(
    fetch(url, {
      method,
      credentials,
      signal: AbortSignal.timeout(timeLimit),
      // What a click has changed is sent even when the same click leaves the page.
      keepalive: method !== 'GET',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw toError(response, answer);
  return answer;
}

async function attempt(sending: Promise<Response>): Promise<Response> {
  try {
    return await sending;
  } catch (cause) {
    const late = cause instanceof DOMException && cause.name === 'TimeoutError';
    if (late) throw new RolecallError('timeout', 'The server took too long.', { cause });
    throw new RolecallError('network_error', 'The server could not be reached.', { cause });
  }
}

function toError({ status, headers }: Response, problem: unknown): RolecallError {
  if (!isObject(problem) || !isErrorCode(problem['code'])) {
    return new RolecallError('invalid_response', `The server answered ${status}.`, { status });
  }
  const { code, detail, title, request_id: requestId } = problem;
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  return new RolecallError(code, String(detail ?? title), {
    status,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    requestId: typeof requestId === 'string' ? requestId : undefined,
    details: problem,
  });
}

function checked<Answer>(answer: unknown, fits: (answer: unknown) => answer is Answer): Answer {
  if (fits(answer)) return answer;
  throw new RolecallError('invalid_response', 'The server answered with something unexpected.');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A newer server may know more codes; the table of this version is not worth its size here. */
const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string';

const isPage = (answer: unknown): answer is Page => isObject(answer) && Array.isArray(answer['items']);

const isCounts = (answer: unknown): answer is Counts =>
  isObject(answer) && typeof answer['unread'] === 'number' && typeof answer['head'] === 'number';

const isSession = (answer: unknown): answer is { readonly access_token: string } =>
  isObject(answer) && typeof answer['access_token'] === 'string';
