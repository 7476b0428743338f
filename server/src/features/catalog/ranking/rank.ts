import { occupationVocabulary, relatednessOf, roleShapes } from '../occupations/index.ts';
import { countGrams, countText, countTitle } from './analysis.ts';
import { certaintyOf, type Pool, skillsOf } from './pool.ts';
import { type Query, type ReadQuery, readQuery, type Variant } from './query.ts';
import { relations } from './relations.ts';

/** Parts of the score; an evaluation leaves some out to see what they are worth. */
export const rankingParts = [
  'words',
  'grams',
  'occupations',
  'relations',
  'skills',
  'text',
  'shape',
] as const;
export type RankingPart = (typeof rankingParts)[number];

/** Ranks the candidates of a pool: a score from 0 to 1 for each, in their order. The same question has the same answer. */
export function rank(pool: Pool, query: Query, without: ReadonlySet<RankingPart> = new Set()): Float64Array {
  const read = readQuery(query);
  const scores = new Float64Array(pool.size);
  const weights = weightsFor(pool, read, without);
  const title = weights.title === 0 ? scores : titleScores(pool, read, without);
  const skills = weights.skills === 0 ? scores : skillScores(pool, read);
  const text = weights.text === 0 ? scores : textScores(pool, read, without);
  const total = weights.title + weights.skills + weights.text || 1;
  const answer = new Float64Array(pool.size);
  for (let place = 0; place < pool.size; place += 1) {
    const sum =
      weights.title * (title[place] ?? 0) +
      weights.skills * (skills[place] ?? 0) +
      weights.text * (text[place] ?? 0);
    answer[place] = (sum / total) * (without.has('shape') ? 1 : shapeFactor(pool, read, place));
  }
  return answer;
}

interface Weights {
  readonly title: number;
  readonly skills: number;
  readonly text: number;
}

/** What each part is worth where the query and the pool have it. */
function weightsFor(pool: Pool, read: ReadQuery, without: ReadonlySet<RankingPart>): Weights {
  const hasText = pool.texts !== null && !without.has('text');
  const hasSkills =
    pool.skills !== null && !without.has('skills') && read.skills.length + read.text.length > 0;
  const isTitled = read.variants.some(({ isOwn }) => isOwn);
  return {
    title: isTitled ? 0.55 : 0.35,
    skills: hasSkills ? (isTitled ? 0.2 : 0.25) : 0,
    text: hasText ? (isTitled ? 0.25 : 0.4) : 0,
  };
}

const wordsShare = 0.45;
const occupationShare = 0.2;

function titleScores(pool: Pool, read: ReadQuery, without: ReadonlySet<RankingPart>): Float64Array {
  const best = new Float64Array(pool.size);
  for (const variant of read.variants) {
    if (!variant.isOwn && without.has('occupations')) continue;
    const words = without.has('words') ? null : wordScores(pool, variant, without);
    const grams = without.has('grams') ? null : gramScores(pool, variant);
    const share = words === null ? 0 : grams === null ? 1 : wordsShare;
    for (let place = 0; place < pool.size; place += 1) {
      const score = variant.weight * (share * (words?.[place] ?? 0) + (1 - share) * (grams?.[place] ?? 0));
      if (score > (best[place] ?? 0)) best[place] = score;
    }
  }
  if (without.has('occupations') || read.occupations.length === 0) return best;
  const alike = occupationScores(pool, read);
  for (let place = 0; place < pool.size; place += 1) {
    best[place] = (1 - occupationShare) * (best[place] ?? 0) + occupationShare * (alike[place] ?? 0);
  }
  return best;
}

/** BM25 over lemmas as a share of what a title of just these words would have; related words count by their strength. */
function wordScores(pool: Pool, { lemmas, isOwn }: Variant, without: ReadonlySet<RankingPart>): Float64Array {
  const scores = new Float64Array(pool.size);
  const index = pool.titleWords;
  const related = isOwn && !without.has('relations');
  const bestOfWord = new Float64Array(related ? pool.size : 0);
  let possible = 0;
  for (const [word, weight] of countTitle(lemmas, pool.compounds)) {
    const term = index.termOf(word);
    const rarity = term === -1 ? index.rarest : index.idf(term);
    possible += weight * rarity;
    const others = related ? relations().relatedTo(word) : [];
    if (others.length === 0) {
      if (term !== -1) index.addTo(scores, term, weight * rarity);
      continue;
    }
    const touched: number[] = [];
    const hearWith = (factor: number) => (place: number, share: number) => {
      if (bestOfWord[place] === 0) touched.push(place);
      bestOfWord[place] = Math.max(bestOfWord[place] ?? 0, factor * share);
    };
    if (term !== -1) index.each(term, hearWith(rarity));
    for (const { word: other, strength } of others) {
      const otherTerm = index.termOf(other);
      const factor =
        Math.min(1, relatedFactor * Math.sqrt(strength)) * Math.min(rarity, index.idf(otherTerm));
      if (otherTerm !== -1) index.each(otherTerm, hearWith(factor));
    }
    for (const place of touched) {
      scores[place] = (scores[place] ?? 0) + weight * (bestOfWord[place] ?? 0);
      bestOfWord[place] = 0;
    }
  }
  if (possible > 0)
    for (let place = 0; place < pool.size; place += 1) scores[place] = (scores[place] ?? 0) / possible;
  return scores;
}

