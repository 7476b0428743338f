import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { numberOfCases } from '../../testing/cases.ts';
import { FakeClock } from '../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { createTestIdentity, type TestIdentity, testPassword } from '../../testing/identity.ts';
import { encodeFrame, final, opcodes, type RawFrame, RawSocket } from '../../testing/realtime/raw-socket.ts';
import {
  type Person,
  startSocketServer,
  TestClient,
  type TestSocketServer,
} from '../../testing/realtime/socket-server.ts';
import { askInVain } from '../../testing/realtime/test-stream.ts';

const path = '/ws/notifications/';
const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A server with somebody who is connected and must not notice anything. */
async function start(...options: Parameters<typeof startSocketServer>) {
  const server = await startSocketServer(...options);
  closers.push(() => server.close());
  const person = server.person();
  const client = await connect(server, `${path}?ticket=${server.ticket(person)}`).opened();
  let sent = 0;

  /** Sends a notification and a ping, and waits until the answers are there. */
  async function beat(): Promise<void> {
    sent += 1;
    server.notify(person);
    client.send({ type: 'ping' });
    server.clock.advance(1_000);
    expect((await client.receive('pong', sent)).at(-1)?.head).toBe(sent);
  }

  /** Nothing of what was meant for the bystander is missing, doubled or out of order, and nothing else came. */
  async function expectUndisturbed(): Promise<void> {
    await beat();
    const seqs = (await client.receive('notification', sent)).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: sent }, (_, index) => index + 1));
    expect(client.messages.map(({ type }) => type)).not.toContain('error');
  }

  return { server, beat, expectUndisturbed };
}

function connect(server: TestSocketServer, target: string, headers?: Record<string, string>): TestClient {
  const client = new TestClient(server.url, target, headers);
  closers.push(() => client.socket.terminate());
  return client;
}

function connectAs(server: TestSocketServer, person: Person): Promise<TestClient> {
  return connect(server, `${path}?token=${person.token}`).opened();
}

async function openRaw(server: TestSocketServer): Promise<RawSocket> {
  const raw = await RawSocket.open(server.url, `${path}?token=${server.person().token}`);
  closers.push(() => raw.socket.destroy());
  return raw;
}

const text = (content: string, first: number = final | opcodes.text): RawFrame => ({
  first,
  payload: Buffer.from(content),
});

describe('a message', () => {
  it.each([
    ['not JSON', '{', 'invalid_json'],
    ['nothing', '', 'invalid_json'],
    ['deep JSON', '['.repeat(16_000), 'invalid_json'],
    ['deep JSON that is complete', `${'['.repeat(8_000)}${']'.repeat(8_000)}`, 'invalid_request'],
    ['deep JSON in a field', `{"type":"ping","timestamp":${'['.repeat(7_000)}${']'.repeat(7_000)}}`, null],
    ['a list', '[]', 'invalid_request'],
    ['null', 'null', 'invalid_request'],
    ['a number', '1e999', 'invalid_request'],
    ['a type that is no name', '{"type":["ping"]}', 'invalid_request'],
    ['an unknown type', '{"type":"launch"}', 'unknown_message_type'],
    ['a type of Object', '{"type":"__proto__"}', 'unknown_message_type'],
    ['a message of the server', '{"type":"notification","seq":1}', 'unknown_message_type'],
    ['a wrong field', '{"type":"subscribe","notification_types":"all"}', 'invalid_request'],
    ['a field of wrong items', '{"type":"subscribe","notification_types":[1,{}]}', 'invalid_request'],
    [
      'a field too many of',
      `{"type":"subscribe","notification_types":${JSON.stringify(Array(101).fill('job_posted'))}}`,
      'invalid_request',
    ],
    ['no field', '{"type":"refresh"}', 'invalid_request'],
    ['a fraction', '{"type":"ack","seq":1.5}', 'invalid_request'],
    ['a seq beyond all', '{"type":"ack","seq":1e300}', 'invalid_request'],
    ['a seq before all', '{"type":"ack","seq":-1}', 'invalid_request'],
    ['an id that is none', '{"type":"mark_read","id":"\\u0000"}', 'invalid_request'],
    [
      'an unknown subscription',
      '{"type":"subscribe","notification_types":["job_posted","all"]}',
      'unknown_notification_type',
    ],
    ['a resume from nowhere', '{"type":"resume","epoch":"epoch-1","cursors":{}}', 'invalid_request'],
    ['a resume of no object', '{"type":"resume","epoch":"epoch-1","cursors":[]}', 'invalid_request'],
    [
      'a resume of unknown topics',
      '{"type":"resume","epoch":"epoch-1","cursors":{"topics":{"__proto__":7,"x":0}}}',
      null,
    ],
    ['a mark of nothing', '{"type":"mark_read"}', 'invalid_request'],
    ['a token that is none', '{"type":"refresh","token":"\\u0000"}', 'unauthenticated'],
  ])('that is wrong is answered, and the connection goes on: %s', async (_name, content, code) => {
    const { server, expectUndisturbed } = await start();
    const client = await connectAs(server, server.person());
    client.socket.send(content);
    client.send({ type: 'unsubscribe', notification_types: [] });
    expect((await client.receive('unsubscribed'))[0]?.notification_types).toEqual([]);
    const codes = client.messages.flatMap((message) => (message.type === 'error' ? [message.code] : []));
    expect(codes).toEqual(code === null ? [] : [code]);
    await expectUndisturbed();
  });

  it('that is binary is answered with an error', async () => {
    const { server } = await start();
    const client = await connectAs(server, server.person());
    client.socket.send(Buffer.from('{"type":"ping"}'), { binary: true });
    expect((await client.receive('error'))[0]?.code).toBe('invalid_request');
    expect(client.messages.map(({ type }) => type)).not.toContain('pong');
  });

  it('may come in fragments with control frames between them', async () => {
    const { server } = await start();
    const raw = await openRaw(server);
    raw.write(
      text('{"type":', opcodes.text),
      { first: final | opcodes.ping, payload: Buffer.from('still there') },
      text('"launch"}', final | opcodes.continuation),
    );
    raw.write({ first: final | opcodes.close, payload: Buffer.from([3, 232]) });
    expect(await raw.closed).toBe(1000);
    expect(await server.metrics()).toContain('rolecall_realtime_errors_total{code="unknown_message_type"} 1');
  });
});

