import { type Locale, locales } from '@rolecall/contract';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../engine.ts';
import { filterDescriptions } from './descriptions.ts';

const engine = createEngine('text');
const say = (
  template: string,
  view: Record<string, unknown> = {},
  locale: Locale = 'en',
  time_zone = 'UTC',
) => engine.parse(template).render(view, { locale, time_zone });
const inAll = (template: string, view: Record<string, unknown>) =>
  locales.map((locale) => say(template, view, locale, 'Europe/Berlin').replaceAll(/[\u00a0\u202f]/g, '·'));

const at = '2026-09-01T12:05:00Z';

test.each([
  [
    'date',
    { at },
    [
      'Tuesday, September 1, 2026',
      'Dienstag, 1. September 2026',
      'mardi 1er septembre 2026',
      'martes, 1 de septiembre de 2026',
    ],
  ],
  ['short_date', { at }, ['Sep 1, 2026', '01.09.2026', '1er sept. 2026', '1 sept 2026']],
  ['number', { at: 12_000.5 }, ['12,000.5', '12.000,5', '12·000,5', '12.000,5']],
  ['percent', { at: 87 }, ['87%', '87·%', '87·%', '87·%']],
  ['list', { at: ['Go', 'C', 'SQL'] }, ['Go, C, and SQL', 'Go, C und SQL', 'Go, C et SQL', 'Go, C y SQL']],
  ['quote', { at: ' yes ' }, ['“yes”', '„yes“', '«·yes·»', '«yes»']],
])('%s speaks each language', (filter, view, expected) => {
  expect(inAll(`{{ at | ${filter} }}`, view)).toEqual(expected);
});

test('the time of day is that of the reader', () => {
  expect(say('{{ at | time }}', { at }, 'en', 'America/New_York')).toMatch(/^8:05\sAM$/);
  expect(say('{{ at | time }}', { at }, 'de', 'Asia/Kolkata')).toBe('17:35');
  expect(say('{{ at | date }}', { at: '2026-09-01T23:00:00Z' }, 'de', 'Asia/Tokyo')).toContain(
    '2. September',
  );
});

test('a moment names its zone, which changes with the season', () => {
  const inBerlin = (moment: string) => say('{{ at | date_time }}', { at: moment }, 'de', 'Europe/Berlin');
  expect(inBerlin('2026-10-25T00:30:00Z')).toBe('Sonntag, 25. Oktober 2026 um 02:30 MESZ');
  expect(inBerlin('2026-10-25T01:30:00Z')).toBe('Sonntag, 25. Oktober 2026 um 02:30 MEZ');
});

test('a moment that is not there is left out', () => {
  expect(say('[{{ at | date }}]', { at: null })).toBe('[]');
});

test.each([
  [0, ['0 days', '0 Tage', '0 jour', '0 días']],
  [1, ['1 day', '1 Tag', '1 jour', '1 día']],
  [1.5, ['1.5 days', '1,5 Tage', '1,5 jour', '1,5 días']],
  [2, ['2 days', '2 Tage', '2 jours', '2 días']],
  [1_000_000, ['1,000,000 days', '1.000.000 Tage', '1·000·000 jours', '1.000.000 días']],
])('%d takes its form of a word', (days, expected) => {
  const words: Record<Locale, string> = {
    en: "'day', 'days'",
    de: "'Tag', 'Tage'",
    fr: "'jour', 'jours'",
    es: "'día', 'días'",
  };
  const said = locales.map((locale) => say(`{{ days | plural: ${words[locale]} }}`, { days }, locale));
  expect(said.map((text) => text.replaceAll(/[\u00a0\u202f]/g, '·'))).toEqual(expected);
});

test('a form of a word is said as it is written', () => {
  expect(say("{{ days | plural: '#1 $& day', 'days' }}", { days: 1 })).toBe('1 #1 $& day');
});

