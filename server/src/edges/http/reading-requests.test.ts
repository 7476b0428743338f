import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { as, createHttpEdges, resumeId, sendEvent } from '../../testing/http-edge.ts';

const { start, keys } = createHttpEdges();

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

describe('the HTTP edge, as it reads requests,', () => {
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

  test('reads a body in chunks, and refuses one of very many chunks of next to nothing', async () => {
    const head =
      'POST /api/v1/auth/sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n' +
      'connection: close\r\ntransfer-encoding: chunked\r\n\r\n';
    const body = JSON.stringify({ email: 'nobody@example.org', password: 'a password of nobody' });
    const chunked = [...body].map((character) => `1\r\n${character}\r\n`).join('');
    const small = await exchange(await start(), `${head}${chunked}0\r\n\r\n`);
    expect(small.body).toContain('"code":"invalid_credentials"');
    const many = await exchange(await start(), `${head}${'1\r\na\r\n'.repeat(5_000)}0\r\n\r\n`);
    expect(many.head).toMatch(/^HTTP\/1.1 400 /);
    expect(JSON.parse(many.body)).toMatchObject({ code: 'invalid_request', status: 400 });
  });

  test('refuses a body that is no JSON, too large, of too many names or values, or of another type', async () => {
    const app = await start({ ROLECALL_BODY_LIMIT_BYTES: '2000' });
    const send = (payload: string, type = 'application/json') =>
      app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload, headers: { 'content-type': type } });
    expect((await send('{"email":')).json()).toMatchObject({ code: 'invalid_json', status: 400 });
    expect((await send('')).json()).toMatchObject({ code: 'invalid_json' });
    const deep = `{"email":${'['.repeat(900)}${']'.repeat(900)}}`;
    expect((await send(deep)).json()).toMatchObject({ code: 'invalid_json', status: 400 });
    const names = Array.from({ length: 2_001 }, (_, n) => `"n${n}":1`);
    const wide = await start();
    const detailOf = async (payload: string) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await wide.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload, headers });
      expect(answer.json()).toMatchObject({ code: 'invalid_json', status: 400 });
      return answer.json<{ detail: string }>().detail;
    };
    expect(await detailOf(`{${names.join(',')}}`)).toBe('An object in it has more than 2000 names.');
    expect(await detailOf(`[${'0,'.repeat(100_000)}0]`)).toBe('It has more than 100000 values.');
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
});
