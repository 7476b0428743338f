import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { api, type Instance } from '@rolecall/contract';
import { allEndpoints } from '@rolecall/contract/openapi';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../platform/clock/index.ts';
import { loadConfig } from '../../platform/config/index.ts';
import { DatabaseBusyError } from '../../platform/db/index.ts';
import { ApplicationError } from '../../platform/errors/index.ts';
import { openRoute, type Route, route, type Viewer } from '../../platform/http/index.ts';
import { createHealth, createMetrics } from '../../platform/observability/index.ts';
import { createHttpServer } from './server.ts';

const people: Readonly<Record<string, Viewer>> = {
  seeker: { userId: '0198c000-0000-7000-8000-000000000001', role: 'job_seeker', sessionId: null },
  recruiter: { userId: '0198c000-0000-7000-8000-000000000002', role: 'recruiter', sessionId: null },
  operator: { userId: '0198c000-0000-7000-8000-000000000004', role: 'operator', sessionId: null },
};
const resumeId = '0198c000-0000-7000-8000-000000000003';

const instance = {
  name: 'Rolecall',
  version: '0',
  environment: 'test',
  mailbox: false,
  upload_limit_bytes: 1,
  email_tracking: false,
  sign_in: { passwords: true, passkeys: false, provider: null },
  demo_people: [],
} satisfies Instance;

const keys: (string | null)[] = [];

const routes: readonly Route[] = [
  route(api.events.send, async ({ context }) => {
    keys.push(context.idempotencyKey);
    if (context.idempotencyKey === 'too-much')
      throw new ApplicationError('overloaded', { extensions: { retry_after: 1 } });
    return { status: 'accepted' as const, notification_id: null, seq: 1, reason: null };
  }),
  openRoute(api.instance.read, async () => ({ ...instance, secret: 'must not get out' })),
  openRoute(api.auth.signIn, async () => {
    throw new ApplicationError('invalid_credentials');
  }),
  openRoute(api.auth.signOut, async ({ context }) => {
    if (!context.fromAllowedOrigin) throw new ApplicationError('origin_refused');
    context.clearCookie('rolecall_session', { path: '/' });
    return undefined;
  }),
  route(api.me.read, async () => {
    throw new DatabaseBusyError('no connection came free');
  }),
  route(api.jobs.save, async () => {}),
  route(api.notifications.counts, async () => ({ unread: 1, unseen: 1, head: 2, revision: 0 })),
  route(api.jobs.close, async () => {
    throw new Error('the database password is hunter2');
  }),
  route(api.applications.downloadResume, async () => ({
    content: new TextEncoder().encode('hello'),
    mediaType: 'text/plain',
    fileName: 'Lebenslauf Größe (1).txt',
  })),
  route(api.applications.uploadResume, async ({ file }) => ({
    id: resumeId,
    file_name: file?.fileName ?? '',
    media_type: file?.mediaType ?? '',
    size: file?.content.length ?? 0,
    created_at: '2026-01-01T00:00:00.000Z',
  })),
];

const webFolder = mkdtempSync(path.join(tmpdir(), 'rolecall-web-'));
const open: FastifyInstance[] = [];

beforeAll(() => {
  mkdirSync(path.join(webFolder, 'assets'));
  writeFileSync(path.join(webFolder, 'index.html'), '<!doctype html><title>The application</title>');
  writeFileSync(path.join(webFolder, 'assets', 'main-1a2b.js'), 'export {};');
});
afterAll(() => rmSync(webFolder, { recursive: true, force: true }));
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<FastifyInstance> {
  const health = createHealth({ clock: systemClock, onFailure: () => undefined });
  const app = await createHttpServer({
    config: loadConfig([], { ROLECALL_ENVIRONMENT: 'test', ...environment }),
    clock: systemClock,
    version: '0.0.0',
    logger: pino({ level: 'silent' }),
    metrics: createMetrics(),
    health,
    routes,
    authenticate: async (bearer) => people[bearer] ?? null,
    readKeySet: async () => ({ keys: [] }),
    tracking: {
      follow: (token) => (token === 'good' ? 'https://elsewhere.example/job?a=1' : null),
      open: (token) => token === 'good',
    },
    unsubscribe: {
      handle: async (token, request) => ({
        status: token === 'good' ? 200 : 404,
        contentType: 'text/html; charset=utf-8',
        body:
          request.method === 'GET' ? '<button>Stop</button>' : (request.fields.get('action') ?? 'Stopped'),
      }),
    },
    mailWebhooks: { receive: async () => {} },
    webFolder,
  });
  open.push(app);
  return app;
}

