const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const tab = 9;
const equals = 61;
const dot = 46;
const letterF = 70;

/** A line has 76 characters at most (RFC 2045, 6.7), the last of which may be the `=` of a soft break. */
const longestLine = 75;
const hexDigits = Buffer.from('0123456789ABCDEF');
/** By byte: 1 where it needs no encoding. */
const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === tab || (byte >= space && byte < 127 && byte !== equals) ? 1 : 0,
);

/** The most bytes that so many can become: three for each, and a soft break of three after every 73 of those. */
export function quotedPrintableBound(bytes: number): number {
  return bytes * 3 + (Math.floor((bytes * 3) / 73) + 1) * 3;
}

/**
 * Encodes UTF-8 as quoted-printable (RFC 2045, 6.7), byte by byte, since this is most of the work of building a mail.
 * Line ends become CRLF. It also encodes a dot and a `From ` at the beginning of a line, so that neither SMTP nor a mail
 * folder has to change the line on its way, which would break its signature.
 *
 * @param into has room for `quotedPrintableBound(length)` bytes after `at`
 * @returns where the encoded text ends in `into`
 */
export function encodeQuotedPrintable(
  input: Uint8Array,
  length: number,
  into: Uint8Array,
  at: number,
): number {
  let end = at;
  let column = 0;
  let index = 0;

  const encode = (byte: number) => {
    if (column + 3 > longestLine) breakSoftly();
    into[end] = equals;
    into[end + 1] = hexDigits[byte >> 4] ?? 0;
    into[end + 2] = hexDigits[byte & 15] ?? 0;
    end += 3;
    column += 3;
  };
  const breakSoftly = () => {
    into[end] = equals;
    into[end + 1] = carriageReturn;
    into[end + 2] = lineFeed;
    end += 3;
    column = 0;
  };
  /** Some mail servers strip white space at the end of a line. */
  const encodeLastSpace = () => {
    const last = into[end - 1] ?? 0;
    if (column === 0 || (last !== space && last !== tab)) return;
    end -= 1;
    column -= 1;
    encode(last);
  };

  while (index < length) {
    const first = input[index] ?? 0;
    if (column === 0 && (first === dot || (first === letterF && beginsFrom(input, index)))) {
      encode(first);
      index += 1;
    }
    const start = index;
    const stop = Math.min(length, index + longestLine - column);
    // Nearly every byte goes this way.
    let target = end;
    while (index < stop) {
      const byte = input[index] ?? 0;
      if (isPlain[byte] === 0) break;
      into[target] = byte;
      target += 1;
      index += 1;
    }
    end = target;
    column += index - start;
    if (index >= length) break;
    const next = input[index] ?? 0;
    const isBreak = next === carriageReturn && index + 1 < length && input[index + 1] === lineFeed;
    if (next === lineFeed || isBreak) {
      encodeLastSpace();
      into[end] = carriageReturn;
      into[end + 1] = lineFeed;
      end += 2;
      column = 0;
      index += isBreak ? 2 : 1;
    } else if (isPlain[next] === 1) {
      breakSoftly();
    } else {
      encode(next);
      index += 1;
    }
  }
  encodeLastSpace();
  return end;
}

function beginsFrom(input: Uint8Array, index: number): boolean {
  return (
    input[index + 1] === 114 &&
    input[index + 2] === 111 &&
    input[index + 3] === 109 &&
    input[index + 4] === space
  );
}
