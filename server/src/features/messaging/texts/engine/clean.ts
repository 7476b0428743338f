/** Marks that would turn around the text behind them, which names of people and companies must not do. */
const directionOverrides = /[\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is what this is for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Text of people and feeds as one line, for titles and subjects. */
export function toLine(text: string, longest: number): string {
  const line = text
    .replaceAll(directionOverrides, '')
    .replaceAll(/[\p{Cc}\s]+/gu, (gap) => (/[\p{Cc}\u2028\u2029]/u.test(gap) ? ' ' : gap));
  return shorten(line.replaceAll(/ {2,}/g, ' ').trim(), longest);
}

/** Text of several lines without what cannot be seen. */
export function toLines(text: string, longest: number): string {
  // A whole mail goes through here, and hardly any has something to take out.
  if (!unwanted.test(text)) return shorten(text.trim(), longest);
  const lines = text.replaceAll('\r\n', '\n').replaceAll(directionOverrides, '').replaceAll(controls, '');
  return shorten(lines.trim(), longest);
}

/** Cuts between characters, not inside of one. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
