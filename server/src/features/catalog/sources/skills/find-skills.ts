import { readDictionary, type SkillEntry } from './dictionary.ts';

const longestSkillInWords = 3;
const maximumSkills = 25;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly entry: SkillEntry;
  readonly first: number;
  readonly last: number;
}

/** Finds the skills of a dictionary in texts. */
export type FindSkills = (texts: readonly string[]) => string[];

/**
 * Makes a finder over the built-in dictionary. Skills are whole words, the longer one first ('React Native' is not
 * 'React'). An ambiguous one ('Go', 'R') counts only as it is spelled and where another skill or a word such as
 * 'programming' stands beside it, as in 'Java, Go or Rust'.
 */
export function createFindSkills(): FindSkills {
  const dictionary = readDictionary();
  return (texts) => {
    const names = new Set<string>();
    for (const text of texts) {
      const words = wordsOf(text);
      const found = lookUp(dictionary, text, words);
      const occupied = new Set(found.flatMap(({ first, last }) => [first, last]));
      for (const { entry, first, last } of found) {
        if (names.size >= maximumSkills) break;
        if (!entry.ambiguous || isMeant(text, words, occupied, first, last)) names.add(entry.name);
      }
    }
    return [...names];
  };
}

/** Words with the signs that names of skills have inside or behind: `node.js`, `c++`, `c#`, `.net`. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/\.?[\p{L}\p{N}]+(?:[.][\p{L}\p{N}]+)*[+#]{0,2}/gu)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

function lookUp(dictionary: ReadonlyMap<string, SkillEntry>, text: string, words: readonly Word[]): Found[] {
  const found: Found[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let length = longestSkillInWords; length > 0; length--) {
      const last = first + length - 1;
      const key = joined(text, words, first, last);
      const entry = key === null ? undefined : dictionary.get(key);
      if (entry === undefined || (entry.ambiguous && words[first]?.text !== entry.name)) continue;
      found.push({ entry, first, last });
      first = last;
      break;
    }
  }
  return found;
}

/** The words as a key of the dictionary; null where more than a space, a hyphen or a slash lies between two. */
function joined(text: string, words: readonly Word[], first: number, last: number): string | null {
  const parts: string[] = [];
  for (let index = first; index <= last; index++) {
    const word = words[index];
    if (word === undefined) return null;
    const previous = words[index - 1];
    if (index > first && previous !== undefined && !/^[ /-]$/.test(text.slice(previous.end, word.start)))
      return null;
    parts.push(word.text.toLowerCase());
  }
  return parts.join(' ');
}

const context = new Set(['programming', 'language', 'developer', 'engineer', 'microsoft', 'code']);

function isMeant(
  text: string,
  words: readonly Word[],
  occupied: ReadonlySet<number>,
  first: number,
  last: number,
): boolean {
  const neighbours = [neighbour(text, words, first, -1), neighbour(text, words, last, 1)];
  return neighbours.some(
    (index) => index !== null && (occupied.has(index) || context.has(words[index]?.text.toLowerCase() ?? '')),
  );
}

/** The next word of a list in this direction, over 'and' and 'or'; null beyond the end of a sentence or line. */
function neighbour(text: string, words: readonly Word[], from: number, step: 1 | -1): number | null {
  for (let index = from + step, passed = 0; passed < 2; index += step, passed++) {
    const word = words[index];
    const before = words[index - step];
    if (word === undefined || before === undefined) return null;
    const between = step === 1 ? text.slice(before.end, word.start) : text.slice(word.end, before.start);
    if (!/^[ ,/&()]{1,3}$/.test(between)) return null;
    if (!/^(?:and|or)$/i.test(word.text)) return index;
  }
  return null;
}
