import rateLimit from '@fastify/rate-limit';
import type { BounceClass, MailEventType } from '@rolecall/contract';
import fc from 'fast-check';
import { type FastifyInstance, fastify } from 'fastify';
import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMailEvents, type MailEvent } from '../../features/mail/events/index.ts';
import {
  createMailgunWebhook,
  createPostmarkWebhook,
  createResendWebhook,
  createSendGridWebhook,
  createSesWebhook,
  createSnsInbox,
  createWebhookReceiver,
} from '../../features/mail/feedback/index.ts';
import { FakeClock } from '../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { snsCertificate } from '../../testing/mail/sns-certificate.ts';
import {
  mailgunSigner,
  postmarkSigner,
  resendSigner,
  type SignedCall,
  sendGridSigner,
  snsCertificateUrl,
  snsSigner,
  snsTopic,
} from '../../testing/mail/webhook-signers.ts';
import { answerFailures } from './failures.ts';
import { mountMailWebhooks } from './mail-webhooks.ts';

const clock = new FakeClock('2027-01-01T12:00:00Z');
const logger = pino({ level: 'silent' });
const minute = 60_000;
const hour = 60 * minute;
const address = 'ada@example.org';
const deliveryId = uuidv7();

const sendGrid = sendGridSigner();
const sns = snsSigner();
const postmark = postmarkSigner();
const mailgun = mailgunSigner();
const resend = resendSigner();

let database: TestDatabase;
let app: FastifyInstance;
let told: MailEvent[] = [];
let fetched: string[] = [];
/** What Amazon's hosts answer, by address; the rest is not there. */
let amazon: Map<string, { status: number; text: string; finalUrl?: string }>;
/** Addresses whose reports cannot be recorded. */
const cursed = new Set<string>();

const mailEvents = createMailEvents({
  clock,
  listeners: [
    async (_tx, events) => {
      if (events.some((event) => cursed.has(event.address ?? ''))) throw new Error('no');
      told.push(...events);
    },
  ],
});

const inbox = createSnsInbox({
  topicArns: [snsTopic],
  httpClient: {
    async get(url) {
      fetched.push(url);
      const { status, text, finalUrl = url } = amazon.get(url) ?? { status: 404, text: '' };
      return { status, headers: {}, body: Buffer.from(text), text: () => text, finalUrl };
    },
  },
});

beforeAll(async () => {
  database = await createTestDatabase();
  app = fastify();
  answerFailures(app);
  await app.register(rateLimit, { global: false });
  await mountMailWebhooks(
    app,
    createWebhookReceiver({
      database,
      clock,
      logger,
      mailEvents,
      webhooks: new Map([
        ['sendgrid', createSendGridWebhook(sendGrid.key)],
        ['ses', createSesWebhook({ sns: inbox, logger })],
        ['postmark', createPostmarkWebhook(postmark.credentials)],
        ['mailgun', createMailgunWebhook(mailgun.key)],
        ['resend', createResendWebhook(resend.secret)],
      ]),
    }),
  );
});
afterAll(async () => {
  await app.close();
  await database.close();
});
beforeEach(async () => {
  await sql`truncate mail_events, webhook_tokens`.execute(database.query);
  told = [];
  fetched = [];
  cursed.clear();
  amazon = new Map([[snsCertificateUrl, { status: 200, text: snsCertificate }]]);
});

async function call(provider: string, { headers, body }: SignedCall) {
  const answer = await app.inject({
    method: 'POST',
    url: `/webhooks/email/${provider}`,
    headers,
    payload: body,
  });
  return { status: answer.statusCode, code: answer.body === '' ? null : answer.json().code };
}

const taken = { status: 204, code: null };
const badSignature = { status: 401, code: 'webhook_signature_invalid' };
const tooOld = { status: 403, code: 'webhook_too_old' };

const at = () => clock.now().toISOString();
const unix = () => clock.now().getTime() / 1_000;