test('amounts are in whole units of their currency', () => {
  expect(inAll("{{ amount | money: 'EUR' }}", { amount: 12_000.4 })).toEqual([
    '€12,000',
    '12.000·€',
    '12·000·€',
    '12.000·€',
  ]);
  expect(say("{{ amount | money: 'JPY' }}", { amount: 500 })).toBe('¥500');
});

test.each([
  [{ minimum: 84_000, maximum: 96_000, period: 'year' }, '€84,000 – €96,000 a year'],
  [{ minimum: 84_000, maximum: 84_000, period: 'month' }, '~€84,000 a month'],
  [{ minimum: 20, maximum: null, period: 'hour' }, 'from €20 an hour'],
  [{ minimum: null, maximum: 200, period: 'day' }, 'up to €200 a day'],
])('pay of %o', (pay, expected) => {
  expect(say('{{ pay | pay }}', { pay: { ...pay, currency: 'EUR' } })).toBe(expected);
});

test('values of payloads are said in words, one or several', () => {
  expect(inAll("{{ missing | words: 'profile_part' | list }}", { missing: ['skills', 'resume'] })).toEqual([
    'your skills and a résumé',
    'deine Kenntnisse und ein Lebenslauf',
    'vos compétences et un CV',
    'tus conocimientos y un currículum',
  ]);
  expect(say("{{ code | words: 'seniority' }}", { code: 'mid' })).toBe('mid-level');
  expect(say("{{ code | words: 'seniority' }}", { code: 'of another release' })).toBe('of another release');
  expect(say("{{ code | words: 'seniority' }}", { code: '__proto__' })).toBe('__proto__');
});

test('what agrees in a reason is named, eight terms at most', () => {
  const terms = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
  expect(say('{{ reason | terms }}', { reason: { code: 'skills', terms } })).toBe('a, b, c, d, e, f, g, h');
  const types = { code: 'employment_type', terms: ['full_time', 'new_type'] };
  expect(say('{{ reason | terms }}', { reason: types }, 'de')).toBe('Vollzeit, new_type');
  expect(say('{{ reason | terms }}', { reason: { code: 'remote', terms: [] } })).toBe('');
});

describe('a filter that is given something else', () => {
  test.each([
    ["{{ 'x' | number }}", 'this is no number'],
    ["{{ '5' | percent }}", 'this is no number'],
    ["{{ 1 | plural: 'day' }}", 'plural: needs a second form'],
    ['{{ 1 | plural }}', 'plural: needs one form'],
    ["{{ 'x' | list }}", 'list: this is no list'],
    ['{{ 1 | money }}', 'money: needs the three letters of a currency'],
    ["{{ 1 | money: 'Euro' }}", 'money: needs the three letters of a currency'],
    ["{{ 'x' | pay }}", 'pay: this is no pay'],
    ["{{ 'x' | terms }}", 'terms: this is no reason of a match'],
    ["{{ 'x' | words: 'nothing' }}", 'words: there is no set nothing'],
    ["{{ 'x' | words: '__proto__' }}", 'words: there is no set __proto__'],
    ["{{ 'x' | date }}", 'Invalid time value'],
  ])('%s says what is wrong and where', (template, message) => {
    expect(() => say(`\n ${template}`)).toThrow(`${message}, line:2, col:2`);
  });
});

test.each(['date: "%Y"', 'escape', 'raw', 'json', 'newline_to_br', 'strip_html', 'url_decode'])(
  '%s of the library, which formats or escapes in its own way, is none of ours',
  (filter) => {
    if (filter.startsWith('date'))
      expect(say(`{{ at | ${filter} }}`, { at })).toBe('Tuesday, September 1, 2026');
    else expect(() => say(`{{ at | ${filter} }}`, { at })).toThrow(`undefined filter: ${filter}`);
  },
);

test('each filter of ours is described', () => {
  for (const name of Object.keys(filterDescriptions)) {
    expect(() => engine.parse(`{{ at | ${name}: 1, 2 }}`), name).not.toThrow();
  }
});
