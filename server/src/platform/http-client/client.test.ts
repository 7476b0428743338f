import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createPublicLookup } from './connector.ts';
import { createHttpClient, type HttpClientOptions } from './index.ts';
import { parseOutgoingUrl } from './urls.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(cleanups.splice(0).map((cleanup) => cleanup()));
});

interface LocalServer {
  readonly origin: string;
  readonly requests: { url: string | undefined; headers: NodeJS.Dict<string | string[]> }[];
}

async function serve(listener: RequestListener): Promise<LocalServer> {
  const requests: LocalServer['requests'] = [];
  const server: Server = createServer((request, response) => {
    requests.push({ url: request.url, headers: request.headers });
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { origin: `http://127.0.0.1:${address.port}`, requests };
}

function client(options: Partial<HttpClientOptions> = {}) {
  const made = createHttpClient({
    userAgent: 'Rolecall test',
    timeoutMs: 5000,
    maxBytes: 100_000,
    ...options,
  });
  cleanups.push(() => made.close());
  return made;
}

const refusal = expect.objectContaining({ code: 'outgoing_address_refused' });

describe('an answer', () => {
  it('brings status, headers, body and where it came from', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=iso-8859-1', 'x-a': 'b' });
      response.end(Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    });
    const answer = await client({ privateOrigins: [server.origin] }).get(`${server.origin}/a?b=c#d`, {
      accept: 'text/plain',
      headers: { authorization: 'Bearer x' },
    });
    expect(answer).toMatchObject({ status: 404, finalUrl: `${server.origin}/a?b=c` });
    expect(answer.headers).toMatchObject({ 'x-a': 'b' });
    expect(answer.text()).toBe('café');
    expect(server.requests[0]).toMatchObject({
      url: '/a?b=c',
      headers: { accept: 'text/plain', authorization: 'Bearer x', 'user-agent': 'Rolecall test' },
    });
  });

  it('that has not changed is a 304', async () => {
    const server = await serve((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200, { etag: '"v1"' }).end();
    });
    const http = client({ privateOrigins: [server.origin] });
    const first = await http.get(server.origin);
    expect(first.status).toBe(200);
    expect((await http.get(server.origin, { etag: first.headers['etag'] })).status).toBe(304);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('is decompressed from %s', async (encoding, compress) => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(compress('hello'));
    });
    expect((await client({ privateOrigins: [server.origin] }).get(server.origin)).text()).toBe('hello');
  });

  it('in an unknown encoding is a failure', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'pack200' }).end('x'.repeat(50_000));
    });
    await expect(client({ privateOrigins: [server.origin] }).get(server.origin)).rejects.toMatchObject({
      code: 'outgoing_failed',
    });
  });
});

describe('a post', () => {
  it('carries its body and headers, and brings the answer', async () => {
    const bodies: string[] = [];
    const server = await serve((request, response) => {
      request.setEncoding('utf8').on('data', (piece: string) => bodies.push(piece));
      request.on('end', () => response.writeHead(201, { location: '/made' }).end());
    });
    const http = client({ privateOrigins: [server.origin] });
    const answer = await http.post(`${server.origin}/push?a=b`, {
      headers: { ttl: '60' },
      body: Buffer.from('hello'),
    });
    expect(answer).toMatchObject({ status: 201, headers: { location: '/made' } });
    expect(bodies.join('')).toBe('hello');
    expect(server.requests[0]).toMatchObject({
      url: '/push?a=b',
      headers: { ttl: '60', 'content-length': '5' },
    });
  });

  it('follows no redirect, and goes to no private address', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    const post = { headers: {}, body: Buffer.from('hello') };
    const answer = await client({ privateOrigins: [server.origin] }).post(server.origin, post);
    expect(answer.status).toBe(307);
    expect(server.requests).toHaveLength(1);
    await expect(client().post(server.origin, post)).rejects.toEqual(refusal);
  });
});

