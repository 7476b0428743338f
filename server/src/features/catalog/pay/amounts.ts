import { currencyNames, currencyOfCountry, dollarCountries } from './words/currencies.ts';

/** One amount, or two of a range, as a text states them. */
export interface Span {
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Null where the amount stands without one. */
  readonly currency: string | null;
  /** Where the amounts and the signs beside them begin and end in the text. */
  readonly start: number;
  readonly end: number;
  readonly isRange: boolean;
  /** What follows says lakhs a year: nothing but pay is stated so. */
  readonly isLakhsAYear: boolean;
  /** '85,000', '85k' or '14.50', and not '85' or '40'. */
  readonly isMoneylike: boolean;
  /** '45k', '48 K€'. */
  readonly isThousands: boolean;
}

interface Token {
  readonly value: number;
  /** The number as it would be if its only group of three were a fraction. */
  readonly fraction: number | null;
  readonly multiplier: number;
  readonly currency: string | null;
  readonly start: number;
  readonly end: number;
  readonly isLakhsAYear: boolean;
  readonly isMoneylike: boolean;
}

const number =
  /(?<![\p{L}\d.,])(?:\d{1,3}(?:[.,' ]\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,9})(?:[.,]\d{1,4}(?![\d.,]?\d))?/gu;
const letteredNumber =
  /(?<=(?:^|[^a-z])(?:usd|eur|gbp|chf|cad|aud|inr|rs|r|cop|aed|sgd|mxn|jpy|k)\.?)\d{1,6}(?:[.,' ]\d{3})*(?!\d)(?:[.,]\d{1,2}(?!\d))?/g;
const before =
  /(?:(?:^|[^a-z])(usd|eur|gbp|chf|cad|aud|nzd|sgd|hkd|inr|pln|sek|nok|dkk|czk|huf|ron|jpy|cny|krw|twd|thb|myr|idr|php|vnd|mxn|cop|clp|ars|pen|brl|uyu|zar|aed|sar|qar|ils|try|ngn|kes|egp|mad|pkr|lkr|isk|us|ca|c|cdn|au|a|nz|sg|s|hk|mx|r|rs|fr|sfr|kr|s\/)\.?)? {0,2}([$€£₹¥])? {0,3}$/;
const multiplied =
  /^ ?(?:(k)(?![a-z])|(thousand|tsd\.?|tausend|mille|mil|t(?= ?€))(?![a-z])|(mm?|mn|mio\.?|millions?|millionen|millones|million)(?![a-z])|(bn?|billions?|mrd\.?|milliarden|milliards?|crores?|cr)(?![a-z])|(lakhs?|lacs?|l)(?![a-z])|(lpa)(?![a-z]))/;
const behind =
  /^(?:[.,](?:-{1,2})|\.-|\/-)?(?: ?([$€£₹¥])(?! ?\d)(?![a-z])|[ -]?(usd|eur|euros?|gbp|pounds|chf|franken|fr\.|cad|aud|nzd|sgd|hkd|inr|pln|zl|zł|sek|nok|dkk|kr|czk|huf|ron|yen|jpy|cny|krw|twd|thb|myr|idr|php|vnd|mxn|cop|clp|ars|pen|brl|uyu|zar|aed|sar|qar|ils|try|ngn|kes|egp|mad|pkr|lkr|isk|dollars)(?![a-z$€£]))/;
const swissEnd = /^(?:[.,]-{1,2}|\.-|\/-)/;
/** What is no amount of money: a share, a plan of pension, hours. */
const otherUnit =
  /^ ?(?:%|\(k\)|\(b\)|x\b|h\b|hrs?\b|hours?\b|std\b|stunden|heures|horas|days?\b|tage|jours|dias|years?\b|jahre|ans\b|anos\b|weeks?\b|wochen|months?\b|monate|mois\b|meses|people|employees|mitarbeit|km\b|kg\b|lbs?\b|m2|m²|:\d)/;

function currencyBefore(code: string | undefined, sign: string | undefined, country: string | null) {
  if (code === undefined) return sign === undefined ? null : currencyOf(sign, country);
  if (sign !== undefined) {
    const joined = currencyNames.get(`${code}${sign}`);
    return joined ?? (/^[a-z]{3}$/.test(code) ? currencyOf(code, country) : currencyOf(sign, country));
  }
  if (/^(?:us|ca|c|au|a|nz|sg|s|hk|mx|cdn)$/.test(code)) return null;
  if (code === 'r') return country === 'ZA' ? 'ZAR' : null;
  return currencyOf(code, country);
}

/** @param name a sign, a code or a word, in lower case */
function currencyOf(name: string, country: string | null): string {
  const own = country === null ? undefined : currencyOfCountry.get(country);
  if (name === '$')
    return own !== undefined && country !== null && dollarCountries.has(country) ? own : 'USD';
  if (name === '¥') return own === 'CNY' ? 'CNY' : 'JPY';
  if (name === 'kr') return own === 'NOK' || own === 'DKK' || own === 'ISK' ? own : 'SEK';
  if (name === 'rs' || name === 'rs.') return own === 'PKR' || own === 'LKR' ? own : 'INR';
  return currencyNames.get(name) ?? name.toUpperCase();
}

function readNumber(written: string): { value: number; fraction: number | null; grouped: boolean } {
  const group = /^\d{1,3}(?:[.,' ]\d{3})+|^\d{1,2}(?:,\d{2})+,\d{3}/.exec(written)?.[0];
  if (group === undefined) {
    return { value: Number(written.replace(',', '.')), fraction: null, grouped: /[.,]\d{2}$/.test(written) };
  }
  const cents = written.slice(group.length).replace(',', '.');
  const value = Number(`${group.replace(/\D/g, '')}${cents}`);
  const couldBeFraction = /^\d{1,3}[.,]\d{3}$/.test(written);
  return { value, fraction: couldBeFraction ? Number(written.replace(',', '.')) : null, grouped: true };
}

const multiplierOf = (match: RegExpExecArray | null, currency: string | null): number => {
  if (match === null) return 1;
  const [, k, thousand, million, billion, lakh, lpa] = match;
  if (k !== undefined || thousand !== undefined) return 1_000;
  if (million !== undefined) return 1_000_000;
  if (billion !== undefined) return 1_000_000_000;
  if (lpa !== undefined) return 100_000;
  return lakh === 'l' && currency !== 'INR' ? 1 : 100_000;
};

/** A text has so many numbers at most that are looked at. */
const mostNumbers = 3_000;

function readTokens(folded: string, country: string | null): Token[] {
  const tokens: Token[] = [];
  const found = [...folded.matchAll(number), ...folded.matchAll(letteredNumber)]
    .toSorted((a, b) => a.index - b.index)
    .slice(0, mostNumbers);
  for (const match of found) {
    const [written] = match;
    const from = match.index;
    if (tokens.length > 0 && from < (tokens.at(-1)?.end ?? 0)) continue;
    let end = from + written.length;
    const ahead = folded.slice(Math.max(0, from - 9), from);
    const [whole = '', code, sign] = before.exec(ahead) ?? [];
    // 'A$' is Australian, and the letter of '$14,000 a $16,500' a word.
    const isWord = code?.length === 1 && sign !== undefined && / [$]/.test(whole);
    let currency = currencyBefore(isWord ? undefined : code, sign, country);
    const start =
      currency === null
        ? from
        : from - (isWord ? whole.length - whole.lastIndexOf(' ') - 1 : whole.trimStart().length);
    const multiple = multiplied.exec(folded.slice(end, end + 12));
    if (/^40[13]$|^457$/.test(written) && /^ ?(?:k|\(k\)|\(b\)|b\b)/.test(folded.slice(end, end + 4)))
      continue;
    const isThousand = multiple?.[1] !== undefined;
    const isL = multiple?.[5] === 'l' && currency !== 'INR';
    if (multiple !== null && !isL) end += multiple[0].length;
    const tail = behind.exec(folded.slice(end, end + 12));
    const named = tail?.[1] ?? tail?.[2];
    if (tail !== null && named !== undefined) {
      const behindIt = currencyOf(named, country);
      // '$18,000 MXN' is in pesos, and the sign of '$5 €' belongs to nothing.
      if (currency === null || (tail[2] !== undefined && /^[a-z]{3}$/.test(named))) currency = behindIt;
      end += tail[0].length;
    } else {
      end += swissEnd.exec(folded.slice(end, end + 4))?.[0].length ?? 0;
    }
    const late = /^ ?(k)(?![a-z])/.exec(folded.slice(end, end + 3));
    if (multiple === null && late !== null) end += late[0].length;
    if (currency === null && otherUnit.test(folded.slice(end, end + 12))) {
      const isCents = /^ ?(?:%|\(k\)|x\b)/.test(folded.slice(end, end + 4)) || !/[.,]\d{2}$/.test(written);
      if (isCents) continue;
    }
    if (currency !== null && /^ ?%/.test(folded.slice(end, end + 3))) continue;
    const { value, fraction, grouped } = readNumber(written);
    const multiplier = multiple === null ? (late === null ? 1 : 1_000) : multiplierOf(multiple, currency);
    tokens.push({
      value,
      fraction,
      multiplier,
      currency: multiple?.[6] !== undefined && currency === null ? 'INR' : currency,
      start,
      end,
      isLakhsAYear: multiple?.[6] !== undefined || (multiple?.[5] !== undefined && !isL),
      isMoneylike: grouped || isThousand || multiplier > 1 || late !== null || value >= 10_000,
    });
  }
  return tokens;
}

const perPeriod =
  '(?:[ (]{0,2}(?:(?:gross|brutto|brut|brutos?|net|netto|annually|yearly|monthly|hourly|ph|pa|p\\.a\\.)\\b)|[ (]{0,2}(?:/|per |a |an |par |pro |al |por )? ?(?:hr|hour|yr|year|annum|month|mo|week|wk|day|stunde|monat|jahr|heure|mois|an|hora|mes|ano)s?\\b[.)]?){0,2}';
const joints = new RegExp(
  `^${perPeriod}[ :]{0,2}(?:-{1,2}|~|to|till?|until|through|thru|bis(?: zu| max\\.?)?|a|and|und|et|y|e|hasta(?: los)?|up to|rising to|and goes up to|and (?:a )?maximum(?: of)?|and up to|\\.{2,3}|…)[ :]{0,2}(?:up to |max\\.? |bis zu )?$`,
);
const lower =
  /(?:from|starting (?:at|from)|starts at|start at|at least|minimum(?: of)?|min\.?|ab|mind\.?|mindestens|von mindestens|min(?:imum)?\.? (?:salary|wage|pay)(?: of|:)?|mindest(?:gehalt|lohn|entgelt|bruttogehalt|grundgehalt)(?: von| betragt|)|a partir de|des|minimo(?: de)?|desde(?: los)?|as low as|over|more than|starting pay of)[ :]{1,2}$/;
const upper =
  /(?:up to|as much as|maximum(?: of)?|max\.?|bis(?: zu)?|maximal|jusqu'a|jusqu'au|hasta(?: los)?|maximo(?: de)?|upto|under)[ :]{1,2}$/;
const openEnded = /^ ?(?:\+|plus\b(?! [a-z])|and up\b|und mehr\b|or more\b|et plus\b|y mas\b)(?! ?[a-z0-9])/;

/** The amounts of a text, those that 'to' or a dash joins as one range. */
export function readSpans(folded: string, country: string | null): Span[] {
  const tokens = readTokens(folded, country);
  const spans: Span[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const first = tokens[index];
    const second = tokens[index + 1];
    if (first === undefined) break;
    const joined = second === undefined ? null : joinedRange(folded, first, second);
    if (joined !== null) {
      spans.push(joined);
      index += 1;
      continue;
    }
    const amount = first.value * first.multiplier;
    const ahead = folded.slice(Math.max(0, first.start - 24), first.start);
    const isLower = lower.test(ahead) || openEnded.test(folded.slice(first.end, first.end + 12));
    const isUpper = !isLower && upper.test(ahead);
    spans.push({
      minimum: isUpper ? null : amount,
      maximum: isLower ? null : amount,
      currency: first.currency,
      start: first.start,
      end: first.end,
      isRange: false,
      isLakhsAYear: first.isLakhsAYear,
      isMoneylike: first.isMoneylike,
      isThousands: first.multiplier === 1_000,
    });
  }
  return spans;
}

function joinedRange(folded: string, first: Token, second: Token): Span | null {
  // '$21.35 (step 1) to $27.80 (step 6)'.
  const gap = folded.slice(first.end, second.start).replace(/^ ?\([^()\d]{0,20}\d?\)/, '');
  if (gap.length > 40 || !joints.test(gap)) return null;
  // '40-45 hours' is none, and neither is 'a budget of 5 to €10,000'.
  const currency = second.currency ?? first.currency;
  if (first.currency !== null && second.currency !== null && first.currency !== second.currency) return null;
  let minimum = first.value * first.multiplier;
  let maximum = second.value * second.multiplier;
  // '$120-150k' and '40 to 48 K€' are thousands on both sides; '$500-$2k' is not.
  if (first.multiplier === 1 && second.multiplier > 1 && first.value * second.multiplier <= maximum) {
    minimum = first.value * second.multiplier;
  }
  if (second.multiplier === 1 && first.multiplier === 1_000 && second.value < 1_000) maximum *= 1_000;
  if (
    first.fraction !== null &&
    second.fraction !== null &&
    maximum < 1_000_000 &&
    isOfHour(folded, first, second)
  ) {
    [minimum, maximum] = [first.fraction, second.fraction];
  }
  if (minimum > maximum) return null;
  return {
    minimum,
    maximum,
    currency,
    start: first.start,
    end: second.end,
    isRange: true,
    isLakhsAYear: second.isLakhsAYear,
    isMoneylike: first.isMoneylike || second.isMoneylike,
    isThousands: second.multiplier === 1_000,
  };
}

/** Nobody is paid 24,038 for an hour, so '24.038' is a fraction there. */
const isOfHour = (folded: string, first: Token, second: Token): boolean =>
  /hour|\/ ?hr|stunde|heure|hora/.test(
    folded.slice(Math.max(0, first.start - 30), first.start) + folded.slice(second.end, second.end + 16),
  );
