import type { Line } from '../document/line.ts';
import { type DateSpan, dateShareOf, dateSpanOf } from './dates.ts';
import type { ResumeLanguage } from './words.ts';

/** A job, a course of studies or a project, as lines. */
export interface RawEntry {
  /** What stands above the text: who, what, where; without dates. */
  readonly header: readonly Line[];
  readonly body: readonly Line[];
  readonly span: DateSpan | null;
}

interface Dated {
  readonly line: Line;
  /** Of the entry that the line belongs to; null: the line is no date of one. */
  readonly span: DateSpan | null;
  readonly isBody: boolean;
}

const longestHeader = 130;
/** What stands above the items of an entry. */
const noise = new Set(
  'highlights|courses|summary|responsibilities|achievements|key achievements|tasks|aufgaben|erfolge|tätigkeiten|kurse|missions|réalisations|cours|tareas|logros|cursos|funciones'.split(
    '|',
  ),
);
const mostHeaderLines = 4;

/**
 * Parts a section into its entries: each has one date, which stands in the same place of each.
 * @param isComplete whether a header says all already, so that what is below its date is text
 */
export function splitEntries(
  lines: readonly Line[],
  language: ResumeLanguage,
  isComplete: (header: readonly Line[], next: Line) => boolean = () => false,
): RawEntry[] {
  const merged = mergeBrokenSpans(lines, language);
  const edge = Math.min(...merged.filter(({ text }) => dateShareOf(text, language) < 0.5).map(({ x }) => x));
  const dated = merged.map((line): Dated => {
    const span = line.isItem ? null : anchorOf(line, language);
    // What is set further in without being emphasized is text below a header.
    const isSetIn = line.x > edge + 8 && line.x < edge + 60 && !line.isAccented && !line.isHeading;
    return { line, span, isBody: span === null && (isSetIn || isBody(line)) };
  });
  const anchors = dated.flatMap(({ span }, index) => (span === null ? [] : [index]));
  if (anchors.length === 0) return undatedEntries(dated, isComplete);
  const starts = startsOf(dated, anchors);
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? dated.length;
    const anchor = anchors.find((one) => one >= start && one < end);
    return entryOf(dated.slice(start, end), anchor === undefined ? 0 : anchor - start, isComplete);
  });
}

/** '03/2019 –' in a narrow margin goes on in the next line with 'heute'. */
function mergeBrokenSpans(lines: readonly Line[], language: ResumeLanguage): Line[] {
  const merged: Line[] = [];
  for (const line of lines) {
    const before = merged.at(-1);
    const [head = '', ...rest] = (before?.text ?? '').split('\t');
    const [own = '', ...others] = line.text.split('\t');
    // Or the years of both stand one below the other.
    if (before !== undefined && rest.length === 0 && /^\d{4}$/.test(head) && /^\d{4}$/.test(line.text)) {
      merged[merged.length - 1] = { ...before, text: `${head} – ${line.text}` };
      continue;
    }
    const isBroken = /[-–—]$/.test(head) && dateSpanOf(head, language)?.isOpen === true;
    const joined = `${head} ${own}`;
    const span = isBroken ? dateSpanOf(joined, language) : null;
    if (before === undefined || span === null || span.to < joined.length - 1) merged.push(line);
    else {
      merged[merged.length - 1] = { ...before, text: [joined, ...rest].join('\t') };
      if (others.length > 0) merged.push({ ...line, text: others.join('\t') });
    }
  }
  return merged;
}

/** But not 'S.L.' or 'Inc.'. */
const endsSentence = /(?:;|!|(?<!\b(?:\p{L}|inc|ltd|corp|co|st|bros|llc))\.)$/iu;

function isBody({ text, isItem, isAccented, isHeading }: Line): boolean {
  if (isItem || text.length > longestHeader) return true;
  const words = text.split(/\s+/).length;
  return (
    noise.has(text.toLowerCase().replace(/:$/, '')) ||
    (endsSentence.test(text) && words > 3 && !isAccented && !isHeading) ||
    words > 16
  );
}

/** A date that is alone in its part of the line, or at the front or the end of a line that is no sentence. */
function anchorOf({ text }: Line, language: ResumeLanguage): DateSpan | null {
  const span = dateSpanOf(text, language);
  if (span === null) return null;
  const cell = text.split('\t').find((part) => dateShareOf(part, language) > 0.55);
  if (cell !== undefined && cell.length <= text.length) {
    const within = dateSpanOf(cell, language);
    if (within !== null) return { ...within, from: text.indexOf(cell), to: text.indexOf(cell) + cell.length };
  }
  if (text.length > longestHeader) return null;
  const before = text.slice(0, span.from);
  const after = text.slice(span.to);
  const isAtEdge = /^[\s([|]*$/.test(before) || /^[\s)\].,;|]*$/.test(after);
  const isParted = /[|·•,;:(\t–—-]\s*$/.test(before) || /^\s*[|·•,;:)\t–—-]/.test(after);
  const isRange = span.isOpen || (span.start !== null && span.end !== null);
  return isRange ? (isAtEdge || isParted ? span : null) : isAtEdge && isParted ? span : null;
}

const looksLike = (a: Line, b: Line): boolean =>
  Math.abs(a.size - b.size) < 0.6 && a.isAccented === b.isAccented && a.isHeading === b.isHeading;

