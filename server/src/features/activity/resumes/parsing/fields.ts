import type { Line } from '../document/line.ts';
import { isContactText, withoutContact } from './contact.ts';
import { joinWrapped, paragraphsOf, type RawEntry, splitEntries, trimSeparators } from './entries.ts';
import { countOf } from './lexicon.ts';
import type { EducationEntry, WorkEntry } from './model.ts';
import { isPlace } from './places.ts';
import type { ResumeLanguage } from './words.ts';

/** What the header of an entry says, in its order. */
interface Pieces {
  readonly names: readonly string[];
  readonly place: string | undefined;
  /** 'X at Y' says itself which is which. */
  readonly isStated: boolean;
}

const strongSeparators = /\t|\s+[|·•►]\s+|\s[–—-]\s|\s*\|\s*/u;
const atWords: Readonly<Record<ResumeLanguage, RegExp>> = {
  en: /\s(?:at|@)\s/,
  de: /\s(?:bei(?:\sder|\sdem)?|beim|@)\s/,
  fr: /\s(?:chez|@)\s/,
  es: /\s(?:en|@)\s/,
};
const durations =
  /\(?\b\d{1,2}\s(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|años?|mes(?:es)?)\b\)?/giu;
const linkText = /^(?:website|link|url|webseite|site web|sitio web)$/i;

function splitPlace(text: string): { rest: string; place: string | undefined } {
  const bracket = /^(.{2,120}?)\s?\(([^()]{3,60})\)$/.exec(text);
  if (bracket?.[1] !== undefined && bracket[2] !== undefined && isPlace(bracket[2])) {
    return { rest: bracket[1].trim(), place: bracket[2] };
  }
  const parts = text.split(/,\s+/);
  for (let from = Math.max(1, parts.length - 3); from < parts.length; from += 1) {
    const place = parts.slice(from).join(', ');
    if (isPlace(place)) return { rest: parts.slice(0, from).join(', '), place };
  }
  return { rest: text, place: undefined };
}

function piecesOf(header: readonly Line[], language: ResumeLanguage): Pieces {
  const names: string[] = [];
  let place: string | undefined;
  let isStated = false;
  for (const { text } of header) {
    const shown = (isContactText(text) ? withoutContact(text) : text).replace(durations, '\t');
    for (const raw of shown.split(strongSeparators)) {
      const cell = trimSeparators(raw ?? '');
      if (cell === '' || linkText.test(cell)) continue;
      if (place === undefined && isPlace(cell) && (names.length > 0 || header.length > 1)) {
        place = cell;
        continue;
      }
      const split = splitPlace(cell);
      place ??= split.place;
      const at =
        names.length === 0 ? (atWords[language].exec(split.rest) ?? atWords.en.exec(split.rest)) : null;
      const before = split.rest.slice(0, at?.index ?? 0);
      if (at !== null && countOf('title', before) + countOf('degree', before) > 0) {
        names.push(before.trim(), split.rest.slice(at.index + at[0].length).trim());
        isStated = true;
      } else names.push(split.rest);
    }
  }
  return { names: names.filter((name) => name !== ''), place, isStated };
}

/** 'Developer, Acme Inc' is two names where nothing else tells them apart. */
function withCommas({ names, ...pieces }: Pieces): Pieces {
  const [only] = names;
  const parts = only?.split(/,\s+/) ?? [];
  if (names.length !== 1 || parts.length < 2 || only === undefined) return { names, ...pieces };
  return { ...pieces, names: [parts[0] ?? only, parts.slice(1).join(', ')] };
}

/** 'Software Developer' has a word of employers, but is none. */
const likenessOf = (name: Parameters<typeof countOf>[0], text: string): number =>
  name === 'employer' && countOf('title', text) > 0 ? 0 : countOf(name, text);

const orderOf = (
  names: readonly string[],
  first: Parameters<typeof countOf>[0],
  second: Parameters<typeof countOf>[0],
) => {
  const [a = '', b = ''] = names;
  if (a === '' || b === '') return 0;
  return likenessOf(first, a) + likenessOf(second, b) - likenessOf(first, b) - likenessOf(second, a);
};

const datesOf = ({ span }: RawEntry): { startDate?: string; endDate?: string } => ({
  ...(span?.start == null ? {} : { startDate: span.start }),
  ...(span?.end == null ? {} : { endDate: span.end }),
});

/** Whether the first of the two names is of the first kind, as most of the entries have it. */
function isFirst(all: readonly Pieces[], first: 'title' | 'degree', second: 'employer' | 'school'): boolean {
  const votes = all.map(({ names }) => Math.sign(orderOf(names, first, second)));
  return votes.reduce((sum: number, vote) => sum + vote, 0) >= 0;
}

