import { isAscii } from './addresses.ts';
import { safeHeader } from './safe-header.ts';
import { UnsendableMailError } from './unsendable.ts';

/** A header field as it goes out: folded and encoded, without the line end after it. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** Lines of a header should not be longer than this, and must not be longer than 998 (RFC 5322, 2.1.1). */
const wantedLine = 76;
const longestLine = 998;
/** Characters of an encoded word between its marks, of which it has 75 in all (RFC 2047, 2). */
const longestEncoded = 75 - '=?UTF-8?Q?'.length - '?='.length;
const fold = '\r\n ';
/** Short enough that an encoded word fits on the first line of its field. */
const fieldName = /^[!-9;-~]{1,40}$/;

/** @throws {UnsendableMailError} it cannot name a field */
export function checkFieldName(name: string): void {
  if (!fieldName.test(name)) throw unsendable(`${JSON.stringify(name.slice(0, 60))} is no name of a header`);
}

/** Text for people, such as a subject, with any characters except line breaks and NUL. */
export function unstructuredField(name: string, text: string): HeaderField {
  safeHeader(name, text);
  const value = needsEncoding(text) ? encodeWords(text, name.length + 2) : foldAtSpaces(name, text);
  return { name, value };
}

/** A name, and in angle brackets the address or list id that it names. */
export function phraseField(name: string, phrase: string, inBrackets: string): HeaderField {
  safeHeader(name, phrase);
  safeHeader(name, inBrackets);
  const start = name.length + 2;
  if (phrase === '') return { name, value: name === 'List-Id' ? `<${inBrackets}>` : inBrackets };
  const words = toPhrase(phrase, start);
  const lastLine = words.slice(words.lastIndexOf('\n') + 1).length + (words.includes('\n') ? 0 : start);
  const gap = lastLine + inBrackets.length + 3 > wantedLine ? fold : ' ';
  return { name, value: `${words}${gap}<${inBrackets}>` };
}

/**
 * A field that programs read. It may be folded at its spaces; nothing in it may be encoded.
 * @throws {UnsendableMailError} it has characters beyond ASCII, or a part that is too long for a line
 */
export function structuredField(name: string, value: string): HeaderField {
  safeHeader(name, value);
  if (!isAscii(value)) throw unsendable(`The header ${name} may only have ASCII characters`);
  return { name, value: foldAtSpaces(name, value) };
}

/** A parameter of a MIME header: plain, or by RFC 2231 where it is not ASCII or long, in several parts if necessary. */
export function parameterOf(name: string, value: string): string {
  safeHeader(name, value);
  if (isAscii(value) && value.length <= 60) return `${name}="${value.replaceAll(/["\\]/g, '\\$&')}"`;
  const encoded = encodeURIComponent(value.toWellFormed()).replaceAll(/['()*]/g, percentOf);
  const parts = `UTF-8''${encoded}`.match(/(?:%[0-9A-F]{2}|[^%]){1,20}/g) ?? [];
  if (parts.length === 1) return `${name}*=${parts[0]}`;
  return parts.map((part, index) => `${name}*${index}*=${part}`).join(`;${fold}`);
}

function percentOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Whether a parser of the header would change this text. */
function needsEncoding(text: string): boolean {
  return !isAscii(text) || /=\?|^ | $| {2}|[^ ]{70}/.test(text);
}

function toPhrase(phrase: string, column: number): string {
  if (needsEncoding(phrase) || phrase.length > 60) return encodeWords(phrase, column);
  return /^[\w!#$%&'*+/=?^`{|}~ -]+$/.test(phrase) ? phrase : `"${phrase.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** Folds before spaces, so that unfolding gives the same text. */
function foldAtSpaces(name: string, value: string): string {
  if (name.length + 2 + value.length <= wantedLine) return value;
  const lines: string[] = [];
  let line = '';
  let start = name.length + 2;
  for (const word of value.split(' ')) {
    if (line !== '' && start + line.length + 1 + word.length > wantedLine) {
      lines.push(line);
      line = word;
      start = 1;
    } else line = line === '' ? word : `${line} ${word}`;
    if (start + word.length > longestLine)
      throw unsendable(`The header ${name} has a part that is too long for a line`);
  }
  return [...lines, line].join(fold);
}

/** Encoded words (RFC 2047) as Q or B, whichever is shorter; none splits a character. */
function encodeWords(text: string, column: number): string {
  const characters = Array.from(text.toWellFormed(), (character) => {
    const bytes = Buffer.from(character);
    return { bytes, inQ: toQ(character, bytes) };
  });
  const inQ = characters.reduce((sum, character) => sum + character.inQ.length, 0);
  const inB = Math.ceil(characters.reduce((sum, { bytes }) => sum + bytes.length, 0) / 3) * 4;
  const isQ = inQ <= inB;
  const words: string[] = [];
  let room = longestEncoded - column;
  let word: Buffer[] = [];
  let length = 0;
  const finish = () => {
    const content = isQ ? word.join('') : Buffer.concat(word).toString('base64');
    words.push(`=?UTF-8?${isQ ? 'Q' : 'B'}?${content}?=`);
    room = longestEncoded;
    word = [];
    length = 0;
  };
  for (const { bytes, inQ: quoted } of characters) {
    const next = length + (isQ ? quoted.length : bytes.length);
    if (word.length > 0 && (isQ ? next : Math.ceil(next / 3) * 4) > room) finish();
    word.push(isQ ? Buffer.from(quoted) : bytes);
    length += isQ ? quoted.length : bytes.length;
  }
  finish();
  return words.join(fold);
}

/** Encodes a character in the alphabet that RFC 2047, 5 allows in phrases too. */
function toQ(character: string, bytes: Uint8Array): string {
  if (/^[A-Za-z0-9!*+/-]$/.test(character)) return character;
  if (character === ' ') return '_';
  return Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

function unsendable(detail: string): UnsendableMailError {
  return new UnsendableMailError('message_rejected', '5.6.0', detail);
}
