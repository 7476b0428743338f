import type { Locale } from '../constants.ts';

/** The forms in which an instant can be said. */
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
  /** Sep 1, 2026, 2:00 PM */
  short_date_time: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type InstantStyle = keyof typeof instantStyles;

/** As ISO 8601 says it, or as the runtime holds it. */
export type Instant = string | Date;

/** The forms of a phrase by the plural category of its number; `#` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Says numbers, amounts, lists and moments as one language does, in one time zone. */
export interface Formats {
  number(value: number): string;
  /** @param value in percent, so 87 for 87 % */
  percent(value: number): string;
  /** In whole units. @param currency its three letters */
  money(amount: number, currency: string): string;
  moneyRange(minimum: number, maximum: number, currency: string): string;
  /** Red, green, and blue. */
  list(values: readonly string[]): string;
  plural(count: number, forms: PluralForms): string;
  pluralCategory(count: number): Intl.LDMLPluralRule;
  /** @throws {RangeError} when it is no instant */
  instant(instant: Instant, style: InstantStyle): string;
}

/** Formats are costly to make, so they are kept; a few hundred time zones are all that a node meets. */
const mostKept = 500;
const kept = new Map<string, Formats>();

/**
 * @param timeZone IANA name; in one that the runtime does not know, moments are told in UTC, so that nothing is held
 *   back by it
 */
export function formatsOf(locale: Locale, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = createFormats(locale, timeZone);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, made);
  return made;
}

function createFormats(locale: Locale, timeZone: string): Formats {
  const number = whenNeeded(() => new Intl.NumberFormat(locale));
  const percent = whenNeeded(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const list = whenNeeded(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const plural = whenNeeded(() => new Intl.PluralRules(locale));
  const money = whenNeededBy(
    (currency: string) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }),
  );
  const instants = whenNeededBy((style: InstantStyle) => instantFormat(locale, timeZone, style));
  return {
    number: (value) => number().format(value),
    percent: (value) => percent().format(value / 100),
    money: (amount, currency) => money(currency).format(amount),
    moneyRange: (minimum, maximum, currency) => money(currency).formatRange(minimum, maximum),
    list: (values) => list().format(values),
    plural(count, forms) {
      const form = forms[plural().select(count)] ?? forms.other;
      return form.replaceAll('#', () => number().format(count));
    },
    pluralCategory: (count) => plural().select(count),
    instant(instant, style) {
      const text = instants(style).format(new Date(instant));
      return locale === 'fr' ? withFirstOfMonth(text) : text;
    },
  };
}

function instantFormat(locale: Locale, timeZone: string, style: InstantStyle): Intl.DateTimeFormat {
  const options = instantStyles[style];
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  }
}

/** The first of a month is an ordinal in French, which the formats of the runtime do not know. */
const withFirstOfMonth = (text: string) => text.replace(/(?<!\d)1 (?=\p{L})/u, '1er ');

function whenNeeded<Format>(make: () => Format): () => Format {
  let made: Format | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function whenNeededBy<Key, Format>(make: (key: Key) => Format): (key: Key) => Format {
  const made = new Map<Key, Format>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const format = make(key);
    made.set(key, format);
    return format;
  };
}
