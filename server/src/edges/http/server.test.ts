import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { allEndpoints } from '@rolecall/contract/openapi';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { as, createHttpEdges, instance, resumeId, sendEvent } from '../../testing/http-edge.ts';

const { start } = createHttpEdges();

describe('the HTTP edge', () => {
  test('answers only what the schema of the endpoint names', async () => {
    const app = await start();
    const answer = await app.inject('/api/v1/instance');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual(instance);
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
    ]) {
      expect((await app.inject(request)).statusCode).toBe(404);
    }
    expect((await app.inject({ url: '/jobs/anything', method: 'POST' })).statusCode).toBe(405);
  });

  test('tells when to come back where too much waits', async () => {
    const app = await start();
    const answer = await sendEvent(app, { ...as('operator'), 'idempotency-key': 'too-much' });
    expect(answer.json()).toMatchObject({ code: 'overloaded', status: 503 });
    expect(answer.headers['retry-after']).toBe('1');
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

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('sends the reference by %s to who takes it, the same each time', async (coding, decompress) => {
    const app = await start();
    const plain = (await app.inject('/api/docs/js/scalar.js')).body;
    for (const _ of [1, 2]) {
      const answer = await app.inject({
        url: '/api/docs/js/scalar.js',
        headers: { 'accept-encoding': coding },
      });
      expect(answer.headers['content-encoding']).toBe(coding);
      expect(answer.rawPayload.length).toBeLessThan(plain.length / 3);
      expect(decompress(answer.rawPayload).toString() === plain).toBe(true);
    }
  });
});
