import { formatsOf, type InstantStyle, type Locale, paySchema } from '@rolecall/contract';
import type { Liquid } from 'liquidjs';
import { type Language, sayPay, type TextRecipient } from '../../language/index.ts';
import { currencyOf, numberOf, reasonOf, textOf, textsOf } from './arguments.ts';
import { builtInFilters } from './built-in.ts';
import type { FilterName } from './descriptions.ts';
import { createDictionary, inWords } from './words.ts';

/** A filter of ours. What it throws names the fault for whoever writes the template. */
type Filter = (
  recipient: TextRecipient,
  value: unknown,
  ...parameters: readonly unknown[]
) => string | string[];

/** Terms of a reason that are shown. */
const mostTerms = 8;

/** Gives an engine our filters, and takes those of the library that templates must not have. */
export function useFilters(liquid: Liquid, languages: Readonly<Record<Locale, Language>>): void {
  for (const name of Object.keys(liquid.filters)) {
    if (!builtInFilters.has(name)) Reflect.deleteProperty(liquid.filters, name);
  }
  for (const [name, filter] of Object.entries(createFilters(languages))) {
    liquid.registerFilter(name, function (value: unknown, ...parameters: unknown[]) {
      return filter(recipientOf(this.context.globals), value, ...parameters);
    });
  }
}

function createFilters(languages: Readonly<Record<Locale, Language>>): Readonly<Record<FilterName, Filter>> {
  const dictionary = createDictionary(languages);
  const formats = ({ locale, time_zone }: TextRecipient) => formatsOf(locale, time_zone);
  const instant =
    (style: InstantStyle): Filter =>
    (recipient, value) =>
      value === null || value === undefined ? '' : formats(recipient).instant(String(value), style);
  return {
    date: instant('date'),
    short_date: instant('short_date'),
    time: instant('time'),
    date_time: instant('date_time'),
    number: (recipient, value) => formats(recipient).number(numberOf(value)),
    percent: (recipient, value) => formats(recipient).percent(numberOf(value)),
    plural(recipient, value, one, other) {
      const [count, forms] = [numberOf(value), [textOf(one, 'one form'), textOf(other, 'a second form')]];
      const { number, pluralCategory } = formats(recipient);
      return `${number(count)} ${forms[pluralCategory(count) === 'one' ? 0 : 1]}`;
    },
    list: (recipient, value) => formats(recipient).list(textsOf(value)),
    money: (recipient, value, currency) => formats(recipient).money(numberOf(value), currencyOf(currency)),
    pay(recipient, value) {
      const pay = paySchema.safeParse(value);
      if (!pay.success) throw new Error('pay: this is no pay');
      return sayPay(pay.data, languages[recipient.locale].pay, formats(recipient));
    },
    terms({ locale }, value) {
      const { code, terms } = reasonOf(value);
      const known = hasTermsInWords(code) ? dictionary(locale, code) : undefined;
      return terms
        .slice(0, mostTerms)
        .map((term) => known?.get(term) ?? term)
        .join(', ');
    },
    quote({ locale }, value) {
      const [opening, closing] = languages[locale].quotes;
      return `${opening}${String(value ?? '').trim()}${closing}`;
    },
    words: ({ locale }, value, set) => inWords(dictionary, locale, value, set),
  };
}

/** Reasons whose terms are values of the contract; those of all others are words of the posting. */
const hasTermsInWords = (code: string) => code === 'employment_type' || code === 'seniority';

/** For whom the text is made: templates know this person as `reader`. */
function recipientOf(globals: object): TextRecipient {
  if ('reader' in globals && isRecipient(globals.reader)) return globals.reader;
  throw new Error('nobody is known who reads this');
}

function isRecipient(value: unknown): value is TextRecipient {
  return typeof value === 'object' && value !== null && 'locale' in value && 'time_zone' in value;
}
