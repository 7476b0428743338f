import { crc32, deflateRawSync } from 'node:zlib';
import type { Binary, JsonResume } from '@rolecall/contract';
import type { ResumeLanguage } from './parsing/words.ts';

const headings: Readonly<Record<ResumeLanguage, Readonly<Record<SectionKey, string>>>> = {
  en: {
    summary: 'Summary',
    work: 'Experience',
    education: 'Education',
    skills: 'Skills',
    languages: 'Languages',
    certificates: 'Certificates',
    projects: 'Projects',
    present: 'present',
  },
  de: {
    summary: 'Profil',
    work: 'Berufserfahrung',
    education: 'Ausbildung',
    skills: 'Kenntnisse',
    languages: 'Sprachen',
    certificates: 'Zertifikate',
    projects: 'Projekte',
    present: 'heute',
  },
  fr: {
    summary: 'Profil',
    work: 'Expérience professionnelle',
    education: 'Formation',
    skills: 'Compétences',
    languages: 'Langues',
    certificates: 'Certificats',
    projects: 'Projets',
    present: 'présent',
  },
  es: {
    summary: 'Perfil',
    work: 'Experiencia profesional',
    education: 'Formación',
    skills: 'Competencias',
    languages: 'Idiomas',
    certificates: 'Certificados',
    projects: 'Proyectos',
    present: 'actualidad',
  },
};

type SectionKey =
  | 'summary'
  | 'work'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certificates'
  | 'projects'
  | 'present';

export function exportAsJson(resume: JsonResume): Binary {
  const schema = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';
  return {
    fileName: 'resume.json',
    mediaType: 'application/json',
    content: new TextEncoder().encode(`${JSON.stringify({ $schema: schema, ...resume }, null, 2)}\n`),
  };
}

/** One column without tables, which every program reads. */
export function exportAsDocx(resume: JsonResume, language: ResumeLanguage): Binary {
  return {
    fileName: 'resume.docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: new Uint8Array(
      zip([
        ['[Content_Types].xml', contentTypes],
        ['_rels/.rels', relations],
        ['word/_rels/document.xml.rels', documentRelations],
        ['word/styles.xml', styles],
        ['word/document.xml', documentOf(resume, language)],
      ]),
    ),
  };
}

const escapeMarkup = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .toWellFormed()
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const run = (text: string): string =>
  text
    .split('\t')
    .map((part) => `<w:r><w:t xml:space="preserve">${escapeMarkup(part)}</w:t></w:r>`)
    .join('<w:r><w:tab/></w:r>');

const paragraph = (text: string | undefined, style?: string): string => {
  if (text === undefined || text.trim() === '') return '';
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${run(text)}</w:p>`;
};

const said = (separator: string, ...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(separator);

function documentOf(resume: JsonResume, language: ResumeLanguage): string {
  const words = headings[language];
  const { basics } = resume;
  const { location } = basics;
  const dates = (start: string | undefined, end: string | undefined): string | undefined => {
    if (start === undefined) return end;
    return `${start} – ${end ?? words.present}`;
  };
  const section = (key: SectionKey, content: string): string =>
    content === '' ? '' : paragraph(words[key], 'Heading1') + content;
  const items = (texts: readonly string[] = []): string =>
    texts.map((text) => paragraph(`• ${text}`)).join('');
  const body = [
    paragraph(basics.name, 'Title'),
    paragraph(basics.label),
    paragraph(said(' | ', basics.email, basics.phone, basics.url)),
    paragraph(
      said(', ', said(' ', location?.postalCode, location?.city), location?.region, location?.countryCode),
    ),
    ...(basics.profiles ?? []).map(({ network, username, url }) =>
      paragraph(url ?? `${network}: ${username ?? ''}`),
    ),
    section('summary', paragraph(basics.summary)),
    section(
      'work',
      resume.work
        .map(
          (entry) =>
            paragraph(said('\t', entry.position, dates(entry.startDate, entry.endDate)), 'Heading2') +
            paragraph(said('\t', entry.name, entry.location)) +
            paragraph(entry.summary) +
            items(entry.highlights),
        )
        .join(''),
    ),
    section(
      'education',
      resume.education
        .map(
          (entry) =>
            paragraph(said('\t', entry.institution, dates(entry.startDate, entry.endDate)), 'Heading2') +
            paragraph(said(', ', entry.studyType, entry.area)) +
            items(entry.courses),
        )
        .join(''),
    ),
    section(
      'skills',
      resume.skills
        .map(({ name, keywords = [] }) => paragraph(said(': ', name, keywords.join(', '))))
        .join(''),
    ),
    section(
      'languages',
      resume.languages.map((entry) => paragraph(said(': ', entry.language, entry.fluency))).join(''),
    ),
    section(
      'certificates',
      resume.certificates
        .map(({ name, issuer, date }) => paragraph(said('\t', said(', ', name, issuer), date)))
        .join(''),
    ),
    section(
      'projects',
      resume.projects
        .map(
          (entry) =>
            paragraph(said('\t', entry.name, dates(entry.startDate, entry.endDate)), 'Heading2') +
            paragraph(entry.description) +
            items(entry.highlights),
        )
        .join(''),
    ),
  ].join('');
  return `${declaration}<w:document xmlns:w="${namespace}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr></w:body></w:document>`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const contentTypes = `${declaration}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/></Types>`;
const relations = `${declaration}<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${officeTypes}/officeDocument" Target="word/document.xml"/></Relationships>`;
const documentRelations = `${declaration}<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${officeTypes}/styles" Target="styles.xml"/></Relationships>`;
const style = (id: string, name: string, size: number, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${more}<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:before="${size * 6}" w:after="60"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size * 2}"/></w:rPr></w:style>`;
const styles = `${declaration}<w:styles xmlns:w="${namespace}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="40"/></w:pPr></w:pPrDefault></w:docDefaults>${style('Title', 'Title', 20)}${style('Heading1', 'heading 1', 14, '<w:outlineLvl w:val="0"/>')}${style('Heading2', 'heading 2', 11, '<w:outlineLvl w:val="1"/>')}</w:styles>`;

/** A ZIP archive (APPNOTE 6.3) of a few small files. */
function zip(files: readonly (readonly [name: string, text: string])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const nameBytes = Buffer.from(name);
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    // The first day that the format knows: the same résumé gives the same file.
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, nameBytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, rest, nameBytes]));
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, entries, end]);
}
