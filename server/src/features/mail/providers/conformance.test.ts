import { once } from 'node:events';
import { createServer } from 'node:net';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { startPostmark } from '../../../testing/mail/stand-ins/postmark.ts';
import { startResend } from '../../../testing/mail/stand-ins/resend.ts';
import { startSendGrid } from '../../../testing/mail/stand-ins/sendgrid.ts';
import { startSes } from '../../../testing/mail/stand-ins/ses.ts';
import { startSmtp } from '../../../testing/mail/stand-ins/smtp.ts';
import type { Behaviour, StandIn } from '../../../testing/mail/stand-ins/stand-in.ts';
import type { MailOutcome, MailProvider, OutgoingMail } from '../message/index.ts';
import type { MailProviderConfig } from '../settings/index.ts';
import { createMailProvider } from './create-provider.ts';

const clock = new FakeClock();
const returnPath = 'b+0123@bounces.rolecall.example';
const calendar = 'BEGIN:VCALENDAR\r\nSUMMARY:Gespräch\r\nEND:VCALENDAR\r\n';

function mail(overrides: Partial<OutgoingMail> = {}): OutgoingMail {
  const deliveryId = uuidv7();
  return {
    from: 'Rolecall <jobs@rolecall.example>',
    to: { name: 'Zoë "Z" O’Neill', address: 'ada@example.org' },
    subject: 'Lotsin in Köln – 船長',
    html: '<html lang="de"><body><p>Grüße aus Köln &amp; 東京</p></body></html>',
    text: 'Grüße aus Köln & 東京\n\n.\n..two dots\n',
    attachments: [
      {
        filename: 'invite.ics',
        contentType: 'text/calendar; charset=utf-8; method=REQUEST',
        content: calendar,
      },
    ],
    messageId: `<${deliveryId}@rolecall.example>`,
    date: clock.now(),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Feedback-ID': 'job_alert:jobs:rolecall:rolecall.example',
      'List-Id': 'Jobs that fit you <jobs.rolecall.rolecall.example>',
      'List-Unsubscribe': '<https://rolecall.example/u/token>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    reference: { deliveryId, kind: 'job_alert', category: 'jobs' },
    stream: 'bulk',
    isUrgent: false,
    ...overrides,
  };
}

interface Tested {
  readonly name: string;
  start(): Promise<StandIn>;
  /** What the provider cannot do, by its documentation. */
  readonly limits: {
    readonly namesMail: boolean;
    readonly rateLimited: 'throttled' | 'retry';
    /** The answer of a broken one to a connection that is there already. */
    readonly broken: 'unavailable' | 'retry';
    readonly understandsNonsense: boolean;
  };
}

const api = {
  namesMail: true,
  rateLimited: 'throttled',
  broken: 'unavailable',
  understandsNonsense: false,
} as const;
const providers: readonly Tested[] = [
  { name: 'SendGrid', start: startSendGrid, limits: api },
  { name: 'SES', start: startSes, limits: api },
  { name: 'Postmark', start: startPostmark, limits: api },
  { name: 'Resend', start: startResend, limits: api },
  {
    name: 'SMTP',
    start: startSmtp,
    limits: { namesMail: false, rateLimited: 'retry', broken: 'retry', understandsNonsense: true },
  },
];