const sendEvent = (app: FastifyInstance, headers: Readonly<Record<string, string>>) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/events',
    headers,
    payload: { type: 'message', to: { role: 'job_seeker' }, name: 'hello' },
  });

const as = (name: string) => ({ authorization: `Bearer ${name}` });

describe('the HTTP edge', () => {
  test('answers only what the schema of the endpoint names', async () => {
    const app = await start();
    const answer = await app.inject('/api/v1/instance');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual(instance);
  });

  test('names every wrong field of a body', async () => {
    const app = await start();
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      payload: { email: 'no' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'invalid_request',
      errors: [{ path: 'email' }, { path: 'password' }],
    });
  });

  test('refuses a body that is no JSON, too large, or of another type', async () => {
    const app = await start({ ROLECALL_BODY_LIMIT_BYTES: '2000' });
    const send = (payload: string, type = 'application/json') =>
      app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload, headers: { 'content-type': type } });
    expect((await send('{"email":')).json()).toMatchObject({ code: 'invalid_json', status: 400 });
    expect((await send('')).json()).toMatchObject({ code: 'invalid_json' });
    const deep = `{"email":${'['.repeat(900)}${']'.repeat(900)}}`;
    expect((await send(deep)).json()).toMatchObject({ code: 'invalid_json', status: 400 });
    expect((await send(`"${'x'.repeat(3_000)}"`)).json()).toMatchObject({
      code: 'payload_too_large',
      status: 413,
    });
    expect((await send('<a/>', 'text/xml')).json()).toMatchObject({
      code: 'unsupported_media_type',
      status: 415,
    });
  });

  test('answers what it cannot read with 400, wherever it stands', async () => {
    const app = await start();
    const signIn = (body: string) => ({
      method: 'POST' as const,
      url: '/api/v1/auth/sign-in',
      payload: body,
      headers: { 'content-type': 'application/json' },
    });
    const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    for (const request of [
      signIn('{"email":"a\\u0000@b.example","password":"x"}'),
      signIn('{"email":"a@b.example","password":"\\ud800"}'),
      signIn('{"email":"a@b.example","password":"x","\\u0000":1}'),
      signIn('{"__proto__":{"email":"a@b.example"}}'),
      signIn(`{"email":"a@b.example","password":"x","more":${nested}}`),
      { url: '/api/v1/applications/%00/resume', headers: as('recruiter') },
      { url: '/api/v1/%E0%A4%A' },
      { url: `/api/v1/resumes/${'x'.repeat(600)}/content`, headers: as('seeker') },
      { url: '/%' },
    ]) {
      const answer = await app.inject(request);
      expect([request.url, answer.statusCode]).toEqual([request.url, expect.toBeOneOf([400, 404])]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  /** Sends these bytes over a connection of its own, and gives all that comes back. */
  async function exchange(app: FastifyInstance, text: string): Promise<{ head: string; body: string }> {
    const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const socket = connect(Number(url.port), '127.0.0.1');
    socket.write(text);
    let answer = '';
    for await (const part of socket) answer += String(part);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    return { head, body };
  }

  test.each([
    ['no request\r\n\r\n', 400, 'invalid_request'],
    [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
  ])('answers what is no request it can read with a problem (%#)', async (text, status, code) => {
    const { head, body } = await exchange(await start(), text);
    expect(head).toContain('content-type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, code });
  });

  test('answers requests that come ahead of answers, and ends a connection that sends more and more of them', async () => {
    const ask = 'GET /api/v1/instance HTTP/1.1\r\nhost: localhost\r\n\r\n';
    const last = ask.replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n');
    const answersTo = async (text: string) => {
      const { head, body } = await exchange(await start(), text);
      return `${head}${body}`.split('HTTP/1.1 200').length - 1;
    };
    expect(await answersTo(ask + last)).toBeGreaterThan(0);
    expect(await answersTo(ask.repeat(40))).toBe(0);
  });

  test('takes no notice of what a request expects beyond its answer', async () => {
    const text =
      'GET /api/v1/instance HTTP/1.1\r\nhost: localhost\r\nexpect: 200-ok\r\nconnection: close\r\n\r\n';
    expect((await exchange(await start(), text)).head).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('answers a form that cannot be read with 400', async () => {
    const app = await start();
    const part = 'content-disposition: form-data; name="file"; filename="cv.txt"\r\n\r\nhello';
    const upload = async (type: string, payload: string) => {
      const headers = { ...as('seeker'), 'content-type': type };
      const answer = await app.inject({ method: 'POST', url: '/api/v1/resumes', headers, payload });
      return [answer.statusCode, answer.json().code];
    };
    const form = 'multipart/form-data; boundary=x';
    for (const [type, payload] of [
      ['multipart/form-data', `--x\r\n${part}\r\n--x--\r\n`],
      [form, `--x\r\n${part}`],
      [form, `--x\r\n${part}\r\n`],
      [form, '--x\r\n'],
      [form, ''],
      [form, 'no form at all'],
      [form, `--x\r\n${part.replace('"file"', '"__proto__"')}\r\n--x--\r\n`],
      [form, `--x\r\n${part.replace('cv.txt', 'c\0v.txt')}\r\n--x--\r\n`],
    ] as const) {
      expect([payload, ...(await upload(type, payload))]).toEqual([payload, 400, 'invalid_request']);
    }
    expect(await upload('application/json', '{}')).toEqual([415, 'unsupported_media_type']);
    expect(await upload(form, `--x\r\n${part}\r\n--x--\r\n`)).toEqual([201, undefined]);
  });

  test('takes no body for one that is empty, whatever its type, where none is needed', async () => {
    const app = await start();
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/xml', 'nonsense']) {
      const headers = { ...as('seeker'), 'content-type': type };
      const answer = await app.inject({ method: 'PUT', url: `/api/v1/jobs/${resumeId}/saved`, headers });
      expect([type, answer.statusCode]).toEqual([type, 204]);
    }
  });

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

  test('keeps the message of an unforeseen error to itself', async () => {
    const app = await start();
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/jobs/${resumeId}/close`,
      headers: as('recruiter'),
    });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('hunter2');
    expect(answer.json()).toMatchObject({
      code: 'internal_error',
      request_id: answer.headers['x-request-id'],
    });
  });

  test('asks to come back later while the database has no time', async () => {
    const app = await start();
    const answer = await app.inject({ url: '/api/v1/me', headers: as('seeker') });
    expect(answer.json()).toMatchObject({ code: 'unavailable', status: 503 });
    expect(answer.headers['retry-after']).toBe('5');
  });

  test('answers unknown paths and methods with problems, and pages with the application', async () => {
    const app = await start();
    expect((await app.inject('/api/v1/nothing')).json()).toMatchObject({ code: 'not_found' });
    const wrongMethod = await app.inject({ method: 'DELETE', url: '/api/v1/instance' });
    expect(wrongMethod.statusCode).toBe(405);
    expect(wrongMethod.headers.allow).toBe('GET');
    const page = await app.inject({ url: '/jobs/anything', headers: { accept: 'text/html' } });
    expect(page.body).toContain('The application');
    expect(page.headers['cache-control']).toBe('no-cache');
    const asset = await app.inject('/assets/main-1a2b.js');
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await app.inject('/assets/main-0000.js')).statusCode).toBe(404);
    for (const url of ['/webhooks', '/webhooks/email', '/l/', '/o/forged.gif', '/api', '/ws/other', '/u']) {
      const answer = await app.inject({ url, headers: { accept: 'text/html' } });
      expect([url, answer.statusCode]).toEqual([url, 404]);
      expect(answer.json()).toMatchObject({ code: 'not_found' });
    }
    for (const accept of ['*/*', 'image/webp,*/*;q=0.8', 'text/html', undefined]) {
      const headers = accept === undefined ? {} : { accept };
      expect((await app.inject({ url: '/jobs/anything', headers })).body).toContain('The application');
    }
    for (const request of [
      { url: '/missing.png', headers: { accept: '*/*' } },
      { url: '/jobs/anything', headers: { accept: 'application/json' } },
      { url: '/jobs/anything', headers: { accept: '*/*' }, method: 'POST' as const },
    ]) {
      expect((await app.inject(request)).statusCode).toBe(404);
    }
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

  test('hands on the key of a call, and refuses one that is none', async () => {
    const app = await start();
    const send = (key: string) => sendEvent(app, { ...as('operator'), 'idempotency-key': key });
    keys.length = 0;
    await sendEvent(app, as('operator'));
    await send('order-42!~');
    await send('k'.repeat(255));
    expect(keys).toEqual([null, 'order-42!~', 'k'.repeat(255)]);
    for (const wrong of ['', 'two words', 'schlüssel', 'k'.repeat(256)]) {
      const answer = await send(wrong);
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({
        code: 'invalid_request',
        errors: [{ path: 'Idempotency-Key' }],
      });
    }
    expect(keys).toHaveLength(3);
  });

  test('tells when to come back where too much waits', async () => {
    const app = await start();
    const answer = await sendEvent(app, { ...as('operator'), 'idempotency-key': 'too-much' });
    expect(answer.json()).toMatchObject({ code: 'overloaded', status: 503 });
    expect(answer.headers['retry-after']).toBe('1');
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

  test('takes one file, and gives files only as downloads', async () => {
    const app = await start({ ROLECALL_UPLOAD_LIMIT_BYTES: '1024' });
    const upload = async (content: string, field = 'file') => {
      const form = new FormData();
      form.append(field, new Blob([content], { type: 'text/plain' }), 'cv.txt');
      const request = new Request('http://localhost', { method: 'POST', body: form });
      return app.inject({
        method: 'POST',
        url: '/api/v1/resumes',
        headers: { ...as('seeker'), 'content-type': request.headers.get('content-type') ?? '' },
        payload: Buffer.from(await request.arrayBuffer()),
      });
    };
    expect((await upload('hello')).json()).toMatchObject({ file_name: 'cv.txt', size: 5 });
    expect((await upload('x'.repeat(1_025))).json()).toMatchObject({ code: 'payload_too_large' });
    expect((await upload('hello', 'other')).json()).toMatchObject({ code: 'invalid_request' });

    const file = await app.inject({ url: `/api/v1/resumes/${resumeId}/content`, headers: as('seeker') });
    expect(file.body).toBe('hello');
    expect(file.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''Lebenslauf%20Gr%C3%B6%C3%9Fe%20%281%29.txt",
    );
  });

  test('sends the headers that keep a page safe', async () => {
    const app = await start();
    const { headers } = await app.inject({ url: '/', headers: { accept: 'text/html' } });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain("script-src 'unsafe-inline'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(headers['content-security-policy']).toContain("connect-src 'self' ws://localhost:3000;");
    expect(headers['permissions-policy']).toContain('camera=(), microphone=(), geolocation=()');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
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

  test('says where weaknesses are reported, where that is set', async () => {
    const url = '/.well-known/security.txt';
    expect((await (await start()).inject(url)).statusCode).toBe(404);
    const app = await start({
      ROLECALL_SECURITY_CONTACT: 'mailto:security@jobs.example, https://jobs.example/report',
    });
    const answer = await app.inject(url);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.body).toMatch(
      /^Contact: mailto:security@jobs.example\nContact: https:\/\/jobs.example\/report\nExpires: \d{4}-/,
    );
  });

  test('unsubscribes by one POST of any form, and by a GET only shows the button', async () => {
    const app = await start();
    expect((await app.inject('/u/good')).body).toContain('button');
    const multipart = 'multipart/form-data; boundary=x';
    for (const type of ['application/x-www-form-urlencoded', multipart]) {
      const answer = await app.inject({
        method: 'POST',
        url: '/u/good',
        headers: { 'content-type': type },
        payload: 'List-Unsubscribe=One-Click',
      });
      expect([answer.statusCode, answer.body]).toEqual([200, 'Stopped']);
    }
    expect((await app.inject({ method: 'POST', url: '/u/forged' })).statusCode).toBe(404);
    const form = await app.inject({
      method: 'POST',
      url: '/u/good',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'action=pause',
    });
    expect([form.statusCode, form.body, form.headers['set-cookie']]).toEqual([200, 'pause', undefined]);
  });

  test('leads on by a link of ours quickly and tells nobody, and never by a forged one', async () => {
    const app = await start();
    for (const method of ['GET', 'HEAD'] as const) {
      const answer = await app.inject({ method, url: '/l/good' });
      expect([answer.statusCode, answer.headers.location]).toEqual([
        302,
        'https://elsewhere.example/job?a=1',
      ]);
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    }
    const forged = await app.inject('/l/forged?url=https://evil.example');
    expect([forged.statusCode, forged.headers.location]).toEqual([404, undefined]);
    expect(forged.body).toContain('leads nowhere');
    const image = await app.inject('/o/good.gif');
    expect([image.statusCode, image.headers['content-type']]).toEqual([200, 'image/gif']);
    expect(image.headers['cache-control']).toBe('no-store');
    expect(image.rawPayload.subarray(0, 6).toString()).toBe('GIF89a');
    for (const url of ['/o/forged.gif', '/o/good', '/o/good.png']) {
      expect((await app.inject(url)).statusCode).toBe(404);
    }
  });

  test('closes without waiting for connections over which nothing was asked', async () => {
    const app = await start();
    const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const accepted = once(app.server, 'connection');
    const ahead = connect(Number(url.port), url.hostname);
    await accepted;
    await app.close();
    ahead.destroy();
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

  test('describes every endpoint in OpenAPI and shows it on a page', async () => {
    const app = await start();
    const document = (await app.inject('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const items = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(document);
    const operations = Object.values(items.paths).flatMap((item) => Object.keys(item));
    // The stream of notifications is beside the table.
    expect(operations).toHaveLength(allEndpoints().length + 1);
    const page = await app.inject({ url: '/api/docs/', headers: { accept: 'text/html' } });
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  });
});