describe('a connection ends with', () => {
  const dust = Array.from({ length: 200 }, (_, index) =>
    text('"', index === 0 ? opcodes.text : opcodes.continuation),
  );
  it.each<readonly [string, number, readonly RawFrame[]]>([
    ['1009 for a message larger than 16 KB', 1009, [text('x'.repeat(16_385))]],
    ['1009 for one that claims to be', 1009, [{ ...text('x'), length: 2 ** 40, lengthBytes: 8 }]],
    [
      '1009 for one that grows to be by fragments',
      1009,
      [text('x'.repeat(9_000), 1), text('x'.repeat(9_000), 0)],
    ],
    ['1008 for dust', 1008, dust],
    ['1007 for what is not UTF-8', 1007, [{ ...text(''), payload: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }]],
    ['1007 for half of a character', 1007, [{ ...text(''), payload: Buffer.from([0xe2, 0x82]) }]],
    ['1002 for a frame without a mask', 1002, [{ ...text('{}'), masked: false }]],
    ['1002 for reserved bits', 1002, [text('{}', final | 0x40 | opcodes.text)]],
    ['1002 for a reserved opcode', 1002, [text('{}', final | 3)]],
    ['1002 for a continuation of nothing', 1002, [text('{}', final | opcodes.continuation)]],
    ['1002 for a message within a message', 1002, [text('{', opcodes.text), text('{}')]],
    ['1002 for a control frame in fragments', 1002, [text('x', opcodes.ping)]],
    ['1002 for a long control frame', 1002, [text('x'.repeat(126), final | opcodes.ping)]],
    [
      '1002 for a close code that is none',
      1002,
      [{ first: final | opcodes.close, payload: Buffer.from([0, 1]) }],
    ],
  ])('%s', async (_name, code, frames) => {
    const { server, expectUndisturbed } = await start();
    const raw = await openRaw(server);
    raw.write(...frames);
    expect(await raw.closed).toBe(code);
    await expectUndisturbed();
  });

  it('1013 for too many messages, here 10,000 subscribes', async () => {
    const { server, expectUndisturbed } = await start();
    const loud = await connectAs(server, server.person());
    for (let index = 0; index < 10_000; index += 1) {
      loud.send({ type: 'subscribe', notification_types: ['job_posted'] });
    }
    expect(await loud.closed).toMatchObject({ code: 1013 });
    expect((await loud.receive('error')).map(({ code }) => code)).toEqual(['rate_limited']);
    expect(await loud.receive('subscribed', 60)).toHaveLength(60);
    await expectUndisturbed();
  });

  it('1013 for too many pings of the protocol', async () => {
    const { server } = await start();
    const raw = await openRaw(server);
    const ping = { first: final | opcodes.ping, payload: Buffer.from('x') };
    raw.write(...Array.from({ length: 1_000 }, () => ping));
    expect(await raw.closed).toBe(1013);
  });
});

