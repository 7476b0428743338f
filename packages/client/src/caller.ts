import type { Account, Session } from '@rolecall/contract';
import { type Route, routes } from '@rolecall/contract/routes';
import { readContent } from './answer.ts';
import { RolecallError } from './errors.ts';
import { toRolecallError } from './problem.ts';
import { type RequestParts, toBody, toPath } from './request.ts';
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

/** Sends requests, and keeps the session. */
export interface Caller {
  request(route: Route, input: RequestParts, options?: CallOptions): Promise<unknown>;
  /**
   * An access token that is good for at least so long; it is refreshed when there is none.
   *
   * @throws {RolecallError} `unauthenticated` when nobody is signed in
   */
  accessToken(minimumMs: number): Promise<{ readonly token: string; readonly expiresAt: number }>;
  /** Gets a new access token now. Calls at the same time share one request. */
  refresh(): Promise<Account>;
}

/**
 * Gives what was answered as the contract says it.
 *
 * @throws when it is something else
 */
export type AnswerCheck = (route: Route, content: unknown, status: number) => unknown;

export interface CallerOptions {
  /** Origin of the server, without a trailing slash. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly tokens: TokenStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly checkAnswer: AnswerCheck;
  /** Somebody has signed in or out, or the session has ended. */
  readonly onAccount: (account: Account | null) => void;
}

const defaultTimeoutMs = 30_000;
/** A token that runs out within this time is refreshed before it is used, in milliseconds. */
const tokenMargin = 10_000;

export function createCaller(given: CallerOptions): Caller {
  const { baseUrl, fetch, tokens, now, checkAnswer, onAccount } = given;
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
      const signal = AbortSignal.timeout(defaultTimeoutMs);
      return toSession(await exchange(routes.auth.refresh, { body }, signal, null)).account;
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

  async function request(
    route: Route,
    input: RequestParts,
    { signal, timeoutMs = defaultTimeoutMs, idempotencyKey }: CallOptions = {},
  ): Promise<unknown> {
    if (idempotencyKey !== undefined && route.isIdempotent !== true) {
      throw new TypeError(`${route.id} takes no idempotency key`);
    }
    const parts: RequestParts = { ...input, idempotencyKey };
    const timeout = AbortSignal.timeout(timeoutMs);
    const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    const token = await currentToken(route);
    try {
      return await exchange(route, parts, either, token);
    } catch (error) {
      const refused = error instanceof RolecallError && error.code === 'unauthenticated';
      if (!refused || token === null) throw error;
      await refresh();
      return exchange(route, parts, either, tokens.read()?.accessToken ?? null);
    }
  }

  /** Null where an endpoint needs none, or nobody has signed in. */
  async function currentToken({ isPublic }: Route): Promise<string | null> {
    const current = tokens.read();
    if (current === null || isPublic === true) return null;
    return (await accessToken(tokenMargin)).token;
  }

  async function exchange(
    route: Route,
    parts: RequestParts,
    signal: AbortSignal,
    token: string | null,
  ): Promise<unknown> {
    const response = await send(route, parts, signal, token);
    if (!response.ok) throw await toRolecallError(response);
    const content = await interruptible(signal, () => readContent(route, response));
    const answer = checkAnswer(route, content, response.status);
    if (route.answer === 'session') {
      const session = toSession(answer);
      tokens.write(toTokens(session, now()));
      onAccount(session.account);
    } else if (route.id === routes.auth.signOut.id || route.id === routes.auth.signOutEverywhere.id) {
      signedOut();
    }
    return answer;
  }

  /** Sends it; what only reads, or is named by a key, is sent a second time when the line breaks. */
  async function send(
    route: Route,
    parts: RequestParts,
    signal: AbortSignal,
    token: string | null,
  ): Promise<Response> {
    const { idempotencyKey } = parts;
    const { body, headers } = toBody(route, withSession(route, parts));
    const isRepeatable = route.method === 'GET' || idempotencyKey !== undefined;
    const attempt = () =>
      fetch(`${baseUrl}${toPath(route, parts)}`, {
        method: route.method,
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
        return await attempt();
      } catch (error) {
        if (!isRepeatable || signal.aborted) throw error;
        return attempt();
      }
    });
  }

  /** Signing out ends the session of the refresh token, where this client has one. */
  function withSession(route: Route, parts: RequestParts): RequestParts {
    const refreshToken = tokens.read()?.refreshToken ?? null;
    if (route.id !== routes.auth.signOut.id || refreshToken === null) return parts;
    return { ...parts, body: { refresh_token: refreshToken } };
  }

  return { request, accessToken, refresh };
}

function toSession(answer: unknown): Session {
  if (isSession(answer)) return answer;
  throw new RolecallError('invalid_response', 'The answer is no session.');
}

/** It has what is used here; whether all of it is as the contract says is for the check of answers. */
const isSession = (answer: unknown): answer is Session =>
  typeof answer === 'object' &&
  answer !== null &&
  'access_token' in answer &&
  'access_token_expires_in' in answer &&
  'refresh_token' in answer &&
  'account' in answer;

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
