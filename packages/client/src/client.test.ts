import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Account, api, type Session } from '@rolecall/contract';
import { routes } from '@rolecall/contract/routes';
import { afterEach, describe, expect, it } from 'vitest';
import { createCaller } from './caller.ts';
import { createClient, memoryTokens, RolecallError } from './index.ts';
import { createTrustingClient } from './trusting.ts';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly idempotencyKey: string | string[] | undefined;
  readonly body: string;
}
type Answer = (request: Request, response: ServerResponse) => void;

const account: Account = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  email: 'ada@example.org',
  email_verified: true,
  name: 'Ada',
  role: 'job_seeker',
  company: null,
  created_at: '2026-09-01T12:00:00.000Z',
};
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

function session(accessToken: string, lifetime = 900_000): Session {
  return {
    access_token: accessToken,
    access_token_expires_at: new Date(Date.now() + lifetime).toISOString(),
    access_token_expires_in: lifetime / 1_000,
    refresh_token: `refresh-of-${accessToken}`,
    account,
  };
}

async function serve(answer: Answer) {
  const requests: Request[] = [];
  const server = createServer(async (incoming: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const request: Request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      authorization: incoming.headers.authorization,
      type: incoming.headers['content-type'],
      idempotencyKey: incoming.headers['idempotency-key'],
      body: Buffer.concat(chunks).toString(),
    };
    requests.push(request);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { baseUrl: `http://127.0.0.1:${port}/`, requests };
}

function json(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}

function problem(
  response: ServerResponse,
  status: number,
  code: string,
  extra: Record<string, unknown> = {},
) {
  json(response, status, { type: 'about:blank', title: `title of ${code}`, status, code, ...extra });
}

async function failure(promise: Promise<unknown>): Promise<RolecallError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RolecallError)) throw new Error(`not refused as expected: ${String(error)}`);
  return error;
}

