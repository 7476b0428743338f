import {
  emailSchema,
  lineListSchema,
  lineSchema,
  localeOf,
  type PushMessage,
  smallObjectSchema,
  textSchema,
  timeZoneSchema,
} from '@rolecall/contract';
import { z } from 'zod';
import { EventStreamParser } from '../../packages/client/src/notifications/event-stream.ts';
import { readMessage } from '../../packages/client/src/notifications/messages.ts';
import { withFrenchSpaces } from '../../packages/contract/src/messages/french.ts';
import { readCursors } from '../../server/src/edges/sse/cursors.ts';
import { RefusedDocument } from '../../server/src/features/activity/resumes/document/line.ts';
import { readPlainText } from '../../server/src/features/activity/resumes/document/plain-text.ts';
import { scanXml } from '../../server/src/features/activity/resumes/document/xml-scan.ts';
import { parseResume } from '../../server/src/features/activity/resumes/parsing/resume.ts';
import { cleanFileName, readResume } from '../../server/src/features/activity/resumes/resume-files.ts';
import { parseRoles } from '../../server/src/features/identity/oidc/roles.ts';
import { hashRecoveryCode } from '../../server/src/features/identity/second-factor/recovery-codes.ts';
import { describeClient } from '../../server/src/features/identity/sessions/clients.ts';
import { readRefreshToken } from '../../server/src/features/identity/sessions/refresh-tokens.ts';
import { readAnswer } from '../../server/src/features/messaging/channels/web-push/answers.ts';
import { deviceName } from '../../server/src/features/messaging/channels/web-push/device-names.ts';
import { isPublicKey } from '../../server/src/features/messaging/channels/web-push/encryption.ts';
import { fitMessage } from '../../server/src/features/messaging/channels/web-push/message.ts';
import { toLine, toLines } from '../../server/src/features/messaging/texts/engine/clean.ts';
import { createEngine } from '../../server/src/features/messaging/texts/engine/engine.ts';
import {
  isMjml,
  MjmlError,
  prepareBody,
} from '../../server/src/features/messaging/texts/layout/mjml-structure.ts';
import {
  refuseUnsafeHtml,
  UnsafeHtmlError,
} from '../../server/src/features/messaging/texts/layout/safe-html.ts';
import { csvLine, withoutGuard } from '../../server/src/platform/csv/index.ts';
import { storableText } from '../../server/src/platform/db/storable.ts';
import { editDistance } from '../../server/src/platform/edit-distance/index.ts';
import { ApplicationError } from '../../server/src/platform/errors/index.ts';
import { visitorAddress, visitorNetwork } from '../../server/src/platform/http/visitors.ts';
import { isPublicAddress } from '../../server/src/platform/http-client/addresses.ts';
import { decodeText } from '../../server/src/platform/http-client/body.ts';
import { parseOutgoingUrl } from '../../server/src/platform/http-client/urls.ts';
import { deepestElement, measureJson, measureMarkdown } from '../../server/src/platform/nesting/index.ts';
import { redactLine } from '../../server/src/platform/observability/redaction.ts';
import { createCursors, idField } from '../../server/src/platform/pagination/index.ts';
import { readHint } from '../../server/src/platform/realtime/hints.ts';
import { cleanText, normalizeUnicode } from '../../server/src/platform/text/index.ts';
import { isSameSecret } from '../../server/src/platform/tokens/keyed-hash.ts';
import { createTokenSigner } from '../../server/src/platform/tokens/token-signer.ts';
import { parseJson } from '../../server/src/platform/webhooks/index.ts';
import { type Face, face } from './face.ts';

const isRefusal = (error: unknown) => error instanceof ApplicationError;
const cursors = createCursors({ id: idField });
const signer = createTokenSigner([new Uint8Array(32)], 512);
const html = createEngine('html');
const bytes = (text: string) => new TextEncoder().encode(text);
const pdf = { mediaType: 'application/pdf', extension: '.pdf' };
const pushOf = (text: string): PushMessage => ({
  web_push: 8030,
  notification: {
    title: text,
    body: text,
    lang: 'en',
    tag: 'a',
    navigate: 'https://rolecall.example/',
    icon: 'https://rolecall.example/icon.png',
    timestamp: 0,
    requireInteraction: false,
    actions: [],
    data: { notification_id: 'a', user_id: 'a', closes: [], failed: 'a', waiting: 'a' },
  },
});
const schemas = {
  'an address of a form': emailSchema,
  'a line of a form': lineSchema(200),
  'a text of a form': textSchema(1_000),
  'a list of a form': z.preprocess((text) => [text, text], lineListSchema(10)),
  'an object of a form': z.preprocess((text) => ({ a: text }), smallObjectSchema),
  'a time zone': timeZoneSchema,
};

