import type { ParsedJob } from './parsed.ts';

/** Where in a job a phrase stands; a phrase can stand in several fields. */
export const inTitle = 1;
export const inSkills = 2;
export const inText = 4;
const fieldBits = 3;

/** A job, by its number in the index, with the fields in which a phrase stands. */
export interface PhraseHit {
  readonly job: number;
  readonly fields: number;
}

/** Finds the jobs in which some words stand one after another. */
export interface PhraseIndex {
  /** Adds a job under the next number, counting from 0. */
  add(job: ParsedJob): void;
  /** The jobs with this phrase, by ascending number. An empty phrase stands nowhere. */
  find(phrase: readonly string[]): PhraseHit[];
}

/** The words of a job by their numbers: title, then each skill, then text, with a separator after each. */
interface NumberedWords {
  readonly words: Int32Array;
  readonly titleEnd: number;
  readonly skillsEnd: number;
}

/** Stands between fields and between skills, so that no phrase reaches over their borders. */
const separator = 0;

export function createPhraseIndex(): PhraseIndex {
  const numbers = new Map<string, number>();
  /** For each word the jobs with it: job number and fields in one integer. */
  const postings: number[][] = [[]];
  const texts: NumberedWords[] = [];

  function post(word: string, job: number, field: number): number {
    let number = numbers.get(word);
    if (number === undefined) {
      number = postings.length;
      numbers.set(word, number);
      postings.push([]);
    }
    const posting = postings[number] ?? [];
    const last = posting.at(-1);
    if (last !== undefined && last >> fieldBits === job) posting[posting.length - 1] = last | field;
    else posting.push((job << fieldBits) | field);
    return number;
  }

  return {
    add({ titleWords, skillWords, textWords }) {
      const job = texts.length;
      const words: number[] = titleWords.map((word) => post(word, job, inTitle));
      words.push(separator);
      const titleEnd = words.length;
      for (const skill of skillWords) {
        for (const word of skill) words.push(post(word, job, inSkills));
        words.push(separator);
      }
      const skillsEnd = words.length;
      for (const word of textWords) words.push(post(word, job, inText));
      texts.push({ words: Int32Array.from(words), titleEnd, skillsEnd });
    },

    find(phrase) {
      const wanted: number[] = [];
      for (const word of phrase) {
        const number = numbers.get(word);
        if (number === undefined) return [];
        wanted.push(number);
      }
      const candidates = rarest(wanted.map((number) => postings[number] ?? []));
      const hits: PhraseHit[] = [];
      for (const candidate of candidates) {
        const job = candidate >> fieldBits;
        const fields =
          wanted.length === 1 ? candidate & ((1 << fieldBits) - 1) : fieldsWith(texts[job], wanted);
        if (fields !== 0) hits.push({ job, fields });
      }
      return hits;
    },
  };
}

function rarest(lists: readonly number[][]): readonly number[] {
  return lists.reduce<readonly number[]>(
    (shortest, list) => (list.length < shortest.length ? list : shortest),
    lists[0] ?? [],
  );
}

function fieldsWith(text: NumberedWords | undefined, phrase: readonly number[]): number {
  const [first] = phrase;
  if (text === undefined || first === undefined) return 0;
  let fields = 0;
  for (let at = text.words.indexOf(first); at !== -1; at = text.words.indexOf(first, at + 1)) {
    if (!phrase.every((word, offset) => text.words[at + offset] === word)) continue;
    if (at < text.titleEnd) fields |= inTitle;
    else if (at < text.skillsEnd) fields |= inSkills;
    else fields |= inText;
  }
  return fields;
}