/** Each provider with a bounce of a mailbox that does not exist, and how long a call of it is good. */
const providers = {
  sendgrid: {
    sign: (when = clock.now()) =>
      sendGrid.sign(
        [
          {
            email: address,
            timestamp: unix(),
            event: 'bounce',
            type: 'bounce',
            sg_event_id: 'event-1',
            sg_message_id: 'message.filter',
            'smtp-id': '<018f@rolecall.example>',
            status: '5.1.1',
            reason: '550 5.1.1 The email account that you tried to reach does not exist.',
            delivery_id: deliveryId,
          },
        ],
        when,
      ),
    goodFor: 5 * minute,
  },
  ses: {
    sign: (when = clock.now()) =>
      sns.sign(
        {
          eventType: 'Bounce',
          mail: { messageId: '0102', destination: [address], tags: { delivery_id: [deliveryId] } },
          bounce: {
            bounceType: 'Permanent',
            bounceSubType: 'General',
            timestamp: at(),
            bouncedRecipients: [
              {
                emailAddress: address,
                action: 'failed',
                status: '5.1.1',
                diagnosticCode: 'smtp; 550 5.1.1 unknown',
              },
            ],
          },
        },
        when,
      ),
    goodFor: 2 * hour,
  },
  postmark: {
    sign: () =>
      postmark.sign({
        RecordType: 'Bounce',
        ID: 42,
        Type: 'HardBounce',
        TypeCode: 1,
        MessageID: '00000000-0000-0000-0000-000000000000',
        Metadata: { delivery_id: deliveryId },
        Details: 'smtp;550 5.1.1 The email account that you tried to reach does not exist',
        Email: address,
        BouncedAt: at(),
      }),
  },
  mailgun: {
    sign: (when = clock.now()) =>
      mailgun.sign(
        {
          event: 'failed',
          id: 'mailgun-1',
          timestamp: unix(),
          severity: 'permanent',
          reason: 'bounce',
          recipient: address,
          'delivery-status': { code: 550, 'enhanced-code': '5.1.1', message: '5.1.1 no such user' },
          'user-variables': { delivery_id: deliveryId },
        },
        when,
      ),
    goodFor: 9 * hour,
  },
  resend: {
    sign: (when = clock.now()) =>
      resend.sign(
        {
          type: 'email.bounced',
          created_at: at(),
          data: {
            email_id: '56761188',
            to: [address],
            bounce: { type: 'Permanent', subType: 'General', message: '550 5.1.1 user unknown' },
            tags: { delivery_id: deliveryId },
          },
        },
        when,
      ),
    goodFor: 5 * minute,
  },
} as const;
type Name = keyof typeof providers;
const names: readonly Name[] = ['sendgrid', 'ses', 'postmark', 'mailgun', 'resend'];
const timed: readonly Exclude<Name, 'postmark'>[] = ['sendgrid', 'ses', 'mailgun', 'resend'];

describe.each(names)('what %s tells', (name) => {
  const { sign } = providers[name];

  test('is recorded when it is genuine', async () => {
    expect(await call(name, sign())).toEqual(taken);
    expect(told).toMatchObject([
      {
        type: 'bounced',
        deliveryId,
        address,
        provider: name,
        status: '5.1.1',
        bounce: 'hard',
        at: clock.now(),
      },
    ]);
  });

  test('is refused when a byte of it was changed', async () => {
    const genuine = sign();
    // Postmark signs nothing, and Mailgun not what it tells.
    if (name !== 'postmark' && name !== 'mailgun') {
      const body = genuine.body.replace(address, 'eve@example.org');
      expect(await call(name, { ...genuine, body })).toEqual(badSignature);
      expect(await call(name, { ...genuine, body: `${genuine.body} ` })).toEqual(
        // SNS signs the values, so that white space around them is nothing.
        name === 'ses' ? taken : badSignature,
      );
      told = [];
    }
    expect(await call(name, { headers: { 'content-type': 'application/json' }, body: '{}' })).toEqual(
      badSignature,
    );
    expect(await call(name, { headers: {}, body: '' })).toMatchObject({
      status: expect.toSatisfy((status: number) => status === 400 || status === 401),
    });
    expect(told).toEqual([]);
  });

  test('changes nothing when it is told again', async () => {
    const genuine = sign();
    expect(await call(name, genuine)).toEqual(taken);
    expect(await call(name, genuine)).toEqual(taken);
    expect(told).toHaveLength(1);
  });

  test('can be anything, which is refused or ignored', async () => {
    const { headers } = sign();
    const values = fc.oneof(fc.json(), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(
        values,
        fc.dictionary(fc.constantFrom(...Object.keys(headers)), fc.stringMatching(/^[ -~]{0,60}$/)),
        async (body, changed) => {
          const { status } = await call(name, { headers: { ...headers, ...changed }, body });
          expect([204, 400, 401, 403, 415]).toContain(status);
        },
      ),
      { numRuns: 60 },
    );
    expect(told).toEqual([]);
  });
});

