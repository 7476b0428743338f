import type { PayPeriod } from '@rolecall/contract';
import { lowWage, roughlyPerEuro, yearlyCountries } from './words/currencies.ts';

/** Directly behind an amount: 'per hour', '/Std.', 'brut par mois', 'gross a month'. */
const behind: readonly (readonly [RegExp, PayPeriod])[] = (() => {
  return [
    [
      /^(?:h|hr|hrs|hour|hourly|hours|ph|p\/h|std|stunde|stundlich|heure|horaire|hora|ora|uur|godz)\b/,
      'hour',
    ],
    [/^(?:d|day|daily|pd|p\/d|tag|taglich|jour|dia|diario|diarios)\b/, 'day'],
    [/^(?:w|wk|week|weekly|pw|p\/w|woche|wochentlich|semaine|semana|semanales|semanal)\b/, 'week'],
    [
      /^(?:m|mo|mon|mth|month|monthly|pcm|pm|p\.m|monat|monatlich|mtl|mois|mensuels?|mensuelle|mese|mes|mensual|mensuales|mensais|maand|miesiac|mc)\b/,
      'month',
    ],
    [
      /^(?:y|yr|yrs|year|yearly|annual|annually|annualized|annum|pa|p\/a|p\.? ?a\b|jahr|jahrlich|jahresbrutto|an|annee|annuels?|annuelle|annuel|ano|anual|anuales|anno|jaar|rok)\b/,
      'year',
    ],
  ];
})();
/** What may stand between an amount and its period. */
const linking =
  /^(?:[\s,(*[]{0,3}(?:(?:gross|brutto|brut|brute|bruts|bruto|brutos|net|netto|netti|lordi|lordo|nette|nets|neto|netos|liquidos?|usd|eur|base|cad|basis|salary|dollars|before tax|\+ vat|vat|\(b2b\)|b2b|casual|flat|full|in|im|l'|und|zzgl)(?![a-z])[),.]?))*[\s,(]{0,3}(?:\/|per|an\b|a\b|each|every|pro|je|die|der|im|in|par|de|al|por|la|el|cada|l'|na|za|p\.)?[ '/]{0,2}/;

/** In front of an amount, the nearest first: 'hourly rate', 'Jahresgehalt', 'TJM'. */
const ahead: readonly (readonly [RegExp, PayPeriod])[] = [
  [
    /hourly|per hour|stundenlohn|stundensatz|stundenverguetung|pro stunde|taux horaire|horaire|por hora|la hora|hour\)/g,
    'hour',
  ],
  [/daily rate|day rate|rate per day|tagessatz|tagessätze|\btjm\b|taux journalier|por dia|per day/g, 'day'],
  [/weekly (?:pay|rate|salary|wage|gross)|wochenlohn|semanal|per week/g, 'week'],
  [
    /monthly|per month|monatslohn|monatsgehalt|monatsgehalter|monatsbrutto\w*|monatlich\w*|im monat|pro monat|mensuel\w*|par mois|mensual\w*|al mes|minijob|mini-job|kv-mindestlohn/g,
    'month',
  ],
  [
    /annual\w*|yearly|per annum|per year|a year|jahres\w*|jahrlich\w*|pro jahr|im jahr|annuel\w*|par an\b|anual\w*|al ano|\bral\b|\bctc\b|\bote\b/g,
    'year',
  ],
];

/** The period right behind an amount, and how much of the text it takes. */
export function periodBehind(text: string): { readonly period: PayPeriod; readonly length: number } | null {
  const bounded = text.slice(0, 48);
  const link = linking.exec(bounded)?.[0] ?? '';
  const rest = bounded.slice(link.length).trimStart();
  for (const [pattern, period] of behind) {
    const match = pattern.exec(rest);
    // A single letter needs its stroke: '/h', and not the end of '5 d'.
    if (match === null || (match[0].length === 1 && !/\/ ?$/.test(link))) continue;
    return { period, length: bounded.length - rest.length + match[0].length };
  }
  return null;
}

/** The period that is named last before an amount. */
export function periodAhead(text: string): PayPeriod | null {
  let best: { readonly period: PayPeriod; readonly end: number } | null = null;
  for (const [pattern, period] of ahead) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (best === null || end > best.end) best = { period, end };
    }
  }
  return best?.period ?? null;
}

/** Euros that somebody may be paid in such a time; what lies outside is no pay, or has a digit too many. */
const bounds: Readonly<Record<PayPeriod, readonly [number, number]>> = {
  hour: [3, 600],
  day: [30, 5_000],
  week: [90, 15_000],
  month: [250, 60_000],
  year: [6_500, 2_000_000],
};

/** About how many euros an amount is worth, what it buys considered. */
export function roughEuros(amount: number, currency: string, perEuro: ReadonlyMap<string, number>): number {
  const rate = perEuro.get(currency) ?? roughlyPerEuro.get(currency) ?? 1;
  return (amount / rate) * (lowWage.has(currency) ? 4 : 1);
}

export const isPlausible = (euros: number, period: PayPeriod): boolean =>
  euros >= bounds[period][0] && euros <= bounds[period][1];

/** The period that amounts of a size are paid for, where none is named; null where it might be several. */
export function periodOfSize(euros: number, country: string | null, currency: string): PayPeriod | null {
  if (euros >= 6 && euros < 90) return 'hour';
  const isYearly =
    country === null ? /^(?:USD|GBP|CAD|AUD|NZD)$/.test(currency) : yearlyCountries.has(country);
  if (euros >= (isYearly ? 15_000 : 14_500) && euros <= 1_000_000) return 'year';
  if (!isYearly && euros >= 400 && euros <= 12_000) return 'month';
  return null;
}

const monthsPattern =
  /\b(1[234])[ .]{0,2}(?:x\b|mal\b|gehalter|monatsgehalter|monatslohne?|monatslohn|monthly (?:payments|salaries)|salaries|pagas|mois\b|mensualites|mensilita|th month|month salar|eme mois)|\bx ?(1[234])\b|(?:sur|en) (1[234]) (?:mois|pagas)|(1[34])(?:th|\. monats|eme|e) (?:month|mois|gehalt|lohn)/;

/** How many monthly payments a year has, where the words around an amount say so. */
export function monthsOf(text: string): 12 | 13 | 14 | null {
  const match = monthsPattern.exec(text);
  const number = Number(match?.slice(1).find((group) => group !== undefined));
  return number === 12 || number === 13 || number === 14 ? number : null;
}
