import type { PayPeriod } from '@rolecall/contract';
import { readSpans, type Span } from './amounts.ts';
import { type PlainText, plainText } from './characters.ts';
import { isPlausible, monthsOf, periodAhead, periodBehind, periodOfSize, roughEuros } from './periods.ts';
import { shippedRates } from './rates-table.ts';
import {
  lastEnd,
  readBefore,
  type Sense,
  senseBehind,
  senseOfHeading,
  senseOfWords,
  sentenceBefore,
  standsAlone,
} from './senses.ts';
import { baseWords, payWords, predictedWords, totalWords } from './words/cues.ts';
import { currencyOfCountry } from './words/currencies.ts';

/** Pay as a text states it. Amounts are for one period, with their cents. */
interface ReadPay {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly currency: string;
  readonly period: PayPeriod;
  /** Before taxes; null where nothing says so. */
  readonly gross: boolean | null;
  /** Monthly payments of a year; null where nothing says so. */
  readonly months: 12 | 13 | 14 | null;
  /** False for what somebody else than the employer estimates. */
  readonly stated: boolean;
  /** The words that say it. */
  readonly evidence: string;
}

/** One thing that a text says of pay, and what that is. */
interface PayStatement extends Omit<ReadPay, 'evidence'> {
  readonly sense: Sense;
  /** Where the words that say it begin and end. */
  readonly start: number;
  readonly end: number;
}

interface Surroundings {
  readonly folded: string;
  readonly country: string | null;
  /** A field and no text: nothing but pay and a few words beside it. */
  readonly isField: boolean;
}

/** The amount before, and what was made of it. */
interface Previous {
  readonly end: number;
  readonly statement: PayStatement | null;
  readonly sense: Sense;
}

const readBehind = 70;

function judge(span: Span, previous: Previous | null, around: Surroundings): PayStatement | Sense {
  const { folded } = around;
  const behind = folded.slice(span.end, span.end + readBehind);
  const before = ownWords(sentenceBefore(folded, previous?.end ?? 0, span.start), previous !== null);
  const period = periodBehind(behind);
  const labelled = senseByLabels(span, previous, around, before, behind);
  if (labelled === 'other') return 'other';
  const currency = span.currency ?? currencyByCountry(span, before, behind, labelled, period, around);
  if (currency === null) return labelled;
  const sense = labelled === 'none' ? senseByShape(span, before, behind, period, around) : labelled;
  if (sense === 'none' || sense === 'other') return sense;
  const isNear = previous !== null && span.start - previous.end <= near;
  const inherited = isNear ? (previous.statement?.period ?? null) : null;
  const named = period?.period ?? (span.isLakhsAYear ? 'year' : periodAhead(before)) ?? inherited;
  const paidFor = periodOf(span, currency, named, period !== null, around.country);
  if (paidFor === null) return 'none';
  return {
    minimum: span.minimum,
    maximum: span.maximum,
    currency,
    period: paidFor,
    gross: grossOf(before, behind),
    months: monthsOf(`${before} ${behind.split('\n')[0] ?? ''}`),
    stated: !predictedWords.test(folded.slice(Math.max(0, span.start - 60), span.end + 60)),
    sense,
    start: Math.max(0, span.start - before.length),
    end: Math.min(folded.length, span.end + (period?.length ?? 0)),
  };
}

/** '$500 sign-on, $18 start': what stands before the comma is said of the amount before. */
function ownWords(before: string, followsAnother: boolean): string {
  const comma = followsAnother ? before.search(/[,;]/) : -1;
  return comma < 0 || before.length >= readBefore ? before : before.slice(comma);
}

/** How far an amount may be behind another one that it belongs to. */
const near = 28;

/** What the words beside an amount say that it is. */
function senseByLabels(
  span: Span,
  previous: Previous | null,
  { folded }: Surroundings,
  before: string,
  behind: string,
): Sense {
  const follows = senseBehind(behind, periodBehind(behind)?.length ?? 0);
  if (follows === 'other' || follows === 'base' || follows === 'total') return follows;
  const sense = senseOfWords(before);
  if (sense !== 'none') return sense;
  if (follows !== null && follows !== 'none') return follows;
  // '1. Jahr 1.218 €, 2. Jahr 1.268 €': what was said of the one holds for the next.
  if (previous === null || span.start - previous.end > near) return 'none';
  if (folded.slice(previous.end, span.start).includes('\n')) return 'none';
  const { statement } = previous;
  const isOfOneKind = statement === null || statement.currency === (span.currency ?? statement.currency);
  return isOfOneKind ? previous.sense : 'none';
}

/** What an amount without such words is by how it stands in the text. */
function senseByShape(
  span: Span,
  before: string,
  behind: string,
  period: ReturnType<typeof periodBehind>,
  { folded, isField }: Surroundings,
): Sense {
  const heading = senseOfHeading(folded, span.start, span.isRange);
  const isAlone =
    standsAlone(before, behind, isField && span.isRange && span.isMoneylike ? 4 : 2) &&
    (isField || span.isRange);
  // 'From $61,500 in our lowest market up to $118,300': what the sentence began with holds to its end.
  const sentence = senseOfWords(sentenceBefore(folded, 0, span.start));
  if (period === null && !isAlone) return sentence === 'none' ? heading : sentence;
  if (isField || span.isRange) return isAlone && !isField && heading === 'other' ? 'other' : 'pay';
  const beginsLine = folded.slice(Math.max(0, span.start - 3), span.start).includes('\n');
  return heading === 'other' && !beginsLine ? 'other' : 'pay';
}