describe.each(timed)('a signature of %s', (name) => {
  const { sign, goodFor } = providers[name];

  test('is refused when it is too old, or of the future', async () => {
    const before = (milliseconds: number) => sign(new Date(clock.now().getTime() - milliseconds));
    expect(await call(name, before(goodFor - minute / 2))).toEqual(taken);
    expect(await call(name, before(goodFor + minute))).toEqual(tooOld);
    expect(await call(name, before(-10 * minute))).toEqual(tooOld);
    expect(told).toHaveLength(1);
  });
});

/** What a provider calls something, and what that is here. */
type Meaning = readonly [MailEventType, BounceClass | null, string | null] | null;

describe('what providers tell means', () => {
  const check = async (name: Name, signed: SignedCall, meaning: Meaning) => {
    expect(await call(name, signed)).toEqual(taken);
    expect(told.map(({ type, bounce, status }) => [type, bounce, status])).toEqual(
      meaning === null ? [] : [[...meaning]],
    );
  };

  test.each<[object, Meaning]>([
    [{ event: 'delivered', response: '250 OK' }, ['delivered', null, null]],
    [{ event: 'deferred', response: '450 4.2.1 try again' }, ['deferred', 'soft', '4.2.1']],
    [{ event: 'bounce', type: 'blocked', status: '5.7.1' }, ['bounced', 'blocked', '5.7.1']],
    [{ event: 'bounce', type: 'bounce', status: '5.2.2' }, ['bounced', 'soft', '5.2.2']],
    [
      { event: 'bounce', type: 'bounce', status: '5.0.0', reason: '550 5.1.1 x' },
      ['bounced', 'hard', '5.1.1'],
    ],
    [{ event: 'bounce', type: 'bounce', reason: '550 go away' }, ['bounced', 'hard', null]],
    [{ event: 'dropped', reason: 'Bounced Address' }, ['bounced', 'hard', null]],
    [{ event: 'dropped', reason: 'Spam Reporting Address' }, ['complained', null, null]],
    [{ event: 'dropped', reason: 'Unsubscribed Address' }, ['bounced', 'content', null]],
    [{ event: 'spamreport' }, ['complained', null, null]],
    [{ event: 'open', sg_machine_open: true }, null],
    [{ event: 'group_unsubscribe' }, null],
    [{ event: 'something_new' }, null],
  ])('SendGrid: %o', async (event, meaning) => {
    const whole = { email: address, timestamp: unix(), sg_event_id: uuidv7(), ...event };
    await check('sendgrid', sendGrid.sign([whole], clock.now()), meaning);
  });

  const toAda = [{ emailAddress: address }];
  test.each<[object, Meaning]>([
    [{ eventType: 'Delivery', delivery: { recipients: [address] } }, ['delivered', null, null]],
    [
      { notificationType: 'Complaint', complaint: { complainedRecipients: toAda } },
      ['complained', null, null],
    ],
    [
      {
        eventType: 'Complaint',
        complaint: { complainedRecipients: toAda, complaintFeedbackType: 'not-spam' },
      },
      null,
    ],
    [
      { eventType: 'Bounce', bounce: { bounceType: 'Transient', bouncedRecipients: toAda } },
      ['bounced', 'soft', null],
    ],
    [
      {
        eventType: 'Bounce',
        bounce: { bounceType: 'Transient', bounceSubType: 'General', bouncedRecipients: toAda },
      },
      null,
    ],
    [
      {
        eventType: 'Bounce',
        bounce: {
          bounceType: 'Transient',
          bounceSubType: 'General',
          bouncedRecipients: [{ ...toAda[0], status: '4.4.7', diagnosticCode: null }],
        },
      },
      ['bounced', 'soft', '4.4.7'],
    ],
    [
      { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bouncedRecipients: toAda } },
      ['bounced', 'hard', null],
    ],
    [
      {
        eventType: 'Bounce',
        bounce: {
          bounceType: 'Permanent',
          bounceSubType: null,
          bouncedRecipients: [{ ...toAda[0], status: null, diagnosticCode: null }],
          timestamp: null,
        },
      },
      ['bounced', 'hard', null],
    ],
    [
      {
        eventType: 'Bounce',
        bounce: {
          bounceType: 'Permanent',
          bouncedRecipients: [
            { ...toAda[0], status: '5.1.1', diagnosticCode: 'smtp; 550 5.7.1 your IP is blocked' },
          ],
        },
      },
      ['bounced', 'blocked', '5.7.1'],
    ],
    [
      {
        eventType: 'Bounce',
        bounce: { bounceType: 'Transient', bounceSubType: 'ContentRejected', bouncedRecipients: toAda },
      },
      ['bounced', 'content', null],
    ],
    [
      {
        eventType: 'DeliveryDelay',
        deliveryDelay: { delayedRecipients: [{ ...toAda[0], status: '4.4.1' }] },
      },
      ['deferred', 'soft', '4.4.1'],
    ],
    [{ eventType: 'Reject', reject: { reason: 'Bad content' } }, ['bounced', 'content', null]],
    [{ eventType: 'Open' }, null],
    [{ eventType: 'Bounce', bounce: { bounceType: 'Permanent', bouncedRecipients: 'none' } }, null],
  ])('SES: %o', async (event, meaning) => {
    await check('ses', sns.sign({ mail: { destination: [address] }, ...event }, clock.now()), meaning);
  });

  test.each<[object, Meaning]>([
    [
      { RecordType: 'Delivery', Recipient: address, DeliveredAt: '2027-01-01T11:00:00Z' },
      ['delivered', null, null],
    ],
    [{ RecordType: 'SpamComplaint', TypeCode: 512, Email: address }, ['complained', null, null]],
    [{ RecordType: 'Bounce', TypeCode: 4_096, Email: address }, ['bounced', 'soft', null]],
    [
      { RecordType: 'Bounce', TypeCode: 1, Email: address, Details: '550 5.7.1 no' },
      ['bounced', 'blocked', '5.7.1'],
    ],
    [{ RecordType: 'Bounce', TypeCode: 100_006, Email: address }, ['bounced', 'blocked', null]],
    [{ RecordType: 'Bounce', TypeCode: 64, Email: address }, null],
    [{ RecordType: 'Open', Recipient: address }, null],
    [{ RecordType: 'SubscriptionChange', Recipient: address }, null],
  ])('Postmark: %o', async (record, meaning) => {
    await check('postmark', postmark.sign({ MessageID: uuidv7(), ...record }), meaning);
  });

  test.each<[object, Meaning]>([
    [{ event: 'delivered' }, ['delivered', null, null]],
    [{ event: 'complained' }, ['complained', null, null]],
    [{ event: 'failed', severity: 'temporary' }, ['deferred', 'soft', null]],
    [{ event: 'failed', severity: 'permanent', reason: 'suppress-bounce' }, ['bounced', 'hard', null]],
    [{ event: 'failed', severity: 'permanent', reason: 'suppress-complaint' }, ['complained', null, null]],
    [{ event: 'failed', severity: 'permanent', reason: 'old' }, ['bounced', 'soft', null]],
    [{ event: 'rejected' }, ['bounced', 'content', null]],
    [{ event: 'opened' }, null],
  ])('Mailgun: %o', async (event, meaning) => {
    const whole = { id: uuidv7(), timestamp: unix(), recipient: address, ...event };
    await check('mailgun', mailgun.sign(whole, clock.now()), meaning);
  });

  test.each<[object, Meaning]>([
    [{ type: 'email.delivered' }, ['delivered', null, null]],
    [{ type: 'email.delivery_delayed' }, ['deferred', 'soft', null]],
    [{ type: 'email.complained' }, ['complained', null, null]],
    [{ type: 'email.suppressed' }, ['bounced', 'hard', null]],
    [{ type: 'email.failed' }, ['bounced', 'content', null]],
    [{ type: 'email.clicked' }, null],
    [{ type: 'contact.created' }, null],
  ])('Resend: %o', async (event, meaning) => {
    const tags = [{ name: 'delivery_id', value: deliveryId }];
    await check('resend', resend.sign({ ...event, data: { to: [address], tags } }, clock.now()), meaning);
    for (const report of told) expect(report.deliveryId).toBe(deliveryId);
  });
});

