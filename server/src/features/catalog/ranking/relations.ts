import { lemma, occupationVocabulary, titleWords } from '../occupations/index.ts';
import { skillVocabulary } from '../skills/index.ts';
import { type Compounds, createCompounds } from './compounds.ts';

/** A word that means about the same, in whatever language. */
export interface RelatedWord {
  readonly word: string;
  /** From 0 to 1. */
  readonly strength: number;
}

/**
 * Which words mean the same, learnt from the vocabularies: the names of one concept are translations of each other, and the words
 * that explain each other best over all of them belong together ('truck' and 'lorry', 'Krankenpfleger' and 'nurse').
 */
export interface Relations {
  relatedTo(lemma: string): readonly RelatedWord[];
  readonly compounds: Compounds;
}

let learnt: Relations | undefined;

/** Learnt when it is first asked for; always the same. */
export function relations(): Relations {
  learnt ??= learn();
  return learnt;
}

const namesOfOccupation = 3;
const namesOfSkill = 1;
const longestName = 6;

/** Names of concepts as lemmas; a list for each concept. */
function namesOfConcepts(): string[][][] {
  const few = (aliases: readonly { language: string; text: string }[], most: number) => {
    const taken = new Map<string, number>();
    return aliases.filter(({ language }) => {
      const count = taken.get(language) ?? 0;
      taken.set(language, count + 1);
      return count < most;
    });
  };
  const lemmasOf = (aliases: readonly { text: string }[]) =>
    aliases
      .map(({ text }) => titleWords(text).map(lemma))
      .filter((words) => words.length > 0 && words.length <= longestName);
  const { occupations } = occupationVocabulary();
  return [
    ...occupations.map(({ aliases }) => lemmasOf(few(aliases, namesOfOccupation))),
    ...skillVocabulary().concepts.map(({ spellings }) => lemmasOf(few(spellings, namesOfSkill))),
  ];
}

const rounds = 4;
const weakest = 0.06;
const mostRelated = 6;
/** A word is its own translation before anything is known. */
const ownFirst = 4;

function learn(): Relations {
  const concepts = namesOfConcepts();
  const words = new Set(concepts.flat(2));
  const compounds = createCompounds((each) => words.has(each));
  const numbers = new Map<string, number>();
  const numberOf = (each: string) => {
    const known = numbers.get(each);
    if (known !== undefined) return known;
    numbers.set(each, numbers.size);
    return numbers.size - 1;
  };
  const names = concepts.map((concept) =>
    concept.map((name) => name.flatMap((each) => [each, ...compounds.partsOf(each)]).map(numberOf)),
  );
  const pairs = alignments(names, numbers.size);
  expectAndMaximize(pairs);
  return { compounds, relatedTo: strongest(pairs, [...numbers.keys()]) };
}

/** The words of names of one concept, each with each: which of them explain which. */
interface Pairs {
  /** Of each parameter, the explaining word and the explained one. */
  readonly from: number[];
  readonly to: number[];
  readonly probability: Float64Array;
  /** For each explained word of a pair of names, the parameters that may explain it. */
  readonly choices: readonly Int32Array[];
  readonly words: number;
}

function alignments(concepts: readonly (readonly (readonly number[])[])[], words: number): Pairs {
  const parameters = new Map<number, number>();
  const from: number[] = [];
  const to: number[] = [];
  const choices: Int32Array[] = [];
  const parameterOf = (one: number, other: number) => {
    const key = one * words + other;
    const known = parameters.get(key);
    if (known !== undefined) return known;
    parameters.set(key, from.length);
    from.push(one);
    to.push(other);
    return from.length - 1;
  };
  for (const names of concepts) {
    for (const [place, source] of names.entries()) {
      for (const [other, target] of names.entries()) {
        if (place === other) continue;
        for (const explained of target) {
          choices.push(Int32Array.from(source, (explaining) => parameterOf(explaining, explained)));
        }
      }
    }
  }
  const probability = Float64Array.from(from, (one, place) => (one === to[place] ? ownFirst : 1));
  return { from, to, probability, choices, words };
}

/** Model 1 of Brown et al. (1993), in a few rounds. */
function expectAndMaximize({ from, probability, choices, words }: Pairs): void {
  for (let round = 0; round < rounds; round += 1) {
    const counts = new Float64Array(probability.length);
    const totals = new Float64Array(words);
    for (const choice of choices) {
      let sum = 0;
      for (const parameter of choice) sum += probability[parameter] ?? 0;
      for (const parameter of choice) {
        const share = (probability[parameter] ?? 0) / sum;
        counts[parameter] = (counts[parameter] ?? 0) + share;
        const source = from[parameter] ?? 0;
        totals[source] = (totals[source] ?? 0) + share;
      }
    }
    for (let parameter = 0; parameter < counts.length; parameter += 1) {
      probability[parameter] = (counts[parameter] ?? 0) / (totals[from[parameter] ?? 0] ?? 1);
    }
  }
}

/** Two words are related as far as each explains the other. */
function strongest(
  { from, to, probability, words }: Pairs,
  spelled: readonly string[],
): Relations['relatedTo'] {
  const back = new Map<number, number>();
  from.forEach((one, place) => {
    back.set(one * words + (to[place] ?? 0), probability[place] ?? 0);
  });
  const found = new Map<string, RelatedWord[]>();
  from.forEach((one, place) => {
    const other = to[place] ?? 0;
    if (one === other) return;
    const strength = Math.sqrt((probability[place] ?? 0) * (back.get(other * words + one) ?? 0));
    if (strength < weakest) return;
    const [source, target] = [spelled[one] ?? '', spelled[other] ?? ''];
    const list = found.get(source);
    if (list === undefined) found.set(source, [{ word: target, strength }]);
    else list.push({ word: target, strength });
  });
  for (const list of found.values()) {
    list.sort((one, other) => other.strength - one.strength || (one.word < other.word ? -1 : 1));
    list.splice(mostRelated);
  }
  return (word) => found.get(word) ?? [];
}