describe('a call', () => {
  it('writes path, query and body, and reads the answer', async () => {
    const { baseUrl, requests } = await serve((request, response) =>
      request.method === 'GET'
        ? json(response, 200, { items: [], next_cursor: null, total: 0, did_you_mean: null })
        : problem(response, 404, 'not_found'),
    );
    const client = createClient({ baseUrl });
    const page = await client.jobs.search({
      query: { q: 'c++ & more', workplace: ['remote', 'hybrid'], employment_type: 'full_time', limit: 5 },
    });
    expect(page).toEqual({ items: [], next_cursor: null, total: 0, did_you_mean: null });
    await failure(client.jobs.read({ params: { job_id: 'a/b?c' } }));
    const slot = { kind: 'offer', channel: 'inbox', locale: 'en' } as const;
    await failure(client.templates.readVersion({ params: { ...slot, version: 2 } }));
    expect(requests.map(({ path }) => path)).toEqual([
      '/api/v1/jobs?q=c%2B%2B+%26+more&workplace=remote&workplace=hybrid&employment_type=full_time&limit=5',
      '/api/v1/jobs/a%2Fb%3Fc',
      '/api/v1/notifications/templates/offer/inbox/en/versions/2',
    ]);
  });

  it('sends a file as a form, and reads one with its name', async () => {
    const resume = {
      id: account.id,
      file_name: 'résumé.pdf',
      media_type: 'application/pdf',
      size: 3,
      created_at: account.created_at,
      is_default: true,
      unread: null,
    };
    const { baseUrl, requests } = await serve((request, response) => {
      if (request.method === 'POST') json(response, 201, resume);
      else {
        response
          .writeHead(200, {
            'content-type': 'application/pdf',
            'content-disposition': `attachment; filename="resume.pdf"; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf`,
          })
          .end(Buffer.from([1, 2, 3]));
      }
    });
    const client = createClient({ baseUrl });
    const content = new TextEncoder().encode('%PDF-1.7 content');
    const fileName = 'résumé.pdf';
    const uploaded = await client.applications.uploadResume({
      file: { content, fileName, mediaType: 'application/pdf' },
    });
    expect(uploaded).toEqual(resume);
    expect(requests[0]?.type).toContain('multipart/form-data');
    expect(requests[0]?.body).toContain('filename="résumé.pdf"');
    expect(requests[0]?.body).toContain('%PDF-1.7 content');
    expect(await client.applications.downloadResume({ params: { resume_id: resume.id } })).toEqual({
      content: new Uint8Array([1, 2, 3]),
      mediaType: 'application/pdf',
      fileName: 'résumé.pdf',
    });
  });

  it('fails with the code, the fields and the delay of the problem', async () => {
    const { baseUrl } = await serve((request, response) => {
      if (request.path.includes('sign-in')) {
        json(
          response,
          429,
          { type: 'about:blank', title: 'Slow down', status: 429, code: 'rate_limited' },
          {
            'retry-after': '7',
          },
        );
      } else {
        const errors = [{ path: 'email', message: 'must be an e-mail address' }];
        problem(response, 400, 'invalid_request', {
          errors,
          request_id: 'r1',
          detail: 'Look at the fields.',
        });
      }
    });
    const client = createClient({ baseUrl });
    expect(await failure(client.auth.signIn({ body: { email: 'a@b.de', password: 'x' } }))).toMatchObject({
      code: 'rate_limited',
      status: 429,
      retryAfter: 7,
      message: 'Slow down',
    });
    expect(await failure(client.auth.forgotPassword({ body: { email: 'a' } }))).toMatchObject({
      code: 'invalid_request',
      message: 'Look at the fields.',
      requestId: 'r1',
      fields: [{ path: 'email', message: 'must be an e-mail address' }],
    });
  });

  it('repeats a GET once when the line breaks, and nothing else', async () => {
    const { baseUrl, requests } = await serve((_request, response) => response.destroy());
    const client = createClient({ baseUrl });
    expect((await failure(client.jobs.facets())).code).toBe('network_error');
    expect(requests).toHaveLength(2);
    expect((await failure(client.auth.signOut())).code).toBe('network_error');
    expect(requests).toHaveLength(3);
  });

  it('repeats a call that is named by a key, with that key', async () => {
    let broken = false;
    const { baseUrl, requests } = await serve((_request, response) => {
      if (broken) json(response, 200, { status: 'accepted', notification_id: null, seq: 1, reason: null });
      else response.destroy();
      broken = true;
    });
    const client = createClient({ baseUrl });
    const body = { type: 'message', to: { role: 'job_seeker' }, name: 'hello' } as const;
    const result = await client.events.send({ body }, { idempotencyKey: 'order-42' });
    expect(result.status).toBe('accepted');
    expect(requests.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['order-42', 'order-42']);
    expect(requests[1]?.body).toBe(requests[0]?.body);
    await expect(client.auth.signOut({}, { idempotencyKey: 'order-42' })).rejects.toThrow(TypeError);
  });

  it('tells of an answer that does not fit the contract', async () => {
    const { baseUrl } = await serve((request, response) => {
      if (request.path.endsWith('/instance')) json(response, 200, { name: 7 });
      else response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    });
    const client = createClient({ baseUrl });
    expect(await failure(client.instance.read())).toMatchObject({ code: 'invalid_response', status: 200 });
    expect(await failure(client.jobs.facets())).toMatchObject({ code: 'invalid_response', status: 502 });
  });

  it('ends when its time is over, or when the caller wants it to', async () => {
    const { baseUrl } = await serve(() => {});
    const client = createClient({ baseUrl });
    expect((await failure(client.jobs.facets({}, { timeoutMs: 20 }))).code).toBe('timeout');
    const controller = new AbortController();
    const call = client.jobs.facets({}, { signal: controller.signal });
    const reason = new Error('changed my mind');
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });

  it('reaches every endpoint of the contract, but those that only programs of the predecessors call', () => {
    const client = createClient({ baseUrl: 'http://localhost' });
    const { predecessors, ...others } = api;
    expect(Object.keys(predecessors).length).toBeGreaterThan(0);
    expect(client).not.toHaveProperty('predecessors');
    for (const [group, endpoints] of Object.entries(others)) {
      const operations = new Map<string, object>(Object.entries(client)).get(group) ?? {};
      expect(Object.keys(operations)).toEqual(expect.arrayContaining(Object.keys(endpoints)));
    }
  });
});

