import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { domainToASCII } from 'node:url';
import type { Kind, Locale } from '@rolecall/contract';
import { load } from 'cheerio';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import type { SendOutcome } from '../../features/messaging/channels/index.ts';
import type { Texts } from '../../features/messaging/texts/index.ts';
import { FakeClock } from '../clock.ts';
import { mailDelivery } from './mail-delivery.ts';
import { emailTo } from './messaging.ts';
import { sampleOf } from './texts.ts';

/** Elements that the frame and the blocks of our mails are made of; a value must not add another. */
const ownElements = new Set(
  'html head meta title style body div table tbody thead tr td th a p h1 h2 h3 strong em span br ul ol li blockquote hr img b i small'.split(
    ' ',
  ),
);
const ownOrigin = 'https://rolecall.example';

interface Received {
  readonly raw: Buffer;
  readonly mail: Email;
  readonly from: string;
  readonly to: readonly string[];
}

/** What is sent, and where something hostile is in it. */
export interface Trial {
  readonly kind: Kind;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly locale?: Locale;
  readonly name?: string;
  readonly email?: string;
}

/** Sends mails with hostile texts to a real mail server and looks at what arrives. */
export interface HostileMails {
  /** A mail that was sent is the one that was meant; one that was not has reached nobody, for a reason of ours. */
  expectHarmless(trial: Trial): Promise<SendOutcome['result']>;
  close(): Promise<void>;
}

export async function startHostileMails(texts: Texts): Promise<HostileMails> {
  const clock = new FakeClock();
  const received: Received[] = [];
  const controls = new Map<string, Received>();
  const sink = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope;
      buffer(stream)
        .then(async (raw) => {
          const mail = await PostalMime.parse(raw);
          const from = mailFrom === false ? '' : mailFrom.address;
          received.push({ raw, mail, from, to: rcptTo.map(({ address }) => address) });
        })
        .then(() => callback(), callback);
    },
  });
  const listening = sink.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const channel = emailTo(`smtp://127.0.0.1:${port}`, clock, { texts });

  async function send(trial: Trial): Promise<{ outcome: SendOutcome; arrived: readonly Received[] }> {
    const { kind, payload = sampleOf(kind), locale = 'en', name = 'Ada Lovelace' } = trial;
    const deliveryId = uuidv7({ msecs: 0, seq: 1 });
    const recipient = { email: trial.email ?? 'ada@example.org', name, locale };
    const delivery = mailDelivery({ deliveryId, kind, payload, createdAt: clock.now(), recipient });
    received.length = 0;
    const outcome = await channel.send(delivery);
    return { outcome, arrived: [...received] };
  }

  /** The same mail with nothing hostile in it. */
  async function control(kind: Kind, locale: Locale): Promise<Received> {
    const key = `${kind} ${locale}`;
    const known = controls.get(key);
    if (known !== undefined) return known;
    const { arrived } = await send({ kind, locale });
    const [mail] = arrived;
    if (mail === undefined) throw new Error(`The sample of ${key} was not sent`);
    controls.set(key, mail);
    return mail;
  }

  return {
    async expectHarmless(trial) {
      const expected = await control(trial.kind, trial.locale ?? 'en');
      const { outcome, arrived } = await send(trial);
      if (outcome.result !== 'sent') {
        expect(['message_rejected', 'contact_gone'], JSON.stringify(outcome)).toContain(outcome.result);
        expect(arrived).toEqual([]);
        return outcome.result;
      }
      expect(arrived).toHaveLength(1);
      const [found] = arrived;
      if (found === undefined) throw new Error('nothing has arrived');
      expectSameMail(found, expected, trial);
      expectHarmlessHtml(found.mail.html ?? '');
      for (const text of [found.mail.subject ?? '', found.mail.html ?? '', found.mail.text ?? '']) {
        expect(text).not.toMatch(/evaluated/);
        expect(text).not.toMatch(/[\0\u202a-\u202e\u2066-\u2069]/);
      }
      return 'sent';
    },

    async close() {
      await channel.close();
      await new Promise<void>((resolve) => {
        sink.close(() => resolve());
      });
    },
  };
}