describe('a call', () => {
  test('of many events loses none because of a broken one', async () => {
    const event = (email: unknown, id: unknown = uuidv7()) => ({
      email,
      timestamp: unix(),
      event: 'delivered',
      sg_event_id: id,
    });
    cursed.add('cursed@example.org');
    const events = [
      event('a@example.org'),
      null,
      'text',
      event(7),
      event('no address'),
      event('b@example.org', 3),
      event('cursed@example.org'),
      event('nul\u0000@example.org'),
      event('half\ud800@example.org'),
      { ...event('old@example.org'), timestamp: 1e30, delivery_id: "'; drop table mail_events" },
      event('z@example.org'),
    ];
    expect(await call('sendgrid', sendGrid.sign(events, clock.now()))).toEqual(taken);
    const recorded = ['a', 'nul', 'half\ufffd', 'old', 'z'].map((name) => `${name}@example.org`);
    expect(told.map((report) => report.address)).toEqual(recorded);
    expect(told.map((report) => report.at)).toEqual(recorded.map(() => clock.now()));
    expect(told.map((report) => report.deliveryId)).toEqual(recorded.map(() => null));
  });

  test('is to be made again when nothing of it could be recorded', async () => {
    cursed.add(address);
    const genuine = providers.mailgun.sign();
    expect(await call('mailgun', genuine)).toMatchObject({ status: 500 });
    cursed.clear();
    expect(await call('mailgun', genuine)).toEqual(taken);
    expect(told).toHaveLength(1);
  });

  test('with the token of another call of Mailgun counts for nothing', async () => {
    const genuine = providers.mailgun.sign();
    expect(await call('mailgun', genuine)).toEqual(taken);
    const body = genuine.body.replaceAll('mailgun-1', 'mailgun-2').replaceAll(address, 'eve@example.org');
    expect(await call('mailgun', { ...genuine, body })).toEqual(taken);
    expect(told.map((report) => report.address)).toEqual([address]);
  });

  test('of Postmark needs its password', async () => {
    const { body } = providers.postmark.sign();
    for (const credentials of ['rolecall:wrong', 'rolecall', '', `${postmark.credentials}x`]) {
      const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
      expect(await call('postmark', { body, headers: { authorization } })).toEqual(badSignature);
    }
  });

  test('may have a body of a MiB and no more', async () => {
    const { headers } = providers.resend.sign();
    expect(await call('resend', { headers, body: 'x'.repeat(1_048_577) })).toMatchObject({ status: 413 });
  });

  test('to a provider that is not configured finds nothing', async () => {
    expect(await call('mandrill', providers.resend.sign())).toEqual({ status: 404, code: 'not_found' });
    expect(await call('__proto__', providers.resend.sign())).toEqual({ status: 404, code: 'not_found' });
  });

  test('is verified as SendGrid itself does: its published example', async () => {
    const webhook = createSendGridWebhook(
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEDr2LjtURuePQzplybdC+u4CwrqDqBaWjcMMsTbhdbcwHBcepxo7yAQGhHPTnlvFYPAZFceEu/1FwCM/QmGUhA==',
    );
    const headers: Readonly<Record<string, string>> = {
      'x-twilio-email-event-webhook-signature':
        'MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/0=',
      'x-twilio-email-event-webhook-timestamp': '1588788367',
    };
    const payload = { category: 'example_payload', event: 'test_event', message_id: 'message_id' };
    const read = (body: string) =>
      webhook.read({ header: (name) => headers[name], body: Buffer.from(body) }, new Date(1_588_788_367_000));
    expect(await read(JSON.stringify(payload))).toEqual({ reports: [], onceToken: null });
    await expect(read('payload')).rejects.toMatchObject({ code: 'webhook_signature_invalid' });
  });
});

