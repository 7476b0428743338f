import fc from 'fast-check';
import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WorkerPool } from '../../../../platform/workers/index.ts';
import { numberOfCases } from '../../../../testing/cases.ts';
import { FakeClock } from '../../../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../../testing/database.ts';
import { junkReport, notice } from '../../../../testing/mail/returned-mails/notices.ts';
import { absence, spamReport } from '../../../../testing/mail/returned-mails/reports.ts';
import type { ReturnedMailOptions } from '../../../../testing/mail/returned-mails/returned-mail.ts';
import {
  eximBounce,
  plainBounce,
  postfixBounce,
} from '../../../../testing/mail/returned-mails/server-bounces.ts';
import { exchangeBounce, gmailBounce } from '../../../../testing/mail/returned-mails/service-bounces.ts';
import { createPerson } from '../../../../testing/messaging/people.ts';
import { testWorkers } from '../../../../testing/workers/index.ts';
import { createMailEvents, type MailReport } from '../../events/index.ts';
import { createReturnPaths } from '../../message/index.ts';
import { createSuppressions } from '../../suppressions/index.ts';
import { createInboundMail } from './inbound-mail.ts';
import { parseInbound } from './parse-inbound.ts';
import { startInboundSmtp } from './smtp-listener.ts';

const secret = 'a secret of at least thirty-two characters';
const bounceDomain = 'bounces.rolecall.example';
const token = 'a-token-of-forty-characters-0123456789AB';
const clock = new FakeClock();
const logger = pino({ level: 'silent' });
const suppressions = createSuppressions({ clock, logger, secret, workers: testWorkers() });
const returnPaths = createReturnPaths({ secret, domain: bounceDomain });

let database: TestDatabase;
let told: MailReport[] = [];
let unsubscribed: string[] = [];
let deliveryId: string;
let address: string;
let returnPath: string;
let isDown = false;
let setAside: string[] = [];

const mailEvents = createMailEvents({
  clock,
  listeners: [
    suppressions.follow,
    async (_tx, events) => {
      if (isDown) throw new Error('the database is away');
      told.push(...events);
    },
  ],
});

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql`truncate users, mail_events, suppressions, address_standings cascade`.execute(database.query);
  told = [];
  unsubscribed = [];
  setAside = [];
  isDown = false;
  deliveryId = uuidv7();
  address = `${await createPerson(database)}@example.org`;
  returnPath = returnPaths.create(deliveryId);
});

const inbound = (workers = testWorkers()) =>
  createInboundMail({
    workers,
    setAside: (_batch, { reason }) => setAside.push(reason ?? ''),
    database,
    clock,
    logger,
    mailEvents,
    returnPaths,
    bounceDomain,
    recipients: { recipientOf: async (_tx, id) => (id === deliveryId ? address : null) },
    unsubscribe: async (_tx, given) => {
      if (given === token) unsubscribed.push(given);
      return given === token;
    },
  });
const take = (mail: string, envelope: readonly string[] = [returnPath]) =>
  inbound().take(Buffer.from(mail), envelope);
const reasonsNow = async () =>
  ((await suppressions.findBlocks(database.query, [address])).get(address) ?? []).map(({ reason }) => reason);

test('a mail that is too hard is kept as it came, and dealt with once it can be read', async () => {
  const bounce = postfixBounce({ returnPath });
  const busy: WorkerPool = {
    ...testWorkers(),
    run: async () => ({ status: 'too_slow', detail: 'it did not end within 5000 ms' }),
  };
  for (const _ of [1, 2]) {
    expect(await inbound(busy).take(Buffer.from(bounce), [returnPath])).toBe('too_hard');
  }
  expect(setAside[0]).toBe('too_slow: it did not end within 5000 ms');
  await inbound(busy).retryHard(() => false);
  expect(told).toEqual([]);

  await inbound().retryHard(() => false);
  expect(told).toMatchObject([{ type: 'bounced', deliveryId, address, bounce: 'hard' }]);
  await inbound().retryHard(() => false);
  expect(told).toHaveLength(1);
});