const keysOf = ({ mail }: Received) => mail.headers.map(({ key }) => key);
const headerOf = ({ mail }: Received, name: string) =>
  mail.headers.find(({ key }) => key === name)?.value ?? '';
const partsOf = ({ mail }: Received) => mail.attachments.map(({ mimeType }) => mimeType);
/** Headers that say something of the payload or of the recipient, or differ in every mail. */
const changing = new Set([
  'subject',
  'to',
  'message-id',
  'content-type',
  'list-unsubscribe',
  'dkim-signature',
]);

function expectSameMail(found: Received, expected: Received, trial: Trial): void {
  expect(keysOf(found)).toEqual(keysOf(expected));
  for (const { key, value } of expected.mail.headers) {
    if (!changing.has(key)) expect([key, headerOf(found, key)]).toEqual([key, value]);
  }
  const type = (mail: Received) => headerOf(mail, 'content-type').replace(/boundary="?[^";]+"?/, '');
  expect(type(found)).toBe(type(expected));
  expect(partsOf(found)).toEqual(partsOf(expected));
  const recipients = [asciiAddress(trial.email ?? 'ada@example.org')];
  expect(found.to.map(asciiAddress)).toEqual(recipients);
  expect(found.from).toBe(expected.from);
  expect(found.mail.to?.map(({ address = '' }) => asciiAddress(address))).toEqual(recipients);
  expect(found.mail.cc ?? []).toEqual([]);
  expect(found.mail.bcc ?? []).toEqual([]);
  expect(found.mail.subject ?? '').not.toMatch(/\p{Cc}/u);
  for (const [place, attachment] of found.mail.attachments.entries()) {
    const other = expected.mail.attachments[place];
    if (attachment.mimeType === 'text/calendar' && other !== undefined) {
      const usual = propertiesOf(other.content);
      // A place that programs would run is left out.
      expect([usual, usual.filter((name) => name !== 'LOCATION')]).toContainEqual(
        propertiesOf(attachment.content),
      );
    }
  }
  expectWireFormat(found.raw, /^\p{ASCII}*@/u.test(trial.email ?? '@'));
}

/** An internationalized domain goes out in its ASCII form (RFC 5890). */
function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
}

/** Names of the properties of a calendar, in their order; folded lines belong to the one before (RFC 5545, 3.1). */
function propertiesOf(content: string | ArrayBuffer | Uint8Array): string[] {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return text
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map((line) => line.split(/[;:]/)[0] ?? '');
}

/**
 * RFC 5322, 2.1.1 and 2.3: lines end with CR LF and have at most 998 octets; the headers are ASCII, but for an address
 * that cannot be (RFC 6532).
 */
function expectWireFormat(raw: Buffer, isAscii: boolean): void {
  const text = raw.toString('latin1');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
  expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
  const headers = text.slice(0, text.indexOf('\r\n\r\n'));
  expect(headers).toMatch(isAscii ? /^[\t\r\n\x20-\x7e]*$/ : /^[\t\r\n\x20-\x7e\x80-\xff]*$/);
}

function expectHarmlessHtml(html: string): void {
  const $ = load(html);
  expect($('body').length).toBe(1);
  for (const element of $.root().find('*').toArray()) {
    if (!('attribs' in element)) continue;
    expect(ownElements).toContain(element.name);
    for (const [name, value] of Object.entries(element.attribs)) {
      expect(name, `${name}="${value}"`).toMatch(/^(?:(?!on)[a-z][a-z-]*|xmlns:[vo])$/);
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:)/);
      if (['src', 'background', 'action', 'srcset'].includes(name)) {
        expect(value).toMatch(new RegExp(`^${ownOrigin}/`));
      }
      if (name === 'style') expect(value).not.toMatch(/position|expression|javascript/i);
    }
  }
  // What lies in a style sheet is ours alone.
  expect($('style').text()).not.toMatch(/alert\(1|evil\.example|url\(|@import|position:/i);
}
