import { normalizeCompanyName } from '../../companies/index.ts';
import type { Collection } from './collection.ts';
import { type FacetPass, failedCompany, failedPlace, failedTraits } from './facets.ts';
import type { Hits } from './hits.ts';
import type { Best } from './ranking.ts';
import type { SearchOrder, SearchRequest } from './request.ts';
import { countIn } from './tally.ts';

/** What one pass over the hits of a search needs to know. */
export interface Scan {
  readonly request: SearchRequest;
  readonly facets: FacetPass;
  /** By the document: how near it is, the nearest the highest. */
  readonly nearness: (document: number) => number;
  readonly best: Best;
}

const orders = { relevance: 0, newest: 1, distance: 2, pay: 3 } as const satisfies Record<
  SearchOrder,
  number
>;

/**
 * Goes through all hits once: drops those that fail a filter, counts the others by their facets and offers them to the best
 * ones. This is the innermost loop of a search, so it is one function without calls for a hit that is no candidate.
 *
 * @param hits null: all documents, none of which has a score
 * @returns how many pass
 */
export function scanHits(
  collection: Collection,
  hits: Hits | null,
  { request, facets, nearness, best }: Scan,
): number {
  const { isLive, published, payAnnual, payCurrency, traits, company, places, sources } = collection.columns;
  const since = request.publishedSince ?? Number.NEGATIVE_INFINITY;
  const { pay } = request;
  const leastPay = pay?.annual ?? 0;
  const currency = pay === null ? -1 : (collection.currencies.find(pay.currency) ?? -2);
  const rankedCurrency = collection.currencies.find(request.payCurrency) ?? -1;
  const hidden = hiddenDocuments(collection, request.without);
  const fittingSources = sourcesThatFit(collection, request.sourceIds);
  const unwanted = unwantedCompanies(collection, request.strict?.withoutCompanies ?? []);
  const { failures, wantedCompanies, fittingPlaces, isCounted } = facets;
  const [counts = noCounts] = facets.traits;
  const order = orders[request.order];
  const count = hits === null ? collection.size : hits.count;
  const { documents, scores } = hits ?? nothing;

  let total = 0;
  for (let at = 0; at < count; at += 1) {
    const document = hits === null ? at : (documents[at] ?? 0);
    if (isLive[document] !== 1 || (published[document] ?? 0) < since) continue;
    if (pay !== null && (payCurrency[document] !== currency || (payAnnual[document] ?? -1) < leastPay))
      continue;
    if (fittingSources !== null && fittingSources[sources[document] ?? 0] !== 1) continue;
    if (hidden?.has(document) === true) continue;
    if (unwanted !== null && unwanted[company[document] ?? 0] === 1) continue;

    const trait = traits[document] ?? 0;
    const employer = company[document] ?? 0;
    const entry = places[document] ?? 0;
    let failed = failures[trait] ?? 0;
    if (wantedCompanies !== null && wantedCompanies[employer] !== 1) failed |= failedCompany;
    if (fittingPlaces !== null && fittingPlaces[entry] !== 1) failed |= failedPlace;
    if (failed === 0) {
      total += 1;
      if (isCounted) {
        counts[trait] = (counts[trait] ?? 0) + 1;
        countIn(facets.companies, employer, 1);
        countIn(facets.places, entry, 1);
      }
      const rank =
        order === orders.relevance
          ? (scores[at] ?? 0)
          : order === orders.newest
            ? 0
            : order === orders.distance
              ? nearness(document)
              : payCurrency[document] === rankedCurrency
                ? Math.max(0, payAnnual[document] ?? 0)
                : 0;
      if (rank >= best.least) best.offer(document, rank);
    } else if (isCounted) countFailed(facets, failed, trait, employer, entry);
  }
  return total;
}

/** A hit that fails the filter of one facet alone counts for that one. */
function countFailed(
  facets: FacetPass,
  failed: number,
  trait: number,
  employer: number,
  entry: number,
): void {
  if (failed === failedCompany) countIn(facets.companies, employer, 1);
  else if (failed === failedPlace) countIn(facets.places, entry, 1);
  else if (failed <= failedTraits && (failed & (failed - 1)) === 0) {
    const counts = facets.traits[failed];
    if (counts !== undefined) counts[trait] = (counts[trait] ?? 0) + 1;
  }
}

const noCounts = new Uint32Array(0);
const nothing: Hits = { documents: new Uint32Array(0), scores: new Int32Array(0), count: 0 };

function hiddenDocuments(collection: Collection, ids: readonly string[]): ReadonlySet<number> | null {
  if (ids.length === 0) return null;
  const hidden = new Set<number>();
  for (const id of ids) {
    const document = collection.find(id);
    if (document !== undefined) hidden.add(document);
  }
  return hidden;
}

/** By the list of sources, 1 where one of them is wanted; null: any is. */
function sourcesThatFit({ sources }: Collection, ids: readonly string[]): Uint8Array | null {
  if (ids.length === 0) return null;
  const wanted = new Set(ids);
  return Uint8Array.from(sources.texts, (list) => (list.split(' ').some((id) => wanted.has(id)) ? 1 : 0));
}

/** By the number of the company, 1 where its name is one of these; null: all are wanted. */
function unwantedCompanies({ companies }: Collection, names: readonly string[]): Uint8Array | null {
  if (names.length === 0) return null;
  const unwanted = new Set(names);
  return Uint8Array.from(companies.texts, (text) =>
    unwanted.has(normalizeCompanyName(text.slice(text.indexOf(' ') + 1))) ? 1 : 0,
  );
}
