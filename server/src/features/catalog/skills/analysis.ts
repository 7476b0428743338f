import { type Dictionary, root } from './dictionary.ts';
import { contextForms, languagesByUsualWord, rolesOf } from './speech.ts';
import { type VocabularyLanguage, vocabularyLanguages } from './vocabulary.ts';
import { fold, joiningWords, stem, type Words } from './words.ts';

/** What is known of a word in a language; each distinct word is analysed once. */
export interface Analysis {
  /** Its numbers in the dictionary, one for each way to compare it; those that are not there are left out. */
  readonly numbers: readonly number[];
  /** Where the spellings go on that begin with it. */
  readonly beginnings: readonly number[];
  /** Bits of `role`. */
  readonly roles: number;
  /** Bits of the trades for which it is context. */
  readonly context: number;
  readonly startsWithCapital: boolean;
  readonly isJoining: boolean;
}

/** A distinct word, with what was learnt of it. */
export interface KnownWord {
  readonly text: string;
  /** Places of the languages in which it is a usual word. */
  readonly tells: readonly number[];
  /** In each language, once it was asked for. */
  readonly analyses: (Analysis | undefined)[];
}

/** Distinct words that are remembered before it starts over, so that odd texts cannot fill the memory. */
const mostRemembered = 1 << 16;

export interface KnownWords {
  /** A word of a text, found by its hash without taking it out of the text. */
  at(text: string, words: Words, place: number): KnownWord;
  analyse(word: KnownWord, language: VocabularyLanguage): Analysis;
}

export function createKnownWords(dictionary: Dictionary): KnownWords {
  const size = mostRemembered * 2;
  let slots = new Int32Array(size).fill(-1);
  let known: KnownWord[] = [];

  return {
    at(text, { starts, ends, hashes }, place) {
      const [start, end, hash] = [starts[place] ?? 0, ends[place] ?? 0, hashes[place] ?? 0];
      let slot = Math.imul(hash, 0x9e3779b1) >>> shift;
      for (let held = slots[slot] ?? -1; held !== -1; held = slots[slot] ?? -1) {
        const word = known[held];
        if (word?.text.length === end - start && text.startsWith(word.text, start)) return word;
        slot = (slot + 1) & (size - 1);
      }
      if (known.length === mostRemembered) {
        slots = new Int32Array(size).fill(-1);
        known = [];
      } else slots[slot] = known.length;
      const word: KnownWord = {
        text: text.slice(start, end),
        tells: languagesByUsualWord(text.slice(start, end).toLowerCase()),
        analyses: [undefined, undefined, undefined, undefined],
      };
      if (slots[slot] === known.length) known.push(word);
      return word;
    },
    analyse(word, language) {
      const place = vocabularyLanguages.indexOf(language);
      const done = word.analyses[place];
      if (done !== undefined) return done;
      const analysis = analyse(dictionary, language, word.text);
      word.analyses[place] = analysis;
      return analysis;
    },
  };
}

/** Leaves as many bits of a hash as the table has. */
const shift = 32 - Math.log2(mostRemembered * 2);

function analyse(dictionary: Dictionary, language: VocabularyLanguage, word: string): Analysis {
  const folded = fold(word);
  const found = numbersOf(dictionary, language, folded);
  if (found.length === 0) found.push(...otherWritings(dictionary, language, word, folded));
  const numbers = [...new Set(found)];
  return {
    numbers,
    beginnings: numbers.map((number) => dictionary.next(root, number)).filter((node) => node !== -1),
    isJoining: joiningWords.has(word),
    roles: rolesOf[language].get(folded) ?? 0,
    context: contextForms(word).reduce((bits, form) => bits | dictionary.contextOf(form), 0),
    startsWithCapital: /^\p{Lu}/u.test(word),
  };
}

function numbersOf(dictionary: Dictionary, language: VocabularyLanguage, folded: string): number[] {
  return [
    dictionary.asStem(stem(folded, language), language),
    dictionary.asStem(stem(folded, 'en'), 'en'),
    dictionary.asWritten(folded),
  ].filter((number) => number !== -1);
}

/** 'Python3' is Python, 'PLCs' are PLC, and a German compound is what it is made of. */
function otherWritings(
  dictionary: Dictionary,
  language: VocabularyLanguage,
  word: string,
  folded: string,
): number[] {
  const undigited = /^[a-z]{3,}(?=\d{1,2}$)/.exec(folded)?.[0];
  const singular = /^\p{Lu}{2,}s$/u.test(word) ? folded.slice(0, -1) : undigited;
  if (singular !== undefined) return numbersOf(dictionary, language, singular);
  return language === 'de' ? partsOfCompound(dictionary, folded) : [];
}

/** Second halves of German compounds that leave the skill to the first: 'Schweißkenntnisse', 'Hydraulikanlagen'. */
const tails = (
  'kenntnisse kenntnissen kenntnis erfahrung erfahrungen fahigkeiten kompetenz kompetenzen grundkenntnisse ' +
  'fachkenntnisse arbeiten tatigkeiten aufgaben technik technologie systeme systemen system anlagen anlage ' +
  'gerate maschinen maschine werkzeuge software programme programm schulung ausbildung umgebung umgebungen ' +
  'entwicklung entwickler entwicklerin programmierung programmierer verarbeitung bearbeitung prufung prozesse ' +
  'verfahren schein fuhrerschein zertifikat sprachig sprachige sprachigen themen bereich praxis wesen einsatz ' +
  'dienst dienste dienstleistungen projekte anwendungen losungen experte expertin expertise spezialist'
)
  .split(' ')
  .toSorted((one, other) => other.length - one.length);

/** Shorter halves stand in too many words by chance. */
const shortestFirst = 3;
const shortestSecond = 8;
const shortestRest = 4;

function partsOfCompound(dictionary: Dictionary, word: string): number[] {
  for (const tail of tails) {
    if (!word.endsWith(tail)) continue;
    const first = word.slice(0, word.length - tail.length);
    if (first.length < shortestFirst) continue;
    for (const form of [first, first.replace(/[sn]$/, '')]) {
      const found = skillsAlone(dictionary, numbersOf(dictionary, 'de', form));
      if (found.length > 0) return found;
    }
  }
  for (let start = shortestRest; start <= word.length - shortestSecond; start += 1) {
    const found = skillsAlone(dictionary, [dictionary.asStem(stem(word.slice(start), 'de'), 'de')]);
    if (found.length > 0) return found;
  }
  return [];
}

/** Those of the numbers that are a whole spelling, and no usual word. */
const skillsAlone = (dictionary: Dictionary, numbers: readonly number[]): number[] =>
  numbers.filter((number) => {
    const node = number === -1 ? -1 : dictionary.next(root, number);
    return node !== -1 && dictionary.entriesAt(node).some(({ spelling }) => spelling.kind !== 'ambiguous');
  });