describe('private addresses', () => {
  it.each([
    ...['127.0.0.1', 'localhost', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0'],
    ...['0177.0.0.1', '0177.1', '127.1', '127.0.0.1.', 'LOCALHOST', '１２７.0.0.1', '127。0。0。1'],
    ...[
      '[::127.0.0.1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::1]',
      '[::ffff:7f00:1]',
      '[0:0:0:0:0:ffff:127.0.0.1]',
    ],
  ])('are refused when written as %s', async (host) => {
    const server = await serve((_request, response) => response.end());
    const port = new URL(server.origin).port;
    await expect(client().get(`http://${host}:${port}/`)).rejects.toEqual(refusal);
    expect(server.requests).toEqual([]);
  });

  it('are refused when a name leads there, even beside a public one', async () => {
    const server = await serve((_request, response) => response.end());
    const port = new URL(server.origin).port;
    for (const addresses of [['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], []]) {
      const http = client({ resolve: async () => addresses });
      await expect(http.get(`http://rebind.example:${port}/`)).rejects.toEqual(refusal);
    }
    expect(server.requests).toEqual([]);
  });

  it('are refused behind a redirect', async () => {
    const secret = await serve((_request, response) => response.end('secret'));
    const open = await serve((_request, response) => {
      response.writeHead(302, { location: `${secret.origin}/metadata` }).end();
    });
    await expect(client({ privateOrigins: [open.origin] }).get(open.origin)).rejects.toEqual(refusal);
    expect(secret.requests).toEqual([]);
  });

  it('are refused to a name that leads to a public one first, and there after a redirect', async () => {
    const secret = await serve((_request, response) => response.end('secret'));
    const port = new URL(secret.origin).port;
    const open = await serve((_request, response) => {
      response.writeHead(302, { location: `http://rebind.example:${port}/` }).end();
    });
    for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::1', 'fe80::1']) {
      const http = client({ privateOrigins: [open.origin], resolve: async () => [address] });
      await expect(http.get(open.origin)).rejects.toEqual(refusal);
    }
    expect(secret.requests).toEqual([]);
  });

  it('cannot slip in between the check and the connection: the socket gets what was checked', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const lookup = createPublicLookup(async () => answers.shift() ?? []);
    const ask = () =>
      new Promise((resolve, reject) => {
        lookup('rebind.example', { all: true }, (error, address) =>
          error ? reject(error) : resolve(address),
        );
      });
    expect(await ask()).toEqual([{ address: '93.184.216.34', family: 4 }]);
    await expect(ask()).rejects.toEqual(refusal);
  });
});

describe('addresses that are refused by their form', () => {
  it.each([
    'file:///etc/passwd',
    'ftp://example.org/',
    'http://user:pass@example.org/',
    'http://example.org:6379/',
    'not an address',
  ])('%s', async (address) => {
    await expect(client().get(address)).rejects.toEqual(refusal);
  });

  it('a redirect from https to http', () => {
    const base = new URL('https://example.org/a');
    expect(() => parseOutgoingUrl('http://example.org/b', base)).toThrow(refusal);
    expect(parseOutgoingUrl('/b', base).href).toBe('https://example.org/b');
  });
});

describe('redirects', () => {
  it('are followed, and a foreign origin gets no headers of the caller', async () => {
    const target = await serve((_request, response) => response.end('here'));
    const start = await serve((request, response) => {
      const location = request.url === '/' ? '/second' : `${target.origin}/third`;
      response.writeHead(301, { location }).end('moved');
    });
    const http = client({ privateOrigins: [start.origin, target.origin] });
    const headers = { authorization: 'Bearer x', 'x-api-key': 'y' };
    const answer = await http.get(start.origin, { headers });
    expect(answer.finalUrl).toBe(`${target.origin}/third`);
    expect(start.requests.map((request) => request.headers['authorization'])).toEqual([
      'Bearer x',
      'Bearer x',
    ]);
    expect(target.requests[0]?.headers).not.toHaveProperty('authorization');
    expect(target.requests[0]?.headers).not.toHaveProperty('x-api-key');
  });

  it('end after five', async () => {
    const server = await serve((_request, response) => response.writeHead(307, { location: '/' }).end());
    await expect(client({ privateOrigins: [server.origin] }).get(server.origin)).rejects.toMatchObject({
      code: 'outgoing_failed',
    });
    expect(server.requests).toHaveLength(6);
  });
});

describe('bounds', () => {
  const tooLarge = { code: 'outgoing_too_large' };

  it('hold for a body with and without a declared length', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/declared') response.setHeader('content-length', 200_000);
      response.write('x'.repeat(150_000));
      response.end('x'.repeat(50_000));
    });
    const http = client({ privateOrigins: [server.origin] });
    await expect(http.get(`${server.origin}/declared`)).rejects.toMatchObject(tooLarge);
    await expect(http.get(`${server.origin}/streamed`)).rejects.toMatchObject(tooLarge);
  });

  it('hold for what a small body unfolds into', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    const http = client({ privateOrigins: [server.origin] });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(http.get(server.origin)).rejects.toMatchObject(tooLarge);
  });

  it('hold for headers', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'x-long': 'x'.repeat(40_000) }).end();
    });
    await expect(client({ privateOrigins: [server.origin] }).get(server.origin)).rejects.toMatchObject(
      tooLarge,
    );
  });

  it('hold for the time of a server that never finishes', async () => {
    const server = await serve((_request, response) => {
      response.write('and then');
    });
    const http = client({ privateOrigins: [server.origin], timeoutMs: 100 });
    await expect(http.get(server.origin)).rejects.toMatchObject({ code: 'outgoing_timeout' });
  });

  it('hold for the time of a resolver that never answers', async () => {
    const http = client({ timeoutMs: 100, resolve: () => new Promise(() => {}) });
    await expect(http.get('http://slow.example/')).rejects.toMatchObject({ code: 'outgoing_timeout' });
  });
});

describe('failures', () => {
  it('of a name that does not exist are told without the address, which may hold a token', async () => {
    const http = client({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    const failure = http.get('http://nowhere.example/?token=hunter2');
    await expect(failure).rejects.toMatchObject({
      code: 'outgoing_failed',
      message: expect.not.stringContaining('hunter2'),
    });
  });

  it('give the reason of the caller who stopped waiting', async () => {
    const server = await serve(() => {});
    const stop = new AbortController();
    const answer = client({ privateOrigins: [server.origin] }).get(server.origin, { signal: stop.signal });
    stop.abort(new Error('shutting down'));
    await expect(answer).rejects.toThrow('shutting down');
  });
});

describe('an address that is checked in advance', () => {
  const resolve = async (name: string) => {
    if (name === 'public.example') return ['93.184.216.34'];
    if (name === 'inside.example') return ['93.184.216.34', '10.0.0.1'];
    throw new Error('ENOTFOUND');
  };

  it('is allowed when it is public or named by the operator', async () => {
    const checked = client({ resolve, privateOrigins: ['http://127.0.0.1:4000'] });
    await expect(checked.assertAllowed('https://public.example/jobs')).resolves.toBeUndefined();
    await expect(checked.assertAllowed('http://127.0.0.1:4000/jobs')).resolves.toBeUndefined();
  });

  it.each([
    'https://inside.example/',
    'https://unknown.example/',
    'http://127.0.0.1:4001/',
    'http://[::1]/',
    'ftp://public.example/',
    'no address',
  ])('is refused when it is %s', async (address) => {
    await expect(client({ resolve }).assertAllowed(address)).rejects.toEqual(refusal);
  });
});
