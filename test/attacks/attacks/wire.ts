import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import {
  encodeFrame,
  final,
  opcodes,
  type RawFrame,
  RawSocket,
} from '../../../server/src/testing/realtime/raw-socket.ts';
import type { AttackedServer } from '../support/attacked-server.ts';
import { type Attack, call, fill } from './attack.ts';

async function open({ process }: AttackedServer): Promise<Socket> {
  const socket = connect(process.port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** Writes this over a connection of its own, reads for a while whatever comes back, and hangs up. */
async function write(attacked: AttackedServer, text: string | Uint8Array, waitMs = 1_000): Promise<void> {
  const socket = await open(attacked);
  socket.resume();
  socket.write(text);
  await Promise.race([new Promise((resolve) => socket.once('close', resolve)), pause(waitMs)]);
  socket.destroy();
}

const bytes = (name: string, text: string): Attack => ({
  name,
  run: async (attacked) => {
    await write(attacked, text);
    return [];
  },
});

const head = 'GET /api/v1/instance HTTP/1.1\r\nhost: localhost\r\n';
const post = 'POST /api/v1/auth/sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';

/** Many connections that send a byte now and then. */
function slow(name: string, start: string, piece: string): Attack {
  return {
    name: `300 connections with ${name} that comes byte by byte`,
    async run(attacked) {
      const sockets = await Promise.all(Array.from({ length: 300 }, () => open(attacked)));
      for (const socket of sockets) socket.write(start);
      for (let round = 0; round < 30; round += 1) {
        for (const socket of sockets) socket.write(piece);
        await pause(50);
      }
      for (const socket of sockets) socket.destroy();
      return [];
    },
  };
}

export const wireAttacks: readonly Attack[] = [
  {
    name: '100 connections that ask 1,300 times in one write',
    async run(attacked) {
      const sockets = await Promise.all(Array.from({ length: 100 }, () => open(attacked)));
      for (const socket of sockets) socket.resume().write(fill(`${head}\r\n`, 64_000));
      await pause(1_500);
      for (const socket of sockets) socket.destroy();
      return [];
    },
  },
  bytes('2,000 requests in one write', fill(`${head}\r\n`, 2_000 * (head.length + 2))),
  bytes('30,000 header lines', `${head}${fill('a: b\r\n', 180_000)}\r\n`),
  bytes(
    'a body in 200,000 chunks of a byte',
    `${post}transfer-encoding: chunked\r\n\r\n${fill('1\r\na\r\n', 1_200_000)}0\r\n\r\n`,
  ),
  bytes(
    'chunks with extensions of 100 KB',
    `${post}transfer-encoding: chunked\r\n\r\n1;${fill('a=b;', 100_000)}\r\na\r\n0\r\n\r\n`,
  ),
  bytes(
    'chunks and a length at once',
    `${post}transfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n`,
  ),
  bytes('a length of 10^18', `${post}content-length: 1000000000000000000\r\n\r\n{`),
  bytes('a length that is none', `${post}content-length: -1\r\n\r\n{`),
  bytes('2 MB that are no HTTP', fill('\u0016\u0003\u0001', 2_000_000)),
  bytes('upgrades to what is not there', fill(`${head}connection: upgrade\r\nupgrade: h2c\r\n\r\n`, 100_000)),
  bytes(
    '1,000 sockets that are opened in one write',
    fill(
      'GET /ws/notifications/?token=x HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      170_000,
    ),
  ),
  slow('a head', 'GET / HTTP/1.1\r\nhost: localhost\r\n', 'a'),
  slow('a body', `${post}content-length: 100000\r\n\r\n`, ' '),
  slow(
    'a form',
    'POST /api/v1/resumes HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 100000\r\n\r\n--x\r\n',
    'a',
  ),
  {
    name: '500 connections that ask and never read',
    async run(attacked) {
      const sockets = await Promise.all(Array.from({ length: 500 }, () => open(attacked)));
      for (const socket of sockets)
        socket.pause().write(fill(`GET /api/v1/jobs HTTP/1.1\r\nhost: localhost\r\n\r\n`, 1_000));
      await pause(1_500);
      for (const socket of sockets) socket.destroy();
      return [];
    },
  },
  {
    name: 'ranges, validators and kinds of compression without an end for the page of the application',
    async run({ send }) {
      return Promise.all(
        [
          { range: `bytes=${fill('0-0,', 12_000)}` },
          { 'if-none-match': fill('"a",', 12_000) },
          { 'accept-encoding': fill('gzip;q=0.1,', 12_000) },
          { accept: fill('text/html;q=0.1,', 12_000) },
          { 'accept-language': fill('de-a-b;q=0.1,', 12_000) },
          { cookie: fill('a=b; ', 12_000) },
          { cookie: fill('"', 12_000) },
          { 'user-agent': fill('Mozilla/5.0 (', 12_000) },
          { 'x-forwarded-for': fill('::1,', 12_000) },
          { origin: `http://${fill('a.', 12_000)}` },
          { authorization: `Bearer ${fill('e30.', 12_000)}` },
        ].map((headers) => send({ method: 'GET', url: '/api/v1/me', headers: { ...headers } })),
      );
    },
  },
  {
    name: 'tokens of links of 12 KB, and forms of 1 MB for them',
    async run({ send }) {
      const token = fill('a.b-', 12_000);
      await Promise.all([
        send({ method: 'GET', url: `/l/${token}`, headers: {} }),
        send({ method: 'GET', url: `/o/${token}.gif`, headers: {} }),
        send({ method: 'GET', url: `/u/${token}`, headers: {} }),
      ]);
      return [
        await send({
          method: 'POST',
          url: '/u/abc',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: fill('a=b&', 1_000_000),
        }),
      ];
    },
  },
  ...['postmark', 'ses', 'mailgun', 'resend', 'sendgrid'].map((provider) => ({
    name: `calls of 1 MB to the webhook of ${provider}`,
    run: ({ send }: AttackedServer) =>
      Promise.all(
        [
          `${fill('[', 500_000)}${fill(']', 500_000)}`,
          fill('{"a":', 1_000_000),
          JSON.stringify({
            Type: 'Notification',
            SigningCertURL: `https://sns.${fill('a.', 500_000)}`,
            Message: fill('\\', 200_000),
          }),
          JSON.stringify({
            signature: { timestamp: '1', token: fill('a', 400_000), signature: fill('f', 400_000) },
          }),
          `[${fill('{"email":"a@b.example"},', 900_000)}1]`,
        ].map((body) =>
          send({
            method: 'POST',
            url: `/webhooks/email/${provider}`,
            headers: {
              'content-type': 'application/json',
              authorization: `Basic ${Buffer.from('user:a-password-of-postmark').toString('base64')}`,
              'webhook-id': fill('a', 2_000),
              'webhook-timestamp': fill('1', 2_000),
              'webhook-signature': fill('v1,a ', 4_000),
            },
            body,
          }),
        ),
      ),
  })),
];

async function socketOf(attacked: AttackedServer): Promise<RawSocket> {
  const answer = await call(attacked, 'job_seeker', 'POST', '/realtime/ticket');
  const { ticket } = JSON.parse(answer.body);
  return RawSocket.open(attacked.process.url, `/ws/notifications/?ticket=${ticket}`);
}

const text = (content: string | Uint8Array): RawFrame => ({
  first: final | opcodes.text,
  payload: Buffer.from(content),
});

function frames(name: string, make: () => Uint8Array, sockets = 4): Attack {
  return {
    name: `sockets that send ${name}`,
    async run(attacked) {
      const opened = await Promise.all(Array.from({ length: sockets }, () => socketOf(attacked)));
      const content = make();
      for (const { socket } of opened) socket.write(content);
      await Promise.race([Promise.all(opened.map(({ gone }) => gone)), pause(2_000)]);
      for (const { socket } of opened) socket.destroy();
      return [];
    },
  };
}

const many = (count: number, frame: RawFrame) => {
  const encoded = encodeFrame(frame);
  return Buffer.alloc(encoded.length * count, encoded);
};

export const socketAttacks: readonly Attack[] = [
  frames('nested JSON', () => many(50, text(`${fill('[', 8_000)}${fill(']', 8_000)}`))),
  frames('JSON objects in objects', () => many(50, text(fill('{"type":', 16_000)))),
  frames('20,000 pings of the application', () => many(20_000, text('{"type":"ping"}'))),
  frames('50,000 pings of the protocol', () =>
    many(50_000, { first: final | opcodes.ping, payload: Buffer.alloc(125) }),
  ),
  frames('a frame that says that it has 2^53 bytes', () =>
    encodeFrame({ ...text('a'), length: 2 ** 53 - 1, lengthBytes: 8 }),
  ),
  frames('a frame of 16 MB', () => encodeFrame(text(Buffer.alloc(16_000_000, 0x20)))),
  frames('100,000 pieces of one message', () =>
    Buffer.concat([
      encodeFrame({ first: opcodes.text, payload: Buffer.from('a') }),
      many(100_000, { first: opcodes.continuation, payload: Buffer.from('a') }),
    ]),
  ),
  frames('100,000 empty pieces', () =>
    Buffer.concat([
      encodeFrame({ first: opcodes.text, payload: Buffer.alloc(0) }),
      many(100_000, { first: opcodes.continuation, payload: Buffer.alloc(0) }),
    ]),
  ),
  frames('what is no UTF-8', () => many(1_000, text(Buffer.alloc(4_000, 0xff)))),
  frames('a subscription to as many words as fit', () =>
    many(
      200,
      text(JSON.stringify({ type: 'subscribe', types: Array.from({ length: 1_500 }, (_, n) => `t${n}`) })),
    ),
  ),
  frames('marks of 1,000 notifications', () =>
    many(
      100,
      text(
        JSON.stringify({
          type: 'mark_read',
          ids: Array.from({ length: 400 }, () => '0198c000-0000-7000-8000-000000000001'),
        }),
      ),
    ),
  ),
  frames('1,000 resumes from the beginning', () => many(1_000, text('{"type":"resume","after":0}'))),
  frames('20,000 tokens', () =>
    many(5_000, text(JSON.stringify({ type: 'refresh', token: fill('a.', 2_000) }))),
  ),
];
