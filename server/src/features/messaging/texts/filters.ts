import { type Locale, paySchema } from '@rolecall/contract';
import type { Liquid } from 'liquidjs';
import { createFormats, type InstantStyle } from './formats.ts';
import type { Language } from './language.ts';
import type { Reader } from './reader.ts';

/** A filter of ours. What it throws names the fault for whoever writes the template. */
type Filter = (reader: Reader, value: unknown, ...parameters: readonly unknown[]) => string;

/** Of what the library brings, that which can neither format for another place nor leave a value unescaped. */
const builtIn = new Set([
  'abs',
  'append',
  'at_least',
  'at_most',
  'capitalize',
  'ceil',
  'compact',
  'concat',
  'default',
  'divided_by',
  'downcase',
  'first',
  'floor',
  'join',
  'last',
  'map',
  'minus',
  'modulo',
  'plus',
  'prepend',
  'remove',
  'replace',
  'reverse',
  'round',
  'size',
  'slice',
  'sort',
  'split',
  'strip',
  'times',
  'truncate',
  'truncatewords',
  'uniq',
  'upcase',
  'url_encode',
  'where',
]);

/** What our filters do, for the reference of templates. */
export const filterDescriptions = {
  date: 'An instant as a day in the reader’s zone: Tuesday, September 1, 2026.',
  short_date: 'The same, short: Sep 1, 2026.',
  time: 'An instant as the time of day in the reader’s zone: 2:00 PM.',
  date_time: 'An instant as day, time and zone: Tuesday, September 1, 2026 at 2:00 PM GMT+2.',
  number: 'A number with the separators of the language: 12,000.',
  percent: 'A number of percent: 87%.',
  plural: "A number with the word that belongs to it: `{{ days | plural: 'day', 'days' }}` gives 5 days.",
  list: 'Several texts as a list in words: Rust, Go, and SQL.',
  money: "An amount in whole units: `{{ amount | money: 'EUR' }}` gives €12,000.",
  pay: 'Pay as a payload carries it: €60,000 – 80,000 a year.',
  quote: 'A text in the quotation marks of the language.',
  terms: 'What agrees in a reason of a match, eight terms at most.',
  words:
    "A value of a payload, or several, in words: `{{ missing | words: 'profile_part' | list }}`; also `match_reason`, `match_heading`, `employment_type` and `seniority`.",
} as const;
export type FilterName = keyof typeof filterDescriptions;

/** Terms of a reason that are shown. */
const mostTerms = 8;

/** Gives an engine our filters, and takes those of the library that templates must not have. */
export function useFilters(liquid: Liquid, languages: Readonly<Record<Locale, Language>>): void {
  for (const name of Object.keys(liquid.filters)) {
    if (!builtIn.has(name)) Reflect.deleteProperty(liquid.filters, name);
  }
  for (const [name, filter] of Object.entries(createFilters(languages))) {
    if (name === 'words') continue;
    liquid.registerFilter(name, function (value: unknown, ...parameters: unknown[]) {
      return filter(readerOf(this.context.globals), value, ...parameters);
    });
  }
  const words = wordsFilter(languages);
  liquid.registerFilter('words', function (value: unknown, set: unknown) {
    return words(readerOf(this.context.globals), value, set);
  });
}

function createFilters(
  languages: Readonly<Record<Locale, Language>>,
): Readonly<Record<Exclude<FilterName, 'words'>, Filter>> {
  const formats = createFormats();
  const wordsOf = createDictionary(languages);
  const instant =
    (style: InstantStyle): Filter =>
    (reader, value) =>
      value === null || value === undefined ? '' : formats.instant(String(value), style, reader);
  return {
    date: instant('date'),
    short_date: instant('short_date'),
    time: instant('time'),
    date_time: instant('date_time'),
    number: ({ locale }, value) => formats.number(numberOf(value), locale),
    percent: ({ locale }, value) => formats.percent(numberOf(value), locale),
    plural: ({ locale }, value, one, other) =>
      formats.plural(numberOf(value), textOf(one, 'one form'), textOf(other, 'a second form'), locale),
    list: ({ locale }, value) => formats.list(textsOf(value), locale),
    money: ({ locale }, value, currency) => formats.money(numberOf(value), currencyOf(currency), locale),
    pay({ locale }, value) {
      const pay = paySchema.safeParse(value);
      if (!pay.success) throw new Error('pay: this is no pay');
      return formats.pay(pay.data, languages[locale].pay, locale);
    },
    terms({ locale }, value) {
      const { code, terms } = reasonOf(value);
      const known = isSetOfTerms(code) ? wordsOf(locale, code) : undefined;
      return terms
        .slice(0, mostTerms)
        .map((term) => known?.get(term) ?? term)
        .join(', ');
    },
    quote({ locale }, value) {
      const [opening, closing] = languages[locale].quotes;
      return `${opening}${String(value ?? '').trim()}${closing}`;
    },
  };
}

/** Turns one value or several into words; one that has none stays as it is. */
function wordsFilter(languages: Readonly<Record<Locale, Language>>) {
  const wordsOf = createDictionary(languages);
  return ({ locale }: Reader, value: unknown, set: unknown): string | string[] => {
    const words = wordsOf(locale, String(set));
    if (words === undefined) throw new Error(`words: there is no set ${String(set)}`);
    const inWords = (one: unknown) => words.get(String(one)) ?? String(one ?? '');
    return Array.isArray(value) ? value.map(inWords) : inWords(value);
  };
}

/** The words of a set in a language, laid out once, since a mail asks for some of them dozens of times. */
function createDictionary(languages: Readonly<Record<Locale, Language>>) {
  const sets = new Map<string, ReadonlyMap<string, string>>();
  for (const [locale, { words }] of Object.entries(languages)) {
    for (const [set, own] of Object.entries(words)) {
      sets.set(`${locale} ${set}`, new Map(Object.entries<string>(own)));
    }
  }
  return (locale: Locale, set: string) => sets.get(`${locale} ${set}`);
}

/** What is said of a reason comes out of a payload that has been validated, so this only tells other values apart. */
function reasonOf(value: unknown): { readonly code: string; readonly terms: readonly string[] } {
  if (typeof value === 'object' && value !== null && 'code' in value && 'terms' in value) {
    const { code, terms } = value;
    if (typeof code === 'string' && isListOfTexts(terms)) return { code, terms };
  }
  throw new Error('terms: this is no reason of a match');
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Sets whose words the terms of a reason are taken from. */
function isSetOfTerms(code: string): boolean {
  return code === 'employment_type' || code === 'seniority';
}

/** The reader whom the engine was given with the view. */
function readerOf(globals: object): Reader {
  if ('reader' in globals && isReader(globals.reader)) return globals.reader;
  throw new Error('nobody is known who reads this');
}

function isReader(value: unknown): value is Reader {
  return typeof value === 'object' && value !== null && 'locale' in value && 'time_zone' in value;
}

function numberOf(value: unknown): number {
  const number = typeof value === 'number' ? value : Number.NaN;
  if (!Number.isFinite(number)) throw new Error('this is no number');
  return number;
}

function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new Error(`plural: needs ${what}`);
  return value;
}

function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error('list: this is no list');
  return value.map((one) => String(one ?? ''));
}

function currencyOf(value: unknown): string {
  if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value;
  throw new Error('money: needs the three letters of a currency');
}