const servers: readonly (readonly [string, (options: ReturnedMailOptions) => string])[] = [
  ['Postfix', postfixBounce],
  ['Exim', eximBounce],
  ['Exchange', exchangeBounce],
  ['Gmail', gmailBounce],
  ['qmail', plainBounce],
];

describe('a bounce', () => {
  test.each(servers)('of %s ends mail to the address that the mail was for', async (_name, bounce) => {
    expect(await take(bounce({ returnPath }))).toBe('bounce');
    expect(told).toMatchObject([
      { type: 'bounced', deliveryId, address, provider: 'dsn', status: '5.1.1', bounce: 'hard' },
    ]);
    expect(await reasonsNow()).toEqual(['hard_bounce']);
  });

  test.each(servers)(
    'of %s is read from a mailbox, where nobody knows its envelope',
    async (_name, bounce) => {
      expect(await take(bounce({ returnPath }), [])).toBe('bounce');
      expect(told).toHaveLength(1);
    },
  );

  test.each(servers)('of %s that nobody can have made counts for nothing', async (_name, bounce) => {
    const forged = returnPath.replace(/\.[\da-f]{24}@/, `.${'0'.repeat(24)}@`);
    for (const path of [forged, 'jobs@rolecall.example', returnPath.replace(bounceDomain, 'evil.example')])
      expect(await take(bounce({ returnPath: path }), [path])).toBe('unproven');
    expect(told).toEqual([]);
  });

  test('never ends mail to an address that only the bounce names', async () => {
    const victim = `${await createPerson(database)}@example.org`;
    await take(postfixBounce({ returnPath, recipient: victim }));
    expect(await suppressions.findBlocks(database.query, [victim])).toEqual(new Map());
    expect(await reasonsNow()).toEqual(['hard_bounce']);
  });

  test('that comes again is one', async () => {
    for (const envelope of [[returnPath], [returnPath], []])
      await take(postfixBounce({ returnPath, status: '5.5.0', diagnostic: 'smtp; 550 no' }), envelope);
    expect(told).toHaveLength(1);
    await take(
      postfixBounce({ returnPath, status: '5.5.0', diagnostic: 'smtp; 550 no', messageId: 'other@x' }),
    );
    expect(told).toHaveLength(2);
  });

  test('that blames us is told, and suppresses nobody', async () => {
    await take(postfixBounce({ returnPath, status: '5.7.1', diagnostic: 'smtp; 550 5.7.1 blocked' }));
    expect(told).toMatchObject([{ status: '5.7.1', bounce: 'blocked' }]);
    expect(await reasonsNow()).toEqual([]);
  });

  test('that blames us in its text suppresses nobody, whatever its status says', async () => {
    const diagnostic = 'smtp; 550 5.7.1 IP 192.0.2.10 is on the list of blocked senders';
    await take(postfixBounce({ returnPath, status: '5.1.1', diagnostic }));
    expect(told).toMatchObject([{ status: '5.7.1', bounce: 'blocked' }]);
    expect(await reasonsNow()).toEqual([]);
  });

  test('of a mailbox that is busy counts as one that may pass', async () => {
    const diagnostic = 'smtp; 550-5.2.1 Somebody you write to is receiving mail at a rate that';
    for (const [time, expected] of [[], [], [], ['soft_bounces']].entries()) {
      await take(postfixBounce({ returnPath, status: '5.2.1', diagnostic, messageId: `${time}@x` }));
      expect(await reasonsNow()).toEqual(expected);
    }
  });

  test.each([
    ['MAILER-DAEMON <>', ''],
    ['noreply@example.net', ''],
    ['<>', null],
  ])('from %j without a standard form ends mail to the address', async (from, sender) => {
    const mail = notice({ to: returnPath, from, text: 'It could not be delivered: 550 5.1.1 nobody here' });
    expect(await inbound().take(Buffer.from(mail), [returnPath], sender)).toBe('bounce');
    expect(await reasonsNow()).toEqual(['hard_bounce']);
  });

  test('without an enhanced status is final, and ends mail the second time', async () => {
    const text = 'Remote host said: 550 User unknown';
    for (const [time, expected] of [[], ['soft_bounces']].entries()) {
      await take(notice({ to: returnPath, text, more: [`Message-ID: <${time}@x>`] }));
      expect(told.at(-1)).toMatchObject({ status: null, bounce: 'hard' });
      expect(await reasonsNow()).toEqual(expected);
    }
  });

  test('is proven by the mail that it returns as text', async () => {
    const text = `550 5.1.1 User unknown\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <${returnPath}>`;
    expect(await take(notice({ to: 'jobs@rolecall.example', text }), ['jobs@rolecall.example'])).toBe(
      'bounce',
    );
    const foreign = text.replace(/\.[\da-f]{24}@/, `.${'0'.repeat(24)}@`);
    expect(
      await take(notice({ to: 'jobs@rolecall.example', text: foreign }), ['jobs@rolecall.example']),
    ).toBe('unproven');
  });

  test('that only says that it takes longer is no bounce', async () => {
    const options = {
      returnPath,
      action: 'delayed',
      status: '4.4.1',
      diagnostic: 'smtp; 450 4.4.1 timed out',
    };
    expect(await take(postfixBounce(options))).toBe('delay');
    expect(told).toMatchObject([{ type: 'deferred' }]);
    expect(await take(postfixBounce({ ...options, action: 'relayed' }))).toBe('ignored');
  });

  test('may say what no database can store', async () => {
    const diagnostic = 'smtp; 550 5.1.1 \u0000\ud800 nobody\u0001';
    expect(await take(postfixBounce({ returnPath, diagnostic }))).toBe('bounce');
    expect(await reasonsNow()).toEqual(['hard_bounce']);
  });

  test('that returns a mail of half a million empty lines is read all the same', async () => {
    const mail = postfixBounce({ returnPath });
    const end = mail.lastIndexOf('\r\n\r\n--A1B2');
    expect(await take(`${mail.slice(0, end)}${'\n'.repeat(500_000)}${mail.slice(end)}`)).toBe('bounce');
    expect(await reasonsNow()).toEqual(['hard_bounce']);
  });

  test('that is cut off tells what is there', async () => {
    const mail = postfixBounce({ returnPath });
    const cut = mail.slice(0, mail.indexOf('Content-Description: Undelivered'));
    expect(await take(cut)).toBe('bounce');
  });
});

