import type { Collection } from './collection.ts';
import { rarityOf } from './evaluate.ts';
import { headlineBits } from './fields.ts';
import { fieldsOf, impactOf } from './postings.ts';
import { createBest } from './ranking.ts';
import { firstTerm, textTerm } from './streams.ts';

/** Words by which a job is compared: the rarest of its title, company and skills. */
const mostWords = 12;
/** A word that more of all have tells too little, and costs too much. */
const commonShare = 0.2;

/** How many of the words that two jobs share are told. */
const mostTold = 4;
/** Of a shorter word nobody learns anything. */
const shortestTold = 2;

export interface SimilarJob {
  /** The posting that stands for the vacancy. */
  readonly id: string;
  /** Words of title, company and skills that both have, the rarest first. */
  readonly shared: readonly string[];
}

/** The open vacancies that have the most in common with one, the best first. */
export function similarTo(collection: Collection, id: string, limit: number): SimilarJob[] {
  const document = collection.find(id);
  if (document === undefined) return [];
  const words = tellingWords(collection, document);
  const scores = new Int32Array(collection.size);
  for (const [term, rarity] of words) {
    collection.postings.eachBlock(term, (page, from, to) => {
      for (let at = from; at < to; at += 1) {
        const posting = page[at] ?? 0;
        if ((fieldsOf(posting) & headlineBits) === 0) continue;
        const other = posting >>> 11;
        scores[other] = (scores[other] ?? 0) + impactOf(posting) * rarity;
      }
      return true;
    });
  }
  const best = createBest(collection.columns, limit, null);
  for (let other = 0; other < scores.length; other += 1) {
    const score = scores[other] ?? 0;
    if (score === 0 || other === document || collection.columns.isLive[other] !== 1) continue;
    if (score >= best.least) best.offer(other, score);
  }
  return best.hits().map((hit) => ({
    id: collection.columns.ids[hit.document] ?? '',
    shared: words
      .filter(([term]) => isInHeadline(collection, term, hit.document))
      .map(([term]) => collection.vocabulary.textOf(term))
      .filter((text) => text.length >= shortestTold)
      .slice(0, mostTold),
  }));
}

const isInHeadline = ({ postings }: Collection, term: number, document: number): boolean =>
  (fieldsOf(postings.cursor(term).seek(document)) & headlineBits) !== 0;

/** The words by which a job is compared, with how much each tells, the rarest first. */
function tellingWords(collection: Collection, document: number): [term: number, rarity: number][] {
  const rarities = new Map<number, number>();
  const mostFrequent = Math.max(50, collection.live * commonShare);
  collection.streams.each(document, (term) => {
    if (term === textTerm) return false;
    const frequency = collection.vocabulary.frequency(term);
    if (term < firstTerm || rarities.has(term) || frequency < 2 || frequency > mostFrequent) return true;
    // A word that is left out where it says nothing counts for nothing here.
    if (isInHeadline(collection, term, document)) rarities.set(term, rarityOf(frequency, collection.live));
    return true;
  });
  return [...rarities].toSorted(([, one], [, other]) => other - one).slice(0, mostWords);
}
