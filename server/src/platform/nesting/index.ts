/**
 * What a document costs its parser, measured in one pass before it is parsed: parsers take the square of the depth in
 * time, overflow the stack, or make a hundred bytes of three.
 */

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

export interface JsonMeasure {
  /** How deep arrays and objects stand in each other. */
  readonly depth: number;
  /** At least how many values there are. */
  readonly values: number;
  /** In the object that has most: many make a table of it that is slow to fill. */
  readonly names: number;
}

/** Bad JSON is measured too. */
export function measureJson(text: string): JsonMeasure {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  let names = 0;
  let isString = false;
  /** Of each object or array that is open at this place, from the outermost on; an array has none, however long it is. */
  const namesOf: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isString) {
      if (code === backslash) index += 1;
      else if (code === quote) isString = false;
    } else if (code === quote) isString = true;
    else if (code === comma) {
      values += 1;
      const count = (namesOf.at(-1) ?? 0) + 1;
      if (namesOf.length > 0) namesOf[namesOf.length - 1] = count;
      if (count > names) names = count;
    } else if (code === openBracket || code === openBrace) {
      depth += 1;
      values += 1;
      if (depth > deepest) deepest = depth;
      namesOf.push(code === openBrace ? 1 : Number.NEGATIVE_INFINITY);
    } else if (code === closeBracket || code === closeBrace) {
      depth -= 1;
      namesOf.pop();
    }
  }
  return { depth: deepest, values, names };
}

/** Elements that have no end tag, and those that the next of their kind ends where it is left out. */
const neverDeep = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd td th tr thead tbody tfoot caption colgroup option optgroup rt rp html head body'
  ).split(' '),
);

/**
 * How many elements are open at once at most. It errs on the high side: an end tag that matches nothing closes nothing, as
 * in a parser, but neither does one close what was left open inside of its element.
 */
export function deepestElement(html: string): number {
  const open = new Map<string, number>();
  let depth = 0;
  let deepest = 0;
  for (const [, slash, written = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,29})/gi)) {
    const name = written.toLowerCase();
    if (neverDeep.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (slash === '') {
      open.set(name, count + 1);
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (count > 0) {
      open.set(name, count - 1);
      depth -= 1;
    }
  }
  return deepest;
}

/** `-`, `*`, `+`, `>` and `1.`, which begin a block inside of a block. */
const blockMarkers = /^(?:[ \t]{0,12}(?:[-*+>]|\d{1,9}[.)]))+/;
const blockMarker = /[-*+>]|\d{1,9}[.)]/g;

/** What a Markdown text costs its parser: blocks inside of blocks on one line, and marks within one block. */
export function measureMarkdown(text: string): { readonly depth: number; readonly marks: number } {
  let deepest = 0;
  let marks = 0;
  let most = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') marks = 0;
    const prefix = blockMarkers.exec(line)?.[0] ?? '';
    // A rule of dashes or stars is no nesting.
    if (!/^(?:[-\s]+|[*\s]+)$/.test(line))
      deepest = Math.max(deepest, prefix.match(blockMarker)?.length ?? 0);
    for (const _mark of line.matchAll(/[!*_~`[\]]/g)) marks += 1;
    if (marks > most) most = marks;
  }
  return { depth: deepest, marks: most };
}
