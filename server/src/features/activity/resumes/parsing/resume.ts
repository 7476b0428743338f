import { type Line, plainLine, type ReadDocument } from '../document/line.ts';
import { isContactText, readContact, withoutContact } from './contact.ts';
import { paragraphsOf, trimSeparators } from './entries.ts';
import { readEducation, readWork } from './fields.ts';
import { countOf } from './lexicon.ts';
import { readCertificates, readLanguages, readProjects, readSkills } from './lists.ts';
import type { Basics, JsonResume } from './model.ts';
import { isPlace, readAddress } from './places.ts';
import { headingOf, type Section, type SectionName, sectionsOf } from './sections.ts';
import { fold, foldedWords, languageOf, type ResumeLanguage } from './words.ts';

export interface ParsedResume {
  readonly resume: JsonResume;
  readonly language: ResumeLanguage;
  readonly sections: readonly SectionName[];
}

/** What is behind it is text of a paragraph, and no field. */
const longestLine = 2_000;

/** Reads a résumé out of its lines, by the words and the layout that people use for them. */
export function parseResume(document: Pick<ReadDocument, 'lines'>): ParsedResume {
  const lines = document.lines.map((line) =>
    line.text.length > longestLine ? { ...line, text: line.text.slice(0, longestLine) } : line,
  );
  const language = languageOf(lines.flatMap(({ text }) => foldedWords(text)));
  const sections = sectionsOf(lines);
  const linesOf = (...names: readonly (SectionName | 'top')[]): Line[] =>
    sections.filter(({ name }) => names.includes(name)).flatMap((section) => section.lines);
  const summaryLines = linesOf('summary');
  return {
    language,
    sections: [...new Set(sections.flatMap(({ name }) => (name === 'top' ? [] : [name])))],
    resume: {
      basics: readBasics(sections, summaryLines, language),
      work: sections
        .filter(({ name }) => name === 'work')
        .flatMap((section) => readWork(section.lines, language)),
      education: sections
        .filter(({ name }) => name === 'education')
        .flatMap((section) => readEducation(section.lines, language)),
      skills: sections
        .filter(({ name }) => name === 'skills')
        .flatMap((section) => readSkills(section.lines)),
      languages: readLanguages(linesOf('languages')),
      certificates: readCertificates(linesOf('certificates'), language),
      projects: readProjects(linesOf('projects'), language),
    },
  };
}

const contactSections: ReadonlySet<string> = new Set(['top', 'contact', 'profiles', 'summary']);

function readBasics(
  sections: readonly Section[],
  summaryLines: readonly Line[],
  language: ResumeLanguage,
): Basics {
  const near = sections.filter(({ name }) => contactSections.has(name)).flatMap((section) => section.lines);
  const far = sections.filter(({ name }) => !contactSections.has(name)).flatMap((section) => section.lines);
  const top = sections
    .filter(({ name }) => name === 'top' || name === 'contact')
    .flatMap((section) => section.lines);
  const { email, phone, url, profiles } = readContact(near, far);
  const named = findName(top, email) ?? findName(near, email);
  const label = named === undefined ? undefined : findLabel(top, named);
  const location = findLocation(near, { name: named?.name, label, language });
  const summary = findSummary(top, summaryLines, label);
  return {
    ...(named === undefined ? {} : { name: named.name }),
    ...(label === undefined ? {} : { label }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(url === undefined ? {} : { url }),
    ...(summary === '' ? {} : { summary }),
    ...(location === undefined ? {} : { location }),
    ...(profiles.length === 0 ? {} : { profiles: [...profiles] }),
  };
}

interface Named {
  readonly name: string;
  /** Index of its last line. */
  readonly at: number;
}

const namePattern =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:(?:van|von|de|del|la|las|los|der|den|di|da|du|le|y|zu|ten|al|el|bin)\s)*\p{Lu}[\p{L}\p{M}.'’-]*){1,5}$/u;

/** The largest line of the top that can be a name. */
function findName(lines: readonly Line[], email: string | undefined): Named | undefined {
  let best: (Named & { score: number }) | undefined;
  const mailWords = new Set(
    fold(email?.split('@')[0] ?? '')
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 1),
  );
  for (const [index, line] of lines.slice(0, 60).entries()) {
    const next = lines[index + 1];
    const isBroken = next !== undefined && Math.abs(next.size - line.size) < 0.6 && !line.text.includes(' ');
    const candidates = [
      ...line.text.split('\t').flatMap((cell) => [cell, cell.split(/,\s|\s[|·–—-]\s/)[0] ?? '']),
      ...(isBroken ? [`${line.text} ${next.text}`] : []),
    ];
    for (const candidate of candidates) {
      const name = cleanName(candidate);
      if (!namePattern.test(name) || headingOf(name) !== undefined || isContactText(name)) continue;
      const words = foldedWords(name);
      const inMail = words.some(
        (word) =>
          mailWords.has(word) || [...mailWords].some((mail) => word.length > 3 && mail.includes(word)),
      );
      const score =
        line.size * 1.2 +
        (inMail ? 12 : 0) -
        countOf('title', name) * 8 -
        countOf('school', name) * 6 -
        index * 0.4 +
        (line.isHeading ? 2 : 0);
      if (best === undefined || score > best.score) {
        best = {
          name,
          at: candidate.includes(' ') && isBroken && candidate !== line.text ? index + 1 : index,
          score,
        };
      }
    }
  }
  return best === undefined ? undefined : { name: titleCased(best.name), at: best.at };
}