describe.each(providers)('$name', ({ start, limits }) => {
  let standIn: StandIn;
  const open: MailProvider[] = [];

  beforeAll(async () => {
    standIn = await start();
  });
  afterEach(async () => {
    standIn.behave('friendly');
    for (const provider of open.splice(0)) await provider.close();
  });
  afterAll(() => standIn.close());

  function connect(config: MailProviderConfig = standIn.config): MailProvider {
    const provider = createMailProvider(config, clock, { timeoutMs: 1_000 });
    open.push(provider);
    return provider;
  }

  async function answerTo(behaviour: Behaviour): Promise<MailOutcome> {
    standIn.behave(behaviour);
    const outcome = await connect().send(mail(), returnPath);
    expect(JSON.stringify(outcome)).not.toContain(standIn.secret);
    return outcome;
  }

  test('takes a mail whole', async () => {
    const sent = mail();
    expect(await connect().send(sent, returnPath)).toEqual({
      result: 'sent',
      provider: 'tested',
      providerMessageId: limits.namesMail ? 'taken-1' : null,
    });
    const got = standIn.received.at(-1);
    expect(got).toMatchObject({
      subject: sent.subject,
      html: expect.stringContaining('Grüße aus Köln &amp; 東京'),
      text: expect.stringContaining('Grüße aus Köln & 東京\n\n.\n..two dots'),
      attachments: [{ filename: 'invite.ics', content: expect.stringMatching(/SUMMARY:Gespräch/) }],
    });
    expect(got?.from).toMatch(/^"?Rolecall"? <jobs@rolecall\.example>$/);
    expect(got?.to.replaceAll('\\', '')).toMatch(/^"?Zoë "Z" O’Neill"? <ada@example\.org>$/);
    expect(got?.attachments[0]?.type).toMatch(/^text\/calendar;.*method=REQUEST$/);
    for (const [name, value] of Object.entries(sent.headers)) {
      expect(got?.headers.get(name.toLowerCase())).toBe(value);
    }
    expect(got?.headers.get('message-id')).toBe(sent.messageId);
    expect([null, sent.reference?.deliveryId]).toContain(got?.deliveryId);
    expect([null, returnPath]).toContain(got?.returnPath);
    // Somewhere it says which delivery a bounce belongs to.
    expect(got?.deliveryId ?? got?.returnPath).toBeTruthy();
  });

  test('sends the same mail again as the same mail', async () => {
    const provider = connect();
    const again = mail();
    await provider.send(again, returnPath);
    await provider.send(again, returnPath);
    const [first, second] = standIn.received.slice(-2);
    expect(second?.headers.get('message-id')).toBe(first?.headers.get('message-id'));
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
    await provider.send(mail(), returnPath);
    if (first?.idempotencyKey !== null)
      expect(standIn.received.at(-1)?.idempotencyKey).not.toBe(first?.idempotencyKey);
  });

  test('carries a mail of nobody', async () => {
    expect(
      await connect().send(mail({ reference: null, attachments: [], headers: {} }), returnPath),
    ).toMatchObject({
      result: 'sent',
    });
    expect(standIn.received.at(-1)).toMatchObject({ deliveryId: null, attachments: [] });
  });

  test.each([
    ['unknown recipient', 'address_rejected'],
    ['unverified sender', 'sender_blocked'],
    ['dislikes the content', 'message_rejected'],
  ] as const)('%s', async (behaviour, result) => {
    const outcome = await answerTo(behaviour);
    expect(outcome).toMatchObject({ result, provider: 'tested' });
    expect(outcome).not.toHaveProperty('isUnclear', true);
  });

  test('is asked to wait', async () => {
    const outcome = await answerTo('rate limited');
    expect(outcome.result).toBe(limits.rateLimited);
    expect(outcome).not.toHaveProperty('isUnclear', true);
    if (limits.rateLimited === 'throttled') expect(outcome).toMatchObject({ retryAfterMs: 7_000 });
  });

  test('is broken', async () => {
    const outcome = await answerTo('broken');
    expect(outcome.result).toBe(limits.broken);
    expect(outcome).not.toHaveProperty('isUnclear', true);
  });

  test('takes the body and says nothing: nobody else may be asked', async () => {
    const outcome = await answerTo('hangs after the body');
    expect(outcome).toMatchObject({ isUnclear: true });
    expect(['retry', 'unavailable']).toContain(outcome.result);
  });

  test('answers what nobody understands', async () => {
    const outcome = await answerTo('answers nonsense');
    if (limits.understandsNonsense) expect(outcome).toMatchObject({ result: 'sent' });
    else expect(outcome).toMatchObject({ result: 'retry', isUnclear: true });
  });

  test('knows us, and says so before anything is sent', async () => {
    await expect(connect().verify()).resolves.toBeUndefined();
  });

  test('does not know our key', async () => {
    const provider = connect(standIn.wrongKey);
    const outcome = await provider.send(mail(), returnPath);
    expect(['sender_blocked', 'unavailable']).toContain(outcome.result);
    expect(outcome).not.toHaveProperty('isUnclear', true);
    expect(JSON.stringify(outcome)).not.toContain(standIn.secret);
    await expect(provider.verify()).rejects.toThrow(/^(?!.*key-that-nobody).*$/s);
  });

  test('is not there', async () => {
    const provider = connect(await elsewhere(standIn.config));
    const outcome = await provider.send(mail(), returnPath);
    expect(outcome).toMatchObject({ result: 'unavailable', detail: expect.stringContaining('ECONNREFUSED') });
    expect(outcome).not.toHaveProperty('isUnclear', true);
    expect(JSON.stringify(outcome)).not.toContain(standIn.secret);
    await expect(provider.verify()).rejects.toThrow('ECONNREFUSED');
  });
});

/** The same provider at a port where nobody listens. */
async function elsewhere(config: MailProviderConfig): Promise<MailProviderConfig> {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const address = closed.address();
  closed.close();
  await once(closed, 'close');
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return config.kind === 'smtp'
    ? { ...config, url: config.url.replace(/:\d+$/, `:${port}`) }
    : { ...config, endpoint: `http://127.0.0.1:${port}` };
}
