import { checkAddress } from '../../server/src/features/mail/addresses/addresses.ts';
import { didYouMean } from '../../server/src/features/mail/addresses/did-you-mean.ts';
import { receiverOf } from '../../server/src/features/mail/dispatch/receivers.ts';
import { relaxBody } from '../../server/src/features/mail/dkim/canonicalization.ts';
import { bestStatus } from '../../server/src/features/mail/events/enhanced-status.ts';
import { plainWords } from '../../server/src/features/mail/events/plain-words.ts';
import { judgeRefusal } from '../../server/src/features/mail/events/refusals.ts';
import { readFieldBlocks, withoutType } from '../../server/src/features/mail/feedback/inbound/fields.ts';
import { parseInbound } from '../../server/src/features/mail/feedback/inbound/parse-inbound.ts';
import { instantOf, reportOf } from '../../server/src/features/mail/feedback/webhooks/webhook.ts';
import { isAscii, splitMailbox, toMailAddress } from '../../server/src/features/mail/message/addresses.ts';
import {
  phraseField,
  structuredField,
  unstructuredField,
} from '../../server/src/features/mail/message/header-fields.ts';
import { createMessageBuilder } from '../../server/src/features/mail/message/message-builder.ts';
import { createReturnPaths, findReturnPaths } from '../../server/src/features/mail/message/return-path.ts';
import { safeHeader, UnsafeHeaderError } from '../../server/src/features/mail/message/safe-header.ts';
import { UnsendableMailError } from '../../server/src/features/mail/message/unsendable.ts';
import { jsonOf } from '../../server/src/features/mail/providers/answers.ts';
import { readTags } from '../../server/src/features/mail/sender-domain/dkim-key.ts';
import { findDmarc } from '../../server/src/features/mail/sender-domain/dmarc.ts';
import type { Dns } from '../../server/src/features/mail/sender-domain/dns.ts';
import { readSpf } from '../../server/src/features/mail/sender-domain/spf.ts';
import { normalizeAddress } from '../../server/src/features/mail/suppressions/address.ts';
import { readList } from '../../server/src/features/mail/suppressions/csv.ts';
import { createInstrument } from '../../server/src/features/mail/tracking/instrument.ts';
import { machineReason } from '../../server/src/features/mail/tracking/machine.ts';
import { createTrackingTokens, nameOfTarget } from '../../server/src/features/mail/tracking/tokens.ts';
import { ApplicationError } from '../../server/src/platform/errors/index.ts';
import { type Face, face } from './face.ts';

const now = new Date('2026-03-01T12:00:00Z');
const bytes = (text: string) => new TextEncoder().encode(text);
const dnsThatSays = (text: string): Dns => ({
  texts: async () => [text],
  mailHosts: async () => [],
  addresses: async () => [],
  names: async () => [],
});
const build = createMessageBuilder();
const secret = 's'.repeat(40);
const tokens = createTrackingTokens(secret, 'https://rolecall.example');
const instrument = createInstrument(tokens, 'https://rolecall.example');
const trackedMail = {
  deliveryId: '01990000-0000-7000-8000-000000000001',
  userId: '01990000-0000-7000-8000-000000000002',
  sentAt: now,
};
const isRefusal = (error: unknown) =>
  error instanceof ApplicationError ||
  error instanceof UnsafeHeaderError ||
  error instanceof UnsendableMailError;

const mailOf = (text: string) => ({
  from: 'Rolecall <jobs@rolecall.example>',
  to: { name: text, address: 'ada@example.org' },
  subject: text,
  html: text,
  text,
  messageId: '<1@rolecall.example>',
  date: now,
  headers: {},
  reference: null,
  stream: 'transactional' as const,
  isUrgent: false,
});

const report = (text: string) =>
  [
    'From: MAILER-DAEMON@example.org',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain',
    '',
    text,
    '--x',
    'Content-Type: message/delivery-status',
    '',
    `Diagnostic-Code: smtp; ${text}`,
    text,
    '--x--',
  ].join('\r\n');

