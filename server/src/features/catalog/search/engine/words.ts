import { normalizeUnicode } from '../../../../platform/text/index.ts';

/** Letters that Unicode does not decompose, as people without them on their keyboard write them. */
const undecomposed: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
]);

/** A word in lower case and without diacritics: 'Zürich' is 'zurich'. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9+#]*$/.test(lower)) return lower;
  return normalizeUnicode(lower, 'NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđðþæœı]/g, (letter) => undecomposed.get(letter) ?? letter);
}

/** V8 keeps a whole text in memory for the sake of a part of it that is longer than this. */
const longestCopied = 12;

/** A part of a text, as a text of its own. */
export const detached = (part: string): string =>
  part.length > longestCopied ? part.split('').join('') : part;

const other = 0;
const letter = 1;
/** Written without spaces between words. */
const ideograph = 2;

const classes = new Uint8Array(0x500);
for (let code = 0; code < classes.length; code += 1) {
  if (/[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code))) classes[code] = letter;
}

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < classes.length) return classes[code] ?? other;
  const isIdeograph =
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af);
  if (isIdeograph) return ideograph;
  // Halves of a pair are letters of scripts that few postings are written in.
  return code >= 0xd800 && code <= 0xdfff
    ? letter
    : /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at))
      ? letter
      : other;
}

/** Signs that bind two parts to one word: 'Software-Entwickler', 'Node.js', 'Entwickler:in'. */
const bonds: ReadonlySet<string> = new Set(['-', '‐', '‑', '.', ':', '*', '_']);

/** Hears of the words of a text in their order. */
export interface WordListener {
  /** A word as it is written. */
  word(raw: string): void;
  /** Two or three words that are bound together, without the bonds. It comes after its parts. */
  joined(raw: string): void;
}

/** A longer one is noise, such as a token or an address. */
const longestWord = 40;
const mostParts = 3;

/**
 * Takes a text apart in one pass. A word is a run of letters and digits with the pluses and hashes behind it ('C++', 'C#');
 * scripts without spaces are told by two characters each time.
 */
export function readWords(text: string, listener: WordListener): void {
  let parts = 0;
  let run = '';
  let runEnd = -2;
  const endRun = () => {
    if (parts > 1 && parts <= mostParts && run.length <= longestWord) listener.joined(run);
    parts = 0;
    run = '';
  };
  for (let at = 0; at < text.length; ) {
    const kind = classOf(text, at);
    if (kind === other) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < text.length && classOf(text, at) === kind) at += 1;
    if (kind === ideograph) {
      endRun();
      if (at - start === 1) listener.word(text.slice(start, at));
      for (let first = start; first + 1 < at; first += 1) listener.word(text.slice(first, first + 2));
      continue;
    }
    while (at < text.length && (text.charAt(at) === '+' || text.charAt(at) === '#')) at += 1;
    if (at - start > longestWord) {
      endRun();
      continue;
    }
    const raw = text.slice(start, at);
    const isBound = start === runEnd + 1 && bonds.has(text.charAt(runEnd));
    if (!isBound) endRun();
    listener.word(raw);
    parts += 1;
    if (parts <= mostParts) run += raw;
    runEnd = at;
  }
  endRun();
}

/** The folded words of a short text, at most so many. */
export function wordsOf(text: string, most: number): string[] {
  const words: string[] = [];
  readWords(text, {
    word: (raw) => {
      if (words.length < most) words.push(fold(raw));
    },
    joined: () => {},
  });
  return words;
}
