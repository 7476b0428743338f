import { isStrictForm, type Language, stem } from '../../search/index.ts';

/**
 * What searches ask of the words of a vacancy, a number each. Atom 0 is always there: whoever asks for no words asks for it.
 *
 * A word atom is there when a word of the vacancy is a form of it. An atom of words that are bound together ('Node.js') is also
 * there when they stand in a row.
 */
export interface Atoms {
  readonly size: number;
  word(word: string, languages: ReadonlySet<Language>): number;
  bound(words: readonly string[], joined: readonly string[], languages: ReadonlySet<Language>): number;
  /** The phrase that has to stand in a row where a word has told the atom by `conditional`. */
  phraseOf(atom: number): readonly number[];
  /**
   * The atoms that a word of a vacancy tells, each doubled; odd: only where the phrase of the atom stands too.
   */
  toldBy(word: number): Uint32Array;
  /** The number of a folded word of a vacancy. */
  numberOf(word: string): number;
  /** Forgets the words of vacancies where they have become too many; their numbers are of no use then. */
  forgetWords(): void;
}

const allLanguages: readonly Language[] = ['en', 'de', 'fr', 'es'];
const nothing = new Uint32Array(0);
/** Words of vacancies that are remembered with what they tell; what is new then begins anew. */
const mostWords = 1_000_000;
/** After so many new atoms it is quicker to look a word up again than to compare it with each of them. */
const mostCompared = 24;

interface WordAtom {
  readonly word: string;
  readonly languages: ReadonlySet<Language>;
  /** Atoms that its forms tell, as `toldBy` has them. */
  readonly tells: number[];
}

export function createAtoms(): Atoms {
  const numbers = new Map<string, number>([['', 0]]);
  const phrases = new Map<number, readonly number[]>();
  let size = 1;

  const asked: WordAtom[] = [];
  const askedNumbers = new Map<string, number>();
  const exactly = new Map<string, number[]>();
  const byStem = new Map(allLanguages.map((language) => [language, new Map<string, number[]>()]));
  /** Counts changes, so that what a word tells is known to be of today. */
  const changes: number[] = [];

  let words = new Map<string, number>();
  let texts: string[] = [];
  let told: Uint32Array[] = [];
  let toldAt: number[] = [];

  function ask(word: string, languages: ReadonlySet<Language>, tells: number): void {
    const key = `${keyOf(languages)} ${word}`;
    let number = askedNumbers.get(key);
    if (number === undefined) {
      number = asked.length;
      askedNumbers.set(key, number);
      asked.push({ word, languages, tells: [] });
      add(exactly, word, number);
      for (const language of languages) {
        const own = byStem.get(language);
        if (own !== undefined) add(own, stem(word, language), number);
      }
    }
    asked[number]?.tells.push(tells);
    changes.push(number);
  }

  function lookUp(word: string): Uint32Array {
    const found = new Set<number>();
    const visit = (candidates: readonly number[] | undefined) => {
      for (const number of candidates ?? []) {
        const one = asked[number];
        if (one !== undefined && isStrictForm(one.word, word, one.languages))
          for (const each of one.tells) found.add(each);
      }
    };
    visit(exactly.get(word));
    for (const [language, stems] of byStem) if (stems.size > 0) visit(stems.get(stem(word, language)));
    return found.size === 0 ? nothing : Uint32Array.from(found);
  }

  function intern(key: string, make: (atom: number) => void): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const atom = size;
    size += 1;
    numbers.set(key, atom);
    make(atom);
    return atom;
  }

  const wordAtom = (word: string, languages: ReadonlySet<Language>): number =>
    intern(`${keyOf(languages)} ${word}`, (atom) => ask(word, languages, atom * 2));

  return {
    get size() {
      return size;
    },
    word: wordAtom,

    bound(parts, joined, languages) {
      const phrase = parts.map((part) => wordAtom(part, languages));
      return intern(`${keyOf(languages)} ${parts.join(' ')}\n${joined.join(' ')}`, (atom) => {
        phrases.set(atom, phrase);
        for (const word of joined) ask(word, languages, atom * 2);
        const last = parts.at(-1);
        if (last !== undefined) ask(last, languages, atom * 2 + 1);
      });
    },

    phraseOf: (atom) => phrases.get(atom) ?? [],

    numberOf(word) {
      const known = words.get(word);
      if (known !== undefined) return known;
      const number = texts.length;
      words.set(word, number);
      texts.push(word);
      told.push(nothing);
      toldAt.push(-1);
      return number;
    },

    toldBy(number) {
      const at = toldAt[number] ?? -1;
      if (at === changes.length) return told[number] ?? nothing;
      const word = texts[number] ?? '';
      const isTouched =
        at < 0 ||
        changes.length - at > mostCompared ||
        changes.slice(at).some((changed) => {
          const one = asked[changed];
          return one !== undefined && isStrictForm(one.word, word, one.languages);
        });
      if (isTouched) told[number] = lookUp(word);
      toldAt[number] = changes.length;
      return told[number] ?? nothing;
    },

    forgetWords() {
      if (texts.length < mostWords) return;
      words = new Map();
      texts = [];
      told = [];
      toldAt = [];
    },
  };
}

const keyOf = (languages: ReadonlySet<Language>): string =>
  languages.size === 1 ? 'en' : [...languages].toSorted().join('');

function add(map: Map<string, number[]>, key: string, number: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [number]);
  else list.push(number);
}
