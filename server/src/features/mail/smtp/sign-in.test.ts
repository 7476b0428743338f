import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { localhostCertificate } from '../../../testing/messaging/localhost-certificate.ts';
import type { MailOutcome } from '../message/index.ts';
import { openSmtpConnection } from './connection.ts';
import { parseSmtpUrl, type SmtpServer } from './server.ts';
import { createSmtpProvider } from './smtp-provider.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Begins a server that takes everything, and tells how its client has come. */
async function startServer(options: SMTPServerOptions = {}) {
  const seen: { secure: boolean; user: string | undefined }[] = [];
  const server = new SMTPServer({
    ...localhostCertificate,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth({ method, username, password }, _session, callback) {
      if (username === 'ada' && password === 'secret:word') callback(null, { user: `ada by ${method}` });
      else callback(new Error('no such user'));
    },
    onMailFrom(_address, session, callback) {
      seen.push({
        secure: session.secure,
        user: typeof session.user === 'string' ? session.user : undefined,
      });
      callback(null);
    },
    onData(stream, _session, callback) {
      stream.resume();
      stream.on('end', () => callback(null));
    },
    ...options,
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  closers.push(() => server.close());
  return { seen, port: portOf(listening) };
}

async function startRaw(talk: (socket: Socket) => void): Promise<number> {
  const server = createServer(talk).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  return portOf(server);
}

function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function send(url: string): Promise<MailOutcome> {
  const provider = createSmtpProvider({ name: 'smtp', url, concurrency: 1, signer: null });
  const outcome = await provider.send(
    {
      from: 'jobs@rolecall.example',
      to: { name: '', address: 'ada@example.org' },
      subject: 'Hello',
      html: '',
      text: 'Hello',
      messageId: '<1@rolecall.example>',
      date: new Date(0),
      headers: {},
      reference: null,
      stream: 'transactional',
      isUrgent: false,
    },
    'jobs@rolecall.example',
  );
  await provider.close();
  return outcome;
}

describe('encryption', () => {
  const before = getCACertificates('default');
  const trust = (certificates: readonly string[]) => setDefaultCACertificates(certificates);
  beforeAll(() => () => trust(before));

  test('is used wherever the server offers it, for everything behind the first hello', async () => {
    trust([localhostCertificate.cert]);
    const { seen, port } = await startServer();
    expect(await send(`smtp://localhost:${port}`)).toMatchObject({ result: 'sent' });
    const tls = await startServer({ secure: true });
    expect(await send(`smtps://localhost:${tls.port}`)).toMatchObject({ result: 'sent' });
    expect([...seen, ...tls.seen].map(({ secure }) => secure)).toEqual([true, true]);
  });

  test('with a certificate of somebody else ends it', async () => {
    trust([]);
    const { seen, port } = await startServer();
    expect(await send(`smtp://localhost:${port}`)).toMatchObject({
      result: 'unavailable',
      detail: expect.stringMatching(/certificate/),
    });
    const tls = await startServer({ secure: true });
    expect(await send(`smtps://localhost:${tls.port}`)).toMatchObject({
      result: 'unavailable',
    });
    expect([...seen, ...tls.seen]).toEqual([]);
  });

  test('that is needed and not offered ends it before a password is said', async () => {
    let heard = '';
    const port = await startRaw((socket) => {
      socket.on('error', () => {});
      socket.write('220 plain\r\n');
      socket.on('data', (chunk) => {
        heard += chunk.toString();
        socket.write('250-plain\r\n250 AUTH PLAIN\r\n');
      });
    });
    const credentials = { user: 'ada', password: 'secret:word' };
    const server = { host: 'localhost', port, security: 'starttls', credentials } as const;
    await expect(openSmtpConnection(server, 5_000, () => {})).rejects.toThrow(
      'The mail server offers no encryption',
    );
    expect(heard).toMatch(/^EHLO \S+\r\n$/);
  });

  test('begins with nothing that came before it', async () => {
    const port = await startRaw((socket) => {
      socket.on('error', () => {});
      socket.write('220 evil\r\n');
      socket.on('data', (chunk) => {
        const isHello = chunk.toString().startsWith('EHLO');
        socket.write(
          isHello ? '250-evil\r\n250 STARTTLS\r\n' : '220 go on\r\n250 what somebody has put here\r\n',
        );
      });
    });
    expect(await send(`smtp://localhost:${port}`)).toMatchObject({ result: 'unavailable' });
  });
});

describe('a sign-in', () => {
  test.each(['PLAIN', 'LOGIN'] as const)('by %s', async (method) => {
    const { seen, port } = await startServer({
      authMethods: [method],
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
    });
    expect(await send(`smtp://ada:secret%3Aword@127.0.0.1:${port}`)).toMatchObject({
      result: 'sent',
    });
    expect(seen).toEqual([{ secure: false, user: `ada by ${method}` }]);
  });

  test.each([
    ['is refused', ['PLAIN'], /refuses our sign-in/],
    ['has no common way', ['CRAM-MD5'], /no sign-in with PLAIN or LOGIN/],
  ])('that %s is nobody’s fault but ours, and tells no password', async (_what, authMethods, detail) => {
    const { port } = await startServer({
      authMethods,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
    });
    const outcome = await send(`smtp://ada:hunter2@127.0.0.1:${port}`);
    expect(outcome).toMatchObject({ result: 'unavailable', detail: expect.stringMatching(detail) });
    expect(JSON.stringify(outcome)).not.toMatch(/hunter2|aHVudGVyMg/);
  });
});

test.each<[string, Partial<SmtpServer>]>([
  ['smtp://mail.example.org', { port: 587, security: 'opportunistic', credentials: null }],
  ['smtps://mail.example.org', { port: 465, security: 'tls' }],
  [
    'smtp://u:p%40ss@mail.example.org:25',
    { port: 25, security: 'starttls', credentials: { user: 'u', password: 'p@ss' } },
  ],
  ['smtp://u:p@127.0.0.1:25', { security: 'opportunistic' }],
  ['smtp://[::1]:2525', { host: '::1', port: 2525 }],
])('%s is read', (url, expected) => {
  expect(parseSmtpUrl(url)).toMatchObject(expected);
});
