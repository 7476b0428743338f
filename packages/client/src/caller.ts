import {
  type Account,
  type AnySchema,
  api,
  type Endpoint,
  type OutputOf,
  sessionSchema,
} from '@rolecall/contract';
import { readAnswer } from './answer.ts';
import { RolecallError } from './errors.ts';
import { toRolecallError } from './problem.ts';
import { type Input, type Output, type RequestParts, toBody, toPath } from './request.ts';
import { type TokenStore, toTokens } from './tokens.ts';

export interface CallOptions {
  /** Ends the call; its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Milliseconds that the whole call may take, repetitions included; 30 seconds when left out. */
  readonly timeoutMs?: number;
  /**
   * Names this call for 24 hours, so that it is done once however often it is sent: 1 to 255 visible ASCII characters.
   * Only for endpoints that take one.
   */
  readonly idempotencyKey?: string;
}

/** Calls any endpoint of the contract. */
export interface Caller {
  call<E extends Endpoint>(endpoint: E, input: Input<E>, options?: CallOptions): Promise<Output<E>>;
  /**
   * An access token that is good for at least so long; it is refreshed when there is none.
   *
   * @throws {RolecallError} `unauthenticated` when nobody is signed in
   */
  accessToken(minimumMs: number): Promise<{ readonly token: string; readonly expiresAt: number }>;
  /** Gets a new access token now. Calls at the same time share one request. */
  refresh(): Promise<Account>;
}

export interface CallerOptions {
  /** Origin of the server, without a trailing slash. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly tokens: TokenStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Somebody has signed in or out, or the session has ended. */
  readonly onAccount: (account: Account | null) => void;
}

const defaultTimeoutMs = 30_000;
/** A token that runs out within this time is refreshed before it is used, in milliseconds. */
const tokenMargin = 10_000;

export function createCaller({ baseUrl, fetch, tokens, now, onAccount }: CallerOptions): Caller {
  let refreshing: Promise<Account> | undefined;

  function refresh(): Promise<Account> {
    refreshing ??= requestRefresh().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  /** Nobody's signal ends it, because others may wait for it too; it has a time limit of its own. */
  async function requestRefresh(): Promise<Account> {
    const refreshToken = tokens.read()?.refreshToken ?? null;
    const body = refreshToken === null ? {} : { refresh_token: refreshToken };
    try {
      const session = await exchange(api.auth.refresh, { body }, AbortSignal.timeout(defaultTimeoutMs), null);
      return session.account;
    } catch (error) {
      if (error instanceof RolecallError && error.code === 'unauthenticated') signedOut();
      throw error;
    }
  }

  function signedOut(): void {
    tokens.write(null);
    onAccount(null);
  }

  async function accessToken(minimumMs: number) {
    const current = tokens.read();
    if (current === null || current.accessTokenExpiresAt - now() < minimumMs) await refresh();
    const known = tokens.read();
    if (known === null) throw new RolecallError('unauthenticated', 'Nobody is signed in.', { status: 401 });
    return { token: known.accessToken, expiresAt: known.accessTokenExpiresAt };
  }

  async function call<E extends Endpoint>(
    endpoint: E,
    input: Input<E>,
    { signal, timeoutMs = defaultTimeoutMs, idempotencyKey }: CallOptions = {},
  ): Promise<Output<E>> {
    if (idempotencyKey !== undefined && !endpoint.idempotent) {
      throw new TypeError(`${endpoint.id} takes no idempotency key`);
    }
    const parts: RequestParts = { ...input, idempotencyKey };
    const timeout = AbortSignal.timeout(timeoutMs);
    const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    const token = await currentToken(endpoint);
    try {
      return await exchange<E['response']>(endpoint, parts, either, token);
    } catch (error) {
      const refused = error instanceof RolecallError && error.code === 'unauthenticated';
      if (!refused || token === null) throw error;
      await refresh();
      return exchange<E['response']>(endpoint, parts, either, tokens.read()?.accessToken ?? null);
    }
  }

  /** Null where an endpoint needs none, or nobody has signed in. */
  async function currentToken({ access }: Endpoint): Promise<string | null> {
    const current = tokens.read();
    if (current === null || access === 'public') return null;
    return (await accessToken(tokenMargin)).token;
  }

  async function exchange<Answer extends AnySchema>(
    endpoint: Endpoint<AnySchema, AnySchema, AnySchema, Answer>,
    parts: RequestParts,
    signal: AbortSignal,
    token: string | null,
  ): Promise<OutputOf<Answer>> {
    const response = await send(endpoint, parts, signal, token);
    if (!response.ok) throw await toRolecallError(response);
    const answer = await interruptible(signal, () => readAnswer(endpoint, response));
    const schema: AnySchema = endpoint.response;
    if (schema === sessionSchema) {
      const session = sessionSchema.parse(answer);
      tokens.write(toTokens(session, now()));
      onAccount(session.account);
    } else if (endpoint.id === api.auth.signOut.id || endpoint.id === api.auth.signOutEverywhere.id) {
      signedOut();
    }
    return answer;
  }

  /** Sends it; what only reads, or is named by a key, is sent a second time when the line breaks. */
  async function send(
    endpoint: Endpoint,
    parts: RequestParts,
    signal: AbortSignal,
    token: string | null,
  ): Promise<Response> {
    const { idempotencyKey } = parts;
    const { body, headers } = toBody(endpoint, withSession(endpoint, parts));
    const isRepeatable = endpoint.method === 'GET' || idempotencyKey !== undefined;
    const request = () =>
      fetch(`${baseUrl}${toPath(endpoint, parts)}`, {
        method: endpoint.method,
        credentials: 'include',
        signal,
        ...(body === undefined ? {} : { body }),
        headers: {
          ...headers,
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
      });
    return interruptible(signal, async () => {
      try {
        return await request();
      } catch (error) {
        if (!isRepeatable || signal.aborted) throw error;
        return request();
      }
    });
  }

  /** Signing out ends the session of the refresh token, where this client has one. */
  function withSession(endpoint: Endpoint, parts: RequestParts): RequestParts {
    const refreshToken = tokens.read()?.refreshToken ?? null;
    if (endpoint.id !== api.auth.signOut.id || refreshToken === null) return parts;
    return { ...parts, body: { refresh_token: refreshToken } };
  }

  return { call, accessToken, refresh };
}

async function interruptible<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof RolecallError) throw cause;
    const reason: unknown = signal.aborted ? signal.reason : undefined;
    if (reason instanceof DOMException && reason.name === 'TimeoutError') {
      throw new RolecallError('timeout', 'The server took too long.', { cause });
    }
    if (signal.aborted) throw reason;
    throw new RolecallError('network_error', 'The server could not be reached.', { cause });
  }
}
