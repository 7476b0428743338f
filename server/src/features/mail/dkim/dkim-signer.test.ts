import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OutgoingMail } from '../message/index.ts';
import { createMessageBuilder, headerText } from '../message/index.ts';
import { createDkimSigner, type DkimSigner } from './dkim-signer.ts';

const build = createMessageBuilder();
const date = new Date('2026-09-01T12:00:00Z');
const example: OutgoingMail = {
  from: 'Rolecall <jobs@rolecall.example>',
  to: { name: 'Åda', address: 'ada@example.org' },
  subject: 'Grüße vom Hafen',
  html: '<p>Hello  there,</p>\n\n<p>\tgood bye</p>\n\n\n',
  text: 'Hello  there\n',
  messageId: '<1@rolecall.example>',
  date,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'Feedback-ID': 'job_alert:jobs:rolecall:rolecall.example',
    'List-Id': 'Jobs <jobs.rolecall.example>',
    'List-Unsubscribe': `<https://rolecall.example/u/${'t'.repeat(60)}>, <mailto:stop@rolecall.example>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Reply-To': 'Help <help@rolecall.example>',
  },
  reference: null,
  stream: 'bulk',
  isUrgent: false,
};

describe.each(['rsa', 'ed25519'] as const)('a signature with %s', (type) => {
  let publicKey: KeyObject;
  let signer: DkimSigner;

  beforeAll(() => {
    const pair =
      type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
    publicKey = pair.publicKey;
    const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    signer = createDkimSigner({ domain: 'rolecall.example', selector: 'autumn', privateKey });
  });

  async function signed(mail: OutgoingMail): Promise<string> {
    const message = build(mail);
    const fields = [await signer.sign(message, date), ...message.fields];
    return `${headerText(fields)}${Buffer.from(message.body).toString('latin1')}`;
  }

  /** What a receiver says who has the key from the DNS. */
  async function verificationOf(raw: string): Promise<string> {
    const der = publicKey.export({ type: 'spki', format: 'der' });
    // RFC 8463, 4: the bare key, which is the end of its encoding.
    const key = (type === 'rsa' ? der : der.subarray(-32)).toString('base64');
    const { results } = await dkimVerify(Buffer.from(raw, 'latin1'), {
      resolver: async (name: string) => {
        expect(name).toBe('autumn._domainkey.rolecall.example');
        return [[`v=DKIM1; k=${type}; p=${key}`]];
      },
    });
    return results.map(({ status }) => status.result).join();
  }

  test('holds for a mail as it is, and for one that servers have folded anew', async () => {
    const raw = await signed(example);
    expect(await verificationOf(raw)).toBe('pass');
    expect(await verificationOf(raw.replace('Subject: ', 'subject:   '))).toBe('pass');
    expect(await verificationOf(`Received: from a by b;\r\n now\r\n${raw}\r\n\r\n`)).toBe('pass');
  });

  test.each([
    ['From', 'From: Rolecall', 'From: Rolecal'],
    ['To', 'ada@example.org', 'eve@example.org'],
    ['Subject', 'Subject: =?UTF-8?', 'Subject: =?utf-8?'],
    ['Date', '12:00:00', '12:00:01'],
    ['Message-ID', '<1@', '<2@'],
    ['Reply-To', 'help@', 'hell@'],
    ['MIME-Version', 'MIME-Version: 1.0', 'MIME-Version: 1.1'],
    ['Content-Type', 'multipart/alternative', 'multipart/mixed'],
    ['List-Id', 'jobs.rolecall.example>', 'job.rolecall.example>'],
    ['List-Unsubscribe', '/u/t', '/u/x'],
    ['its mailto', 'mailto:stop@', 'mailto:stay@'],
    ['List-Unsubscribe-Post', 'One-Click', 'Two-Click'],
    ['Feedback-ID', 'job_alert:jobs', 'job_alert:news'],
    ['Auto-Submitted', 'auto-generated', 'auto-replied'],
    ['body', 'good bye', 'good day'],
    ['a second From', 'From: ', 'From: Eve <eve@example.org>\r\nFrom: '],
    ['a second To', 'To: ', 'To: eve@example.org\r\nTo: '],
    ['a second Subject', 'Subject: ', 'Subject: Win\r\nSubject: '],
    ['a second Date', 'Date: ', 'Date: Tue, 01 Sep 2026 13:00:00 +0000\r\nDate: '],
  ])('breaks when somebody changes %s', async (_what, from, to) => {
    const raw = await signed(example);
    const start = raw.indexOf('\r\nFrom:');
    const changed = raw.slice(0, start) + raw.slice(start).replace(from, () => to);
    expect(changed).not.toBe(raw);
    // What says that the body is another one calls the signature neutral.
    expect(await verificationOf(changed)).toMatch(/^(?:fail|neutral)$/);
  });

  test('holds for whatever is in a mail', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 300 });
    const anyLine = anyText.map((text) => text.replaceAll(/\p{Cc}/gu, '').trim());
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyLine, anyLine, async (html, text, subject, name) => {
        const to = { name, address: 'ada@example.org' };
        expect(await verificationOf(await signed({ ...example, html, text, subject, to, headers: {} }))).toBe(
          'pass',
        );
      }),
      { numRuns: 40 },
    );
  });

  test('names the headers that are there, in lines that are short', async () => {
    const [head = ''] = (await signed(example)).split('\r\nFrom:');
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    expect(/h=([^;]*);/.exec(head.replaceAll(/\r\n\s/g, ''))?.[1]).toBe(
      'From:To:Subject:Date:Message-ID:Reply-To:MIME-Version:Content-Type:List-Id:List-Unsubscribe:' +
        'List-Unsubscribe-Post:Feedback-ID:Auto-Submitted:From:To:Subject:Date',
    );
  });
});
