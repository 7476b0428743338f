import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { OutgoingMail } from './mail.ts';
import { createMessageBuilder, headerText } from './message-builder.ts';

const build = createMessageBuilder();

function mail(overrides: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    from: 'Rolecall <jobs@rolecall.example>',
    to: { name: 'Ada Lovelace', address: 'ada@example.org' },
    subject: 'Harbour Pilot at North Quay',
    html: '<p>Hello</p>\n',
    text: 'Hello\n',
    messageId: '<1@rolecall.example>',
    date: new Date('2026-09-01T12:00:00Z'),
    headers: { 'Auto-Submitted': 'auto-generated' },
    reference: null,
    stream: 'transactional',
    isUrgent: false,
    ...overrides,
  };
}

function bytesOf(outgoing: OutgoingMail): Buffer {
  const { fields, body } = build(outgoing);
  return Buffer.concat([Buffer.from(headerText(fields)), body]);
}

/** What every server on the way may rely on. */
function expectGoodLines(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  expect(text).not.toMatch(/\r(?!\n)|(?<!\r)\n|\0/);
  expect(text.endsWith('\r\n')).toBe(true);
  const [head = '', body = ''] = splitOnce(text, '\r\n\r\n');
  for (const line of head.split('\r\n'))
    expect(line.length).toBeLessThanOrEqual(line.includes('=?') ? 76 : 998);
  for (const line of body.split('\r\n')) {
    expect(line.length).toBeLessThanOrEqual(76);
    expect(line).not.toMatch(/^\.|^From | $/);
  }
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return [text.slice(0, at), text.slice(at + by.length)];
}

/** The parser counts the line end in front of a boundary (RFC 2046, 5.1.1) as part of the text. */
const withParsedEnd = (text: string) => `${text.toWellFormed().replaceAll('\r\n', '\n')}\n`;
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        '.',
        '..',
        'From ',
        ' ',
        '\t',
        '\n',
        '\r\n',
        '=',
        '=20',
        '--=_mixed',
        'ü',
        '🚢',
        'x'.repeat(75),
      ),
    )
    .map((parts) => parts.join('')),
);
/** A header has neither line breaks nor NUL; what cannot be seen at its ends is nobody's. */
const anyLine = anyText.map((text) => text.replaceAll(/\p{Cc}/gu, '').trim());