describe('a report of spam', () => {
  const to = `complaints@${bounceDomain}`;

  test('leaves what is needed', async () => {
    expect(await take(spamReport({ returnPath, to }), [to])).toBe('complaint');
    expect(told).toMatchObject([{ type: 'complained', address, provider: 'arf', detail: 'abuse' }]);
    expect(await reasonsNow()).toEqual(['complaint']);
  });

  test('of Microsoft is the mail itself with the address of the recipient', async () => {
    expect(await take(junkReport({ returnPath, to }), [to])).toBe('complaint');
    expect(told).toMatchObject([{ type: 'complained', address, detail: 'abuse' }]);
    expect(await reasonsNow()).toEqual(['complaint']);
    expect(await take(junkReport({ returnPath: 'jobs@rolecall.example', to }), [to])).toBe('unproven');
    expect(await take(junkReport({ returnPath, to, field: 'X-Other: 1' }), [to])).toBe('ignored');
  });

  test('needs proof, and has to be one', async () => {
    expect(await take(spamReport({ returnPath: 'jobs@rolecall.example', to }), [to])).toBe('unproven');
    expect(await take(spamReport({ returnPath, to, type: 'not-spam' }), [to])).toBe('ignored');
    expect(await take(spamReport({ returnPath, to, type: 'auth-failure' }), [to])).toBe('ignored');
    expect(told).toEqual([]);
  });
});

