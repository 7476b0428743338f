import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type ScriptedSmtp,
  type SmtpMoment,
  startScriptedSmtp,
} from '../../../testing/messaging/scripted-smtp.ts';
import type { MailProvider, OutgoingMail } from '../message/index.ts';
import { createSmtpProvider } from './smtp-provider.ts';

const returnPath = 'bounces@rolecall.example';
const pipelining = '250-scripted\r\n250-PIPELINING\r\n250 SIZE 1000000';

function mail(overrides: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    from: 'Rolecall <jobs@rolecall.example>',
    to: { name: 'Ada', address: 'ada@example.org' },
    subject: 'Hello',
    html: '<p>Hello</p>',
    text: 'Hello',
    messageId: '<1@rolecall.example>',
    date: new Date('2026-09-01T12:00:00Z'),
    headers: {},
    reference: null,
    stream: 'transactional',
    isUrgent: false,
    ...overrides,
  };
}

let server: ScriptedSmtp;
const providers: MailProvider[] = [];

beforeAll(async () => {
  server = await startScriptedSmtp();
});
beforeEach(() => server.follow({}));
afterEach(async () => {
  for (const provider of providers.splice(0)) await provider.close();
  server.hangUp();
});
afterAll(() => server.close());

function providerFor(options: { concurrency?: number; url?: string } = {}): MailProvider {
  const { concurrency = 1, url = server.url } = options;
  const provider = createSmtpProvider({ name: 'smtp', url, concurrency, signer: null });
  providers.push(provider);
  return provider;
}
const heard = (word: string) => server.heard.filter((line) => line.startsWith(word)).length;
const firstTime = ({ connection }: SmtpMoment) => connection === 1;

describe('connections', () => {
  test('that end before they are used leave their place to the mails that wait', async () => {
    server.follow({
      EHLO: (moment) => (firstTime(moment) ? '250 scripted\r\n421 going away' : '250 scripted'),
    });
    const provider = providerFor();
    const outcomes = await Promise.all([1, 2, 3].map(() => provider.send(mail(), returnPath)));
    expect(outcomes.map(({ result }) => result)).toEqual(['unavailable', 'sent', 'sent']);
  });

  test.each([
    ['one command after the other', '250 scripted'],
    ['all commands at once', pipelining],
  ])('take many mails, with %s', async (_how, EHLO) => {
    server.follow({ EHLO });
    const provider = providerFor();
    for (let count = 0; count < 3; count += 1) {
      expect(await provider.send(mail(), returnPath)).toMatchObject({ result: 'sent', provider: 'smtp' });
    }
    expect([heard('EHLO'), heard('MAIL FROM:<bounces@rolecall.example>'), heard('RSET')]).toEqual([1, 3, 0]);
  });

  test('are no more than allowed, and are given up after many mails', async () => {
    let most = 0;
    server.follow({
      EHLO: pipelining,
      greeting: ({ connection }) => {
        most = Math.max(most, connection);
        return '220 scripted';
      },
    });
    const provider = providerFor({ concurrency: 2 });
    await Promise.all(Array.from({ length: 20 }, () => provider.send(mail(), returnPath)));
    expect(most).toBe(2);
    await Promise.all(Array.from({ length: 1_000 }, () => provider.send(mail(), returnPath)));
    await expect.poll(() => heard('QUIT')).toBe(2);
    expect(heard('MAIL')).toBe(1_020);
  });

  test('that the server has closed meanwhile cost a mail nothing', async () => {
    const provider = providerFor();
    await provider.send(mail(), returnPath);
    server.hangUp();
    expect(await provider.send(mail(), returnPath)).toMatchObject({ result: 'sent' });
    expect(heard('EHLO')).toBe(2);
  });

  test.each([
    ['says good-bye', '421 4.3.2 too many mails on this connection'],
    ['hangs up', 'hang up'],
  ])('that end when the server %s as the next mail begins cost it nothing', async (_how, reply) => {
    for (const EHLO of ['250 scripted', pipelining]) {
      server.follow({ EHLO, MAIL: (at) => (firstTime(at) && at.mail === 2 ? reply : '250 2.1.0 ok') });
      const provider = providerFor();
      await provider.send(mail(), returnPath);
      expect(await provider.send(mail(), returnPath)).toMatchObject({ result: 'sent' });
      expect(heard('EHLO')).toBe(2);
    }
  });

  test('that break when the mail is through are not taken for a refusal, and the mail is not sent twice at once', async () => {
    server.follow({ content: ({ mail: count }) => (count === 2 ? 'hang up' : '250 ok') });
    const provider = providerFor();
    await provider.send(mail(), returnPath);
    expect(await provider.send(mail(), returnPath)).toMatchObject({ result: 'retry' });
    expect(heard('DATA')).toBe(2);
  });

  test('a server that always says good-bye is asked once anew', async () => {
    server.follow({ MAIL: (at) => (firstTime(at) && at.mail === 1 ? '250 ok' : '421 4.3.2 closing') });
    const provider = providerFor();
    await provider.send(mail(), returnPath);
    expect(await provider.send(mail(), returnPath)).toMatchObject({ result: 'retry', status: '4.3.2' });
    expect(heard('EHLO')).toBe(2);
  });

  test('go to the urgent first', async () => {
    server.follow({ EHLO: pipelining });
    const provider = providerFor();
    const to = (address: string, isUrgent = false) =>
      provider.send(mail({ to: { name: '', address }, isUrgent }), returnPath);
    await Promise.all([to('a@x.example'), to('b@x.example'), to('c@x.example'), to('reset@x.example', true)]);
    const order = server.heard.filter((line) => line.startsWith('RCPT'));
    expect(order.map((line) => line.slice(9, 10))).toEqual(['a', 'r', 'b', 'c']);
  });
});

