import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { as, createHttpEdges, sendEvent } from '../../testing/http-edge.ts';

const { start } = createHttpEdges();

describe('the HTTP edge, as it lets in,', () => {
  test('tells apart who is not signed in, who has a wrong token, and who may not', async () => {
    const app = await start();
    const url = '/api/v1/resumes';
    expect((await app.inject({ method: 'POST', url })).json()).toMatchObject({ code: 'unauthenticated' });
    expect((await app.inject({ method: 'POST', url, headers: as('nobody') })).json()).toMatchObject({
      code: 'unauthenticated',
    });
    expect((await app.inject({ method: 'POST', url, headers: as('recruiter') })).json()).toMatchObject({
      code: 'forbidden',
    });
    const counts = await app.inject({ url: '/api/v1/notifications/counts', headers: as('seeker') });
    expect(counts.json()).toEqual({ unread: 1, unseen: 1, head: 2, revision: 0 });
  });

  test('limits attempts with credentials more tightly than the rest', async () => {
    const app = await start({ ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: '2' });
    const attempt = () =>
      app.inject({
        method: 'POST',
        url: '/api/v1/auth/sign-in',
        payload: { email: 'a@b.example', password: 'x' },
      });
    expect((await attempt()).statusCode).toBe(401);
    expect((await attempt()).statusCode).toBe(401);
    const third = await attempt();
    expect(third.json()).toMatchObject({ code: 'rate_limited', status: 429 });
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    expect((await app.inject('/api/v1/instance')).statusCode).toBe(200);
  });

  test('counts by networks, whatever is written into headers', async () => {
    const app = await start({
      ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: '2',
      ROLECALL_TRUSTED_PROXIES: '10.0.0.1',
    });
    const attempt = async (remoteAddress: string, forwarded: string) => {
      const answer = await app.inject({
        ...{ method: 'POST', url: '/api/v1/auth/sign-in', remoteAddress },
        headers: { 'x-forwarded-for': forwarded },
        payload: { email: 'a@b.example', password: 'x' },
      });
      return answer.statusCode;
    };
    const tries = async (from: string, forwarded: readonly string[]) => {
      const codes: number[] = [];
      for (const one of forwarded) codes.push(await attempt(from, one));
      return codes;
    };
    // Nobody has vouched for these.
    expect(await tries('192.0.2.7', ['203.0.113.1', '203.0.113.2', '203.0.113.3'])).toEqual([401, 401, 429]);
    // The proxy passes on what is no address.
    expect(await tries('10.0.0.1', ['junk', 'more junk', '_x'])).toEqual([401, 401, 429]);
    const sameNetwork = ['2001:db8:0:1::1', '[2001:db8:0:1::2]:99', '9.9.9.9, 2001:db8:0:1:ffff::3'];
    expect(await tries('10.0.0.1', sameNetwork)).toEqual([401, 401, 429]);
    expect(await tries('::ffff:10.0.0.1', ['2001:db8:0:2::1'])).toEqual([401]);
  });

  test('has one allowance for all that takes credentials, and one for everything else', async () => {
    const app = await start({
      ROLECALL_RATE_LIMIT_PER_MINUTE: '3',
      ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: '2',
    });
    const credentials = ['sign-in', 'forgot-password', 'reauthenticate'].map((name) => `auth/${name}`);
    const ask = async (endpoints: readonly string[], headers = {}) => {
      const codes: number[] = [];
      for (const endpoint of endpoints) {
        const method = credentials.includes(endpoint) ? 'POST' : 'GET';
        const answer = await app.inject({ method, url: `/api/v1/${endpoint}`, headers });
        codes.push(answer.statusCode);
      }
      return codes;
    };
    // A body is missing everywhere, and whoever is not signed in has no proof to renew.
    expect(await ask(credentials)).toEqual([400, 400, 429]);
    const reads = ['notifications/counts', 'me', 'me', 'notifications/counts'];
    expect(await ask(reads, as('seeker'))).toEqual([200, 503, 503, 429]);
    // Of the same network, but somebody else, and known.
    expect(await ask(['notifications/counts'], as('recruiter'))).toEqual([200]);
    expect(await ask(['auth/reauthenticate'], as('recruiter'))).toEqual([400]);
  });

  test('counts requests with wrong tokens against their address', async () => {
    const app = await start({ ROLECALL_RATE_LIMIT_PER_MINUTE: '1' });
    const attempt = () => app.inject({ url: '/api/v1/notifications/counts', headers: as('guess') });
    expect((await attempt()).statusCode).toBe(401);
    expect((await attempt()).statusCode).toBe(429);
    const known = await app.inject({ url: '/api/v1/notifications/counts', headers: as('seeker') });
    expect(known.statusCode).toBe(200);
  });

  test('leaves an endpoint that bounds itself to those who may call it, and counts everybody else', async () => {
    const app = await start({ ROLECALL_RATE_LIMIT_PER_MINUTE: '1' });
    const send = (name: string) => sendEvent(app, { ...as(name) });
    for (let times = 0; times < 3; times += 1) expect((await send('operator')).statusCode).toBe(200);
    expect((await send('seeker')).statusCode).toBe(403);
    expect((await send('seeker')).statusCode).toBe(429);
    expect((await send('guess')).statusCode).toBe(401);
    expect((await send('guess')).statusCode).toBe(429);
  });

  test('lets pages of allowed origins use every method', async () => {
    const app = await start({ ROLECALL_ALLOWED_ORIGINS: 'https://friend.example' });
    const ask = (method: string) =>
      app.inject({
        method: 'OPTIONS',
        url: '/api/v1/notifications/counts',
        headers: { origin: 'https://friend.example', 'access-control-request-method': method },
      });
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await ask(method)).headers['access-control-allow-methods']).toContain(method);
  });

  test('lets cookies act only for its own and the allowed origins', async () => {
    const app = await start({
      ROLECALL_ENVIRONMENT: 'production',
      ROLECALL_SECRET: 's'.repeat(32),
      ROLECALL_ALLOWED_ORIGINS: 'https://friend.example',
    });
    const signOut = (origin?: string) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/auth/sign-out',
        payload: {},
        headers: { host: 'jobs.example:443', ...(origin === undefined ? {} : { origin }) },
      });
    expect((await signOut('https://friend.example')).statusCode).toBe(204);
    expect((await signOut('http://localhost:3000')).statusCode).toBe(204);
    expect((await signOut('https://jobs.example')).json()).toMatchObject({ code: 'origin_refused' });
    expect((await signOut('https://evil.example')).json()).toMatchObject({ code: 'origin_refused' });
    expect((await signOut()).json()).toMatchObject({ code: 'origin_refused' });
    expect((await signOut('https://friend.example')).headers['access-control-allow-origin']).toBe(
      'https://friend.example',
    );
    expect((await signOut('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
  });

  test('binds cookies to its very host over https', async () => {
    const secure = {
      ROLECALL_ENVIRONMENT: 'production',
      ROLECALL_SECRET: 's'.repeat(32),
      ROLECALL_PUBLIC_URL: 'https://jobs.example',
    };
    const signOut = (app: FastifyInstance, origin: string) =>
      app.inject({ method: 'POST', url: '/api/v1/auth/sign-out', payload: {}, headers: { origin } });
    const answer = await signOut(await start(secure), 'https://jobs.example');
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-rolecall_session=;.*Path=\/.*HttpOnly; Secure; SameSite=Lax$/,
    );
    const plain = await signOut(await start(), 'http://localhost:3000');
    expect(plain.headers['set-cookie']).toMatch(/^rolecall_session=;/);
  });

  test('says once that a proxy is not trusted, and counts what it passes on', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
    const environment = { ROLECALL_TRUSTED_PROXIES: '10.0.0.1', ROLECALL_METRICS_OPEN: 'true' };
    const app = await start(environment, logger);
    const ask = (remoteAddress: string, headers: Record<string, string>) =>
      app.inject({ url: '/api/v1/instance', remoteAddress, headers });
    await ask('10.0.0.1', { 'x-forwarded-for': '203.0.113.1' });
    await ask('192.0.2.7', {});
    expect(lines).toEqual([]);
    for (const forwarded of ['203.0.113.1', '203.0.113.2', 'junk']) {
      await ask('10.0.0.2', { 'x-forwarded-for': forwarded });
    }
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'untrusted_proxy', address: '10.0.0.2' },
    ]);
    expect((await app.inject('/metrics')).body).toContain('rolecall_http_untrusted_forwarded_total 3');
  });

  test('answers to foreign names only in production', async () => {
    const ask = (app: FastifyInstance, host: string) =>
      app.inject({ url: '/api/v1/instance', headers: { host } });
    const app = await start();
    expect((await ask(app, 'evil.example')).json()).toMatchObject({ code: 'unknown_host', status: 421 });
    for (const host of ['localhost:9', '127.0.0.1:3000', '[::1]', '192.0.2.7'])
      expect((await ask(app, host)).statusCode).toBe(200);
    const production = await start({ ROLECALL_ENVIRONMENT: 'production', ROLECALL_SECRET: 's'.repeat(32) });
    expect((await ask(production, 'probe.internal')).statusCode).toBe(200);
  });

  test('keeps metrics closed unless they are opened, or to whoever has the token', async () => {
    // A proxy on the same machine asks for everybody, so loopback proves nothing.
    const closed = await start();
    expect((await closed.inject('/metrics')).statusCode).toBe(404);
    const app = await start({ ROLECALL_METRICS_OPEN: 'true' });
    expect((await app.inject('/metrics')).body).toContain('rolecall_http_request_duration_seconds');
    const guarded = await start({ ROLECALL_METRICS_TOKEN: 'a-token-of-some-length' });
    expect((await guarded.inject('/metrics')).statusCode).toBe(404);
    const remote = { url: '/metrics', remoteAddress: '192.0.2.1', headers: as('a-token-of-some-length') };
    expect((await guarded.inject(remote)).statusCode).toBe(200);
  });
});