/** Where the entries begin: as far above their dates as the first one does, behind the text of the one before. */
function startsOf(dated: readonly Dated[], anchors: readonly number[]): number[] {
  const [firstAnchor = 0] = anchors;
  let first = 0;
  while (first < firstAnchor && dated[first]?.isBody === true) first += 1;
  first = Math.max(first, firstAnchor - mostHeaderLines);
  const offset = firstAnchor - first;
  const model = dated[first]?.line;
  const starts = [first];
  for (let index = 1; index < anchors.length; index += 1) {
    const anchor = anchors[index] ?? 0;
    const previous = anchors[index - 1] ?? 0;
    let lowest = Math.max(previous + 1, starts.at(-1) ?? 0);
    for (let at = previous + 1; at < anchor; at += 1) if (dated[at]?.isBody === true) lowest = at + 1;
    let start = Math.max(lowest, anchor - offset);
    const chosen = dated[start]?.line;
    if (model !== undefined && chosen !== undefined && !looksLike(model, chosen)) {
      for (let at = anchor; at >= Math.max(lowest, anchor - mostHeaderLines); at -= 1) {
        const line = dated[at]?.line;
        if (line !== undefined && looksLike(model, line)) {
          start = at;
          if (Math.abs(anchor - at - offset) <= 1) break;
        }
      }
    }
    starts.push(start);
  }
  return starts;
}

/** Entries without any date: each begins with a line that is set as the first one is. */
function undatedEntries(
  dated: readonly Dated[],
  isComplete: (header: readonly Line[], next: Line) => boolean,
): RawEntry[] {
  const model = dated[0]?.line;
  const others = dated.filter(({ line }) => model !== undefined && !looksLike(model, line));
  if (model === undefined) return [];
  const isSet =
    others.length > 0 &&
    (model.isAccented || model.isHeading || others.every(({ line }) => line.size <= model.size));
  const starts = dated.flatMap(({ line, isBody: body }, index) => {
    const before = dated[index - 1];
    const begins = isSet ? looksLike(model, line) : !body && (before === undefined || before.isBody);
    return begins && (before === undefined || !looksLike(model, before.line) || !isSet) ? [index] : [];
  });
  return starts.map((start, index) =>
    entryOf(dated.slice(start, starts[index + 1] ?? dated.length), 0, isComplete),
  );
}

function entryOf(
  dated: readonly Dated[],
  anchor: number,
  isComplete: (header: readonly Line[], next: Line) => boolean,
): RawEntry {
  const header: Line[] = [];
  let end = 0;
  for (const [index, { line, span, isBody: body }] of dated.entries()) {
    const before = dated[index - 1]?.line;
    // Behind the date come a line or two more at most, and no text.
    const isBehind = index > anchor + 2 || (index > anchor && header.length >= mostHeaderLines);
    const isText =
      body || (index > anchor && before !== undefined && line.gap > 2.4 && line.gap > before.gap + 1);
    if (isBehind || isText || (index > anchor && isComplete(header, line))) break;
    header.push(span === null || index !== anchor ? line : withoutSpan(line, span));
    end = index + 1;
  }
  return {
    header: header.filter(({ text }) => text !== ''),
    body: dated.slice(end).map(({ line }) => line),
    span: dated[anchor]?.span ?? null,
  };
}

function withoutSpan(line: Line, span: DateSpan): Line {
  const text = `${line.text.slice(0, span.from)}\t${line.text.slice(span.to)}`
    .split('\t')
    .map((part) => trimSeparators(part))
    .filter((part) => part !== '')
    .join('\t');
  return { ...line, text };
}

export const trimSeparators = (text: string): string =>
  text
    .replace(/^[\s,;:|·•–—\-/@()[\]]+(?=\S|$)/u, '')
    .replace(/[\s,;:|·•–—\-/([]+$/u, '')
    .replace(/^\(([^()]*)\)$/, '$1');

/** Items and paragraphs: a line that begins no item goes on with what is above it. */
export function paragraphsOf(lines: readonly Line[]): { items: string[]; prose: string } {
  const items: string[] = [];
  const prose: string[] = [];
  let isInItem = false;
  let itemX = 0;
  const leftmost = Math.min(...lines.map(({ x }) => x));
  for (const { text, isItem: hasBullet, gap, x } of lines) {
    const plain = text.replaceAll('\t', ' ');
    if (noise.has(plain.toLowerCase().replace(/:$/, ''))) continue;
    // Bullets that are drawn leave the indentation of what they stand before.
    const isItem = hasBullet || (x > leftmost + 8 && x < leftmost + 60 && /^[\p{Lu}\p{N}]/u.test(plain));
    if (isItem) {
      items.push(plain);
      isInItem = true;
      itemX = x;
    } else if (isInItem && gap < 1.9 && x >= itemX - 2) {
      items[items.length - 1] = joinWrapped(items.at(-1) ?? '', plain);
    } else {
      isInItem = false;
      prose.push(plain);
    }
  }
  return { items, prose: prose.reduce((whole, text) => joinWrapped(whole, text), '') };
}

export function joinWrapped(before: string, after: string): string {
  if (before === '') return after;
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after)
    ? before.slice(0, -1) + after
    : `${before} ${after}`;
}
