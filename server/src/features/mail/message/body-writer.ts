import { encodeQuotedPrintable, quotedPrintableBound } from './quoted-printable.ts';
import { UnsendableMailError } from './unsendable.ts';

/** A larger mail is refused here, since a server would refuse or cut it on its way. */
const largestMail = 10 * 1024 * 1024;

/** Collects the bytes of one body at a time. It keeps its buffers, because making them costs more than filling them. */
export function createBodyWriter() {
  let output = Buffer.allocUnsafeSlow(128 * 1024);
  let input = Buffer.allocUnsafeSlow(64 * 1024);
  let end = 0;

  function makeRoom(bytes: number): void {
    if (end + bytes > largestMail)
      throw new UnsendableMailError('message_rejected', '5.3.4', 'The mail is too large');
    if (end + bytes <= output.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (end + bytes));
    output.copy(larger, 0, 0, end);
    output = larger;
  }

  return {
    begin() {
      end = 0;
    },
    ascii(text: string) {
      makeRoom(text.length);
      end += output.write(text, end, 'latin1');
    },
    quotedPrintable(text: string) {
      const most = text.length * 3;
      if (most > input.length) input = Buffer.allocUnsafeSlow(2 * most);
      const length = input.write(text, 0, 'utf8');
      makeRoom(quotedPrintableBound(length));
      end = encodeQuotedPrintable(input, length, output, end);
    },
    /** A copy, since the next mail is written over it. */
    end: () => Buffer.from(output.subarray(0, end)),
  };
}