export function readWork(lines: readonly Line[], language: ResumeLanguage): WorkEntry[] {
  const namesOf = (header: readonly Line[]) => withCommas(piecesOf(header, language));
  const raw = splitEntries(lines, language, (header, next) => {
    const { names } = namesOf(header);
    const isTitled = names.some((name) => countOf('title', name) > 0);
    return names.length > 2 || (names.length > 1 && (isTitled || !(next.isAccented || next.isHeading)));
  });
  const pieces = raw.map(({ header }) => namesOf(header));
  const isPositionFirst = isFirst(
    pieces.filter(({ isStated }) => !isStated),
    'title',
    'employer',
  );
  let employer: string | undefined;
  return raw.flatMap((entry, index): WorkEntry[] => {
    const { names, place, isStated } = pieces[index] ?? { names: [], place: undefined, isStated: false };
    const own = orderOf(names, 'title', 'employer');
    const order = isStated || (Math.abs(own) >= 2 ? own > 0 : isPositionFirst);
    let [position, name] = order ? names : [names[1], names[0]];
    if (names.length > 2 && !isStated) {
      const titled = names.toSorted((a, b) => countOf('title', b) - countOf('title', a))[0];
      if (countOf('title', titled ?? '') > countOf('title', position ?? '')) {
        position = titled;
        name = names.find((one) => one !== titled);
      }
    }
    if (names.length === 1) {
      const isTitle = countOf('title', names[0] ?? '') > 0;
      [position, name] = isTitle ? [names[0], employer] : [undefined, names[0]];
    }
    if (entry.span === null && names.length === 0) return [];
    employer = name;
    const { items, prose } = paragraphsOf(entry.body);
    return [
      {
        ...(name === undefined ? {} : { name }),
        ...(position === undefined ? {} : { position }),
        ...(place === undefined ? {} : { location: place }),
        ...datesOf(entry),
        ...(prose === '' ? {} : { summary: prose }),
        ...(items.length === 0 ? {} : { highlights: items }),
      },
    ];
  });
}

const scorePattern =
  /\b(?:gpa|cgpa|note|abschlussnote|notendurchschnitt|grade|mention|nota media|nota)\b\s?:?\s?([\p{L}\d.,/ ]{1,20})/iu;

export function readEducation(lines: readonly Line[], language: ResumeLanguage): EducationEntry[] {
  const namesOf = (header: readonly Line[]): Pieces => {
    const { names, ...rest } = piecesOf(
      header.map((line) => ({ ...line, text: line.text.replace(scorePattern, '\t') })),
      language,
    );
    const said = names.map((name) => trimSeparators(name)).filter((name) => name !== '');
    const [only = ''] = said;
    // 'Physics, Bachelor, University of Oklahoma': all three of them.
    const parts = only.split(/,\s+/);
    const isAll =
      said.length === 1 && (countOf('school', only) > 0 || (parts.length > 2 && countOf('degree', only) > 0));
    return { ...rest, names: isAll ? parts : said };
  };
  const raw = splitEntries(
    lines,
    language,
    (header) => namesOf(header).names.length > 2 || namesOf(header).names.some((name) => /[,]/.test(name)),
  );
  const pieces = raw.map(({ header }) => namesOf(header));
  const isDegreeFirst = isFirst(pieces, 'degree', 'school');
  return raw.flatMap((entry, index): EducationEntry[] => {
    const { names: above } = pieces[index] ?? { names: [] };
    const isDegreeAbove = above.some((name) => countOf('degree', name) > 0);
    const below = entry.body
      .slice(0, isDegreeAbove ? 0 : 2)
      .filter(({ text, isItem }) => !isItem && text.length < 60);
    const degreeBelow = below.filter(({ text }) => countOf('degree', text) > 0).map(({ text }) => text);
    const names = [...above, ...degreeBelow];
    if (names.length === 0) return [];
    const schools = names.filter((name) => countOf('school', name) > countOf('degree', name));
    const institution = schools.length === 1 ? schools[0] : isDegreeFirst ? names.at(-1) : names[0];
    const others =
      names.length === 1 && schools.length === 0 ? names : names.filter((name) => name !== institution);
    const hasInstitution = names.length > 1 || schools.length === 1;
    const { items } = paragraphsOf(entry.body);
    const score = [...entry.header, ...entry.body]
      .map(({ text }) => scorePattern.exec(text)?.[1]?.trim())
      .find(Boolean);
    return [
      {
        ...(hasInstitution && institution !== undefined ? { institution } : {}),
        ...readDegree(others),
        ...datesOf(entry),
        ...(score === undefined ? {} : { score }),
        ...(items.length === 0 ? {} : { courses: items }),
      },
    ];
  });
}

const degreeJoiner =
  /^((?:(?!\s(?:in|en|im fach|mention|sp[eé]cialit[eé])\s).){2,80})\s(?:in|en|im fach|mention|sp[eé]cialit[eé])\s(.{2,120})$/iu;

/** 'Bachelor of Science in Physics', 'Physics, Bachelor', 'Physics' and 'Bachelor' apart. */
function readDegree(names: readonly string[]): { area?: string; studyType?: string } {
  const parts = names.flatMap((name) => name.split(/,\s+|\s?[()]\s?/)).filter((part) => part.trim() !== '');
  const degree = parts.find((part) => countOf('degree', part) > 0);
  const others = parts.filter((part) => part !== degree);
  if (degree === undefined) return others.length === 0 ? {} : { area: others.reduce(joinList) };
  const joined = degreeJoiner.exec(degree);
  if (others.length === 0 && joined?.[1] !== undefined && joined[2] !== undefined) {
    return { studyType: joined[1], area: joined[2] };
  }
  if (others.length === 0) {
    // 'Bachelor Informatik': the degree is its first word, or all up to a bracket.
    const [first = '', ...rest] = degree.split(' ');
    const isShort =
      countOf('degree', first) > 0 && rest.length > 0 && countOf('degree', rest.join(' ')) === 0;
    const names2 = rest.join(' ');
    return isShort && !/^(?:of|de|der|des|d')/i.test(names2)
      ? { studyType: first, area: names2 }
      : { studyType: degree };
  }
  return { studyType: degree, area: others.reduce(joinList) };
}

const joinList = (before: string, after: string): string => joinWrapped(`${before},`, after);
