import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { instance } from '../../testing/http-edge.ts';
import { appDocument, emptyPages } from '../../testing/public-pages.ts';
import { createTurns } from './turns.ts';
import { mountWeb } from './web.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rolecall-guests-'));
let app: FastifyInstance;
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test('of a flood of guests from one network few are worked on at once, and those who have hung up not at all', async () => {
  const held = Promise.withResolvers<void>();
  const begun: string[] = [];
  let connected = 0;
  writeFileSync(path.join(folder, 'index.html'), appDocument);
  app = fastify();
  app.addHook('onRequest', async () => {
    connected += 1;
  });
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await mountWeb(app, folder, {
    pages: {
      ...emptyPages,
      job: async (id) => {
        begun.push(id);
        await held.promise;
        return emptyPages.job(id, { query: new URLSearchParams(), languages: undefined, instance });
      },
    },
    instance,
    secureCookies: false,
    requestsPerMinute: 1_000,
    guests: createTurns({ atOnce: 2, waiting: 100 }),
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const port = Number(new URL(address).port);
  const ask = (id: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET /jobs/${id} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n\r\n`);
    return socket;
  };

  const flood = Array.from({ length: 20 }, (_, index) => ask(`flood-${index}`));
  await expect.poll(() => connected).toBe(20);
  const patient = ask('patient');
  await expect.poll(() => connected).toBe(21);
  expect(begun).toHaveLength(2);
  for (const socket of flood) socket.destroy();
  await Promise.all(flood.map((socket) => socket.closed || once(socket, 'close')));
  // The server has heard of all of them when it has heard of one more.
  const last = ask('last');
  await expect.poll(() => connected).toBe(22);
  const answer = once(patient, 'data');
  held.resolve();
  expect(String((await answer)[0])).toMatch(/^HTTP\/1\.1 200 /);
  await expect.poll(() => begun.length).toBe(4);
  expect(begun.slice(2)).toEqual(['patient', 'last']);
  for (const socket of [patient, last]) socket.destroy();
});
