/** Ranges of pay as a text or a feed states them, and requisitions. */
import { findPay } from '../pay/index.ts';

export interface PayRange {
  readonly minimum: number;
  readonly maximum: number;
  /** Null where none is stated. */
  readonly currency: string | null;
}

const longestText = 20_000;
const mostRanges = 30;

/** The ranges of pay that a text states. */
export function readPayRanges(text: string): readonly PayRange[] {
  return findPay(text.slice(0, longestText))
    .filter(
      ({ minimum, maximum, stated }) => stated && minimum !== null && maximum !== null && minimum < maximum,
    )
    .slice(0, mostRanges)
    .map(({ minimum, maximum, currency }) => ({
      minimum: minimum ?? 0,
      maximum: maximum ?? 0,
      currency: currency.toLowerCase(),
    }));
}

/** Pay by the hour, month and year is of three sizes; what is between them, such as a bonus, is none. */
const sizeOf = (amount: number): 'hour' | 'month' | 'year' =>
  amount < 400 ? 'hour' : amount < 14_000 ? 'month' : 'year';

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