describe('other mail', () => {
  test('of somebody who is away is no bounce, whatever it says', async () => {
    expect(await take(absence(returnPath))).toBe('auto_reply');
    expect(told).toEqual([]);
  });

  test('unsubscribes by a token in its subject or its address', async () => {
    const ask = (to: string, subject: string, more = '') =>
      take(`From: ada@example.net\r\nTo: ${to}\r\nSubject: ${subject}\r\n${more}\r\n\r\n`, [to]);
    expect(await ask(`unsubscribe@${bounceDomain}`, token)).toBe('unsubscribed');
    expect(await ask(`Unsubscribe@${bounceDomain}`, `Re: unsubscribe ${token}`)).toBe('unsubscribed');
    expect(await ask(`u+${token}@${bounceDomain}`, 'unsubscribe')).toBe('unsubscribed');
    expect(unsubscribed).toHaveLength(3);
    expect(await ask(`u+${token}x@${bounceDomain}`, 'unsubscribe')).toBe('unproven');
    expect(unsubscribed).toHaveLength(3);
  });

  test.each([
    'Auto-Submitted: auto-replied\r\n',
    'Auto-Submitted: auto-generated\r\nX-Apple-Unsubscribe: true\r\n',
    'Precedence: bulk\r\n',
    'X-Auto-Response-Suppress: All\r\n',
    'Return-Path: <>\r\nSender: MAILER-DAEMON@example.net\r\n',
  ])('unsubscribes by a valid token whatever says that a program has sent it: %j', async (more) => {
    const ask = (to: string, subject: string) =>
      take(`From: ada@example.net\r\nTo: ${to}\r\nSubject: ${subject}\r\n${more}\r\n\r\n`, [to]);
    expect(await ask(`unsubscribe@${bounceDomain}`, token)).toBe('unsubscribed');
    expect(await ask(`u+${token}@${bounceDomain}`, 'unsubscribe')).toBe('unsubscribed');
    expect(unsubscribed).toEqual([token, token]);
    expect(await ask(`unsubscribe@${bounceDomain}`, `${token}x`)).not.toBe('unsubscribed');
    expect(unsubscribed).toHaveLength(2);
  });

  test('unsubscribes by the very bounce-like mail of a program, and still takes a bounce there', async () => {
    const to = `unsubscribe@${bounceDomain}`;
    const bounce = plainBounce({ returnPath });
    expect(await take(bounce.replace('failure notice', token), [to])).toBe('unsubscribed');
    expect(await take(bounce, [to])).toBe('bounce');
  });
});

describe('whatever comes', () => {
  const word = fc.constantFrom(
    'Content-Type: multipart/report; boundary=x\r\n',
    'Content-Type: message/delivery-status\r\n\r\n',
    'Content-Type: message/feedback-report\r\n\r\n',
    'Content-Type: message/rfc822\r\n\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    '--x\r\n',
    '--x--\r\n',
    '\r\n\r\n',
    'Action: failed\r\nStatus: 5.1.1\r\n',
    'Feedback-Type: abuse\r\n',
    'From: mailer-daemon@x\r\nX-Failed-Recipients: a@b\r\n',
    'Subject: =?utf-8?B?AAAA?=\r\n',
    'To: b+0@bounces.rolecall.example\r\n',
    '\u0000',
    `X: ${'a'.repeat(3_000)}\r\n`,
    ' folded\r\n',
  );
  const mail = fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 60 })), { maxLength: 30 });

  test('is read or not, and suppresses nobody without proof', async () => {
    await fc.assert(
      fc.asyncProperty(mail, async (parts) => {
        const result = await take(parts.join(''), []);
        expect(['unproven', 'unreadable', 'ignored', 'auto_reply']).toContain(result);
      }),
      numberOfCases(500, 100),
    );
    expect(told).toEqual([]);
  });

  test('can be random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        await parseInbound(bytes);
      }),
      numberOfCases(300, 60),
    );
  });

  test('can be a bounce of which bytes were lost or changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2_500), fc.nat(300), fc.string({ maxLength: 20 }), async (at, length, put) => {
        const whole = postfixBounce({ returnPath, messageId: `${at}.${length}.${put.length}@x` });
        const result = await take(whole.slice(0, at) + put + whole.slice(at + length));
        expect(result).toEqual(expect.any(String));
      }),
      numberOfCases(200, 40),
    );
    expect(told.every((report) => report.address === address)).toBe(true);
  });

  test.each([
    ['a hundred thousand headers', 'X-A: b\r\n'.repeat(100_000)],
    ['one header of a megabyte', `Subject: ${'=?utf-8?Q?a?= '.repeat(80_000)}\r\n\r\n`],
    ['parts within parts', 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'.repeat(2_000)],
    ['a million recipients', `To: ${'a@b, '.repeat(200_000)}\r\n\r\n`],
    [
      'a report of a million lines',
      `Content-Type: message/delivery-status\r\n\r\n${'Action: failed\r\n\r\n'.repeat(60_000)}`,
    ],
  ])('can be %s', async (_name, given) => {
    expect(await take(given, [])).toEqual(expect.any(String));
    expect(told).toEqual([]);
  });
});

