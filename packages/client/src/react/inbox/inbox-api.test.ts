import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAccess } from './access.ts';
import { createCookieAccess, createInboxApi } from './inbox-api.ts';

const baseUrl = 'https://jobs.example';
const counts = { unread: 1, head: 2 };
const problem = (status: number, code: string) =>
  Response.json({ type: 'about:blank', title: 'Told so', status, code }, { status });

/** Puts a server in the place of the network; gives what it was asked. */
function serve(answer: (request: Request) => Response | Promise<Response>) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const request = new Request(address, init);
    requests.push(request);
    return answer(request);
  });
  return requests;
}

/** A token that runs out after so many seconds, as a JWT says it. */
const jwt = (seconds: number) => `e30.${btoa(JSON.stringify({ exp: seconds })).replace(/=+$/, '')}.c2ln`;

/** Gives these tokens, one after the other. */
function tokens(...given: (string | null)[]) {
  const asked = { times: 0 };
  const access = createAccess(
    async () => given[asked.times++] ?? null,
    () => 0,
  );
  return { asked, api: createInboxApi({ baseUrl, access }) };
}

const bearerOf = (request: Request) => request.headers.get('authorization');

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the calls', () => {
  it('say what the contract says', async () => {
    const requests = serve(({ url }) =>
      Response.json(url.includes('?') ? { items: [], next_cursor: null } : counts),
    );
    const { api } = tokens(jwt(900));
    await api.list({ query: { state: 'unread', limit: 20, cursor: 'a&b' } });
    await api.counts();
    await api.mark({ params: { notification_id: 'id/1' }, body: { read: true } });
    await api.markAll({ body: { up_to_seq: 7 } });
    const said = await Promise.all(
      requests.map(async (request) => [request.method, request.url, await request.text()]),
    );
    expect(said).toEqual([
      ['GET', `${baseUrl}/api/v1/notifications?state=unread&limit=20&cursor=a%26b`, ''],
      ['GET', `${baseUrl}/api/v1/notifications/counts`, ''],
      ['PUT', `${baseUrl}/api/v1/notifications/id%2F1/read-state`, '{"read":true}'],
      ['POST', `${baseUrl}/api/v1/notifications/read-all`, '{"up_to_seq":7}'],
    ]);
  });

  it('use a token until it is about to run out, and share the way to the next one', async () => {
    const requests = serve(() => Response.json(counts));
    const { api, asked } = tokens(jwt(900), jwt(1_800));
    await Promise.all([api.counts(), api.counts()]);
    await api.counts();
    expect(asked.times).toBe(1);
    expect(new Set(requests.map(bearerOf))).toEqual(new Set([`Bearer ${jwt(900)}`]));

    const short = tokens(jwt(5), jwt(900));
    await short.api.counts();
    await short.api.counts();
    await short.api.counts();
    expect(short.asked.times).toBe(2);
  });

  it('are repeated once with a new token when the server refuses the old one', async () => {
    const requests = serve((request) =>
      bearerOf(request) === 'Bearer new' ? Response.json(counts) : problem(401, 'unauthenticated'),
    );
    expect(await tokens('old', 'new').api.counts()).toEqual(counts);
    expect(requests.map(bearerOf)).toEqual(['Bearer old', 'Bearer new']);
    await expect(tokens('old', 'older').api.counts()).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(requests).toHaveLength(4);
  });

  it('fail with a code, whatever goes wrong', async () => {
    serve(() => problem(404, 'not_found'));
    const { api } = tokens('token');
    await expect(api.counts()).rejects.toMatchObject({ code: 'not_found', status: 404, message: 'Told so' });
    serve(() => new Response('<html>', { status: 502 }));
    await expect(api.counts()).rejects.toMatchObject({ code: 'invalid_response', status: 502 });
    serve(() => Response.json({ hello: 'world' }));
    await expect(api.counts()).rejects.toMatchObject({ code: 'invalid_response' });
    await expect(api.list()).rejects.toMatchObject({ code: 'invalid_response' });
    serve(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(api.counts()).rejects.toMatchObject({ code: 'network_error' });
    await expect(tokens(null).api.counts()).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('the access of the session cookie', () => {
  it('gets a token by it, and knows when nobody is signed in', async () => {
    const requests = serve(() => Response.json({ access_token: 'fresh' }));
    expect(await createCookieAccess(baseUrl).accessToken(0)).toMatchObject({ token: 'fresh' });
    expect(requests[0]).toMatchObject({ url: `${baseUrl}/api/v1/auth/refresh`, credentials: 'include' });
    serve(() => problem(401, 'unauthenticated'));
    await expect(createCookieAccess(baseUrl).accessToken(0)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    serve(() => problem(403, 'origin_refused'));
    await expect(createCookieAccess(baseUrl).accessToken(0)).rejects.toMatchObject({
      code: 'origin_refused',
    });
  });
});
