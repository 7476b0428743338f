/** One word or phrase of a search. */
export interface SearchTerm {
  readonly text: string;
  readonly phrase: boolean;
  readonly excluded: boolean;
  /** The last word may be unfinished: it also finds what begins with it. */
  readonly unfinished: boolean;
}

/** Either of these lists of terms has to fit, all of its terms together. */
export type SearchWords = readonly (readonly SearchTerm[])[];

const maximumTerms = 16;
/** A shorter beginning would find nearly everything. */
const shortestBeginning = 3;

/**
 * Reads a search as people know it from the web: words, "phrases", -exclusions and OR between alternatives. Anything is
 * a search; one without a letter or digit, or with exclusions only, has no alternatives and restricts nothing.
 */
export function readSearchWords(text: string): SearchWords {
  const alternatives: SearchTerm[][] = [[]];
  const tokens = [...text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)].slice(0, maximumTerms);
  for (const [index, [, minus = '', phrase, word = '']] of tokens.entries()) {
    const current = alternatives.at(-1);
    if (phrase === undefined && minus === '' && word === 'OR') {
      alternatives.push([]);
      continue;
    }
    const content = phrase ?? word;
    if (current === undefined || !/[\p{L}\p{N}]/u.test(content)) continue;
    const isLast = index === tokens.length - 1;
    const isPlain = phrase === undefined && minus === '' && /^[\p{L}\p{N}]+$/u.test(word);
    current.push({
      text: content,
      phrase: phrase !== undefined,
      excluded: minus === '-',
      unfinished: isLast && isPlain && word.length >= shortestBeginning,
    });
  }
  return alternatives.filter((terms) => terms.some((term) => !term.excluded));
}

/** The words of a place; the last one may be unfinished. */
export function readPlaceWords(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .slice(0, maximumTerms);
}
