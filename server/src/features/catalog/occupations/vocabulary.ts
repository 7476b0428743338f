import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const occupationLanguages = ['en', 'de', 'fr', 'es'] as const;
export type OccupationLanguage = (typeof occupationLanguages)[number];

export interface Alias {
  readonly language: OccupationLanguage;
  readonly text: string;
}

/** An occupation with every way to name it. */
export interface Occupation {
  /** Its English name in lower case, which identifies it. */
  readonly id: string;
  /** As they are written; the first of each language is its name there. Feminine forms follow by rule (`feminineOf`). */
  readonly aliases: readonly Alias[];
  /** Four digits as in ISCO-08: occupations are the more related, the more of the leading digits they share. */
  readonly group: string;
  /** Its place in the vocabulary. */
  readonly place: number;
}

const folder = join(import.meta.dirname, 'vocabulary');

/** Reads the shipped files. */
export function readOccupations(): Occupation[] {
  const occupations: Occupation[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    if (file.endsWith('.txt')) parseOccupations(readFileSync(join(folder, file), 'utf8'), occupations);
  }
  return occupations;
}

/**
 * Reads a file into the list: `@2221 nurses` begins a group, every other line is an occupation with its names in English, German,
 * French and Spanish between bars; `=` parts the English name from other English ones. `#` begins a comment.
 */
export function parseOccupations(text: string, into: Occupation[]): void {
  let group = '';
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('@')) {
      group = line.slice(1, 5);
      continue;
    }
    const columns = line.split('|');
    const aliases = columns.flatMap((column, place) =>
      column
        .split(/[,=]/)
        .map((alias) => alias.trim())
        .filter((alias) => alias !== '')
        .map((alias): Alias => ({ language: occupationLanguages[place] ?? 'en', text: alias })),
    );
    const id = aliases[0]?.text.toLowerCase();
    if (id !== undefined) into.push({ id, aliases, group, place: into.length });
  }
}

/** How near two occupations are by their groups, from 0 to 1; 1 is the same occupation. */
export function relatednessOf(one: Occupation, other: Occupation): number {
  if (one.place === other.place) return 1;
  let shared = 0;
  while (shared < 4 && one.group.charAt(shared) === other.group.charAt(shared)) shared += 1;
  return sharedDigits[shared] ?? 0;
}

const sharedDigits = [0, 0, 0.15, 0.35, 0.6] as const;

interface Ending {
  readonly masculine: string;
  readonly feminine: string;
}

const ending = (masculine: string, feminine: string): Ending => ({ masculine, feminine });

/** The first that a word ends with counts. */
const feminineEndings: Readonly<Record<OccupationLanguage, readonly Ending[]>> = {
  en: [],
  de: [
    ending('mann', 'frau'),
    ending('arzt', 'ärztin'),
    ending('koch', 'köchin'),
    ending('anwalt', 'anwältin'),
    ending('loge', 'login'),
    ending('age', 'agin'),
    ending('angestellter', 'angestellte'),
    ...['er', 'ist', 'ent', 'ant', 'eur', 'or', 'ar', 'är', 'at', 'wirt', 'ikus', 'and'].map((end) =>
      ending(end, `${end}in`),
    ),
  ],
  fr: [
    ending('teur', 'trice'),
    ending('eur', 'euse'),
    ending('ien', 'ienne'),
    ending('ier', 'ière'),
    ending('er', 'ère'),
    ending('on', 'onne'),
    ending('ant', 'ante'),
    ending('ent', 'ente'),
    ending('at', 'ate'),
    ending('if', 'ive'),
    ending('ial', 'iale'),
    ending('é', 'ée'),
  ],
  es: [
    ending('or', 'ora'),
    ending('ero', 'era'),
    ending('ario', 'aria'),
    ending('ico', 'ica'),
    ending('ado', 'ada'),
    ending('ivo', 'iva'),
    ending('ogo', 'oga'),
    ending('ano', 'ana'),
    ending('ado', 'ada'),
    ending('o', 'a'),
    ending('ín', 'ina'),
  ],
};

/** The feminine form of a name where its language makes it by rule; null elsewhere. German names end in their noun, others begin with it. */
export function feminineOf({ language, text }: Alias): string | null {
  const words = text.split(' ');
  const at = language === 'de' ? words.length - 1 : 0;
  const noun = words[at] ?? '';
  const found = feminineEndings[language].find(({ masculine }) => noun.endsWith(masculine));
  if (found === undefined || noun.length < found.masculine.length + 1) return null;
  words[at] = noun.slice(0, -found.masculine.length) + found.feminine;
  return words.join(' ');
}
