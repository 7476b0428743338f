import { describe, expect, test } from 'vitest';
import { facts, headline, kindTexts, mail, paragraph, quotation, textsByKind } from './index.ts';

const words = { title: 'Look at {{ skill }}', message: '', label: 'New' };
const skillGap = kindTexts({
  kind: 'skill_gap',
  words: {
    en: words,
    de: { ...words, label: 'Neu' },
    fr: { title: 'Connaissez-vous {{ skill }} ?', message: 'Voici : « {{ skill }} » !', label: 'Nouveau ?' },
    es: { ...words, label: 'Nuevo' },
  },
  mail: ({ label }, { colon, greeting, button }) =>
    mail(
      '{{ title }}',
      label,
      headline(label),
      greeting,
      facts(colon, [label, '{{ jobs }}', 'jobs']),
      button,
    ),
  why: { en: 'why', de: 'warum', fr: 'pourquoi', es: 'por qué' },
  sample: { skill: 'ECDIS', jobs: 12 },
  forms: [['one', { jobs: 1 }]],
});

test('the inbox says what the words say', () => {
  expect(skillGap.inbox.en).toEqual({ title: 'Look at {{ skill }}', message: '' });
  expect(skillGap.inbox.de).not.toHaveProperty('label');
});

test('French gets its unbreakable spaces in both channels, but Liquid does not', () => {
  expect(skillGap.inbox.fr).toEqual({
    title: 'Connaissez-vous {{ skill }}\u202f?',
    message: 'Voici\u00a0: «\u00a0{{ skill }}\u00a0»\u202f!',
  });
  const { preheader, html, text } = skillGap.mail('fr');
  expect(preheader).toBe('Nouveau\u202f?');
  expect(html).toContain('>Nouveau\u202f?</h1>');
  expect(text).toContain('Bonjour{% if name != blank %} {{ name }}{% endif %},');
  expect(text).toContain('Nouveau\u202f?\u00a0: {{ jobs }}');
  expect(html).toContain('{% if jobs != blank %}');
});

test('the look of a mail is the same in every language, so that it is compiled once', () => {
  const [en, de, fr] = (['en', 'de', 'fr'] as const).map((locale) => skillGap.mail(locale).layout);
  expect(de?.mjml).toBe(en?.mjml);
  expect(fr?.mjml).toBe(en?.mjml);
  expect(de?.words).toEqual([
    'Neu',
    'Hallo{% if name != blank %} {{ name }}{% endif %},',
    'Neu',
    '{{ jobs }}',
  ]);
});

test('a kind without more has neither a group nor anything beside its payload', () => {
  expect(skillGap).toMatchObject({ group: null, mailExtras: null, forms: [['one', { jobs: 1 }]] });
});

test('a language that lacks a word, or has one too many, does not compile', () => {
  const _compiled = () =>
    kindTexts({
      kind: 'skill_gap',
      words: {
        en: words,
        // @ts-expect-error a word is missing
        de: { title: '', message: '' },
        // @ts-expect-error a word is too many
        fr: { ...words, more: '' },
        es: words,
      },
      mail: () => mail('', ''),
      why: skillGap.why,
      // @ts-expect-error it is the payload of another kind
      sample: { skill: 'ECDIS' },
    });
  expect(_compiled).toBeTypeOf('function');
});

describe('finding the texts of a kind', () => {
  test('misses those that nobody brings', () => {
    expect(() => textsByKind([skillGap])).toThrow(/^these kinds have no texts: (?!.*skill_gap)/);
    expect(() => textsByKind([skillGap, skillGap])).toThrow('the kind skill_gap has texts twice');
  });
});

describe('a quotation', () => {
  test('stands only where somebody has written something', () => {
    const { mjml, text } = quotation('note');
    expect(mjml).toMatch(/^\{% if note != blank %\}[\s\S]*\{\{ note \}\}[\s\S]*\{% endif %\}$/);
    expect(text).toBe('{% if note != blank %}{{ note | quote }}{% endif %}');
  });
});

test('a paragraph says the same in both forms of a mail', () => {
  const { html, text } = mail('', '', paragraph('One'), paragraph('Two'));
  expect(text).toBe('One\n\nTwo');
  expect(html.match(/>(One|Two)</g)).toEqual(['>One<', '>Two<']);
});
