import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Kind, Locale, MailboxMessage } from '@rolecall/contract';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FakeClock } from '../../../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../../testing/database.ts';
import { mailDelivery, messageIdOf } from '../../../../testing/messaging/mail-delivery.ts';
import { emailTo, testTokens } from '../../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../../testing/messaging/payloads.ts';
import {
  type ScriptedSmtp,
  type SmtpScript,
  startScriptedSmtp,
} from '../../../../testing/messaging/scripted-smtp.ts';
import { sampleOf } from '../../../../testing/messaging/texts.ts';
import { testWorkers } from '../../../../testing/workers/index.ts';
import { createSmtpProvider } from '../../../mail/smtp/index.ts';
import { createInstrument, createTrackingTokens } from '../../../mail/tracking/index.ts';
import { createMailbox, type MailSink, startMailSink } from '../../mailbox/index.ts';

const clock = new FakeClock();
const userId = '01990000-0000-7000-8000-000000000001';

function delivery(overrides: Partial<Parameters<typeof mailDelivery>[0]> = {}) {
  return mailDelivery({ kind: 'job_alert', payload: jobAlert(), createdAt: clock.now(), ...overrides });
}
type MailDelivery = ReturnType<typeof delivery>;

describe('a mail server that does not take the mail', () => {
  let server: ScriptedSmtp;
  const channels: ReturnType<typeof emailTo>[] = [];

  beforeAll(async () => {
    server = await startScriptedSmtp();
  });
  afterEach(async () => {
    for (const channel of channels.splice(0)) await channel.close();
  });
  afterAll(() => server.close());

  const channelTo = (url: string) => {
    const channel = emailTo(url, clock);
    channels.push(channel);
    return channel;
  };

  test.each<[string, SmtpScript, string]>([
    ['is content', {}, 'sent'],
    ['greylists', { RCPT: '450 4.2.0 greylisted, try again later' }, 'retry'],
    ['closes for now', { MAIL: '421 4.3.2 closing' }, 'retry'],
    ['has a full mailbox', { RCPT: '552 5.2.2 mailbox full' }, 'retry'],
    ['knows no such user', { RCPT: '550 5.1.1 no such user' }, 'contact_gone'],
    ['knows no such user and no enhanced codes', { RCPT: '550 no such user here' }, 'contact_gone'],
    ['has disabled the mailbox', { RCPT: '550 5.2.1 mailbox disabled' }, 'contact_gone'],
    ['has us on a list', { RCPT: '550 5.7.1 blocked, see our policy' }, 'sender_blocked'],
    ['finds our mail suspicious', { content: '554 5.7.1 rejected as spam' }, 'sender_blocked'],
    ['dislikes the content', { content: '554 5.6.0 invalid content' }, 'message_rejected'],
    ['refuses at the door', { greeting: '421 too many connections' }, 'unavailable'],
    ['wants nobody', { greeting: '554 no SMTP service here' }, 'unavailable'],
    ['hangs up on this mail', { content: 'hang up' }, 'retry'],
    ['hangs up on everybody', { greeting: 'hang up' }, 'unavailable'],
  ])('it %s', async (_name, script, result) => {
    server.follow(script);
    expect(await channelTo(server.url).send(delivery())).toMatchObject({ result });
  });

  test('it is not there', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    closed.close();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const url = `smtp://127.0.0.1:${port}`;
    expect(await channelTo(url).send(delivery())).toMatchObject({ result: 'unavailable' });
    const provider = createSmtpProvider({ name: 'smtp', url, concurrency: 1, signer: null });
    await expect(provider.verify()).rejects.toThrow('ECONNREFUSED');
    await provider.close();
  });
});