/** A translation is found by its strength, which is far below 1 even for a sure one. */
const relatedFactor = 1.5;

/** The cosine of TF-IDF over runs of characters. */
function gramScores(pool: Pool, { lemmas }: Variant): Float64Array {
  const scores = new Float64Array(pool.size);
  const index = pool.titleGrams;
  const grams = Array.from(countGrams(lemmas), ([gram, count]) => {
    const term = index.termOf(gram);
    return { term, weight: (1 + Math.log(count)) * (term === -1 ? index.rarest : index.idf(term)) };
  });
  const norm = Math.sqrt(grams.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  for (const { term, weight } of grams) if (term !== -1) index.addTo(scores, term, weight / norm);
  return scores;
}

/** How near the occupations of query and candidate are, as far as their titles say nothing else. */
function occupationScores(pool: Pool, read: ReadQuery): Float64Array {
  const { occupations } = occupationVocabulary();
  const wanted = read.occupations.flatMap(({ place, coverage }) => {
    const occupation = occupations[place];
    return occupation === undefined ? [] : [{ occupation, share: certaintyOf(coverage) }];
  });
  const nearness = new Map<number, number>();
  const nearnessOf = (place: number): number => {
    const known = nearness.get(place);
    if (known !== undefined) return known;
    const offered = occupations[place];
    const near =
      offered === undefined
        ? 0
        : Math.max(0, ...wanted.map(({ occupation, share }) => share * relatednessOf(occupation, offered)));
    nearness.set(place, near);
    return near;
  };
  return Float64Array.from(pool.occupations, (offered) => {
    let best = 0;
    for (const { place, coverage } of offered)
      best = Math.max(best, nearnessOf(place) * certaintyOf(coverage));
    return best;
  });
}

/** The cosine of the skills weighted by rarity, from both sides: what the person has of them and what the posting asks for. */
function skillScores(pool: Pool, read: ReadQuery): Float64Array {
  const scores = new Float64Array(pool.size);
  const index = pool.skills;
  if (index === null) return scores;
  const skills = Array.from(skillsOf(read.text, read.skills).keys(), (skill) => {
    const term = index.termOf(skill);
    return { term, weight: term === -1 ? index.rarest : index.idf(term) };
  });
  const norm = Math.sqrt(skills.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  for (const { term, weight } of skills) if (term !== -1) index.addTo(scores, term, weight / norm);
  return scores;
}

/** Of a long text the words that tell the most; the rest is what everybody writes. */
const mostTextTerms = 120;

/** BM25 over texts as a share of what the telling words of the query could have. */
function textScores(pool: Pool, read: ReadQuery, without: ReadonlySet<RankingPart>): Float64Array {
  const scores = new Float64Array(pool.size);
  const index = pool.texts;
  if (index === null) return scores;
  const counts = countText(read.text);
  for (const title of read.titles) countText(title, counts, 2);
  for (const skill of read.skills) countText(skill, counts, 2);
  const terms = Array.from(counts, ([word, count]) => {
    const term = index.termOf(word);
    return { word, term, weight: (1 + Math.log(count)) * (term === -1 ? 0 : index.idf(term)) };
  })
    .filter(({ term }) => term !== -1)
    .toSorted((one, other) => other.weight - one.weight || (one.word < other.word ? -1 : 1))
    .slice(0, mostTextTerms);
  let possible = 0;
  for (const { word, term, weight } of terms) {
    const rarity = index.idf(term);
    possible += weight * rarity;
    index.addTo(scores, term, weight * rarity);
    if (without.has('relations')) continue;
    for (const { word: other, strength } of relations().relatedTo(word)) {
      const otherTerm = index.termOf(other);
      if (otherTerm === -1 || counts.has(other)) continue;
      index.addTo(
        scores,
        otherTerm,
        textRelated * strength * weight * Math.min(rarity, index.idf(otherTerm)),
      );
    }
  }
  if (possible > 0)
    for (let place = 0; place < pool.size; place += 1) scores[place] = (scores[place] ?? 0) / possible;
  return scores;
}

const textRelated = 0.5;

const eachStepOfShape = 0.12;
const eachStepOfLevel = 0.04;

/** Who does the work is seldom looking for a post that leads it, nor the other way round. */
function shapeFactor(pool: Pool, { shape, level }: ReadQuery, place: number): number {
  const offered = pool.shapes[place];
  const steps =
    shape === null || offered === undefined
      ? 0
      : Math.abs(roleShapes.indexOf(shape) - roleShapes.indexOf(offered));
  const offeredLevel = pool.levels[place] ?? null;
  const levels =
    level === null || offeredLevel === null ? 0 : Math.max(0, Math.abs(level - offeredLevel) - 1);
  return Math.max(0.4, 1 - steps * eachStepOfShape - levels * eachStepOfLevel);
}
