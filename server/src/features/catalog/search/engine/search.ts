import type { Collection } from './collection.ts';
import type { FindSynonyms } from './concepts.ts';
import { createEvaluator } from './evaluate.ts';
import { explain } from './explain.ts';
import { createCounters } from './facets.ts';
import { unknownDistance } from './places.ts';
import { contextOf, parseQuery } from './query.ts';
import { createBest, type RankedHit } from './ranking.ts';
import type { FoundJob, SearchAnswer, SearchOrder, SearchRequest } from './request.ts';

/** Searches a collection; what it finds is exact. */
export interface Searcher {
  search(request: SearchRequest): SearchAnswer;
}

/** Ranks are not negative: the nearest has the highest. */
const farthestRank = unknownDistance * 10;

export function createSearcher(collection: Collection, findSynonyms: FindSynonyms): Searcher {
  const evaluator = createEvaluator(collection);
  const counters = createCounters(collection);

  return {
    search(request) {
      evaluator.begin();
      const query = parseQuery(
        request.words ?? '',
        contextOf(collection, findSynonyms, new Set(request.read)),
      );
      const hits = query.root === null ? null : evaluator.evaluate(query.root);
      const without = query.excluded.map((node) => evaluator.mark(node));
      const place = request.place === null ? null : collection.places.search(request.place, request.withinKm);
      const kilometresOf = (document: number) =>
        place?.kilometres[collection.columns.places[document] ?? 0] ?? unknownDistance;
      const currency = collection.currencies.find(request.payCurrency) ?? -1;
      const rank = rankBy(request.order, collection, currency, kilometresOf);
      const best = createBest(collection.columns, request.limit, request.after);
      const passes = counters.begin(request, place, request.facets !== null);
      const keeps = plainFilter(collection, request, without);

      let total = 0;
      const count = hits === null ? collection.size : hits.count;
      for (let at = 0; at < count; at += 1) {
        const document = hits === null ? at : (hits.documents[at] ?? 0);
        if (!keeps(document) || !passes(document)) continue;
        total += 1;
        best.offer(document, rank(document, hits === null ? 0 : (hits.scores[at] ?? 0)));
      }

      const jobs = best.hits().map(
        (hit): FoundJob => ({
          ...positionOf(collection, hit),
          distanceKm: place?.hasCentre === true ? knownDistance(kilometresOf(hit.document)) : null,
          reasons: query.root === null ? [] : explain(collection, query.root, hit.document),
        }),
      );
      return {
        total,
        jobs,
        correction: query.correction,
        facets: request.facets === null ? null : counters.read(request.facets.values),
      };
    },
  };
}

const knownDistance = (kilometres: number): number | null =>
  kilometres >= unknownDistance ? null : Math.round(kilometres);

const positionOf = ({ columns }: Collection, { document, rank }: RankedHit) => ({
  id: columns.ids[document] ?? '',
  rank,
  publishedAt: columns.published[document] ?? 0,
});

function rankBy(
  order: SearchOrder,
  { columns }: Collection,
  currency: number,
  kilometresOf: (document: number) => number,
): (document: number, score: number) => number {
  if (order === 'relevance') return (_, score) => score;
  if (order === 'newest') return () => 0;
  if (order === 'distance') {
    return (document) => Math.max(0, farthestRank - Math.round(kilometresOf(document) * 10));
  }
  return (document) =>
    columns.payCurrency[document] === currency ? Math.max(0, columns.payAnnual[document] ?? 0) : 0;
}

/** Filters without a facet. */
function plainFilter(
  collection: Collection,
  request: SearchRequest,
  excluded: readonly Uint8Array[],
): (document: number) => boolean {
  const { columns } = collection;
  const since = request.publishedSince ?? Number.NEGATIVE_INFINITY;
  const { pay } = request;
  const currency = pay === null ? -1 : (collection.currencies.find(pay.currency) ?? -2);
  const hidden = new Set<number>();
  for (const id of request.without) {
    const document = collection.find(id);
    if (document !== undefined) hidden.add(document);
  }
  const wanted = new Set(request.sourceIds);
  const hasSource = collection.sources.texts.map((ids) => ids.split(' ').some((id) => wanted.has(id)));
  return (document) => {
    if (columns.isLive[document] !== 1 || (columns.published[document] ?? 0) < since) return false;
    if (pay !== null) {
      if (columns.payCurrency[document] !== currency) return false;
      if ((columns.payAnnual[document] ?? -1) < pay.annual) return false;
    }
    if (wanted.size > 0 && hasSource[columns.sources[document] ?? 0] !== true) return false;
    if (hidden.size > 0 && hidden.has(document)) return false;
    for (const marks of excluded) if (marks[document] === 1) return false;
    return true;
  };
}
