import { AxeBuilder } from '@axe-core/playwright';
import { locales } from '@rolecall/contract';
import { caniemail } from 'caniemail';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { brokenOnPurpose, clients, dispensable } from './support/allowed.ts';
import { composeAll, sendAll, type WholeMail } from './support/mails.ts';
import { hasProgram } from './support/programs.ts';
import { judge } from './support/spam.ts';

/** Hundreds of mails in one test, in milliseconds. */
const patience = 300_000;
/** Gmail cuts what is larger than 102 KB, so there is room for a link that is rewritten. */
const largest = 90_000;

const everything = composeAll();
const english = everything.filter(({ locale }) => locale === 'en');

test('no mail is so large that it would be cut', () => {
  const sizes = everything.map(({ name, html }) => ({ name, size: Buffer.byteLength(html) }));
  expect(sizes.filter(({ size }) => size >= largest)).toEqual([]);
});

test('every mail is well-formed HTML', { timeout: patience }, async () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended'],
    rules: brokenOnPurpose,
  });
  const faults = new Set<string>();
  for (const { name, html } of everything) {
    for (const { messages } of (await validator.validateString(html)).results) {
      for (const { ruleId, message } of messages) faults.add(`${name}: ${ruleId}: ${message}`);
    }
  }
  expect([...faults]).toEqual([]);
});

test('mail programs know what a mail is made of, or can do without it', { timeout: patience }, () => {
  const unknown = new Set<string>();
  // Layouts are the same in every language.
  for (const { html } of english.filter(isUsual)) {
    const { errors } = caniemail({ clients: [...clients], html }).issues;
    for (const issue of [...errors.values()].flat()) unknown.add(issue.title);
  }
  expect([...unknown].filter((title) => dispensable[title] === undefined)).toEqual([]);
  expect(Object.keys(dispensable).filter((title) => !unknown.has(title))).toEqual([]);
});

describe('in a browser', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await (await browser.newContext()).newPage();
  });
  afterAll(() => browser.close());

  test.each(locales)(
    'no mail in %s is wider than a phone of 320 px',
    { timeout: patience },
    async (locale) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const wide: string[] = [];
      for (const mail of everything.filter((one) => one.locale === locale)) {
        await page.setContent(mail.html);
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        if (width > 320) wide.push(`${mail.name}: ${width} px`);
      }
      expect(wide).toEqual([]);
    },
  );

  test.each(['light', 'dark'] as const)(
    'everybody can read every mail in %s',
    { timeout: patience },
    async (colorScheme) => {
      await page.setViewportSize({ width: 600, height: 800 });
      await page.emulateMedia({ colorScheme });
      const faults: string[] = [];
      for (const mail of english.filter(isUsual)) faults.push(...(await barriers(page, mail)));
      expect(faults).toEqual([]);
    },
  );

  test('a mail without images and styles still says everything, in its order', async () => {
    for (const { name, html } of english.filter(isUsual)) {
      await page.setContent(html);
      const styled = await page.evaluate<string>(readWords);
      await page.evaluate(dropStyles);
      const plain = await page.evaluate<string>(readWords);
      expect(plain.endsWith(styled), name).toBe(true);
    }
  });
});

describe.skipIf(!hasProgram('spamassassin'))('SpamAssassin (needs the program)', () => {
  test('takes no mail for spam', { timeout: patience }, async () => {
    const mails = await sendAll();
    const reports = await judge(mails.map(({ raw }) => raw));
    const suspicious = reports
      .map((report, place) => ({ name: mails[place]?.name, ...report }))
      .filter(({ points }) => points >= 1);
    expect(suspicious).toEqual([]);
  });

  test('can tell spam', { timeout: patience }, async () => {
    const [report] = await judge([spam]);
    expect(report?.points).toBeGreaterThan(5);
  });
});

const isUsual = ({ name }: WholeMail) => !/, (?:long|minimal|right to left), /.test(name);

/** The words that are seen, in the order in which they are read, without the spaces that fill up a preheader. */
const readWords =
  "document.body.innerText.replaceAll(/[\\s\\u200c\\u00a0]+|\\u034f/g, ' ').replaceAll(/ +/g, ' ').trim()";
const dropStyles = `
  for (const element of document.querySelectorAll('style, img')) element.remove();
  for (const element of document.querySelectorAll('[style]')) element.removeAttribute('style');`;

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function barriers(page: Page, { name, html }: WholeMail): Promise<string[]> {
  await page.setContent(html);
  const { violations, incomplete } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(standards)
    .analyze();
  // White on white is not called a violation, since it might be hidden on purpose.
  const unclear = incomplete.filter(({ id }) => id === 'color-contrast');
  return [...violations, ...unclear].map(
    ({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`,
  );
}

const spam = Buffer.from(
  [
    'From: "CASINO BONUS $$$" <win4482913@free-money.example>',
    'Subject: YOU HAVE WON 1,000,000 DOLLARS!!! CLICK HERE NOW',
    'To: undisclosed-recipients:;',
    'Date: Tue, 01 Sep 2026 12:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<html><body><font size="7" color="red">DEAR FRIEND, YOU HAVE WON THE LOTTERY</font>',
    '<p>Buy cheap viagra and cialis online, no prescription needed. 100% FREE, RISK FREE, MONEY BACK GUARANTEE!</p>',
    '<p>I am the widow of the late minister of Nigeria and need your help to transfer the sum of $25,500,000 US dollars',
    'out of my country. Send me your bank account number. This is not spam. Act now, offer expires today!</p>',
    '<a href="http://192.0.2.7/click.php?id=1">CLICK HERE TO CLAIM YOUR PRIZE</a>',
    '</body></html>',
    '',
  ].join('\r\n'),
);
