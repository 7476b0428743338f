import type { Locale, Pay } from '@rolecall/contract';
import type { PayWords } from './language.ts';
import type { Reader } from './reader.ts';

/** The forms in which an instant can be said. All are in the zone of the reader. */
const instantStyles = {
  /** Tuesday, September 1, 2026 */
  date: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** Sep 1, 2026 */
  short_date: { dateStyle: 'medium' },
  /** 2:00 PM */
  time: { timeStyle: 'short' },
  /** Tuesday, September 1, 2026 at 2:00 PM GMT+2 */
  date_time: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type InstantStyle = keyof typeof instantStyles;

/** Making one takes longer than a whole notification, so they are kept; a few hundred are all that a node needs. */
const mostFormats = 500;

function remembered<Format>(make: (key: string) => Format): (key: string) => Format {
  const kept = new Map<string, Format>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (kept.size >= mostFormats)
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    kept.set(key, made);
    return made;
  };
}

/** Says numbers, amounts, lists and moments as a language does. */
export interface Formats {
  /** @throws {RangeError} when it is no instant */
  instant(instant: string, style: InstantStyle, reader: Reader): string;
  number(value: number, locale: Locale): string;
  /** @param value in percent, so 87 for 87 % */
  percent(value: number, locale: Locale): string;
  /** @param currency its three letters */
  money(amount: number, currency: string, locale: Locale): string;
  pay(pay: Pay, words: PayWords, locale: Locale): string;
  list(values: readonly string[], locale: Locale): string;
  /** The number with the form of the word that belongs to it. */
  plural(count: number, one: string, other: string, locale: Locale): string;
}

export function createFormats(): Formats {
  const number = remembered((locale) => new Intl.NumberFormat(locale));
  const percent = remembered((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));
  const list = remembered((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const plural = remembered((locale) => new Intl.PluralRules(locale));
  const money = remembered((key) => {
    const [locale, currency] = key.split(' ');
    return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  });
  const instants = {
    date: remembered(instantFormat('date')),
    short_date: remembered(instantFormat('short_date')),
    time: remembered(instantFormat('time')),
    date_time: remembered(instantFormat('date_time')),
  };

  return {
    instant: (instant, style, { locale, time_zone }) =>
      withFirstOfMonth(instants[style](`${locale} ${time_zone}`).format(new Date(instant)), locale),
    number: (value, locale) => number(locale).format(value),
    percent: (value, locale) => percent(locale).format(value / 100),
    money: (amount, currency, locale) => money(`${locale} ${currency}`).format(amount),
    pay({ minimum, maximum, currency, period }, words, locale) {
      const format = money(`${locale} ${currency}`);
      const [form, amount] =
        minimum === null || maximum === null
          ? [minimum === null ? words.upTo : words.from, format.format(maximum ?? minimum ?? 0)]
          : [words.range, format.formatRange(minimum, maximum)];
      return form.replace('{amount}', () => amount).replace('{period}', () => words.periods[period]);
    },
    list: (values, locale) => list(locale).format(values),
    plural: (count, one, other, locale) =>
      `${number(locale).format(count)} ${plural(locale).select(count) === 'one' ? one : other}`,
  };
}

/** The first of a month is an ordinal in French, which the formats of the runtime do not know. */
const withFirstOfMonth = (text: string, locale: Locale) =>
  locale === 'fr' ? text.replace(/(?<!\d)1 (?=\p{L})/u, '1er ') : text;

const instantFormat = (style: InstantStyle) => (key: string) => {
  const [locale, timeZone] = key.split(' ');
  const options = instantStyles[style];
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    // A zone that this runtime does not know (any more) must not keep a message back.
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  }
};
