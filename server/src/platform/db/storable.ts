const replacement = '\ufffd';

/**
 * Text as PostgreSQL can store it. It refuses NUL and lone surrogates, in `jsonb` as escapes too, and so one letter
 * from outside would undo whatever is written with it: each becomes U+FFFD, as decoders write what they cannot read.
 * Text without any is given back as it is.
 */
export function storableText(text: string): string {
  const whole = text.includes('\0') || !text.isWellFormed() ? clean(text) : text;
  return (whole.includes('\\u0000') || whole.includes('\\ud')) && isJson(whole)
    ? whole.replace(jsonEscape, storableEscape)
    : whole;
}

/** An escape of JSON: a pair of surrogates is one. */
const jsonEscape = /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\[^u]/g;

function storableEscape(written: string): string {
  return /^\\u(?:0000|[dD][89a-fA-F]..)$/.test(written) ? '\\ufffd' : written;
}

const clean = (text: string): string => text.replaceAll('\0', replacement).toWellFormed();

/** Only JSON is changed: elsewhere a backslash is a backslash. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
