import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const vocabularyLanguages = ['en', 'de', 'fr', 'es'] as const;
export type VocabularyLanguage = (typeof vocabularyLanguages)[number];

/**
 * How a spelling counts: `plain` anywhere; `exact` only as it is written ('SAS' is no airline in 'sas'); `ambiguous` as it is
 * written and where words beside it speak of the skill, since it is a usual word too ('Go', 'Word').
 */
export type SpellingKind = 'plain' | 'exact' | 'ambiguous';

export interface Spelling {
  readonly text: string;
  readonly language: VocabularyLanguage;
  readonly kind: SpellingKind;
}

/** A skill with every way to write it. */
export interface Concept {
  /** Its English name in lower case, which identifies it. */
  readonly id: string;
  /** What it is called; where a language has no name of its own, the English one. */
  readonly names: Readonly<Record<VocabularyLanguage, string>>;
  readonly spellings: readonly Spelling[];
  /** Ids of concepts that it is a kind of. */
  readonly broader: readonly string[];
  /** Ids of concepts that whoever knows it knows too, and that are found with it: '.NET' with 'ASP.NET'. */
  readonly includes: readonly string[];
  /** The file that it stands in. */
  readonly trade: Trade;
}

/** What the concepts of a file have in common. */
export interface Trade {
  readonly name: string;
  /** Words beside which its ambiguous spellings are meant. */
  readonly context: readonly string[];
  /** How many words away they may stand. */
  readonly window: number;
}

const folder = join(import.meta.dirname, 'vocabulary');
const usualWindow = 3;

/** Reads the shipped files. */
export function readVocabulary(): Concept[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .flatMap((file) => parseTrade(file.slice(0, -'.txt'.length), readFileSync(join(folder, file), 'utf8')));
}

/**
 * Reads a file: a concept a line, its spellings in English, German, French and Spanish between bars, the first of each being
 * its name there; `docs/skills.md` has the rest of the grammar.
 */
export function parseTrade(name: string, text: string): Concept[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
  const context = settingOf(lines, '@context').flatMap((value) =>
    value.split(/[,|]/).map((word) => word.trim()),
  );
  const trade: Trade = {
    name,
    context: context.filter((word) => word !== ''),
    window: Number(settingOf(lines, '@window')[0] ?? usualWindow),
  };
  return lines.filter((line) => !line.startsWith('@')).map((line) => parseConcept(line, trade));
}

const settingOf = (lines: readonly string[], setting: string): string[] =>
  lines.filter((line) => line.startsWith(`${setting} `)).map((line) => line.slice(setting.length + 1));

function parseConcept(line: string, trade: Trade): Concept {
  const [english = '', ...others] = line.split('|').map((column) => column.trim());
  const [head = '', aliases = ''] = splitOnce(english, ' = ');
  const [marked = '', ...links] = head.split(' <').map((part) => part.trim());
  const columns = [[marked, aliases].filter((part) => part !== '').join(', '), ...others];
  const spellings = columns.flatMap((column, place) =>
    spellingsOf(column, vocabularyLanguages[place] ?? 'en', trade),
  );
  const name = unmarked(marked);
  const nameIn = (language: VocabularyLanguage) =>
    spellings.find((spelling) => spelling.language === language)?.text ?? name;
  return {
    id: name.toLowerCase(),
    names: { en: name, de: nameIn('de'), fr: nameIn('fr'), es: nameIn('es') },
    spellings,
    broader: links.map((link) => link.replace(/^</, '').toLowerCase()),
    includes: links.filter((link) => link.startsWith('<')).map((link) => link.slice(1).toLowerCase()),
    trade,
  };
}

const kinds: ReadonlyMap<string, SpellingKind> = new Map([
  ['!', 'exact'],
  ['~', 'ambiguous'],
]);

function spellingsOf(column: string, language: VocabularyLanguage, trade: Trade): Spelling[] {
  return column
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const text = unmarked(part);
      const usual = isAbbreviation(text, language, trade) ? 'exact' : 'plain';
      return { text, language, kind: kinds.get(part.charAt(0)) ?? usual };
    });
}

/**
 * Short abbreviations are words in small letters: the French 'plus' is no plural of PLU. Those of software are often written
 * small.
 */
function isAbbreviation(text: string, language: VocabularyLanguage, { name }: Trade): boolean {
  const longest = language === 'en' ? 3 : 4;
  return text.length <= longest && /^\p{Lu}+$/u.test(text) && !name.startsWith('it-');
}

const unmarked = (spelling: string): string => (kinds.has(spelling.charAt(0)) ? spelling.slice(1) : spelling);

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