describe('a session', () => {
  it('is known after signing in, and forgotten after signing out, which ends it on the server', async () => {
    const { baseUrl, requests } = await serve((request, response) => {
      if (request.path.endsWith('/sign-in')) json(response, 200, session('one'));
      else if (request.path.endsWith('/me')) json(response, 200, account);
      else response.writeHead(204).end();
    });
    const client = createClient({ baseUrl });
    const seen: (string | null)[] = [];
    client.session.onChange((next) => seen.push(next?.name ?? null));
    await client.auth.signIn({ body: { email: 'ada@example.org', password: 'secret' } });
    expect(client.session.current()).toEqual(account);
    await client.me.read();
    await client.auth.signOut();
    expect(client.session.current()).toBeNull();
    expect(seen).toEqual(['Ada', null]);
    expect(requests[1]?.authorization).toBe('Bearer one');
    expect(JSON.parse(requests[2]?.body ?? '')).toEqual({ refresh_token: 'refresh-of-one' });
  });

  it('takes the connection that the tabs share along when it ends in one of them', async () => {
    const { baseUrl } = await serve(({ path }, response) =>
      path.endsWith('sign-out') ? response.writeHead(204).end() : json(response, 200, session('one')),
    );
    const open = async () => {
      const client = createClient({ baseUrl });
      await client.auth.signIn({ body: { email: 'ada@example.org', password: 'secret' } });
      const feed = client.notifications.connect({ shareAcrossTabs: true });
      closers.push(() => feed.close());
      const stopped = new Promise<unknown>((resolve) => {
        feed.on('status', (status) => {
          if (status.state === 'stopped') resolve(status);
        });
      });
      return { client, stopped };
    };
    const [here, there] = [await open(), await open()];
    await here.client.auth.signOut();
    const signedOut = { state: 'stopped', reason: 'signed_out', code: null };
    expect([await here.stopped, await there.stopped]).toEqual([signedOut, signedOut]);
  });

  it.each([16, -16])(
    'of a client whose clock is %d minutes off is refreshed once, not before every call',
    async (minutes) => {
      let refreshes = 0;
      const { baseUrl } = await serve((request, response) => {
        if (!request.path.endsWith('/refresh')) return json(response, 200, account);
        refreshes += 1;
        return json(response, 200, session(`new-${refreshes}`));
      });
      const tokens = memoryTokens({ accessToken: 'stale', accessTokenExpiresAt: 0, refreshToken: 'long' });
      const client = createCaller({
        ...{ baseUrl, fetch, tokens, onAccount: () => {} },
        checkAnswer: (_route, content) => content,
        now: () => Date.now() + minutes * 60_000,
      });
      for (let call = 0; call < 3; call += 1) await client.request(routes.me.read, {});
      expect(refreshes).toBe(1);
    },
  );

  it('is refreshed once for many calls, whether the token has run out or is refused', async () => {
    let refreshes = 0;
    const { baseUrl, requests } = await serve((request, response) => {
      if (request.path.endsWith('/refresh')) {
        refreshes += 1;
        json(response, 200, session(`new-${refreshes}`));
      } else if (request.authorization === 'Bearer refused') problem(response, 401, 'unauthenticated');
      else json(response, 200, account);
    });
    const tokens = memoryTokens({ accessToken: 'stale', accessTokenExpiresAt: 0, refreshToken: 'long' });
    const client = createClient({ baseUrl, tokens });
    await Promise.all(Array.from({ length: 5 }, () => client.me.read()));
    expect(refreshes).toBe(1);
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ refresh_token: 'long' });
    tokens.write({
      accessToken: 'refused',
      accessTokenExpiresAt: Date.now() + 900_000,
      refreshToken: 'long',
    });
    await Promise.all(Array.from({ length: 5 }, () => client.me.read()));
    expect(refreshes).toBe(2);
  });

  it('that has ended is told once, and asked for no further', async () => {
    const { baseUrl, requests } = await serve((_request, response) =>
      problem(response, 401, 'unauthenticated'),
    );
    const client = createClient({
      baseUrl,
      tokens: memoryTokens({
        accessToken: 'a',
        accessTokenExpiresAt: Date.now() + 900_000,
        refreshToken: 'b',
      }),
    });
    const seen: unknown[] = [];
    client.session.onChange((next) => seen.push(next));
    expect((await failure(client.me.read())).code).toBe('unauthenticated');
    expect(seen).toEqual([null]);
    expect(requests.map(({ path }) => path)).toEqual(['/api/v1/me', '/api/v1/auth/refresh']);
    expect(await client.session.restore()).toBeNull();
  });
});

describe('a trusting client', () => {
  it('takes an answer as it comes, where the other one refuses what is not in the contract', async () => {
    const { baseUrl } = await serve((_request, response) => json(response, 200, { id: 'not an id' }));
    expect(await createTrustingClient({ baseUrl }).me.read()).toEqual({ id: 'not an id' });
    expect((await failure(createClient({ baseUrl }).me.read())).code).toBe('invalid_response');
  });

  it('knows the errors of the contract, and signs in and out', async () => {
    const { baseUrl } = await serve(({ path }, response) => {
      if (path.endsWith('/sign-in')) return json(response, 200, session('a'));
      if (path.endsWith('/me')) return problem(response, 403, 'forbidden');
      response.writeHead(204).end();
    });
    const client = createTrustingClient({ baseUrl });
    const seen: unknown[] = [];
    client.session.onChange((next) => seen.push(next));
    await client.auth.signIn({ body: { email: 'ada@example.org', password: 'a password' } });
    expect((await failure(client.me.read())).code).toBe('forbidden');
    await client.auth.signOut();
    expect(seen).toEqual([account, null]);
  });
});
