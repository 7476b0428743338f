import { readZipEntries, type ZipEntry } from './zip.ts';

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

/**
 * Recognizes a résumé by its content; null when it is none of the types that are taken. What its name or the browser
 * claims is not asked, because whoever uploads can claim anything.
 */
export function recognizeResume(content: Uint8Array): ResumeType | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return pdf;
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return recognizeArchive(bytes);
  return isPlainText(bytes) ? plainText : null;
}

/** Word and OpenDocument files are both ZIP archives; what is in them tells them apart from others. */
function recognizeArchive(bytes: Buffer): ResumeType | null {
  const entries = readZipEntries(bytes);
  if (entries === null) return null;
  if (openDocumentType(bytes, entries) === odt.mediaType) return odt;
  const names = new Set(entries.map(({ name }) => name));
  const isWord = names.has('[Content_Types].xml') && names.has('word/document.xml');
  // A document with macros is a program, and another type of file.
  return isWord && !names.has('word/vbaProject.bin') ? docx : null;
}

/** An OpenDocument file names its type in a first entry, which is not compressed so that it can be read like this. */
function openDocumentType(bytes: Buffer, entries: readonly ZipEntry[]): string | null {
  const entry = entries.find(({ name }) => name === 'mimetype');
  if (entry === undefined || entry.offset !== 0 || entry.isCompressed) return null;
  const start = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  return bytes.subarray(start, start + entry.size).toString('latin1');
}

function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Tabs, ends of lines and pages are part of texts; every other control character says that it is something else.
    return text.trim() !== '' && !/[^\P{Cc}\t\n\r\f]/u.test(text);
  } catch {
    return false;
  }
}

const maximumNameLength = 120;

/** A name that is safe to store, to show and to download under: without folders, with the extension of its type. */
export function cleanFileName(name: string, { extension }: ResumeType): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const cleaned = last
    .toWellFormed()
    .normalize('NFC')
    // Format characters too: they could make 'fdp.exe' read as 'exe.pdf'.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const hasExtension = cleaned.toLowerCase().endsWith(extension);
  const stem = (hasExtension ? cleaned.slice(0, -extension.length) : cleaned).replace(/^[.\s]+|[.\s]+$/g, '');
  const characters = [...(stem || 'resume')];
  while (characters.join('').length > maximumNameLength - extension.length) characters.pop();
  return `${characters.join('')}${extension}`;
}
