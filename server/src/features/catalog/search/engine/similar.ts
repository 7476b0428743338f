import type { Collection } from './collection.ts';
import { rarityOf } from './evaluate.ts';
import { headlineBits } from './fields.ts';
import { fieldsOf, impactOf } from './postings.ts';
import { createBest } from './ranking.ts';
import { firstTerm } from './streams.ts';

/** Words by which a job is compared: the rarest of its title, company and skills. */
const mostWords = 12;
/** A word that more of all have tells too little, and costs too much. */
const commonShare = 0.2;

/** The open vacancies that have the most in common with one, the best first, by their postings. */
export function similarTo(collection: Collection, id: string, limit: number): string[] {
  const document = collection.find(id);
  if (document === undefined) return [];
  const rarities = new Map<number, number>();
  collection.streams.each(document, (term) => {
    if (term < firstTerm || rarities.has(term)) return true;
    const frequency = collection.vocabulary.frequency(term);
    const posting = collection.postings.cursor(term).seek(document);
    const isInHeadline = (fieldsOf(posting) & headlineBits) !== 0;
    if (!isInHeadline || frequency < 2 || frequency > Math.max(50, collection.live * commonShare))
      return true;
    rarities.set(term, rarityOf(frequency, collection.live));
    return true;
  });
  const words = [...rarities].toSorted(([, one], [, other]) => other - one).slice(0, mostWords);
  const scores = new Map<number, number>();
  for (const [term, rarity] of words) {
    collection.postings.eachBlock(term, (page, from, to) => {
      for (let at = from; at < to; at += 1) {
        const posting = page[at] ?? 0;
        if ((fieldsOf(posting) & headlineBits) === 0) continue;
        const other = posting >>> 11;
        scores.set(other, (scores.get(other) ?? 0) + impactOf(posting) * rarity);
      }
      return true;
    });
  }
  const best = createBest(collection.columns, limit, null);
  for (const [other, score] of scores) {
    if (other !== document && collection.columns.isLive[other] === 1) best.offer(other, score);
  }
  return best.hits().map((hit) => collection.columns.ids[hit.document] ?? '');
}
