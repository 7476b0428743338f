import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instance } from '../../testing/http-edge.ts';
import { appDocument, emptyPages } from '../../testing/public-pages.ts';
import { createTurns, turnsOfGuests } from './turns.ts';
import { mountWeb } from './web.ts';

describe('a built file', () => {
  const script = 'export const words = "the same words again and again";\n'.repeat(40);
  const folder = mkdtempSync(path.join(tmpdir(), 'rolecall-web-'));
  let app: FastifyInstance;

  beforeAll(async () => {
    const file = path.join(folder, 'assets', 'main-1a2b.js');
    mkdirSync(path.dirname(file));
    const page = path.join(folder, 'index.html');
    writeFileSync(page, appDocument);
    writeFileSync(`${page}.br`, brotliCompressSync(appDocument));
    writeFileSync(file, script);
    writeFileSync(`${file}.br`, brotliCompressSync(script));
    writeFileSync(`${file}.gz`, gzipSync(script));
    app = fastify();
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('permissions-policy', 'camera=()').header('x-frame-options', 'DENY');
    });
    await app.register(cookie);
    await app.register(rateLimit, { global: false });
    await mountWeb(app, folder, {
      pages: emptyPages,
      instance,
      secureCookies: false,
      requestsPerMinute: 100,
      guests: createTurns(turnsOfGuests),
    });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const read = (accepted: string) =>
    app.inject({ url: '/assets/main-1a2b.js', headers: { 'accept-encoding': accepted } });

  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (content: Buffer) => content],
  ] as const)('is sent to who takes %s by %s', async (accepted, encoding, decompress) => {
    const answer = await read(accepted);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-type']).toMatch(/^(application|text)\/javascript/);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.vary).toMatch(/accept-encoding/i);
    expect(decompress(answer.rawPayload).toString()).toBe(script);
  });

  test.each(['br', 'identity'])('keeps what a page says to browsers, sent by %s', async (accepted) => {
    const headers = { accept: 'text/html', 'accept-encoding': accepted };
    const answer = await app.inject({ url: '/settings', headers });
    expect(answer.headers['content-encoding']).toBe(accepted === 'br' ? 'br' : undefined);
    expect(answer.headers).toMatchObject({ 'permissions-policy': 'camera=()', 'x-frame-options': 'DENY' });
    expect((await read(accepted)).headers).not.toHaveProperty('permissions-policy');
  });

  test('is none by the name of its compressed copy', async () => {
    expect((await app.inject('/assets/main-1a2b.js.br')).statusCode).toBe(404);
  });
});
