import { type Kind, kindNames, kinds, type Locale, locales } from '@rolecall/contract';
import { expect, test } from 'vitest';
import { createShippedTexts, sampleOf } from '../../../../testing/messaging/texts.ts';
import { createComposer } from './compose.ts';

const createdAt = new Date('2026-09-01T12:00:00Z');
const origin = 'https://rolecall.example';
/** Where a mail leads: to us, and an interview to the calendars that people have. */
const links =
  /^https:\/\/(?:rolecall\.example\/|calendar\.google\.com\/calendar\/|outlook\.live\.com\/calendar\/)/;
const elsewhere = /href="(?!https:\/\/(?:rolecall\.example|calendar\.google\.com|outlook\.live\.com)\/)/;
const texts = createShippedTexts();
const composer = createComposer(origin, texts, 'mail@rolecall.example');

function compose(
  kind: Kind,
  payload: Readonly<Record<string, unknown>>,
  locale: Locale,
  name = 'Ada Lovelace',
) {
  const recipient = {
    user_id: '01990000-0000-7000-8000-000000000001',
    email: 'ada@example.org',
    email_verified: true,
    name,
    role: 'job_seeker',
    time_zone: 'Europe/Berlin',
    locale,
    minimum_match_score: 50,
    is_disabled: false,
  } as const;
  return composer.compose({ kind, payload, recipient, createdAt }, `${origin}/u/token`);
}

const shown = (html: string) => html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ');

test.each(locales)('every kind has a mail in %s', (locale) => {
  for (const kind of kindNames) {
    const { subject, html, text } = compose(kind, sampleOf(kind), locale);
    expect(subject, kind).toMatch(/\S/);
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html.match(/<h1/g), kind).toHaveLength(1);
    expect(Buffer.byteLength(html), kind).toBeLessThan(90_000);
    for (const part of [subject, shown(html), text]) {
      expect(part, kind).not.toMatch(/\{\{|\{%|undefined|\bnull\b|NaN|\[object/);
    }
    for (const part of [subject, text]) expect(part, kind).not.toMatch(/ {2}|\n{3}/);
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) {
      expect(href, kind).toMatch(links);
    }
    expect(text).toContain(texts.shipped(kind).why[locale]);
  }
});

test('no language has left a mail in English', () => {
  for (const kind of kindNames) {
    const said = locales.map((locale) => compose(kind, sampleOf(kind), locale).text);
    expect(new Set(said).size, kind).toBe(locales.length);
  }
});

const hostile = [
  ['a script', '<script>alert(1)</script>'],
  ['a tag out of an attribute', '"><a href="https://evil.example">'],
  ['the address of a script', 'javascript:alert(1)'],
  ['marks of templates', '{{ name }} {% raw %}'],
  ['a header', 'one\r\nBcc: all@example.org'],
  ['NUL', 'nul\0nul'],
  ['text turned around', '\u202emoc.live\u202c'],
  ['marks of direction', '\u200f\u200e mark'],
  ['10,000 code units', '🚢'.repeat(5_000)],
] as const;

test.each(hostile)('nothing comes of %s in any field of any kind', (_name, value) => {
  for (const kind of kindNames) {
    for (const payload of withEachText(sampleOf(kind), value)) {
      if (!kinds[kind].payload.safeParse(payload).success) continue;
      for (const locale of locales) {
        const reader = { locale, time_zone: 'UTC' };
        const { title, message } = texts.inbox(kind, payload, reader);
        expect(title).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(message).not.toMatch(/[\0\r\u202a-\u202e\u2066-\u2069]/u);
        expect(title.length + message.length).toBeLessThanOrEqual(4_300);
        if (locale !== 'en' && locale !== 'fr') continue;
        const { subject, html, text } = compose(kind, payload, locale, value.slice(0, 200));
        expect(subject).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
        expect(html).not.toMatch(/<script|\0|\u202e/);
        expect(html).not.toMatch(elsewhere);
        expect(text).not.toMatch(/[\0\r\u202e]/);
      }
    }
  }
});

/** The payload with the value in the place of each of its texts, one after the other. */
function withEachText(given: unknown, value: string): Record<string, unknown>[] {
  return variants(given, value).filter(
    (one): one is Record<string, unknown> => typeof one === 'object' && one !== null,
  );
}

function variants(given: unknown, value: string): unknown[] {
  if (typeof given === 'string') return [value];
  if (Array.isArray(given)) {
    return given.flatMap((item: unknown, place) =>
      variants(item, value).map((variant) => given.with(place, variant)),
    );
  }
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([field, item]) =>
    variants(item, value).map((variant) => ({ ...given, [field]: variant })),
  );
}
