import { z } from 'zod';
import { checkObjects, EvaluationInputError, type Evaluator } from '../../../platform/evaluation/index.ts';
import { type Candidate, createPool } from './pool.ts';
import type { Query } from './query.ts';
import { rank } from './rank.ts';

const idSchema = z.union([z.string(), z.number()]);
const candidateSchema = z.object({
  id: idSchema,
  title: z.string().nullish(),
  text: z.string().nullish(),
  skills: z.array(z.string()).nullish(),
});
const profileSchema = z.object({
  titles: z.array(z.string()).default([]),
  skills: z.array(z.string()).default([]),
  years: z.number().nullish(),
  text: z.string().nullish(),
});
const querySchema = z.object({
  id: idSchema,
  query: z.union([z.object({ profile: profileSchema }), z.object({ text: z.string() })]),
  candidates: z.array(candidateSchema).optional(),
});
type GivenCandidate = z.infer<typeof candidateSchema>;
type GivenQuery = z.infer<typeof querySchema>;

/** Ranks candidates for titles, résumés and profiles. */
export const rankEvaluator: Evaluator = {
  description: '{id, query, candidates} → {id, ranking}',
  evaluate(objects, candidates) {
    const queries = checkObjects(objects, querySchema);
    const shared = candidates === undefined ? null : checkObjects(candidates, candidateSchema);
    queries.forEach(({ candidates: own }, place) => {
      if (own === undefined && shared === null) {
        throw new EvaluationInputError(place + 1, 'candidates: none, neither here nor by --candidates');
      }
    });
    return rankings(queries, shared);
  },
};

/**
 * One answer after the other, so that only one is in memory. How rare a word is, is counted over all candidates that the set has,
 * each once, so that scores of different queries can be compared.
 */
function* rankings(
  queries: readonly GivenQuery[],
  shared: readonly GivenCandidate[] | null,
): Iterable<object> {
  const places = new Map<string, number>();
  const pooled: Candidate[] = [];
  const placeOf = ({ title, text, skills }: GivenCandidate): number => {
    const key = JSON.stringify([title ?? '', text ?? '', skills ?? []]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, pooled.length);
    pooled.push({ title: title ?? undefined, text: text ?? undefined, skills: skills ?? undefined });
    return pooled.length - 1;
  };
  const sharedPlaces = (shared ?? []).map(placeOf);
  const ownPlaces = queries.map(({ candidates }) => candidates?.map(placeOf));
  places.clear();
  const pool = createPool(pooled);
  for (const [place, { id, query, candidates }] of queries.entries()) {
    const scores = rank(pool, toQuery(query));
    const given = candidates ?? shared ?? [];
    const ofGiven = ownPlaces[place] ?? sharedPlaces;
    const order = Array.from(given.keys()).sort(
      (one, other) => (scores[ofGiven[other] ?? 0] ?? 0) - (scores[ofGiven[one] ?? 0] ?? 0) || one - other,
    );
    yield {
      id,
      ranking: order.map((at) => ({
        id: given[at]?.id,
        score: Math.round((scores[ofGiven[at] ?? 0] ?? 0) * 1e6) / 1e6,
      })),
    };
  }
}

function toQuery(query: GivenQuery['query']): Query {
  if ('text' in query) return { titles: [], skills: [], text: query.text, years: null };
  const { titles, skills, years, text } = query.profile;
  return { titles, skills, text: text ?? '', years: years ?? null };
}
