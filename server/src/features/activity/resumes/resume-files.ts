import { normalizeUnicode } from '../../../platform/text/index.ts';
import { readZipEntries, readZipEntry, type ZipEntry } from './zip.ts';

/** A type of file that a résumé can be. */
export interface ResumeType {
  readonly mediaType: string;
  /** With its dot. */
  readonly extension: string;
}

const pdf: ResumeType = { mediaType: 'application/pdf', extension: '.pdf' };
const docx: ResumeType = {
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: '.docx',
};
const odt: ResumeType = { mediaType: 'application/vnd.oasis.opendocument.text', extension: '.odt' };
const plainText: ResumeType = { mediaType: 'text/plain', extension: '.txt' };
const json: ResumeType = { mediaType: 'application/json', extension: '.json' };

/** A file that is a résumé, as it is stored. */
export interface ReadResume {
  readonly type: ResumeType;
  /** Plain text in UTF-8, whatever it was written in. */
  readonly content: Uint8Array;
}

/**
 * Recognizes a résumé by its content; null when it is none of the types that are taken. What its name or the browser
 * claims is not asked, because whoever uploads can claim anything.
 */
export function readResume(content: Uint8Array): ReadResume | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const start = bytes.toString('latin1', 0, longestStart).trimStart();
  if (start.startsWith('%PDF-')) return isPdf(bytes, start) ? { type: pdf, content } : null;
  if (start.startsWith('{\\rtf') || /^(?:<!doctype html|<html|<\?xml)/i.test(start)) return null;
  if (bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004') {
    const type = recognizeArchive(bytes);
    return type === null ? null : { type, content };
  }
  const text = decodePlainText(bytes);
  return text === null ? null : { type: isJsonResume(text) ? json : plainText, content: text };
}

/** JSON Resume: an object with the parts that it has. */
function isJsonResume(content: Uint8Array): boolean {
  const text = new TextDecoder().decode(content).trim();
  if (!text.startsWith('{') || !text.endsWith('}')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && ('basics' in value || 'work' in value);
  } catch {
    return false;
  }
}

/** Where the header of a PDF may stand at the latest (ISO 32000-1, implementation notes to 7.5.2). */
const longestStart = 1_024;

/** A header alone is no document: there are objects, and the place of their table. */
const isPdf = (bytes: Buffer, start: string): boolean =>
  /^%PDF-\d\.\d/.test(start) && bytes.includes(' obj') && bytes.includes('startxref');

/** Word and OpenDocument files are both ZIP archives; what is in them tells them apart from others. */
function recognizeArchive(bytes: Buffer): ResumeType | null {
  const entries = readZipEntries(bytes);
  // A program of Java is an archive too, and runs whatever else lies in it.
  if (entries === null || entries.some(({ name }) => isProgram(name))) return null;
  if (openDocumentType(bytes, entries) === odt.mediaType) return odt;
  const types = entries.find(({ name }) => name === '[Content_Types].xml');
  const declared = types === undefined ? null : readZipEntry(bytes, types, longestTypes)?.toString('utf8');
  const part = mainPartOf(declared ?? '');
  return part !== null && entries.some(({ name }) => name === part) ? docx : null;
}

const isProgram = (name: string): boolean =>
  /^META-INF\/MANIFEST\.MF$|\.(?:class|exe|dll|js|jar|bat|cmd|vbs)$|(?:^|\/)vbaProject\.bin$/i.test(name);

/** The list of types of a document has some dozen lines. */
const longestTypes = 256 * 1_024;
/** A document with macros is a program, and has another type. */
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The part of the archive that is the document (ECMA-376, part 2, 10.1.2.2). */
function mainPartOf(types: string): string | null {
  for (const [element] of types.matchAll(/<Override\s[^<>]{1,2000}>/g)) {
    const part = /\sPartName\s?=\s?["']\/([^"']{1,300})["']/.exec(element)?.[1];
    const type = /\sContentType\s?=\s?["']([^"']{1,300})["']/.exec(element)?.[1];
    if (part !== undefined && type === mainType) return part;
  }
  return null;
}

/** An OpenDocument file names its type in a first entry, which is not compressed so that it can be read like this. */
function openDocumentType(bytes: Buffer, entries: readonly ZipEntry[]): string | null {
  const entry = entries.find(({ name }) => name === 'mimetype');
  if (entry === undefined || entry.offset !== 0 || entry.isCompressed) return null;
  return readZipEntry(bytes, entry, longestStart)?.toString('latin1') ?? null;
}

/** The bytes as text in UTF-8, from UTF-8, UTF-16 or Windows-1252; null: they are no text. */
function decodePlainText(bytes: Buffer): Uint8Array | null {
  for (const encoding of encodingsOf(bytes)) {
    const text = decode(bytes, encoding);
    if (text === null || text.trim() === '' || notText.test(text)) continue;
    return encoding === 'utf-8' ? bytes : new TextEncoder().encode(text);
  }
  return null;
}

/** Tabs, ends of lines and pages are part of texts; every other control character says that it is something else. */
const notText = /[^\P{Cc}\t\n\r\f]/u;

/** UTF-16 by its byte order mark, or by the zeros beside what is ASCII in most texts. */
function encodingsOf(bytes: Buffer): readonly string[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  if (second === 0 && first !== 0) return ['utf-16le'];
  if (first === 0 && second !== 0) return ['utf-16be'];
  return ['utf-8', 'windows-1252'];
}

function decode(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const maximumNameLength = 120;

/** A name that is safe to store, to show and to download under: without folders, with the extension of its type. */
export function cleanFileName(name: string, { extension }: ResumeType): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const hasExtension = last.trimEnd().toLowerCase().endsWith(extension);
  const withoutExtension = hasExtension ? last.trimEnd().slice(0, -extension.length) : last;
  const cleaned = normalizeUnicode(withoutExtension.slice(0, maximumNameLength * 4).toWellFormed(), 'NFC')
    // Format characters too: they could make 'fdp.exe' read as 'exe.pdf'.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ');
  const characters = [...(trimDots(cleaned) || 'resume')];
  let length = extension.length;
  const kept = characters.filter((character) => {
    length += character.length;
    return length <= maximumNameLength;
  });
  return `${kept.join('')}${extension}`;
}

/** Without dots and spaces at either end. */
function trimDots(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && ' .'.includes(text.charAt(start))) start += 1;
  while (end > start && ' .'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