describe('the mail server for what comes back', () => {
  const listen = (changes: object = {}) =>
    startInboundSmtp(
      { host: '127.0.0.1', port: 0, maxBytes: 100_000, maxConnections: 5, tls: null, ...changes },
      { inboundMail: inbound(), logger },
    );
  const send = async (port: number, to: string, raw: string) => {
    const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
    try {
      return await transport.sendMail({ envelope: { from: '', to }, raw });
    } finally {
      transport.close();
    }
  };

  test('takes a bounce, and answers when it is processed', async () => {
    const server = await listen();
    await send(server.port, returnPath, postfixBounce({ returnPath }));
    expect(await reasonsNow()).toEqual(['hard_bounce']);
    await server.close();
  });

  test.each(['prvs=123456abcd=', 'msprvs1=17921sD1OGUST=', 'btv1==0123abcd=='])(
    'takes a bounce to a return path that a server has tagged with %s',
    async (tag) => {
      const server = await listen();
      await send(server.port, `${tag}${returnPath}`, postfixBounce({ returnPath: 'x@rolecall.example' }));
      expect(await reasonsNow()).toEqual(['hard_bounce']);
      await server.close();
    },
  );

  test('passes on the null sender, which proves a bounce that names nobody', async () => {
    const server = await listen();
    const mail = notice({
      to: returnPath,
      from: 'noreply@example.net',
      text: 'Not delivered: 550 5.1.1 nobody',
    });
    await send(server.port, returnPath, mail);
    expect(await reasonsNow()).toEqual(['hard_bounce']);
    await server.close();
  });

  test('relays nothing, and knows no other address', async () => {
    const server = await listen();
    const forged = returnPath.replace(/\.[\da-f]{24}@/, `.${'0'.repeat(24)}@`);
    for (const to of ['ada@example.net', `postmaster@${bounceDomain}`, forged, `b+x@${bounceDomain}`]) {
      await expect(send(server.port, to, 'Subject: x\r\n\r\nx')).rejects.toMatchObject({ responseCode: 550 });
    }
    for (const name of ['unsubscribe', `u+${token}`, 'complaints'])
      await send(server.port, `${name}@${bounceDomain}`, 'Subject: x\r\n\r\nx');
    await server.close();
  });

  test('lets the other side try again when nothing could be written', async () => {
    const server = await listen();
    isDown = true;
    await expect(send(server.port, returnPath, postfixBounce({ returnPath }))).rejects.toMatchObject({
      responseCode: 451,
    });
    isDown = false;
    await send(server.port, returnPath, postfixBounce({ returnPath }));
    expect(told).toHaveLength(1);
    await server.close();
  });

  test('refuses what is too large', async () => {
    const server = await listen();
    const mail = `${postfixBounce({ returnPath })}${'x'.repeat(200_000)}`;
    await expect(send(server.port, returnPath, mail)).rejects.toMatchObject({ responseCode: 552 });
    await server.close();
  });

  test('says why it cannot listen', async () => {
    const server = await listen();
    await expect(listen({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await server.close();
  });
});
