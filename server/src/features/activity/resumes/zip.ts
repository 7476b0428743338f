import { inflateRawSync } from 'node:zlib';

/** A file in a ZIP archive, as its directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** Where its own header begins. */
  readonly offset: number;
  /** Bytes that it takes in the archive. */
  readonly size: number;
  readonly isCompressed: boolean;
  readonly isEncrypted: boolean;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const longestComment = 0xffff;
/** A document has some dozen; more is no document. */
const maximumEntries = 5_000;

/**
 * Reads the directory at the end of a ZIP archive, without unpacking anything; null when it is damaged, in several
 * parts, or larger than a document needs.
 */
export function readZipEntries(bytes: Buffer): ZipEntry[] | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  if (count > maximumEntries) return null;
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (at + entryLength > end || bytes.readUInt32LE(at) !== entrySignature) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + entryLength, at + entryLength + nameLength),
      offset: bytes.readUInt32LE(at + 42),
      size: bytes.readUInt32LE(at + 20),
      isCompressed: bytes.readUInt16LE(at + 10) !== 0,
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += entryLength + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

const localSignature = 0x04034b50;
const localLength = 30;

/** The content of an entry, unpacked to at most so many bytes; null when it is longer or damaged. */
export function readZipEntry(bytes: Buffer, entry: ZipEntry, longest: number): Buffer | null {
  const content = unpackZipEntry(bytes, entry, longest);
  return typeof content === 'string' ? null : content;
}

/** The same, and what hinders it. However long an archive says that its files are, no more than this is unpacked. */
export function unpackZipEntry(
  bytes: Buffer,
  entry: ZipEntry,
  longest: number,
): Buffer | 'too_large' | 'damaged' {
  const { offset, size } = entry;
  if (size > longest) return 'too_large';
  if (offset + localLength > bytes.length || bytes.readUInt32LE(offset) !== localSignature) return 'damaged';
  const start = offset + localLength + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + size);
  if (packed.length < size) return 'damaged';
  if (!entry.isCompressed) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: longest });
  } catch (error) {
    const isLonger = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isLonger ? 'too_large' : 'damaged';
  }
}

/** Where the directory's end record begins: the last one whose comment reaches exactly to the end of the file. */
function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= first; at -= 1) {
    if (
      bytes.readUInt32LE(at) === endSignature &&
      at + endLength + bytes.readUInt16LE(at + 20) === bytes.length
    ) {
      return at;
    }
  }
  return null;
}
