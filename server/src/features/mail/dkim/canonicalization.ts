import type { HeaderField } from '../message/index.ts';

/** The relaxed form of a field (RFC 6376, 3.4.2). */
export function relaxField({ name, value }: HeaderField): string {
  return `${name.toLowerCase()}:${value
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim()}`;
}

const carriageReturn = 13;
const lineFeed = 10;

/**
 * The relaxed form of a body (RFC 6376, 3.4.4): no white space at the ends of lines, one space for any elsewhere, and one
 * line end at the end.
 */
export function relaxBody(body: Uint8Array): Uint8Array {
  const relaxed = Buffer.allocUnsafe(body.length + 2);
  let end = 0;
  /** Where the last line ends that is not empty. */
  let filled = 0;
  let isEmpty = true;
  let hasSpace = false;
  const endLine = () => {
    relaxed[end] = carriageReturn;
    relaxed[end + 1] = lineFeed;
    end += 2;
    if (!isEmpty) filled = end;
    isEmpty = true;
    hasSpace = false;
  };
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index] ?? 0;
    if (byte === 32 || byte === 9) {
      hasSpace = true;
    } else if (byte === carriageReturn && body[index + 1] === lineFeed) {
      endLine();
      index += 1;
    } else {
      if (hasSpace) {
        relaxed[end] = 32;
        end += 1;
        hasSpace = false;
      }
      relaxed[end] = byte;
      end += 1;
      isEmpty = false;
    }
  }
  if (!isEmpty) endLine();
  return relaxed.subarray(0, filled);
}