const cleanName = (text: string): string =>
  trimSeparators(
    text
      .replace(
        /^(?:curriculum vitae|lebenslauf|r[eé]sum[eé]|cv|name|nom|nombre)\b\s?[:–—-]?\s?(?:of|von|de)?\s?/i,
        '',
      )
      .replace(/^(?:(?:dr|prof|mr|mrs|ms|herr|frau|m|mme|ing|sr|sra|dipl)\.?\s)+(?=\p{Lu})/iu, ''),
  );

function titleCased(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(
      /(^|[\s'’-])(\p{L})/gu,
      (_whole, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

function findLabel(lines: readonly Line[], { at, name }: Named): string | undefined {
  const own =
    lines[at]?.text.split(/\t|,\s|\s[|·–—-]\s/).filter((cell) => titleCased(cleanName(cell)) !== name) ?? [];
  const after = lines.slice(at + 1, at + 4).map(({ text }) => text);
  const before = at > 0 ? [lines[at - 1]?.text ?? ''] : [];
  const candidates = [...own, ...after, ...before].flatMap((text) => withoutContact(text).split('\t'));
  const fitting = candidates
    .map((text) => trimSeparators(text))
    .filter(
      (text) => text.length > 2 && text.length <= 90 && !/\d{3}/.test(text) && headingOf(text) === undefined,
    );
  return (
    fitting.find((text) => countOf('title', text) > 0) ??
    fitting.find((text) => !isPlace(text) && !text.includes(':'))
  );
}

/** What contact data are called, some of which are the names of places somewhere. */
const contactWords = new Set(
  'phone|email|e-mail|mail|telephone|tel|mobile|address|location|website|web|contact|telefon|mobil|adresse|anschrift|wohnort|kontakt|handy|téléphone|courriel|portable|adresse électronique|teléfono|correo|dirección|móvil|postal code & city|region|city|country|nationality|date of birth|geburtsdatum|english|deutsch'.split(
    '|',
  ),
);

function findLocation(
  lines: readonly Line[],
  {
    name,
    label,
    language,
  }: { name: string | undefined; label: string | undefined; language: ResumeLanguage },
): Basics['location'] {
  let best: { location: NonNullable<Basics['location']>; score: number } | undefined;
  for (const [index, cell] of placeCells(lines, name, label).entries()) {
    const place = readAddress(cell, language);
    if (place === undefined || countOf('title', cell) > 0) continue;
    const { city, countryCode, region, postalCode, population } = place;
    const isBare = postalCode === undefined && !cell.includes(',');
    // Many a word is the name of a village somewhere.
    if (isBare && population < 15_000 && city !== undefined) continue;
    const score =
      (city === undefined ? -6 : 0) +
      (postalCode === undefined ? 0 : 3) +
      (cell.includes(',') ? 2 : 0) +
      Math.log10(population + 10) / 4 -
      index * 0.1;
    if (best !== undefined && best.score >= score) continue;
    best = {
      score,
      location: {
        ...(city === undefined ? {} : { city }),
        ...(countryCode === undefined ? {} : { countryCode }),
        ...(region === undefined ? {} : { region }),
        ...(postalCode === undefined ? {} : { postalCode }),
      },
    };
  }
  return best?.location;
}

/** Parts of lines that may name a place; an address that is broken is joined to one. */
function placeCells(lines: readonly Line[], name: string | undefined, label: string | undefined): string[] {
  const texts: string[] = [];
  for (const { text, isItem } of lines.slice(0, 80)) {
    if (text.length > 160 || (isItem && !isShort(text))) continue;
    const before = texts.at(-1);
    if (before?.endsWith(',') === true) texts[texts.length - 1] = `${before} ${text}`;
    else texts.push(text);
  }
  return texts
    .flatMap((text) => withoutContact(text).split(/\t|\s[|•·]\s/))
    .map((cell) => trimSeparators(cell.replace(/^[\p{L} ]{3,14}:\s?/u, '')))
    .filter(
      (cell) =>
        cell.length > 1 &&
        isShort(cell) &&
        !contactWords.has(cell.toLowerCase()) &&
        name?.includes(cell) !== true &&
        titleCased(cell) !== name &&
        cell !== label &&
        readLanguages([plainLine(cell)]).length === 0,
    );
}

const isShort = (text: string): boolean => text.split(/\s+/).length <= 12;

function findSummary(top: readonly Line[], lines: readonly Line[], label: string | undefined): string {
  const stated = paragraphsOf(lines.filter(({ text }) => !isContactText(text)));
  const said = [stated.prose, ...stated.items].filter((text) => text !== '').join(' ');
  if (said !== '') return said;
  const prose = top.filter(
    ({ text }) => text.split(/\s+/).length > 7 && !isContactText(text) && text !== label,
  );
  return paragraphsOf(prose).prose;
}
