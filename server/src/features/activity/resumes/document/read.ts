import { dateShareOf } from '../parsing/dates.ts';
import { headingOf } from '../parsing/sections.ts';
import { readResume } from '../resume-files.ts';
import { hazardsOf, openArchive } from './archive.ts';
import type { MarginOf } from './columns.ts';
import { readDocx } from './docx.ts';
import { type ReadDocument, RefusedDocument } from './line.ts';
import { readOdt } from './odt.ts';
import { readPdf } from './pdf.ts';
import { readPlainText } from './plain-text.ts';

const mostBytes = 20_000_000;

/** What stands in the margin of something else: a date, or the heading of a section. */
const marginOf: MarginOf = (text) =>
  headingOf(text) !== undefined ? 'heading' : dateShareOf(text, 'en') > 0.5 ? 'date' : null;

/** Reads a document of any of the types that a résumé has. @throws {RefusedDocument} */
export async function readDocument(content: Uint8Array): Promise<ReadDocument> {
  if (content.byteLength > mostBytes) throw new RefusedDocument('too_large');
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const read = readResume(content);
  if (read === null) throw new RefusedDocument(whyNone(bytes));
  const document = await readAs(read.type.extension, bytes, read.content);
  const letters = document.lines.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < 20 || document.isUnreadable) throw new RefusedDocument('no_text');
  return document;
}

async function readAs(extension: string, bytes: Buffer, text: Uint8Array): Promise<ReadDocument> {
  if (extension === '.pdf') return readPdf(bytes, marginOf);
  if (extension === '.txt' || extension === '.json') return readPlainText(text);
  const hazard = hazardsOf(bytes);
  if (hazard !== null) throw new RefusedDocument(hazard);
  const archive = openArchive(bytes);
  return extension === '.docx' ? readDocx(archive) : readOdt(archive);
}

const oleSignature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

function whyNone(bytes: Buffer): 'has_macros' | 'encrypted' | 'damaged' | 'not_a_resume' {
  // Word wraps an encrypted document into a container of before.
  if (bytes.subarray(0, 8).equals(oleSignature)) {
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'not_a_resume';
  }
  if (bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004') return hazardsOf(bytes) ?? 'not_a_resume';
  return bytes.toString('latin1', 0, 1_024).includes('%PDF-') ? 'damaged' : 'not_a_resume';
}
