import { RolecallError } from '../../errors.ts';

/** Access tokens for the calls and for the socket. */
export interface Access {
  /**
   * A token that is good for at least so many milliseconds, where one can be had.
   *
   * @throws {RolecallError} `unauthenticated` when nobody is signed in
   */
  accessToken(minimumMs: number): Promise<AccessToken>;
  /** Gets a new token, whatever the old one claims. Calls at the same time share one request. */
  refresh(): Promise<AccessToken>;
}

export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970; infinite where the token does not say. */
  readonly expiresAt: number;
}

/**
 * Keeps the newest token in memory.
 *
 * @param ask gets a new access token; null when nobody is signed in
 */
export function createAccess(ask: () => Promise<string | null>, now: () => number): Access {
  let current: AccessToken | undefined;
  let asking: Promise<AccessToken> | undefined;

  async function request(): Promise<AccessToken> {
    const token = await attempt(ask);
    if (token === null || token === '') {
      throw new RolecallError('unauthenticated', 'Nobody is signed in.', { status: 401 });
    }
    current = { token, expiresAt: expiryOf(token) };
    return current;
  }

  function refresh(): Promise<AccessToken> {
    asking ??= request().finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return {
    accessToken: async (minimumMs) =>
      current === undefined || current.expiresAt - now() < minimumMs ? refresh() : current,
    refresh,
  };
}

async function attempt(ask: () => Promise<string | null>): Promise<string | null> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof RolecallError) throw cause;
    throw new RolecallError('network_error', 'An access token could not be had.', { cause });
  }
}

/** When a JWT runs out, by its claim `exp`. It is not checked here: the server does that. */
function expiryOf(token: string): number {
  try {
    const claims = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { exp } = JSON.parse(atob(claims));
    return typeof exp === 'number' ? exp * 1_000 : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