describe('a mail', () => {
  let database: TestDatabase;
  let sink: MailSink;
  let channel: ReturnType<typeof emailTo>;
  const mailbox = createMailbox({ clock, workers: testWorkers() });

  beforeAll(async () => {
    database = await createTestDatabase();
    sink = await startMailSink({ database, mailbox, logger: pino({ level: 'silent' }) });
    channel = emailTo(sink.url, clock);
  });
  afterAll(async () => {
    await channel.close();
    await sink.close();
    await database.close();
  });

  async function received(outgoing: MailDelivery): Promise<MailboxMessage> {
    expect(await channel.send(outgoing)).toMatchObject({ result: 'sent' });
    const { items } = await mailbox.list(database.query, { limit: 100 });
    const summary = items.find(({ message_id }) => message_id === messageIdOf(outgoing));
    return mailbox.read(database.query, summary?.id ?? '');
  }
  const headersOf = ({ headers }: MailboxMessage) =>
    new Map(headers.map(({ name, value }) => [name.toLowerCase(), value]));

  test('says what it is and how to get no more of it with one click', async () => {
    const outgoing = delivery();
    const headers = headersOf(await received(outgoing));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('list-id')).toBe('Jobs that fit you <jobs.rolecall.rolecall.example>');
    expect(headers.get('feedback-id')).toBe('job_alert:jobs:rolecall:rolecall.example');
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headers.has('precedence')).toBe(false);
    const [, byLink = '', byMail = ''] =
      /^<https:\/\/rolecall\.example\/u\/([\w-]+)>,\s<mailto:unsubscribe@bounces\.rolecall\.example\?subject=([\w-]+)>$/.exec(
        headers.get('list-unsubscribe') ?? '',
      ) ?? [];
    const { deliveryId } = outgoing;
    expect(testTokens.verify(byLink)).toEqual({ userId, category: 'jobs', deliveryId });
    expect(byMail).toBe(byLink);
    expect(headers.get('date')).toBe('Tue, 01 Sep 2026 12:00:00 +0000');
    expect(headers.get('to')).toBe('Ada Lovelace <ada@example.org>');
  });

  test('tells of clicks only for whoever consents, and never where a one-time link is', async () => {
    const tokens = createTrackingTokens(
      'a secret of at least thirty-two characters',
      'https://rolecall.example',
    );
    const instrument = createInstrument(tokens, 'https://rolecall.example');
    const tracked = emailTo(sink.url, clock, { instrument });
    const send = async (outgoing: MailDelivery) => {
      expect(await tracked.send(outgoing)).toMatchObject({ result: 'sent' });
      const { items } = await mailbox.list(database.query, { limit: 100 });
      const summary = items.find(({ message_id }) => message_id === messageIdOf(outgoing));
      return mailbox.read(database.query, summary?.id ?? '');
    };
    const consent = { ...delivery().settings, email_tracking: true };
    const reset = { name: 'Ada', email: 'a@b.c', token: 'abc', expires_at: '2026-12-01T00:00:00.000Z' };
    try {
      const consenting = delivery({ settings: consent });
      const { html = '', text = '' } = await send(consenting);
      const [, token = ''] = /rolecall\.example\/l\/([\w-]+)"/.exec(html ?? '') ?? [];
      const target = /https:\/\/rolecall\.example\/jobs\/[\w-]+/.exec(text ?? '')?.[0];
      expect(tokens.verifyLink(token)).toEqual({
        deliveryId: consenting.deliveryId,
        userId,
        sentAt: clock.now(),
        target,
      });
      expect(html).toMatch(/\/o\/[\w-]+\.gif/);
      expect(html).toContain('"https://rolecall.example/u/');
      for (const quiet of [
        delivery(),
        delivery({ settings: consent, kind: 'password_reset', payload: reset }),
        delivery({ settings: consent, kind: 'email_verification', payload: reset }),
        delivery({ settings: consent, kind: 'security_alert', payload: sampleOf('security_alert') }),
      ]) {
        expect((await send(quiet)).html).not.toMatch(/rolecall\.example\/[lo]\//);
      }
    } finally {
      await tracked.close();
    }
  });

  test.each<Kind>(['email_verification', 'password_reset'])(
    '%s cannot be unsubscribed from',
    async (kind) => {
      const payload = {
        name: 'Ada',
        email: 'ada@example.org',
        token: 'key',
        expires_at: '2026-09-02T12:00:00Z',
      };
      const mail = await received(delivery({ kind, payload }));
      const headers = headersOf(mail);
      expect([headers.has('list-unsubscribe'), headers.has('list-unsubscribe-post')]).toEqual([false, false]);
      expect(mail.text).toMatch(/https:\/\/rolecall\.example\/(verify-email|reset-password)\?token=key/);
      expect(mail.text).not.toContain('Unsubscribe from these mails');
    },
  );

  test.each<Kind>(['email_verification', 'password_reset', 'security_alert', 'account_notice'])(
    '%s tells an address that nobody has confirmed nothing that somebody could have written at sign-up',
    async (kind) => {
      const { recipient } = delivery();
      const mail = await received(
        delivery({
          kind,
          payload: { ...sampleOf(kind), name: '' },
          recipient: { ...recipient, name: 'Visit us at once', email_verified: false },
        }),
      );
      expect(JSON.stringify(mail)).not.toContain('Visit');
    },
  );

  test.each<[Locale, string, string]>([
    ['en', 'company not verified', 'verified: northquay.example'],
    ['de', 'Firma nicht bestätigt', 'bestätigt: northquay.example'],
    ['fr', 'entreprise non vérifiée', 'vérifiée\u00a0: northquay.example'],
    ['es', 'empresa no verificada', 'verificada: northquay.example'],
  ])('in %s says of the words of a recruiter whose they are', async (locale, unverified, proven) => {
    const { recipient } = delivery();
    const kinds = [
      'application_status_changed',
      'interview_invitation',
      'interview_reminder',
      'offer',
    ] as const;
    for (const kind of [...kinds, 'rejection', 'application_confirmation'] as const) {
      const read = (mark: object) =>
        received(
          delivery({
            kind,
            payload: { ...sampleOf(kind), ...mark },
            recipient: { ...recipient, locale },
          }),
        );
      const warned = await read({ company_unverified: true });
      expect(warned.text?.replaceAll(/\s+/g, ' ')).toContain(unverified);
      expect(warned.html).toContain(unverified);
      const known = await read({ company_domain: 'northquay.example' });
      expect(known.text).toContain(proven);
      expect(known.html).toContain(proven);
      expect(known.html).not.toContain(unverified);
    }
  });

  test('reads well in both forms', async () => {
    const outgoing = delivery({ payload: jobAlert({ job_id: userId }) });
    const { html, text, subject } = await received(outgoing);
    expect(subject).toBe('Harbour Pilot at North Quay');
    const url = `https://rolecall.example/jobs/${userId}`;
    for (const part of [html, text]) {
      for (const words of [
        'Harbour Pilot',
        'North Quay',
        'Hamburg',
        '87% match',
        'Skills: radar, german',
        url,
      ]) {
        expect(part).toContain(words);
      }
      expect(part).toContain('You get this mail because');
      expect(part).toContain('https://rolecall.example/u/');
      expect(part).toContain('https://rolecall.example/settings/notifications');
    }
    expect(text?.replace(/\/([um])\/[\w-]+/g, '/$1/TOKEN')).toMatchInlineSnapshot(`
      "★ 87% match

      Harbour Pilot

      North Quay

      Place: Hamburg

      Why it fits you:
      - Title: pilot
      - Skills: radar, german

      See the job:
      https://rolecall.example/jobs/01990000-0000-7000-8000-000000000001

      Save:
      https://rolecall.example/m/TOKEN
      Not for me:
      https://rolecall.example/m/TOKEN

      --
      You get this mail because the job fits your profile and you want job alerts by e-mail.
      Unsubscribe from these mails: https://rolecall.example/u/TOKEN
      All preferences: https://rolecall.example/settings/notifications

      "
    `);
  });

  test('is in the language and the zone of its recipient', async () => {
    const outgoing = delivery({ kind: 'interview_invitation', payload: sampleOf('interview_invitation') });
    const recipient = { ...outgoing.recipient, locale: 'de', time_zone: 'Europe/Berlin' } as const;
    const mail = await received({ ...outgoing, recipient });
    expect(mail.subject).toBe('Vorstellungsgespräch: Harbour Pilot bei North Quay');
    expect(mail.html).toContain('<html lang="de"');
    expect(headersOf(mail).get('list-id')).toBe('Deine Bewerbungen <applications.rolecall.rolecall.example>');
    for (const part of [mail.html, mail.text]) {
      for (const words of [
        'Hallo Ada Lovelace,',
        'North Quay lädt dich zu einem Vorstellungsgespräch ein.',
        'Montag, 14. September 2026 um 14:00 MESZ',
        'Bewerbung ansehen',
        'Du bekommst diese Mail',
        'Diese Mails abbestellen',
      ]) {
        expect(part).toContain(words);
      }
    }
  });

  test('keeps the rules of HTML mail', async () => {
    const long = Array.from({ length: 7 }, (_, index) => ({
      code: 'skills' as const,
      terms: Array.from({ length: 100 }, (_, term) => `skill ${index} ${term} ${'x'.repeat(60)}`),
      points: 1,
    }));
    const { html } = await received(delivery({ payload: jobAlert({ reasons: long }) }));
    const page = html ?? '';
    expect(Buffer.byteLength(page)).toBeLessThan(90_000);
    expect(page).toMatch(/<html lang="en"/);
    expect(page).toContain('name="color-scheme" content="light dark"');
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page.match(/<table(?![^>]*role="presentation")/g)).toBeNull();
    expect(page).not.toMatch(/<img|<script|javascript:/i);
    for (const [, href] of page.matchAll(/href="([^"]*)"/g))
      expect(href).toMatch(/^https:\/\/rolecall\.example\//);
  });

  test('says the reasons of a match in words', async () => {
    const payload = jobAlert({
      reasons: [
        { code: 'employment_type', terms: ['full_time'], points: 5 },
        { code: 'seniority', terms: ['mid'], points: 5 },
        { code: 'pay', terms: [], points: 5 },
      ],
    });
    const { text, html } = await received(delivery({ payload }));
    expect(text).toContain(
      '- Type of employment: full time\n- Seniority: mid-level\n- The pay reaches what you ask for\n',
    );
    expect(html).not.toContain('full_time');
  });

  test('shows what people and feeds have written as text', async () => {
    const payload = jobAlert({
      job_title: '<script>alert("1")</script>',
      company_name: 'A & B {{ name }}',
      location: '"><a href="https://evil.example">',
    });
    const { html, text, subject } = await received(delivery({ payload }));
    expect(html).not.toContain('<script');
    expect(html).not.toContain('href="https://evil.example"');
    expect(html).toContain('A &amp; B {{ name }}');
    expect(text).toContain('A & B {{ name }}');
    expect(subject).toBe('<script>alert("1")</script> at A & B {{ name }}');
  });

  test.each(['Ada\r\nBcc: all@example.org', 'Ada\nX', 'Ada\0'])('refuses the name %j', async (name) => {
    const outgoing = delivery();
    const recipient = { ...outgoing.recipient, name };
    expect(await channel.send({ ...outgoing, recipient })).toMatchObject({ result: 'message_rejected' });
  });

  test('keeps its Message-ID when it is sent again, and is one mail', async () => {
    const outgoing = delivery();
    await received(outgoing);
    await received(outgoing);
    const { items } = await mailbox.list(database.query, { limit: 100 });
    expect(items.filter(({ message_id }) => message_id === messageIdOf(outgoing))).toHaveLength(1);
  });
});
