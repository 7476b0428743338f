import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, readResume } from './resume-files.ts';

const odtType = 'application/vnd.oasis.opendocument.text';

/** A ZIP archive of files that are not compressed, as the format's specification lays it out. */
function zip(files: Readonly<Record<string, string>>, comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const nameBytes = Buffer.from(name);
    const content = Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(nameBytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(nameBytes.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, nameBytes, content);
    directory.push(entry, nameBytes);
    offset += local.length + nameBytes.length + content.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, entries, end, Buffer.from(comment)]);
}

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const typesOf = (part: string, type = mainType) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`;
const word = { '[Content_Types].xml': typesOf('word/document.xml'), 'word/document.xml': '<document/>' };
const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n';
const mediaTypeOf = (content: Uint8Array) => readResume(content)?.type.mediaType ?? null;

describe('recognizing a résumé', () => {
  it('takes PDF, DOCX, ODT and text', () => {
    expect(mediaTypeOf(Buffer.from(pdf))).toBe('application/pdf');
    expect(mediaTypeOf(Buffer.from(`\n${pdf}`))).toBe('application/pdf');
    expect(mediaTypeOf(zip(word))).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect(mediaTypeOf(zip(word, 'made by hand'))).toContain('wordprocessingml');
    expect(mediaTypeOf(zip({ mimetype: odtType, 'content.xml': '<office/>' }))).toBe(odtType);
    const other = {
      '[Content_Types].xml': typesOf('word/document2.xml'),
      'word/document2.xml': '<document/>',
    };
    expect(mediaTypeOf(zip(other))).toContain('wordprocessingml');
    expect(mediaTypeOf(Buffer.from('\uFEFFJörg Müller\r\n\tEngineer\n'))).toBe('text/plain');
  });

  it('takes no other archive, program or picture, whatever it is called', () => {
    expect(mediaTypeOf(zip({ 'setup.exe': 'MZ' }))).toBeNull();
    expect(mediaTypeOf(zip({ ...word, 'word/vbaProject.bin': 'macros' }))).toBeNull();
    expect(mediaTypeOf(zip({ 'xl/workbook.xml': '', '[Content_Types].xml': '' }))).toBeNull();
    expect(mediaTypeOf(zip({ mimetype: 'application/epub+zip' }))).toBeNull();
    expect(mediaTypeOf(zip({ 'a.xml': '', mimetype: odtType }))).toBeNull();
    expect(mediaTypeOf(zip(word).subarray(0, -5))).toBeNull();
    expect(mediaTypeOf(Buffer.from('MZ\u0000\u0003', 'latin1'))).toBeNull();
    expect(mediaTypeOf(Buffer.from('%PDF-1.4 fake'))).toBeNull();
    expect(mediaTypeOf(Buffer.from('{\\rtf1\\ansi Jörg}'))).toBeNull();
    expect(mediaTypeOf(zip({ ...word, 'META-INF/MANIFEST.MF': 'Main-Class: A', 'A.class': '' }))).toBeNull();
    expect(mediaTypeOf(zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '' }))).toBeNull();
    expect(
      mediaTypeOf(
        zip({
          ...word,
          '[Content_Types].xml': typesOf(
            'word/document.xml',
            'application/vnd.ms-word.document.macroEnabled.main+xml',
          ),
        }),
      ),
    ).toBeNull();
    expect(mediaTypeOf(Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x07, 0x00]))).toBeNull();
    expect(mediaTypeOf(Buffer.from('red \u001b[31m text'))).toBeNull();
    expect(mediaTypeOf(Buffer.from([0x43, 0x81, 0x8d]))).toBeNull();
    expect(mediaTypeOf(Buffer.from(' \n'))).toBeNull();
    expect(mediaTypeOf(Buffer.alloc(0))).toBeNull();
  });

  it.each([
    ['UTF-8', Buffer.from('Café – Zoë')],
    ['UTF-16 with its mark', Buffer.from('\uFEFFCafé – Zoë', 'utf16le')],
    ['UTF-16 of the other order', Buffer.from('\uFEFFCafé – Zoë', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('Café – Zoë', 'utf16le')],
    ['Windows-1252', Buffer.from('Caf\xe9 \x96 Zo\xeb', 'latin1')],
  ])('reads a text in %s', (_encoding, bytes) => {
    const read = readResume(bytes);
    expect(read?.type.mediaType).toBe('text/plain');
    expect(new TextDecoder().decode(read?.content)).toBe('Café – Zoë');
  });

  it('answers for any bytes, and for archives that are damaged anywhere', () => {
    const archive = zip({ mimetype: odtType, ...word });
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.nat(255), fc.nat(archive.length), (at, byte, length) => {
        const damaged = Buffer.from(archive);
        damaged[at] = byte;
        readResume(damaged);
        readResume(damaged.subarray(0, length));
      }),
      { numRuns: 1_000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void readResume(bytes)));
  });
});

describe('the name of a résumé', () => {
  const pdfType = { mediaType: 'application/pdf', extension: '.pdf' };

  it.each([
    ['cv.pdf', 'cv.pdf'],
    ['C:\\Users\\me\\CV.PDF', 'CV.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['cv.exe', 'cv.exe.pdf'],
    ['gnp\u202Efdp.exe', 'gnpfdp.exe.pdf'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['...', 'resume.pdf'],
    ['.pdf', 'resume.pdf'],
    ['', 'resume.pdf'],
    ['Lebenslauf — Zoë.pdf', 'Lebenslauf — Zoë.pdf'],
  ])('%j becomes %j', (name, expected) => {
    expect(cleanFileName(name, pdfType)).toBe(expected);
  });

  it('of 60,000 characters is made as cheaply as any', () => {
    expect(cleanFileName(`${'. '.repeat(30_000)}x`, pdfType)).toBe('resume.pdf');
    expect(cleanFileName(`${'a'.repeat(60_000)}.pdf`, pdfType)).toHaveLength(120);
  });

  it('is short, on one line and without folders, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const cleaned = cleanFileName(name, pdfType);
        expect(cleaned.length).toBeLessThanOrEqual(120);
        expect(cleaned).toMatch(/^[^\p{Cc}/\\]+\.pdf$/u);
        expect(cleaned.isWellFormed()).toBe(true);
      }),
    );
  });
});