describe('a message', () => {
  test('looks like this', () => {
    const bytes = bytesOf(
      mail({ html: '<p class="a">Grüße</p>', headers: { 'List-Id': 'Jobs für dich <jobs.x.example>' } }),
    );
    expect(bytes.toString().replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
      "From: Rolecall <jobs@rolecall.example>
      To: Ada Lovelace <ada@example.org>
      Subject: Harbour Pilot at North Quay
      Date: Tue, 01 Sep 2026 12:00:00 +0000
      Message-ID: <1@rolecall.example>
      List-Id: =?UTF-8?Q?Jobs_f=C3=BCr_dich?= <jobs.x.example>
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary="=_alternatives"

      --=_alternatives
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Hello

      --=_alternatives
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <p class=3D"a">Gr=C3=BC=C3=9Fe</p>
      --=_alternatives--
      "
    `);
  });

  test('says whatever it was given, in lines that every server passes on', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyLine, anyLine, async (html, text, subject, name) => {
        const bytes = bytesOf(mail({ html, text, subject, to: { name, address: 'ada@example.org' } }));
        expectGoodLines(bytes);
        const parsed = await PostalMime.parse(bytes);
        expect(parsed.text).toBe(withParsedEnd(text));
        expect(parsed.html).toBe(withParsedEnd(html));
        expect(parsed.subject ?? '').toBe(subject.toWellFormed());
        expect(parsed.to).toEqual([{ name: name.toWellFormed(), address: 'ada@example.org' }]);
      }),
      { numRuns: 300 },
    );
  });

  test('carries attachments with whatever names', async () => {
    await fc.assert(
      fc.asyncProperty(anyLine, anyText, async (filename, content) => {
        fc.pre(filename !== '');
        const contentType = 'application/octet-stream; version=1';
        const bytes = bytesOf(mail({ attachments: [{ filename, contentType, content }] }));
        expectGoodLines(bytes);
        const { attachments, text } = await PostalMime.parse(bytes);
        expect(text).toBe('Hello\n\n');
        expect(attachments).toHaveLength(1);
        expect(attachments[0]).toMatchObject({
          filename: filename.toWellFormed(),
          mimeType: 'application/octet-stream',
        });
        expect(new TextDecoder().decode(asBytes(attachments[0]?.content))).toBe(content.toWellFormed());
      }),
      { numRuns: 100 },
    );
  });

  test('carries an invitation that calendars know as one', async () => {
    const contentType = 'text/calendar; charset=utf-8; method=REQUEST';
    const content = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    const bytes = bytesOf(mail({ attachments: [{ filename: 'invite.ics', contentType, content }] }));
    const { attachments } = await PostalMime.parse(bytes);
    expect(attachments).toMatchObject([
      { filename: 'invite.ics', mimeType: 'text/calendar', method: 'REQUEST' },
    ]);
  });

  test('is the same each time it is built', () => {
    expect(bytesOf(mail())).toEqual(bytesOf(mail()));
    const large = build(mail({ html: 'x'.repeat(300_000) })).body;
    const copy = Buffer.from(large);
    build(mail({ html: 'y'.repeat(300_000) }));
    expect(copy.equals(large)).toBe(true);
  });

  test('keeps long headers for programs whole', async () => {
    const link = `<https://rolecall.example/u/${'x'.repeat(200)}>`;
    const bytes = bytesOf(
      mail({ headers: { 'List-Unsubscribe': `${link}, <mailto:stop@rolecall.example>` } }),
    );
    const { headers } = await PostalMime.parse(bytes);
    expect(headers.find(({ key }) => key === 'list-unsubscribe')?.value).toBe(
      `${link}, <mailto:stop@rolecall.example>`,
    );
  });
});

describe('addresses', () => {
  test.each([
    ['ada@bücher.example', 'ada@xn--bcher-kva.example', false],
    ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah', false],
    ['grüße@bücher.example', 'grüße@xn--bcher-kva.example', true],
    ['o’brien+jobs@example.org', 'o’brien+jobs@example.org', true],
    ["o'brien+jobs@example.org", "o'brien+jobs@example.org", false],
  ])('%s goes to %s', async (address, recipient, needsSmtpUtf8) => {
    const outgoing = mail({ to: { name: '', address } });
    expect(build(outgoing)).toMatchObject({ recipient, needsSmtpUtf8 });
    expect((await PostalMime.parse(bytesOf(outgoing))).to?.[0]?.address).toBe(recipient);
  });

  test.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'a da@example.org',
    'ada@ex ample.org',
    'ada@example.org>',
    '<ada@x.org',
    'a@b@c.org',
    'ada..l@example.org',
    '.ada@example.org',
    'ada@-example.org',
    'ada@example..org',
    'a\u202eda@example.org',
    `${'x'.repeat(65)}@example.org`,
  ])('nothing can be sent to %j', (address) => {
    expect(() => build(mail({ to: { name: '', address } }))).toThrow(
      expect.objectContaining({ result: 'address_rejected', status: '5.1.3' }),
    );
  });
});

describe('headers', () => {
  const inHeaders: [string, (value: string) => Partial<OutgoingMail>][] = [
    ['subject', (value) => ({ subject: value })],
    ['name', (value) => ({ to: { name: value, address: 'ada@example.org' } })],
    ['sender', (value) => ({ from: `${value} <jobs@rolecall.example>` })],
    ['list', (value) => ({ headers: { 'List-Id': `${value} <a.b.example>` } })],
    ['other header', (value) => ({ headers: { 'Feedback-ID': value } })],
    [
      'file name',
      (value) => ({ attachments: [{ filename: value, contentType: 'text/plain', content: '' }] }),
    ],
  ];
  const breaks = ['\r', '\n', '\r\n', '\0'];

  test.each(inHeaders)('no %s can begin another one', (_place, put) => {
    for (const lineBreak of breaks) {
      expect(() => build(mail(put(`Ada${lineBreak}Bcc: all@example.org`)))).toThrow('line break or NUL');
    }
  });

  test.each<[string, Partial<OutgoingMail>]>([
    ['a Message-ID that is none', { messageId: 'x' }],
    ['a Message-ID with a line break', { messageId: '<a@b>\r\nBcc: <c@d>' }],
    [
      'a type of an attachment that is none',
      { attachments: [{ filename: 'a', contentType: 'text/plain\r\nX: y', content: '' }] },
    ],
    ['a header under a name that is none', { headers: { 'X: y\r\nZ': '1' } }],
    ['a header that is written already', { headers: { From: 'x@y.example' } }],
    ['letters in a header that programs read', { headers: { 'Feedback-ID': 'für' } }],
    [
      'what is longer than a line',
      { headers: { 'List-Unsubscribe': `<https://x.example/${'y'.repeat(1_000)}>` } },
    ],
    ['more than any mailbox takes', { html: 'x'.repeat(11_000_000) }],
  ])('it is refused: %s', (_name, overrides) => {
    expect(() => build(mail(overrides))).toThrow(expect.objectContaining({ result: 'message_rejected' }));
  });
});

function asBytes(content: string | ArrayBuffer | Uint8Array | undefined): Uint8Array {
  if (content === undefined) return new Uint8Array();
  if (typeof content === 'string') return Buffer.from(content);
  return new Uint8Array(content);
}
