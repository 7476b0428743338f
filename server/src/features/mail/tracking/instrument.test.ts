import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { createInstrument } from './instrument.ts';
import { createTrackingTokens } from './tokens.ts';

const publicUrl = 'https://rolecall.example';
const tokens = createTrackingTokens('a secret of at least thirty-two characters', publicUrl);
const instrument = createInstrument(tokens, publicUrl);
const mail = { deliveryId: uuidv7(), userId: uuidv7(), sentAt: new Date('2026-09-01T12:00:00Z') };

const page = (href: string) => `<html><body><p><a class="button" href="${href}">Go</a></p></body></html>`;
const tokenOf = (html: string) => /href="https:\/\/rolecall\.example\/l\/([\w-]+)"/.exec(html)?.[1];

test.each([
  ['https://rolecall.example/jobs/1', 'https://rolecall.example/jobs/1'],
  ['https://elsewhere.example/a?b=1&amp;c=%20&#39;', "https://elsewhere.example/a?b=1&c=%20'"],
  ['http://plain.example/', 'http://plain.example/'],
])('makes %s tell of a click, and lead where it did', (href, target) => {
  expect(tokens.verifyLink(tokenOf(instrument(page(href), mail)) ?? '')).toEqual({ ...mail, target });
});

test.each([
  'https://rolecall.example/u/abc',
  'https://rolecall.example/reset-password?token=abc',
  'https://rolecall.example/verify-email?token=abc',
  'https://elsewhere.example/sign-in?magic_token=abc',
  'https://elsewhere.example/?code=123',
  'https://ada:secret@elsewhere.example/',
  'mailto:ada@example.org',
  'javascript:alert(1)',
  'tel:123',
  '/relative',
  '#top',
  `https://elsewhere.example/${'x'.repeat(400)}`,
])('leaves %s as it is', (href) => {
  expect(instrument(page(href), mail)).toContain(`href="${href}"`);
});

test('adds one picture at the end, and nothing else', () => {
  const html = instrument('<html><body>Hello</body></html>', mail);
  const [, token = ''] =
    /<body>Hello<img src="https:\/\/rolecall\.example\/o\/([\w-]+)\.gif"[^>]+ alt=""[^>]*>/.exec(html) ?? [];
  expect(tokens.verifyOpen(token)).toEqual(mail);
  expect(instrument('no page', mail)).toBe('no page');
});

test('leads nowhere by what was not signed here, for this', () => {
  const link = tokens.signLink({ ...mail, target: 'https://a.example/' }) ?? '';
  const open = tokens.signOpen(mail);
  const foreign = createTrackingTokens('another secret of thirty-two characters', publicUrl);
  expect(tokens.verifyLink(open)).toBeNull();
  expect(tokens.verifyOpen(link)).toBeNull();
  expect(foreign.verifyLink(link)).toBeNull();
  for (const forged of ['', 'x', `${link}A`, link.slice(4), 'https://evil.example', 'a'.repeat(600)]) {
    expect(tokens.verifyLink(forged)).toBeNull();
  }
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (place, flip) => {
      const bytes = Buffer.from(link, 'base64url');
      const index = place % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ flip;
      expect(tokens.verifyLink(bytes.toString('base64url'))).toBeNull();
    }),
  );
});

test('keeps every web address that it signs', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (target) => {
      const token = tokens.signLink({ ...mail, target });
      if (token === null) expect(target.length).toBeGreaterThan(200);
      else expect(tokens.verifyLink(token)?.target).toBe(target);
    }),
  );
});
