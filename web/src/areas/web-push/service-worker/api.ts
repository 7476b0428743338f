import { isObject } from './read-message.ts';

/** The other side said no, and will say so again. */
class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** There was no answer, or none that tells anything. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: `/api/v1/${string}`;
  readonly body?: unknown;
}

/**
 * Calls the server as whoever is signed in in this browser. A push carries no right of its own: what it offers is done by
 * the session of the browser, and only if that is the person whom the push was for.
 *
 * @param userId whom it is for; null: whoever is signed in
 * @throws {RefusedError} nobody or somebody else is signed in, or the server does not allow it
 * @throws {UnreachableError}
 */
export async function callAs(userId: string | null, calls: readonly Call[]): Promise<void> {
  const session = await exchange({ method: 'POST', path: '/api/v1/auth/refresh', body: {} }, null);
  if (!isObject(session) || !isObject(session['account'])) throw new UnreachableError('that is no session');
  const { access_token: token, account } = session;
  if (typeof token !== 'string') throw new UnreachableError('that is no session');
  if (userId !== null && account['id'] !== userId) throw new RefusedError('somebody else is signed in');
  for (const call of calls) await exchange(call, token);
}

/** Reads what anybody may read. */
export const readPublic = (path: Call['path']): Promise<unknown> => exchange({ method: 'GET', path }, null);

async function exchange({ method, path, body }: Call, token: string | null): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new UnreachableError('there is no connection', { cause: error });
  }
  const { status } = response;
  if (status === 429 || status >= 500) throw new UnreachableError(`the server answered ${status}`);
  if (status >= 400) throw new RefusedError(`the server answered ${status}`);
  return status === 204 ? undefined : await response.json().catch(() => undefined);
}