/** @param isBehind whether the named period stands behind the amount, so that it can be of nothing else */
function periodOf(
  { minimum, maximum }: Span,
  currency: string,
  named: PayPeriod | null,
  isBehind: boolean,
  country: string | null,
): PayPeriod | null {
  const ends = [minimum ?? maximum ?? 0, maximum ?? minimum ?? 0];
  const [low = 0, high = 0] = ends.map((amount) => roughEuros(amount, currency, shippedRates.perEuro));
  if (named !== null && isPlausible(high, named) && isPlausible(low, named)) return named;
  const bySize = isBehind ? null : periodOfSize(high, country, currency);
  return bySize !== null && isPlausible(low, bySize) ? bySize : null;
}

function grossOf(before: string, behind: string): boolean | null {
  const words = `${before} ${behind.split(/[\n;]|\. /)[0] ?? ''}`;
  if (/\b(?:gross|\w*brutto\w*|brut|brute|bruts|brutos?|before tax)\b/.test(words)) return true;
  return /\b(?:net|netto|nets?|neto|netos|liquidos?)\b/.test(words) ? false : null;
}

/** An amount without a currency is pay only where it is called so right before, or where a period follows; it is in that of the country. */
function currencyByCountry(
  span: Span,
  before: string,
  behind: string,
  labelled: Sense,
  period: ReturnType<typeof periodBehind>,
  { country, isField, folded }: Surroundings,
): string | null {
  const own = country === null ? undefined : currencyOfCountry.get(country);
  if (span.isLakhsAYear) return own ?? 'INR';
  if (own === undefined || !span.isMoneylike) return null;
  const label = Math.max(lastEnd(payWords, before), lastEnd(baseWords, before), lastEnd(totalWords, before));
  const isNear = label >= 0 && before.length - label <= 16 && !/\d/.test(before.slice(label));
  if (labelled !== 'none' && isNear) return own;
  // 'NYC or remote | 160-200k': thousands from here to there, alone in a column.
  if (
    span.isThousands &&
    span.isRange &&
    standsAlone(before, behind, 2) &&
    (isField || /\|\s*$/.test(folded.slice(Math.max(0, span.start - 3), span.start)))
  )
    return own;
  return period !== null && /^ ?(?:per hour|\/ ?hr|\/ ?hour|an hour|\/std|pro stunde)/.test(behind)
    ? own
    : null;
}

const longestField = 90;
const longestEvidence = 160;
/** So many statements of one text are kept. */
const mostStatements = 40;

/**
 * What a text says of pay, statement by statement, in the order in which it does.
 * @param country of the employer or the work (ISO 3166-1 alpha-2): whose dollars, and what is paid by the month there
 */
export function findPay(text: string, country: string | null = null): readonly PayStatement[] {
  return /\d/.test(text) ? findIn(plainText(text), country) : [];
}

function findIn({ plain, folded }: PlainText, country: string | null): readonly PayStatement[] {
  const code = country?.toUpperCase() ?? null;
  const trimmed = plain.trim();
  const around = {
    folded,
    country: code,
    isField: trimmed.length <= longestField && !trimmed.includes('\n'),
  };
  const statements: PayStatement[] = [];
  let previous: Previous | null = null;
  for (const span of readSpans(folded, code)) {
    if (span.currency === null && !span.isMoneylike && !span.isLakhsAYear) continue;
    const judged = judge(span, previous, around);
    const statement = typeof judged === 'string' ? null : judged;
    previous = { end: span.end, statement, sense: typeof judged === 'string' ? judged : judged.sense };
    if (statement !== null) statements.push(statement);
    if (statements.length >= mostStatements) break;
  }
  return statements;
}

const weight: Readonly<Record<Sense, number>> = { base: 3, pay: 2, total: 1, other: 0, none: 0 };

/** The pay of a job as its text states it, or null. `eval/sets/pay.md` says what counts. */
export function readPay(text: string, country: string | null = null): ReadPay | null {
  if (!/\d/.test(text)) return null;
  const read = plainText(text);
  const statements = findIn(read, country);
  const isStated = statements.some(({ stated }) => stated);
  const candidates = statements.filter(({ stated }) => stated === isStated);
  const best = Math.max(0, ...candidates.map(({ sense }) => weight[sense]));
  const ranked = candidates.filter(({ sense }) => weight[sense] === best);
  const [first] = ranked;
  if (first === undefined) return null;
  const {
    sense: _sense,
    start,
    end,
    ...pay
  } = ranked
    .filter(({ currency, period }) => currency === first.currency && period === first.period)
    .reduce(join, first);
  const evidence = read.plain.slice(start, end).replace(/\s+/g, ' ').trim().slice(0, longestEvidence);
  return { ...pay, evidence };
}

/** Places and levels are of one range; what is far from it is something else. */
const farthest = 3.2;

function join(all: PayStatement, next: PayStatement): PayStatement {
  const lows = [all.minimum, next.minimum].filter((each) => each !== null);
  const highs = [all.maximum, next.maximum].filter((each) => each !== null);
  const low = Math.min(...lows, ...highs);
  const high = Math.max(...lows, ...highs);
  const ends = [all.minimum ?? all.maximum ?? 0, next.minimum ?? next.maximum ?? 0];
  if (high / low > farthest && Math.max(...ends) / Math.min(...ends) > 2) return all;
  return {
    ...all,
    minimum: lows.length === 0 ? null : Math.min(...lows),
    maximum:
      all.maximum === null && highs.length === 0 ? null : highs.length === 0 ? null : Math.max(...highs),
    gross: all.gross ?? next.gross,
    months: all.months ?? next.months,
  };
}