describe('Amazon SNS', () => {
  const bounce = (changes: Readonly<Record<string, string>> = {}) =>
    sns.sign({ mail: {}, eventType: 'Open' }, clock.now(), changes);

  test('may sign in its older way too', async () => {
    expect(await call('ses', bounce({ SignatureVersion: '1' }))).toEqual(taken);
    expect(await call('ses', bounce({ Subject: 'Amazon SES Email Event Notification' }))).toEqual(taken);
    expect(await call('ses', bounce({ SignatureVersion: '3' }))).toEqual(badSignature);
  });

  test('tells of topics that are ours only, and others make us fetch nothing', async () => {
    for (const TopicArn of ['arn:aws:sns:eu-west-1:666666666666:mail', `${snsTopic}2`, '']) {
      const foreign = bounce({ TopicArn, SigningCertURL: 'https://sns.us-east-1.amazonaws.com/other.pem' });
      expect(await call('ses', foreign)).toEqual({ status: 403, code: 'webhook_topic_refused' });
    }
    expect(fetched).toEqual([]);
  });

  test.each([
    'https://evil.example/SimpleNotificationService.pem',
    'https://sns.eu-west-1.amazonaws.com.evil.example/a.pem',
    'https://sns.eu-west-1.amazonaws.com@evil.example/a.pem',
    'https://evil-sns.eu-west-1.amazonaws.com/a.pem',
    'https://bucket.s3.amazonaws.com/a.pem',
    'https://sns.eu-west-1.amazonaws.com:8443/a.pem',
    'http://sns.eu-west-1.amazonaws.com/a.pem',
    'https://sns.eu-west-1.amazonaws.com/a.txt',
    'file:///etc/ssl/a.pem',
    '',
  ])('is not believed with a certificate of %s', async (SigningCertURL) => {
    amazon.set(SigningCertURL, { status: 200, text: snsCertificate });
    expect(await call('ses', bounce({ SigningCertURL }))).toEqual(badSignature);
    expect(fetched).toEqual([]);
  });

  test('is not believed when its certificate comes from elsewhere in the end, or is none', async () => {
    const url = 'https://sns.us-east-1.amazonaws.com/moved.pem';
    amazon.set(url, { status: 200, text: snsCertificate, finalUrl: 'https://evil.example/a.pem' });
    expect(await call('ses', bounce({ SigningCertURL: url }))).toEqual(badSignature);
    amazon.set(url, { status: 200, text: 'no certificate' });
    expect(await call('ses', bounce({ SigningCertURL: url }))).toEqual(badSignature);
    amazon.set(url, { status: 500, text: snsCertificate });
    expect(await call('ses', bounce({ SigningCertURL: url }))).toEqual(badSignature);
    amazon.set(url, { status: 200, text: snsCertificate });
    expect(await call('ses', bounce({ SigningCertURL: url }))).toEqual(taken);
  });

  test('is asked for a certificate once a day, and few are kept', async () => {
    clock.advance(25 * hour);
    for (let time = 0; time < 3; time += 1) await call('ses', bounce());
    expect(fetched).toEqual([snsCertificateUrl]);
    for (let number = 0; number < 12; number += 1) {
      const url = `https://sns.eu-west-1.amazonaws.com/${number}.pem`;
      amazon.set(url, { status: 200, text: snsCertificate });
      expect(await call('ses', bounce({ SigningCertURL: url }))).toEqual(taken);
    }
    fetched = [];
    await call('ses', bounce());
    expect(fetched).toEqual([snsCertificateUrl]);
  });

  test('gets a subscription confirmed, at its own hosts only', async () => {
    const SubscribeURL = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t';
    const ask = (changes: Readonly<Record<string, string>> = {}) =>
      call('ses', bounce({ Type: 'SubscriptionConfirmation', Token: 't', SubscribeURL, ...changes }));
    amazon.set(SubscribeURL, { status: 200, text: '<ok/>' });
    expect(await ask()).toEqual(taken);
    expect(fetched).toContain(SubscribeURL);

    fetched = [];
    const elsewhere = 'https://evil.example/?Action=ConfirmSubscription';
    expect(await ask({ SubscribeURL: elsewhere })).toEqual(badSignature);
    expect(fetched).not.toContain(elsewhere);
    expect(await ask({ TopicArn: 'arn:aws:sns:eu-west-1:666666666666:mail' })).toMatchObject({ status: 403 });
    amazon.set(SubscribeURL, { status: 500, text: '' });
    expect(await ask()).toMatchObject({ status: 502, code: 'outgoing_failed' });
    expect(await ask({ Type: 'UnsubscribeConfirmation' })).toEqual(taken);
  });
});
