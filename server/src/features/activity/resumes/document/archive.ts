import { readZipEntries, unpackZipEntry } from '../zip.ts';
import { RefusedDocument } from './line.ts';

/** The parts of a document that is an archive. */
export interface Archive {
  readonly names: readonly string[];
  /** A part as text; undefined when there is none of this name. @throws {RefusedDocument} */
  text(name: string): string | undefined;
}

/** Inflated bytes of one part, and of all that are read: a page of XML has some 100 KB. */
const longestPart = 12_000_000;
const mostUnpacked = 24_000_000;

/** @throws {RefusedDocument} */
export function openArchive(bytes: Buffer): Archive {
  const entries = readZipEntries(bytes);
  if (entries === null) throw new RefusedDocument('damaged');
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let unpacked = 0;
  return {
    names: [...byName.keys()],
    text(name) {
      const entry = byName.get(name);
      if (entry === undefined) return undefined;
      if (entry.isEncrypted) throw new RefusedDocument('encrypted');
      const content = unpackZipEntry(bytes, entry, Math.min(longestPart, mostUnpacked - unpacked));
      if (typeof content === 'string') throw new RefusedDocument(content);
      unpacked += content.length;
      return content.toString('utf8');
    },
  };
}

/** What an archive holds that no résumé needs, or why it cannot be read; null: nothing. */
export function hazardsOf(bytes: Buffer): 'has_macros' | 'encrypted' | null {
  const entries = readZipEntries(bytes) ?? [];
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'encrypted';
  if (entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//i.test(name)))
    return 'has_macros';
  const archive = openArchive(bytes);
  if ((archive.text('[Content_Types].xml') ?? '').includes('macroEnabled')) return 'has_macros';
  return (archive.text('META-INF/manifest.xml') ?? '').includes('encryption-data') ? 'encrypted' : null;
}
