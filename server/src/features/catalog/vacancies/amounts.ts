/** Ranges of pay as a text or a feed states them, and requisitions. */

export interface PayRange {
  readonly minimum: number;
  readonly maximum: number;
  /** Null where none is stated. */
  readonly currency: string | null;
}

const money =
  /(?:(usd|eur|gbp|chf|cad|aud|us)[ \u00a0]?)?([$€£])?[ \u00a0]?(\d{1,3}(?:[.,' \u00a0\u202f]\d{3}){1,2}|\d{2,7})(?:[.,]\d{1,2})?[ \u00a0]?(k\b)?[ \u00a0]?([$€£]|\b(?:usd|eur|euros?|gbp|chf)\b)?/gi;
const joint = /^[^\d\n]{0,24}(?:[-–—]| (?:to|bis|und|and|à|a|et|y|hasta) )[^\d\n]{0,8}$/i;
const currencies: ReadonlyMap<string, string> = new Map([
  ['$', 'usd'],
  ['us', 'usd'],
  ['€', 'eur'],
  ['euro', 'eur'],
  ['euros', 'eur'],
  ['£', 'gbp'],
]);
const longestText = 20_000;
const mostRanges = 30;

/** The ranges of pay in a text: two amounts of money with 'to' or a dash between them. */
export function readPayRanges(text: string): readonly PayRange[] {
  const ranges: PayRange[] = [];
  let before: { readonly amount: number; readonly currency: string | null; readonly end: number } | null =
    null;
  for (const match of text.slice(0, longestText).matchAll(money)) {
    const [whole, code, sign, digits = '', thousands, behind] = match;
    const name = (sign ?? code ?? behind)?.toLowerCase();
    const currency = name === undefined ? null : (currencies.get(name) ?? name);
    const amount = Number(digits.replace(/\D/g, '')) * (thousands === undefined ? 1 : 1000);
    if (before !== null && ranges.length < mostRanges) {
      const between = text.slice(before.end, match.index);
      const known = currency ?? before.currency;
      // '$120–150k' means 120,000.
      const minimum = before.amount < 1000 && amount >= 10_000 ? before.amount * 1000 : before.amount;
      if (known !== null && minimum <= amount && joint.test(` ${between.trim()} `) && isPay(minimum)) {
        ranges.push({ minimum, maximum: amount, currency: known });
      }
    }
    before = { amount, currency, end: match.index + whole.length };
  }
  return ranges;
}

/** Pay by the hour, month and year is of three sizes; what is between them, such as a bonus, is none. */
const sizeOf = (amount: number): 'hour' | 'month' | 'year' =>
  amount < 400 ? 'hour' : amount < 14_000 ? 'month' : 'year';
const isPay = (amount: number): boolean => amount >= 8 && amount < 5_000_000;

/** Whether both state pay of one size and currency, and no range of one meets one of the other. */
export function isPayApart(a: readonly PayRange[], b: readonly PayRange[]): boolean {
  const pairs = a
    .flatMap((one) => b.map((other) => [one, other] as const))
    .filter(([one, other]) => isComparable(one, other));
  return (
    pairs.length > 0 &&
    pairs.every(([one, other]) => one.maximum < other.minimum || other.maximum < one.minimum)
  );
}

const isComparable = (a: PayRange, b: PayRange): boolean =>
  a.currency === b.currency && sizeOf(a.minimum) === sizeOf(b.minimum);

const requisitionName =
  /(?:requisition(?: id| number| no)?|\breq(?: id| no| number)?|job (?:id|number|no|code|reference|ref|requisition)|reference(?: number| code| no| id)?|\bref(?: no| nr)?|stellen-?id|stellennummer|kennziffer|referenznummer|job-?nummer|referencia)[ .]{0,2}[:#]{1,2} ?([a-z]{0,6}[-_/]?\d[a-z0-9_/-]{2,18})/g;
const mostRequisitions = 5;

/** @param folded a text without accents in lower case */
export function readRequisitions(folded: string): readonly string[] {
  const found = new Set<string>();
  for (const match of folded.slice(0, longestText).matchAll(requisitionName)) {
    if (found.size < mostRequisitions) found.add(plainRequisition(match[1] ?? ''));
  }
  return [...found];
}

export const plainRequisition = (written: string): string => written.toLowerCase().replace(/[^a-z0-9]/g, '');

/** `same`: one is named by both; `other`: they name those of one numbering, and none is the same. */
export function compareRequisitions(a: readonly string[], b: readonly string[]): 'same' | 'other' | 'open' {
  if (a.some((one) => b.includes(one))) return 'same';
  return a.some((one) => b.some((other) => isOfOneNumbering(one, other))) ? 'other' : 'open';
}

/** 'R1004723' and 'R1004688' are; '4411' and 'R1004688' may be two numbers of one vacancy. */
function isOfOneNumbering(a: string, b: string): boolean {
  const [lettersA = ''] = /^[a-z]*/.exec(a) ?? [];
  const [lettersB = ''] = /^[a-z]*/.exec(b) ?? [];
  return lettersA === lettersB && Math.abs(a.length - b.length) <= 1;
}