export const mailFaces: readonly Face[] = [
  face('a mistyped address', (text) => [didYouMean(text), didYouMean(`ada@${text}`)], ['a@gmial.com']),
  face('an address that is checked', checkAddress, ['+', 'a@b.']),
  face('the receiver of a mail', receiverOf, ['@outlook.']),
  face('a body that is signed', (text) => relaxBody(bytes(text))),
  face('the status of an answer', (text) => bestStatus(text, text), ['5.1.1', '5.', '4.7.1.']),
  face('words of a server', plainWords),
  face('a refusal', (text) => judgeRefusal(null, text, 'soft'), [
    'benutzer ',
    'adresse ',
    'mail from ',
    '>>> mail from',
    '<<< 5',
    'exceed ',
    'policy ',
    'ip address ',
    'smtp;',
  ]),
  face('fields of a report', readFieldBlocks, ['a:', 'a:b\n ', '\n a', '-:\t']),
  face('a type and a value', withoutType, ['rfc822;', 'a ;']),
  face('a mail that came back', (text) => parseInbound(bytes(report(text)), ''), [
    '--x\r\n',
    'Final-Recipient: rfc822; a\n',
    '<<< 550 5.1.1 ',
    'b+',
    '=3D',
    '> ',
    'said: 550 ',
  ]),
  face('a mail of another kind', (text) => parseInbound(bytes(text)), [
    'a: b\r\n',
    'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n',
    'To: a@b.c, ',
    'Subject: =?utf-8?b?',
    'Received: ',
    ' \r\n',
  ]),
  face('the header of a mail', (text) => parseInbound(bytes(`To: ${text}\r\nSubject: ${text}\r\n\r\na`)), [
    '"a" <b@c>, ',
    'a:b;',
    '(',
  ]),
  face('an event of a provider', (text) => [
    reportOf('ses', now, {
      type: 'delivered',
      address: `a@${text}`,
      deliveryId: text,
      eventId: text,
      at: instantOf(text),
      detail: text,
    }),
  ]),
  face('the answer of a provider', (text) => jsonOf({ status: 200, headers: new Map(), text }), ['{"a":']),
  face(
    'an address to send to',
    (text) => [toMailAddress(text), toMailAddress(`${text}@example.org`)],
    ['a.', 'a@b.', 'xn--'],
    isRefusal,
  ),
  face('a name with an address', (text) => [splitMailbox(text), isAscii(text)], ['a <', '<a>', '> ']),
  face('a subject', (text) => unstructuredField('Subject', text), ['é ', '=?'], isRefusal),
  face('a phrase', (text) => phraseField('To', text, 'a@b.example'), ['"', '\\'], isRefusal),
  face('the value of a header', (text) => structuredField('List-Id', text), ['; a=b'], isRefusal),
  face('a safe header', (text) => safeHeader('X-A', text), [], isRefusal),
  face('a mail that is built', (text) => build(mailOf(text)), ['é', '.\r\n', '=\r\n'], isRefusal),
  face(
    'a return path',
    (text) => [findReturnPaths(text), createReturnPaths({ domain: 'b.example', secret }).verify(text)],
    ['b+', `b+${'a'.repeat(32)}.${'0'.repeat(24)}@`, 'prvs=1=', '"'],
  ),
  face('tags of a DNS record', readTags, ['v=', 'a==\t', 'p=a; ']),
  face('a DMARC record', (text) => findDmarc('example.org', dnsThatSays(`v=DMARC1; ${text}`)), [
    'p=none;',
    'rua=',
  ]),
  face('an SPF record', (text) => readSpf('example.org', ['192.0.2.1'], dnsThatSays(`v=spf1 ${text}`)), [
    'ip4:',
    'ip4:192.0.2.0/24 ',
    'a:b ',
    'include:a ',
    'redirect=',
    'a/1/',
  ]),
  face('an address that is suppressed', normalizeAddress, ['<a> ', 'a@']),
  face(
    'a list of suppressions',
    (text) => readList(text, now),
    ['"a""', 'a;b\n', 'address,reason\n', '"'],
    isRefusal,
  ),
  face('the links of a mail', (html) => instrument(html, trackedMail), [
    '<a href="',
    '<a href="https://a.example/">',
    '<a ',
  ]),
  face('a tracked link', (text) => [tokens.verifyLink(text), nameOfTarget(text)], ['https://']),
  face('who opens a mail', (userAgent) =>
    machineReason({
      type: 'open',
      method: 'GET',
      userAgent,
      address: userAgent,
      sinceSentMs: 1e9,
      followedOthers: false,
    }),
  ),
];