const platformFaces: readonly Face[] = [
  face('how deep JSON is', measureJson, ['{"a":', '"\\']),
  face('how deep HTML is', deepestElement, ['<div>', '</div>']),
  face('how deep Markdown is', measureMarkdown, ['- ', '> ', '1. ', '- - ', '* * *']),
  face('a line of the log', redactLine, [
    '"token":"',
    '"token":["',
    '\\"token\\":\\"',
    '?token=',
    '://a:',
    'bearer ',
    '/l/',
    '"CTOKEN":["',
  ]),
  face('a text that is stored', (text) => [cleanText(text), storableText(JSON.stringify([text]))], [
    '\\u0000',
    '\\ud800',
  ]),
  face('Unicode', (text) => normalizeUnicode(text, 'NFKC'), [
    '\u0334\u0301\u0323',
    '\u1100\u1161',
    'ﬁ',
    '\u0344',
  ]),
  face('a cell of a table', (text) => [csvLine([text]), withoutGuard(text)], ["'=", '"']),
  face('the encoding of a document', (text) => decodeText(Buffer.from(text), `text/html; charset=${text}`), [
    '; charset=',
  ]),
  face(
    'an address to fetch',
    (text) => parseOutgoingUrl(`https://${text}`),
    ['a.', '%41', 'xn--a.', '[::'],
    isRefusal,
  ),
  face(
    'an address of a network',
    (text) => [isPublicAddress(text), visitorNetwork(text), visitorAddress([text])],
    ['1.', '::', '[', '1.2.3.4:'],
  ),
  face('a cursor', (text) => [cursors.read(Buffer.from(text).toString('base64url'))], ['["",'], isRefusal),
  face('a bare cursor', (text) => cursors.read(text), [], isRefusal),
  face('a hint of the bus', readHint, ['{"about":']),
  face('a token', (text) => [signer.verify(text), isSameSecret(text, 'secret')]),
  face('the body of a webhook', (text) => parseJson(text), ['{"a":'], isRefusal),
  face('places of a stream', (text) => readCursors(text, text), ['a:1,', 'a:'], isRefusal),
  // Names of settings and commands are short; this is how far a long one is compared.
  face('a mistyped name', (text) => editDistance(text.slice(0, 60), 'ROLECALL_SECRET')),
];

const messagingFaces: readonly Face[] = [
  face('a text as a line', (text) => [toLine(text, 100), toLines(text, 100)]),
  face(
    'a template',
    (text) => html.parse(text),
    ['{{ a }}', '{% if a %}', '{% for a in b %}', '{{ a | b', '{%- ', '"'],
    () => true,
  ),
  face(
    'the components of a mail',
    (text) => [isMjml(text), prepareBody(text)],
    [
      '<mj-a',
      '<mj-text>',
      '<mj-spacer/>',
      '<mj-a "',
      '<mjml>',
      '<mj-body',
      '</mj-body>',
      '{{ a }}',
      '{% a %}',
      '<!-- -->',
    ],
    (error) => error instanceof MjmlError,
  ),
  face(
    'the HTML of a mail',
    (text) => refuseUnsafeHtml(text),
    ['<p>', '<a href="https://a">', '<p a="', '<p a', '<!--[if a]>', '<p a= '],
    (error) => error instanceof UnsafeHtmlError,
  ),
  face('a device', (text) => [deviceName(text), describeClient(text)], [
    'Mozilla/5.0 ',
    'Chrome/',
    'Mac OS X ',
  ]),
  face('a message to a device', (text) => fitMessage(pushOf(text), 3_000)),
  face(
    'an answer of a push service',
    (text) => readAnswer({ status: 429, headers: { 'retry-after': text }, text: () => text }, new Date(0)),
    ['1'],
  ),
  face('the key of a device', isPublicKey),
];

const identityFaces: readonly Face[] = [
  face('a recovery code', (text) => hashRecoveryCode('a', text), ['O', 'I-']),
  face('a refresh token', readRefreshToken),
  face('roles of a provider', parseRoles, ['a=recruiter,', '=', ',']),
];

const activityFaces: readonly Face[] = [
  {
    ...face(
      'the fields of a résumé',
      (text) => parseResume(readPlainText(bytes(text))),
      ['03/2019 – ', 'a@b.', 'https://a.', '+49 711 ', 'Work\n', '- a\n', ', '],
      (error) => error instanceof RefusedDocument,
    ),
    inThread: true,
  },
  face(
    'the XML of a document',
    (text) => scanXml(text, { open: () => {}, close: () => {}, text: () => {} }),
    ['<w:p>', '<!--', '&#x', '="'],
  ),
  face('the name of a file', (text) => cleanFileName(text, pdf), ['../', 'a.', '.pdf', ' .']),
  face(
    'a résumé',
    (text) => [
      readResume(bytes(text)),
      readResume(bytes(`%PDF-1.4 ${text}`)),
      readResume(bytes(`PK\u0003\u0004${text}`)),
    ],
    ['PK\u0001\u0002', 'PK\u0005\u0006', ' obj', '{\\rtf'],
  ),
];

const contractFaces: readonly Face[] = [
  ...Object.entries(schemas).map(([name, schema]) =>
    face(name, (text) => schema.safeParse(text), ['a@b.', 'a..', 'Europe/']),
  ),
  face('a language', localeOf, ['de-', 'fr_']),
  face('a French text', withFrenchSpaces, [' ;', ' :', '« ']),
  face('a message of the server', readMessage, ['{"type":']),
  face('a stream of events', (text) => new EventStreamParser().push(bytes(text)), [
    'data: a\n',
    'event: b\n',
    ':',
  ]),
];

export const otherFaces: readonly Face[] = [
  ...platformFaces,
  ...messagingFaces,
  ...identityFaces,
  ...activityFaces,
  ...contractFaces,
];