describe('a refused mail', () => {
  test('leaves the connection fit for the next, whatever the server makes of DATA', async () => {
    for (const DATA of ['354 go on', '503 5.5.1 no valid recipients']) {
      server.follow({
        EHLO: pipelining,
        RCPT: ({ mail: count }) => (count === 1 ? '550 5.1.1 no such user' : '250 ok'),
        DATA: ({ mail: count }) => (count === 1 ? DATA : '354 go on'),
      });
      const provider = providerFor();
      expect(await provider.send(mail(), returnPath)).toMatchObject({
        result: 'address_rejected',
        status: '5.1.1',
      });
      expect(await provider.send(mail(), returnPath)).toMatchObject({ result: 'sent' });
      expect([heard('EHLO'), heard('RSET')]).toEqual([1, 1]);
    }
  });

  test.each([
    ['to nobody', { to: { name: '', address: 'ada' } }, { result: 'address_rejected', status: '5.1.3' }],
    ['with a broken header', { subject: 'a\r\nBcc: b@c.example' }, { result: 'message_rejected' }],
  ])('%s never reaches the server', async (_what, overrides, outcome) => {
    expect(await providerFor().send(mail(overrides), returnPath)).toMatchObject(outcome);
    expect(server.heard).toEqual([]);
  });
});

describe('a server that keeps the envelope of a mail that it has refused at its end', () => {
  test.each([
    ['one command after the other', '250 scripted'],
    ['all commands at once', pipelining],
  ])('is told to forget it, with %s', async (_how, EHLO) => {
    server.follow({
      EHLO,
      content: ({ mail: count }) => (count === 1 ? '450 4.2.1 come back later' : '250 2.0.0 queued'),
    });
    const provider = providerFor();
    expect(await provider.send(mail(), returnPath)).toMatchObject({ result: 'retry', status: '4.2.1' });
    expect(await provider.send(mail(), returnPath)).toMatchObject({ result: 'sent' });
    const commands = server.heard.map((line) => line.split(' ', 1)[0]);
    expect(commands).toEqual(['EHLO', 'MAIL', 'RCPT', 'DATA', 'RSET', 'MAIL', 'RCPT', 'DATA']);
  });

  test('sends nobody an empty mail when it takes a recipient for the old one', async () => {
    let contents = 0;
    server.follow({
      EHLO: pipelining,
      MAIL: '503 5.5.1 nested MAIL command',
      content: () => {
        contents += 1;
        return '250 2.0.0 queued';
      },
    });
    const provider = providerFor();
    expect((await provider.send(mail(), returnPath)).result).not.toBe('sent');
    expect(contents).toBe(0);
    server.follow({ EHLO: pipelining });
    expect(await provider.send(mail(), returnPath)).toMatchObject({ result: 'sent' });
    expect(heard('EHLO')).toBe(1);
  });
});

describe('a reply', () => {
  test.each([
    ['250 2.0.0 Ok: queued as 4bXq1f2Zz9z', '4bXq1f2Zz9z'],
    [
      '250 Ok 0100018f2b3c4d5e-6f7a8b9c-0d1e-4f2a-8b3c-4d5e6f7a8b9c-000000',
      '0100018f2b3c4d5e-6f7a8b9c-0d1e-4f2a-8b3c-4d5e6f7a8b9c-000000',
    ],
    ['250 Great success', null],
  ])('%s names the mail %s', async (content, providerMessageId) => {
    server.follow({ content });
    expect(await providerFor().send(mail(), returnPath)).toMatchObject({ result: 'sent', providerMessageId });
  });

  test.each([
    ['is none', 'nonsense'],
    ['never ends', `250-${`${'x'.repeat(100)}\r\n250-`.repeat(1_000)}`],
  ])('that %s ends the conversation', async (_what, EHLO) => {
    server.follow({ EHLO });
    expect(await providerFor().send(mail(), returnPath)).toMatchObject({ result: 'unavailable' });
  });
});

describe('addresses with characters beyond ASCII', () => {
  const outgoing = mail({ to: { name: 'Grüße', address: 'grüße@bücher.example' } });

  test('go to servers that take them', async () => {
    server.follow({ EHLO: '250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8' });
    expect(await providerFor().send(outgoing, returnPath)).toMatchObject({ result: 'sent' });
    expect(heard('MAIL FROM:<bounces@rolecall.example> BODY=8BITMIME SMTPUTF8')).toBe(1);
  });

  test('are refused with a reason where the server does not', async () => {
    expect(await providerFor().send(outgoing, returnPath)).toMatchObject({
      result: 'message_rejected',
      status: '5.6.7',
      detail: expect.stringContaining('SMTPUTF8'),
    });
  });
});

test('a provider that is closed says so, and ends what waits', async () => {
  let arrived = () => {};
  const busy = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  server.follow({
    MAIL: () => {
      arrived();
      return '250-and so on';
    },
  });
  const provider = providerFor();
  const [first, second] = [provider.send(mail(), returnPath), provider.send(mail(), returnPath)];
  await busy;
  await provider.close();
  expect(await Promise.all([first, second, provider.send(mail(), returnPath)])).toMatchObject([
    { result: 'unavailable' },
    { result: 'unavailable' },
    { result: 'unavailable' },
  ]);
});
