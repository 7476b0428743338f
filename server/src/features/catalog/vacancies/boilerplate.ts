import type { Fingerprint } from './fingerprint.ts';
import type { IsBoilerplate } from './texts.ts';

/**
 * What stands in most postings of an employer is not about any of its vacancies. It is known from postings of several
 * titles, since copies of one vacancy have everything in common.
 */
export interface Boilerplate {
  add(fingerprint: Fingerprint): void;
  of(company: string): IsBoilerplate;
}

const leastTitles = 4;
const leastShare = 0.3;
/** Employers have thousands of postings; what these have in common is known after some. */
const mostTitles = 200;
/** A sentence that was changed a little is still the employer's when most of its words are of such sentences. */
const leastKnownWords = 0.75;

interface KnownTexts {
  /** What follows from the rest, until another posting is added. */
  isBoilerplate: IsBoilerplate | null;
  readonly titles: Set<string>;
  readonly sentences: Map<number, { count: number; readonly words: readonly number[] }>;
}

export function createBoilerplate(): Boilerplate {
  const byCompany = new Map<string, KnownTexts>();
  return {
    add({ company, title, text }) {
      if (company.poster !== 'employer' || text.sentences.length === 0) return;
      let known = byCompany.get(company.looseKey);
      if (known === undefined) {
        known = { isBoilerplate: null, titles: new Set(), sentences: new Map() };
        byCompany.set(company.looseKey, known);
      }
      const { titles, sentences } = known;
      if (titles.has(title.joined) || titles.size >= mostTitles) return;
      titles.add(title.joined);
      known.isBoilerplate = null;
      const unique = new Map(text.sentences.map((sentence) => [sentence.hash, sentence.words]));
      for (const [hash, words] of unique) {
        const found = sentences.get(hash);
        if (found === undefined) sentences.set(hash, { count: 1, words });
        else found.count += 1;
      }
    },
    of(company) {
      const known = byCompany.get(company);
      if (known === undefined || known.titles.size < leastTitles) return () => false;
      known.isBoilerplate ??= recognize(known);
      return known.isBoilerplate;
    },
  };
}

function recognize({ titles, sentences }: KnownTexts): IsBoilerplate {
  const least = Math.max(3, titles.size * leastShare);
  const common = [...sentences].filter(([, { count }]) => count >= least);
  const hashes = new Set(common.map(([hash]) => hash));
  const words = new Set(common.flatMap(([, sentence]) => sentence.words));
  return (sentence) =>
    hashes.has(sentence.hash) ||
    sentence.words.filter((word) => words.has(word)).length >= sentence.words.length * leastKnownWords;
}
