import { splitBullet, tidy } from './line.ts';

/** Letters that stand together on one line of a page. Positions are in points from the top left corner. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Its baseline. */
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly links: readonly string[];
}

/** What a text in the margin is to the text beside it; null: nothing. */
export type MarginOf = (text: string) => 'date' | 'heading' | null;

/** Segments of one baseline, from left to right. */
export type Row = readonly Segment[];

/** A part of a page that is read from top to bottom, or two that are read one after the other. */
export type Band =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | {
      readonly kind: 'columns';
      readonly gutter: number;
      readonly left: readonly Row[];
      readonly right: readonly Row[];
    };

export function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row !== undefined &&
      first !== undefined &&
      segment.y - first.y <= 0.42 * Math.max(first.size, segment.size)
    ) {
      row.push(segment);
    } else rows.push([segment]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

const narrowestGutter = 6;
const fewestRows = 3;
const leastHeight = 50;
const mostCandidates = 40;

/**
 * Finds columns: a left edge at which many segments begin, and that none crosses for a good part of the page. Dates,
 * places or headings in the margin of what they belong to are no column: they are read with their row.
 */
export function bandsOf(rows: readonly Row[], marginOf: MarginOf): Band[] {
  let best: { gutter: number; first: number; last: number; score: number } | null = null;
  for (const gutter of gutterCandidates(rows)) {
    for (const { first, last } of runsWithout(rows, gutter)) {
      const score = columnScore(rows.slice(first, last + 1), gutter, marginOf);
      if (score > 0 && (best === null || score > best.score)) best = { gutter, first, last, score };
    }
  }
  if (best === null) return rows.length === 0 ? [] : [{ kind: 'rows', rows }];
  const { gutter, first, last } = best;
  const inside = rows.slice(first, last + 1);
  if (isCards(inside, gutter, marginOf)) {
    const both = inside.findLastIndex((row) => hasBothSides(row, gutter)) + 1;
    const cards = inside.slice(0, both);
    const sides = [isLeftOf(gutter), isRightOf(gutter)].flatMap((belongs) => sideOf(cards, belongs));
    return [
      ...bandsOf(rows.slice(0, first), marginOf),
      { kind: 'rows', rows: sides },
      ...bandsOf(rows.slice(first + both), marginOf),
    ];
  }
  return [
    ...bandsOf(rows.slice(0, first), marginOf),
    {
      kind: 'columns',
      gutter,
      left: sideOf(inside, isLeftOf(gutter)),
      right: sideOf(inside, isRightOf(gutter)),
    },
    ...bandsOf(rows.slice(last + 1), marginOf),
  ];
}

const isLeftOf =
  (gutter: number) =>
  (segment: Segment): boolean =>
    segment.x < gutter - 2;
const isRightOf =
  (gutter: number) =>
  (segment: Segment): boolean =>
    segment.x >= gutter - 2;
const hasBothSides = (row: Row, gutter: number): boolean =>
  row.some(isLeftOf(gutter)) && row.some(isRightOf(gutter));

/** Entries side by side, each with its date: they are read one after the other, under the same heading. */
function isCards(rows: readonly Row[], gutter: number, marginOf: MarginOf): boolean {
  const left = rows.flatMap((row) => row.filter(isLeftOf(gutter)));
  const right = rows.flatMap((row) => row.filter(isRightOf(gutter)));
  const areDated = [left, right].every((side) => side.some(({ text }) => marginOf(tidy(text)) === 'date'));
  return (
    areDated &&
    besideOf(right, left) >= right.length * 0.75 &&
    right.every(({ text }) => marginOf(tidy(text)) !== 'heading')
  );
}

const sideOf = (rows: readonly Row[], belongs: (segment: Segment) => boolean): Row[] =>
  rowsOf(rows.flatMap((row) => row.filter(belongs)));

/** Left edges at which several segments begin that have something beside them. */
function gutterCandidates(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const { x } of row) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1);
  }
  const leftmost = Math.min(...rows.flatMap((row) => row.map(({ x }) => x)));
  return [...counts]
    .filter(([x]) => x > leftmost + 40)
    .map(([x]) => ({ x, count: (counts.get(x - 1) ?? 0) + (counts.get(x) ?? 0) + (counts.get(x + 1) ?? 0) }))
    .filter(({ count }) => count >= fewestRows)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostCandidates)
    .map(({ x }) => x);
}

const crosses = (row: Row, gutter: number): boolean =>
  row.some(({ x, right }) => x < gutter - 2 && right > gutter - narrowestGutter);

/** Rows one after the other that do not cross the gutter. */
function runsWithout(rows: readonly Row[], gutter: number): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  let first = 0;
  for (let at = 0; at <= rows.length; at += 1) {
    const row = rows[at];
    if (row !== undefined && !crosses(row, gutter)) continue;
    if (at > first) runs.push({ first, last: at - 1 });
    first = at + 1;
  }
  return runs;
}

/** How much text is told apart; 0: these are no columns. */
function columnScore(rows: readonly Row[], gutter: number, marginOf: MarginOf): number {
  const left = rows.flatMap((row) => row.filter(({ x }) => x < gutter - 2));
  const right = rows.flatMap((row) => row.filter(({ x }) => x >= gutter - 2));
  if (rowsOf(left).length < fewestRows || rowsOf(right).length < fewestRows) return 0;
  const [top, bottom] = [rows[0]?.[0]?.y ?? 0, rows.at(-1)?.[0]?.y ?? 0];
  if (bottom - top < leastHeight) return 0;
  // What begins at many places is set to the right or broken by tabs: columns have an edge.
  const aligned = right.filter(({ x }) => Math.abs(x - gutter) <= 3).length;
  if (aligned < rowsOf(right).length * 0.3) return 0;
  if (isMargin(left, right, marginOf) || isMargin(right, left, marginOf)) return 0;
  if (isTable(left, right, marginOf)) return 0;
  return Math.min(lettersOf(left), lettersOf(right)) + rows.length;
}

const lettersOf = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { text }) => sum + text.length, 0);

const besideOf = (side: readonly Segment[], other: readonly Segment[]): number =>
  side.filter(({ y, size }) => other.some((one) => Math.abs(one.y - y) <= 0.42 * Math.max(size, one.size)))
    .length;

/** Labels with their values: row by row, short, and with headings on one side at most. */
function isTable(left: readonly Segment[], right: readonly Segment[], marginOf: MarginOf): boolean {
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const hasHeadings = [few, many].every(
    (side) =>
      side.some(({ text }) => marginOf(tidy(text)) === 'heading') ||
      side.filter(({ text }) => marginOf(tidy(text)) === 'date').length > 0,
  );
  return !hasHeadings && besideOf(few, many) >= few.length * 0.75 && lettersOf(few) <= few.length * 35;
}

/** Whether one side is a margin of the other: dates, places and headings beside what they belong to, or bullets. */
function isMargin(side: readonly Segment[], other: readonly Segment[], marginOf: MarginOf): boolean {
  const said = side.filter(({ text }) => splitBullet(text).text.trim() !== '');
  if (said.length === 0) return true;
  const marginal = said.filter(({ text }) => marginOf(tidy(text)) !== null).length;
  const short = said.filter(({ text }) => text.length <= 34).length;
  const beside = besideOf(said, other);
  return (
    marginal >= said.length * 0.4 &&
    short >= said.length * 0.85 &&
    (beside >= said.length * 0.6 || marginal >= said.length * 0.75)
  );
}
