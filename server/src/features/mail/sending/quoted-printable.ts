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

/** Most bytes that so many can become: three for each, and a soft break of three after each 73 of those. */
export function quotedPrintableBound(bytes: number): number {
  return bytes * 3 + (Math.floor((bytes * 3) / 73) + 1) * 3;
}

/**
 * Encodes UTF-8 as quoted-printable (RFC 2045, 6.7), byte by byte, since this is most of the work of building a mail.
 * Line ends become CRLF. Beyond what has to be encoded it encodes a dot and a `From ` that would begin a line, so that
 * neither SMTP nor a mail folder has to change a line on the way, which would break its signature.
 *
 * @param into has room for `quotedPrintableBound(length)` bytes behind `at`
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
  for (let index = 0; index < length; index += 1) {
    const byte = input[index] ?? 0;
    if (
      byte === lineFeed ||
      (byte === carriageReturn && input[index + 1] === lineFeed && index + 1 < length)
    ) {
      if (byte === carriageReturn) index += 1;
      into[end] = carriageReturn;
      into[end + 1] = lineFeed;
      end += 2;
      column = 0;
      continue;
    }
    let isPlain = (byte > space && byte < 127 && byte !== equals) || byte === space || byte === tab;
    if (byte <= space && isPlain) isPlain = !endsLine(input, index + 1, length);
    const width = isPlain ? 1 : 3;
    if (column + width > longestLine) {
      into[end] = equals;
      into[end + 1] = carriageReturn;
      into[end + 2] = lineFeed;
      end += 3;
      column = 0;
    }
    if (isPlain && column === 0 && (byte === dot || (byte === letterF && beginsFrom(input, index))))
      isPlain = false;
    if (isPlain) {
      into[end] = byte;
      end += 1;
      column += 1;
    } else {
      into[end] = equals;
      into[end + 1] = hexDigits[byte >> 4] ?? 0;
      into[end + 2] = hexDigits[byte & 15] ?? 0;
      end += 3;
      column += 3;
    }
  }
  return end;
}

/** White space at the end of a line does not survive every mail server. */
function endsLine(input: Uint8Array, next: number, length: number): boolean {
  return next >= length || input[next] === lineFeed || input[next] === carriageReturn;
}

function beginsFrom(input: Uint8Array, index: number): boolean {
  return (
    input[index + 1] === 114 &&
    input[index + 2] === 111 &&
    input[index + 3] === 109 &&
    input[index + 4] === space
  );
}
