import type { Session } from '@rolecall/contract';

/** What a signed-in client has. */
export interface Tokens {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly accessTokenExpiresAt: number;
  /** Null where the session cookie of the browser stands for it. */
  readonly refreshToken: string | null;
}

/** Where a client keeps its tokens. Both calls are synchronous, so that two calls never see different tokens. */
export interface TokenStore {
  read(): Tokens | null;
  write(tokens: Tokens | null): void;
}

/** Keeps all tokens in memory: for programs, which have no cookies. */
export function memoryTokens(initial: Tokens | null = null): TokenStore {
  let current = initial;
  return {
    read: () => current,
    write: (tokens) => {
      current = tokens;
    },
  };
}

/**
 * Keeps the access token in memory and the refresh token nowhere: for browsers, where the HttpOnly session cookie
 * stands for it, out of reach of scripts.
 */
export function cookieTokens(): TokenStore {
  const store = memoryTokens();
  return {
    read: store.read,
    write: (tokens) => store.write(tokens && { ...tokens, refreshToken: null }),
  };
}

/**
 * By how long the token lasts and not by when it ends, since the clock of a client may be wrong.
 * @param now milliseconds since 1970, by the clock of the client
 */
export function toTokens(session: Session, now: number): Tokens {
  return {
    accessToken: session.access_token,
    accessTokenExpiresAt: now + session.access_token_expires_in * 1_000,
    refreshToken: session.refresh_token,
  };
}
