import type { Collection } from './collection.ts';
import type { FindSynonyms } from './concepts.ts';
import { createEvaluator } from './evaluate.ts';
import { explainAll } from './explain.ts';
import { createCounters } from './facets.ts';
import type { ParsedQuery } from './nodes.ts';
import { unknownDistance } from './places.ts';
import { contextOf, parseQuery } from './query.ts';
import { createBest } from './ranking.ts';
import type { FoundJob, SearchAnswer, SearchRequest } from './request.ts';
import { scanHits } from './scan.ts';
import { strictLanguages } from './strict.ts';
import { parseStrictQuery } from './strict-query.ts';

/** Searches a collection; what it finds is exact. */
export interface Searcher {
  search(request: SearchRequest): SearchAnswer;
}

/** Ranks are not negative: the nearest has the highest. */
const farthestRank = unknownDistance * 10;

export function createSearcher(collection: Collection, findSynonyms: FindSynonyms): Searcher {
  const evaluator = createEvaluator(collection);
  const counters = createCounters(collection);

  function readQuery({ words, read, strict }: SearchRequest): ParsedQuery {
    if (strict === undefined) {
      return parseQuery(words ?? '', contextOf(collection, findSynonyms, new Set(read)));
    }
    const languages = strictLanguages(read);
    return parseStrictQuery(words ?? '', strict.withoutWords, collection.vocabulary, languages);
  }

  return {
    search(request) {
      const query = readQuery(request);
      const hits = evaluator.evaluateQuery(query);
      const place = request.place === null ? null : collection.places.search(request.place, request.withinKm);
      const kilometresOf = (document: number) =>
        place?.kilometres[collection.columns.places[document] ?? 0] ?? unknownDistance;
      const best = createBest(collection.columns, request.limit, request.after);
      const total = scanHits(collection, hits, {
        request,
        facets: counters.begin(request, place, request.facets !== null),
        nearness: (document) => Math.max(0, farthestRank - Math.round(kilometresOf(document) * 10)),
        best,
      });

      const found = best.hits();
      const reasons =
        query.root === null
          ? null
          : explainAll(
              collection,
              query.root,
              found.map(({ document }) => document),
            );
      const jobs = found.map(
        ({ document, rank }, at): FoundJob => ({
          id: collection.columns.ids[document] ?? '',
          rank,
          publishedAt: collection.columns.published[document] ?? 0,
          hasOthers: collection.columns.otherIds.has(document),
          distanceKm: place?.hasCentre === true ? knownDistance(kilometresOf(document)) : null,
          reasons: reasons?.[at] ?? [],
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