describe('a token', () => {
  let database: TestDatabase;
  let identity: TestIdentity;
  let email: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    identity = createTestIdentity(database);
    email = (await identity.accounts.read(database.query, await identity.createUser())).email;
  });
  afterAll(() => database.close());

  const tokenOf = async (from: TestIdentity) =>
    (await from.accounts.signIn(email, testPassword)).accessToken.token;
  const startWithAccounts = () =>
    start({ clock: identity.clock, verifyAccessToken: identity.accounts.verifyAccessToken });

  it('that is good opens a connection', async () => {
    const { server } = await startWithAccounts();
    const client = await connect(server, `${path}?token=${await tokenOf(identity)}`).opened();
    client.send({ type: 'refresh', token: await tokenOf(identity) });
    client.send({ type: 'ping' });
    await client.receive('pong');
    expect(client.messages.map(({ type }) => type)).not.toContain('error');
  });

  it.each<readonly [string, number, () => Promise<string>]>([
    [
      'of another issuer',
      4001,
      () =>
        tokenOf(createTestIdentity(database, { clock: identity.clock, publicUrl: 'https://other.example' })),
    ],
    [
      'of an instance with another secret',
      4001,
      () => tokenOf(createTestIdentity(database, { clock: identity.clock, secret: 'x'.repeat(40) })),
    ],
    [
      'that has run out',
      4004,
      () => {
        const before = new Date(identity.clock.now().getTime() - 16 * 60_000);
        return tokenOf(createTestIdentity(database, { clock: new FakeClock(before) }));
      },
    ],
    ['with alg: none', 4001, async () => new UnsecuredJWT(decodeJwt(await tokenOf(identity))).encode()],
    [
      'of another key under the name of ours',
      4001,
      async () => {
        const token = await tokenOf(identity);
        const { kid = '' } = decodeProtectedHeader(token);
        return new SignJWT(decodeJwt(token))
          .setProtectedHeader({ alg: 'EdDSA', kid })
          .sign(generateKeyPairSync('ed25519').privateKey);
      },
    ],
    [
      'with another role written into it',
      4001,
      async () => {
        const [header, payload = '', signature] = (await tokenOf(identity)).split('.');
        const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
        const forged = Object.assign({}, claims, { role: 'operator' });
        return [header, Buffer.from(JSON.stringify(forged)).toString('base64url'), signature].join('.');
      },
    ],
    ['that is none', 4003, async () => 'hello'],
    ['of nothing', 4003, async () => ''],
    ['without end', 4003, async () => `${'a'.repeat(8_000)}.b.c`],
  ])('%s is refused by socket, stream and refresh', async (_name, code, make) => {
    const { server, expectUndisturbed } = await startWithAccounts();
    const token = await make();
    expect(await connect(server, `${path}?token=${token}`).closed).toMatchObject({ code });
    expect(await askInVain(server.url, { query: { token } })).toMatchObject({ status: 401 });
    const client = await connect(server, `${path}?token=${await tokenOf(identity)}`).opened();
    client.send({ type: 'refresh', token });
    const expected = token.length > 4_096 ? 'invalid_request' : 'unauthenticated';
    expect((await client.receive('error'))[0]?.code).toBe(expected);
    await expectUndisturbed();
  });
});

it('a cookie from a foreign page opens nothing', async () => {
  const { server, expectUndisturbed } = await start();
  const cookie = `rolecall_session=${server.session(server.person())}`;
  for (const origin of ['https://evil.example', 'https://jobs.example.org.evil.example', 'null', '']) {
    expect(await connect(server, path, { cookie, origin }).closed).toMatchObject({ code: 4001 });
  }
  await expectUndisturbed();
});

describe('raw bytes', () => {
  const message = fc.constantFrom(
    '{"type":"ping"}',
    '{"type":"subscribe","notification_types":["job_posted"]}',
    '{"type":"resume","epoch":"epoch-1","cursors":{"user":0,"topics":{"role_job_seeker":0}}}',
    '{"type":"ack","seq":1}',
    '{"type":"launch"}',
    '{"type":',
  );
  const frame = fc.record(
    {
      first: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(0x81, 0x01, 0x00, 0x80, 0x82, 0x88, 0x89, 0x8a) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 255 }) },
      ),
      payload: fc.oneof(
        message.map((content) => Buffer.from(content)),
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(16_384, 16_385, 70_000).map((length) => Buffer.alloc(length, 'x')),
      ),
      masked: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
      length: fc.oneof(fc.nat(200), fc.constantFrom(65_536, 2 ** 31, 2 ** 53 - 1)),
      lengthBytes: fc.constantFrom<1 | 2 | 8>(1, 2, 8),
    },
    { requiredKeys: ['first', 'payload', 'masked'] },
  );
  const attack = fc.record({
    frames: fc.array(frame, { minLength: 1, maxLength: 8 }),
    /** Where the bytes are cut into writes. */
    cuts: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 12 }),
    ending: fc.constantFrom<'end' | 'destroy'>('end', 'destroy'),
  });

  it('of any kind, in any pieces, never disturb another connection, and leave nothing behind', async () => {
    const { server, beat, expectUndisturbed } = await start({ hub: { connectionsPerPerson: 1_000 } });
    const person = server.person();
    await fc.assert(
      fc.asyncProperty(attack, async ({ frames, cuts, ending }) => {
        const raw = await RawSocket.open(server.url, `${path}?token=${person.token}`);
        let bytes = Buffer.concat(frames.map((each) => encodeFrame(each)));
        for (const cut of cuts) {
          raw.socket.write(bytes.subarray(0, cut));
          bytes = bytes.subarray(cut);
          server.notify(person);
          await new Promise((resolve) => setImmediate(resolve));
        }
        raw.socket.write(bytes);
        await beat();
        raw.socket[ending]();
        await raw.gone;
      }),
      numberOfCases(150, 40),
    );
    while (server.hub.connectionCount > 1) await beat();
    await expectUndisturbed();
  });
});
