import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testWorkers } from '../../../testing/workers/index.ts';
import { exportAsDocx, exportAsJson } from './exporting.ts';
import { readFileIn } from './reading.ts';

const read = (content: Uint8Array | string) =>
  readFileIn(testWorkers(), typeof content === 'string' ? new TextEncoder().encode(content) : content);

/** A ZIP archive whose directory claims sizes of its own. */
function zip(
  files: Readonly<Record<string, Buffer | string>>,
  { flags = 0, claimed }: { flags?: number; claimed?: number } = {},
) {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const nameBytes = Buffer.from(name);
    const packed = deflateRawSync(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(nameBytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed ?? Buffer.byteLength(text), 24);
    entry.writeUInt16LE(nameBytes.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, nameBytes, packed);
    directory.push(entry, nameBytes);
    offset += local.length + nameBytes.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, entries, end]);
}

const types = (type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml') =>
  `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const documentOf = (body: string) => `<w:document><w:body>${body}</w:body></w:document>`;

/** A PDF of so many pages, without anything on them. */
function pdf(pages: number, more = ''): string {
  const kids = Array.from({ length: pages }, (_, number) => `${number + 3} 0 R`).join(' ');
  const objects = [
    `1 0 obj\n<</Type/Catalog/Pages 2 0 R${more}>>\nendobj\n`,
    `2 0 obj\n<</Type/Pages/Count ${pages}/Kids[${kids}]>>\nendobj\n`,
    ...Array.from(
      { length: pages },
      (_, number) => `${number + 3} 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n`,
    ),
  ];
  return `%PDF-1.7\n${objects.join('')}trailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`;
}

const german = `Jörg Müller
Projektleiter
Königstraße 12, 70173 Stuttgart | +49 711 5550123 | joerg.mueller@example.de

BERUFSERFAHRUNG

Projektleiter\t04/2018 – heute
Schuler Anlagenbau GmbH\tStuttgart
- Inbetriebnahme von 14 Pressenlinien
- Budgetverantwortung über 12 Mio. €

Konstruktionsingenieur\t10/2012 – 03/2018
Kessler & Söhne KG\tUlm
- Senkung der Herstellkosten um 18 %

AUSBILDUNG

Universität Stuttgart\t10/2006 – 09/2012
Diplom, Maschinenbau

SPRACHEN

Deutsch: Muttersprache
Englisch: C1
`;

const germanFields = {
  basics: {
    name: 'Jörg Müller',
    label: 'Projektleiter',
    email: 'joerg.mueller@example.de',
    phone: '+49 711 5550123',
    location: { city: 'Stuttgart', countryCode: 'DE', postalCode: '70173' },
  },
  work: [
    {
      name: 'Schuler Anlagenbau GmbH',
      position: 'Projektleiter',
      location: 'Stuttgart',
      startDate: '2018-04',
      highlights: ['Inbetriebnahme von 14 Pressenlinien', 'Budgetverantwortung über 12 Mio. €'],
    },
    {
      name: 'Kessler & Söhne KG',
      position: 'Konstruktionsingenieur',
      startDate: '2012-10',
      endDate: '2018-03',
    },
  ],
  education: [
    {
      institution: 'Universität Stuttgart',
      studyType: 'Diplom',
      area: 'Maschinenbau',
      startDate: '2006-10',
      endDate: '2012-09',
    },
  ],
  languages: [
    { language: 'Deutsch', fluency: 'Muttersprache' },
    { language: 'Englisch', fluency: 'C1' },
  ],
};

describe('reading a résumé', () => {
  it('finds who, what, where and when in a text', async () => {
    const result = await read(german);
    expect(result).toMatchObject({ language: 'de', resume: germanFields });
  });

  it('reads its own exports back whole', async () => {
    const result = await read(german);
    if (typeof result === 'string') throw new Error(result);
    const asJson = await read(exportAsJson(result.resume).content);
    expect(asJson).toMatchObject({ type: { extension: '.json' }, resume: result.resume });
    const asWord = await read(exportAsDocx(result.resume, result.language).content);
    expect(asWord).toMatchObject({ type: { extension: '.docx' }, resume: germanFields });
  });

  it('reads contact data in the header of the pages, and says that they stand there', async () => {
    const file = zip({
      '[Content_Types].xml': types(),
      'word/document.xml': documentOf(
        paragraph('Ada Lovelace') +
          paragraph('Work Experience') +
          paragraph('Analyst, Babbage Ltd, 2019 – present'),
      ),
      'word/header1.xml': `<w:hdr>${paragraph('ada@example.com')}</w:hdr>`,
    });
    expect(await read(file)).toMatchObject({
      resume: { basics: { name: 'Ada Lovelace', email: 'ada@example.com' }, work: [{ startDate: '2019' }] },
      layout: { contactZone: 'header' },
    });
  });
});

describe('a file that is refused', () => {
  it.each([
    [
      'an archive that lies about what it unpacks to',
      'too_large',
      () =>
        zip(
          { '[Content_Types].xml': types(), 'word/document.xml': Buffer.alloc(60_000_000, ' ') },
          { claimed: 100 },
        ),
    ],
    [
      'macros',
      'has_macros',
      () =>
        zip({
          '[Content_Types].xml': types(),
          'word/document.xml': documentOf(''),
          'word/vbaProject.bin': 'x',
        }),
    ],
    [
      'another type for macros',
      'has_macros',
      () =>
        zip({
          '[Content_Types].xml': types('application/vnd.ms-word.document.macroEnabled.main+xml'),
          'word/document.xml': documentOf(''),
        }),
    ],
    [
      'an encrypted archive',
      'encrypted',
      () => zip({ '[Content_Types].xml': types(), 'word/document.xml': documentOf('') }, { flags: 1 }),
    ],
    [
      'a script in a PDF',
      'has_scripts',
      () => Buffer.from(pdf(1, '/OpenAction<</S/JavaScript/JS(app.alert(1))>>')),
    ],
    ['too many pages', 'too_many_pages', () => Buffer.from(pdf(10_000))],
    ['a web page', 'not_a_resume', () => Buffer.from('<!doctype html><title>Ada</title>')],
    ['a picture', 'not_a_resume', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['pages without text', 'no_text', () => Buffer.from(pdf(1))],
  ])('%s: %s', async (_what, reason, file) => {
    expect(await read(new Uint8Array(file()))).toBe(reason);
  });
});
