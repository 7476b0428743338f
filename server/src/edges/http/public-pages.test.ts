import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createHttpEdges } from '../../testing/http-edge.ts';

const { start } = createHttpEdges();

const pages = ['/', '/jobs?q=cook', '/jobs/anything', '/companies/anything'];

test.each(pages)('%s comes with its text for guests, whatever they accept', async (url) => {
  const app = await start();
  for (const accept of ['text/html', '*/*', undefined]) {
    const answer = await app.inject({ url, headers: accept === undefined ? {} : { accept } });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<html lang="en" data-locale="en">');
    expect(answer.body).toContain('<div id="root" hidden></div>');
    expect(answer.body).not.toContain('<noscript>');
    expect(answer.headers['x-robots-tag']).toBeUndefined();
    expect(answer.headers.vary).toContain('accept-language');
  }
  expect((await app.inject({ url, method: 'HEAD' })).statusCode).toBe(200);
  expect((await app.inject({ url, headers: { accept: 'application/json' } })).statusCode).toBe(404);
});

test('who has a session gets the application alone, and so does every other page', async () => {
  const app = await start();
  for (const [url, cookie] of [
    ['/jobs', 'rolecall_session=anything'],
    ['/settings', ''],
  ] as const) {
    const answer = await app.inject({ url, headers: { cookie, accept: 'text/html' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<div id="root"></div>');
    expect(answer.headers['x-robots-tag']).toBe('noindex');
  }
});

test('a feed is not sent again to who has it', async () => {
  const app = await start();
  const feed = await app.inject('/jobs.atom?q=cook');
  expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  const etag = String(feed.headers.etag);
  for (const known of [etag, `"other", ${etag}`, etag.replace('W/', '')]) {
    const again = await app.inject({ url: '/jobs.atom?q=cook', headers: { 'if-none-match': known } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  }
  expect((await app.inject({ url: '/jobs.atom', headers: { 'if-none-match': '"other"' } })).statusCode).toBe(
    200,
  );
});

test('a page is compressed for who takes it', async () => {
  const app = await start();
  const plain = await app.inject('/jobs');
  const { headers, rawPayload } = await app.inject({
    url: '/jobs',
    headers: { 'accept-encoding': 'gzip, br' },
  });
  expect(headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(rawPayload).toString()).toBe(plain.body);
});

test('who asks for too many pages is told to wait', async () => {
  const app = await start({ ROLECALL_RATE_LIMIT_PER_MINUTE: '2' });
  await app.inject('/jobs');
  await app.inject('/jobs/anything');
  const refused = await app.inject('/robots.txt');
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['retry-after']).toBeDefined();
});

test('where search engines are kept away there is no sitemap', async () => {
  const app = await start();
  expect((await app.inject('/sitemap.xml')).statusCode).toBe(404);
  expect((await app.inject('/robots.txt')).body).toBe('User-agent: *\n');
});
