/** Letters that German puts between the parts of a compound. */
const links = ['', 's', 'n', 'en', 'es', 'er'] as const;
const shortestCompound = 9;
const shortestPart = 4;
const longestCompound = 40;

/** Parts of words that are written as one, by the words that a pool and the vocabularies have. */
export interface Compounds {
  /** The parts of a compound as lemmas; none for a word that is not one. */
  partsOf(lemma: string): readonly string[];
}

/** @param isWord whether a lemma stands by itself somewhere */
export function createCompounds(isWord: (lemma: string) => boolean): Compounds {
  const known = new Map<string, readonly string[]>();
  return {
    partsOf(word) {
      if (word.length < shortestCompound || word.length > longestCompound) return [];
      const before = known.get(word);
      if (before !== undefined) return before;
      const parts = split(word, isWord);
      known.set(word, parts);
      return parts;
    },
  };
}

/** The longest known end with a known beginning: the end says what somebody is, the beginning in what. */
function split(word: string, isWord: (lemma: string) => boolean): string[] {
  for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
    const end = word.slice(at);
    if (!isWord(end)) continue;
    for (const link of links) {
      const beginning = word.slice(0, at - link.length);
      if (beginning.length < shortestPart || !word.startsWith(link, beginning.length)) continue;
      // Lemmas lose their last vowel: the beginning of 'Pflegefachkraft' is known as 'pfleg'.
      const inWords = isWord(beginning) ? beginning : beginning.replace(/[aeo]$/, '');
      if (isWord(inWords)) return [inWords, end];
    }
  }
  return [];
}
