/** Text without NUL and lone surrogates, neither of which PostgreSQL can store. */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** Scripts stack a handful of marks on a letter; Unicode itself bounds them to 30 in a text that is streamed (UAX 15, 13). */
const mostMarks = 30;

/**
 * `String.normalize` for words from outside. To bring the marks of a letter into their order takes the square of their
 * number, so a letter keeps its first 30.
 */
export function normalizeUnicode(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
  const bounded = text.replaceAll(/\p{M}+/gu, (marks) =>
    marks.length <= mostMarks ? marks : Array.from(marks).slice(0, mostMarks).join(''),
  );
  return bounded.normalize(form);
}
