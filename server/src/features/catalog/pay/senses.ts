import {
  baseWords,
  behindPay,
  headingWords,
  otherWords,
  payWords,
  spentOn,
  totalWords,
} from './words/cues.ts';

/** What an amount is: the base of pay, pay, a total or target, or something else. */
export type Sense = 'base' | 'pay' | 'total' | 'other' | 'none';

/** Where a sentence, an item or a column ends. */
const boundary = /\n|[•|;·]|[.!?](?= )|(?<= )- /g;
const abbreviation =
  /\b(?:ca|p|a|s|fr|rs|inkl|incl|zzgl|max|min|approx|bzw|z|b|mtl|std|no|nr|vs|etc|up|e|g|i|jr|sr|u|d|st|usd|eur|est|mind|brutto)\.$/;
/** So much is looked at in front of an amount. */
export const readBefore = 110;

/** The part of a sentence in front of an amount. */
export function sentenceBefore(folded: string, from: number, end: number): string {
  const slice = folded.slice(Math.max(from, end - readBefore), end);
  let start = 0;
  for (const match of slice.matchAll(boundary)) {
    const stop = match.index + match[0].length;
    if (match[0] === '.' && abbreviation.test(slice.slice(Math.max(0, stop - 9), stop))) continue;
    // A dash behind a label ('Pay - $20') belongs to it.
    if (match[0] === '- ' && slice.slice(stop).trim() === '') continue;
    start = stop;
  }
  return slice.slice(start);
}

/** What ends what an amount says of itself: what comes next is something else. */
const connector =
  /[,;|•\n+&(]|\b(?:plus|and|zzgl|inkl|incl|including|excluding|dazu|sowie|und|et|mas|y|with|mit|avec|con)\b|[.!?](?= |$)/;

export const lastEnd = (pattern: RegExp, text: string): number => {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
};

export function senseOfWords(text: string): Sense {
  const ends: readonly (readonly [Sense, number])[] = [
    ['other', lastEnd(otherWords, text)],
    ['base', lastEnd(baseWords, text)],
    ['total', lastEnd(totalWords, text)],
    ['pay', lastEnd(payWords, text)],
  ];
  let best: readonly [Sense, number] = ['none', -1];
  for (const each of ends) if (each[1] > best[1]) best = each;
  return best[0];
}

/** What an amount is by what stands directly behind it; null where that says nothing. */
export function senseBehind(behind: string, periodLength: number): Sense | null {
  const cut = connector.exec(behind);
  const own = cut === null ? behind : behind.slice(0, cut.index);
  const further = behind.slice(periodLength);
  const bracket = /^[ ]{0,2}\(([^()\n]{0,40})\)?/.exec(further)?.[1] ?? '';
  if (spentOn.test(own)) return 'other';
  if (/^ {0,2}ote\b|^ {0,2}\(?on[- ]target/.test(further)) return 'total';
  if (behindPay.test(further) || behindPay.test(behind))
    return /^ {0,2}(?:base|basic|fix)\b/.test(further) ? 'base' : 'pay';
  const sense = senseOfWords(own.slice(0, 44));
  if (sense !== 'none') return firstSense(own.slice(0, 44));
  return bracket === '' ? null : firstSense(bracket) === 'pay' ? 'pay' : null;
}

/** The sense of the word that comes first. */
function firstSense(text: string): Sense {
  let best: Sense = 'none';
  let at = Number.POSITIVE_INFINITY;
  for (const [sense, pattern] of [
    ['other', otherWords],
    ['base', baseWords],
    ['total', totalWords],
    ['pay', payWords],
  ] as const) {
    for (const { index } of text.matchAll(pattern)) {
      if (index < at) [best, at] = [sense, index];
      break;
    }
  }
  return best;
}

/**
 * A label a little further up: an earlier sentence of the line, or a heading above it.
 * @param isRange what an earlier sentence says of pay holds for a range, and for one amount only if it is a heading
 */
export function senseOfHeading(folded: string, start: number, isRange: boolean): Sense {
  const above = folded.slice(Math.max(0, start - 420), start);
  const lineStart = above.lastIndexOf('\n') + 1;
  const line = above.slice(lineStart);
  const own = senseOfWords(line.slice(-320));
  if (own === 'other' || (own !== 'none' && isRange)) return own;
  const lines = above
    .slice(0, lineStart)
    .split('\n')
    .filter((each) => each.trim() !== '');
  const heading = lines.at(-1)?.trim() ?? '';
  if (heading.length > 60 || !headingWords.test(heading)) return 'none';
  const sense = senseOfWords(heading);
  return sense === 'other' ? 'none' : sense;
}

/** Whether an amount stands alone between the boundaries around it, but for a few words. */
export function standsAlone(before: string, behind: string, mostWords: number): boolean {
  const cut = /[|;•\n,]|[.!](?= |$)/.exec(behind);
  const rest = `${before} ${cut === null ? behind : behind.slice(0, cut.index)}`.trim();
  return rest.split(/[^\p{L}]+/u).filter((word) => word !== '').length <= mostWords;
}
