import { kindNames, locales } from '@rolecall/contract';
import { expect, test } from 'vitest';
import { textsOf } from '../../../../testing/messaging/texts.ts';
import { bodyMark, cutDocument, mjmlDocument } from './document.ts';
import { shippedHtml } from './shipped.ts';

test('every mail of every kind has been compiled, with its own words and without a trace of MJML', () => {
  const { bodyOf } = shippedHtml();
  for (const kind of kindNames) {
    for (const locale of locales) {
      const mail = textsOf(kind).mail(locale);
      const html = bodyOf(mail);
      expect(html, `${kind} ${locale}`).not.toMatch(/<mj-|\[\[\d+\]\]|\ue000/);
      for (const word of mail.layout.words) expect(html, kind).toContain(word);
    }
  }
});

test('a mail that has not been compiled says what to do', () => {
  const mail = textsOf('offer').mail('en');
  const changed = { ...mail, layout: { ...mail.layout, mjml: `${mail.layout.mjml}<mj-section />` } };
  expect(() => shippedHtml().bodyOf(changed)).toThrow('run "npm run docs"');
});

test('plain HTML stands in a section of its own', () => {
  const html = shippedHtml().around('<p>{{ name }} costs $& and $1</p>');
  expect(html).toContain('<p>{{ name }} costs $& and $1</p>');
  expect(html).toMatch(/^<!--\[if mso[\s\S]*<table/);
});

test('the frame has one place for a body, and what each mail fills in', () => {
  const { frame } = shippedHtml();
  expect(frame.split(bodyMark)).toHaveLength(2);
  for (const name of [
    'lang',
    'subject',
    'preheader',
    'why',
    'unsubscribe_url',
    'preferences_url',
    'styles',
  ]) {
    expect(frame, name).toMatch(new RegExp(`\\{[{%] (?:if )?${name} `));
  }
  expect(frame).toContain('prefers-color-scheme: dark');
});

test('a document is cut where its body stands', () => {
  const document = mjmlDocument('<mj-section></mj-section>');
  expect(document).toContain('\n<mj-section></mj-section>\n');
  const { body, frame } = cutDocument(`above ${bodyMark}\n<p>body</p>\n<!-- end --> below`);
  expect({ body, frame }).toEqual({ body: '<p>body</p>', frame: `above\n${bodyMark}\nbelow` });
  expect(() => cutDocument('<p>no marks</p>')).toThrow('lost the marks of its body');
});
