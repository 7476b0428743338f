import type { Collection } from './collection.ts';
import { traitBits } from './columns.ts';
import type { FacetCounts, FacetValue } from './facet-counts.ts';
import type { PlaceSearch } from './places.ts';
import type { SearchFilter } from './request.ts';

/**
 * Counts hits by their facets in the pass that finds them. Each facet is counted over the hits that pass all other filters,
 * so a hit that fails one filter alone counts for the facet of that one.
 */
export interface Counters {
  /** @returns whether a document passes all filters that have a facet; it counts it on the way */
  begin(filter: SearchFilter, place: PlaceSearch | null, isCounted: boolean): (document: number) => boolean;
  read(values: number): FacetCounts;
}

const workplace = 1;
const employmentType = 2;
const seniority = 4;
const company = 8;
const place = 16;

/** Numbers of hits by their value. */
interface Counter {
  counts: Uint32Array;
}

export function createCounters(collection: Collection): Counters {
  /** Traits are counted once for all hits, and for those that fail one of their three filters. */
  const traits = new Map([0, workplace, employmentType, seniority].map((failed) => [failed, newCounter()]));
  const companies = newCounter();
  const places = newCounter();
  const all = traits.get(0) ?? newCounter();

  return {
    begin(filter, placeSearch, isCounted) {
      if (isCounted) {
        for (const counter of traits.values()) clear(counter, collection.traitMasks.length);
        clear(companies, collection.companies.texts.length);
        clear(places, collection.places.size);
      }
      const failures = traitFailures(collection, filter);
      const wanted = filter.companyIds.length === 0 ? null : wantedCompanies(collection, filter.companyIds);
      const { columns } = collection;
      return (document) => {
        const trait = columns.traits[document] ?? 0;
        const employer = columns.company[document] ?? 0;
        const entry = columns.places[document] ?? 0;
        let failed = failures[trait] ?? 0;
        if (wanted !== null && wanted[employer] !== 1) failed |= company;
        if (placeSearch !== null && placeSearch.fits[entry] !== 1) failed |= place;
        if (!isCounted) return failed === 0;
        if (failed === 0) {
          increment(all, trait);
          increment(companies, employer);
          increment(places, entry);
          return true;
        }
        if (failed === company) increment(companies, employer);
        else if (failed === place) increment(places, entry);
        else {
          const counter = traits.get(failed);
          if (counter !== undefined) increment(counter, trait);
        }
        return false;
      };
    },

    read(values) {
      const traitFacet = (bits: readonly { value: string; bit: number }[], failed: number) => {
        const counts = bits.map(({ value, bit }) => {
          let count = 0;
          for (const counter of [all, traits.get(failed) ?? all]) {
            for (const [trait, mask] of collection.traitMasks.entries()) {
              if ((mask & bit) !== 0) count += counter.counts[trait] ?? 0;
            }
          }
          return { value, label: value, count };
        });
        return mostFrequent(counts, values);
      };
      return {
        workplace: traitFacet(traitBits.workplace, workplace),
        employment_type: traitFacet(traitBits.employment_type, employmentType),
        seniority: traitFacet(traitBits.seniority, seniority),
        company: companyFacet(collection, companies, values),
        place: placeFacet(collection, places, values),
      };
    },
  };
}

/** By the traits, the filters that they fail. */
function traitFailures(collection: Collection, filter: SearchFilter): Uint8Array {
  const bitsOf = (bits: readonly { value: string; bit: number }[], wanted: readonly string[]) =>
    bits.reduce((mask, { value, bit }) => (wanted.includes(value) ? mask | bit : mask), 0);
  const filters = [
    { failure: workplace, wanted: filter.workplaces, bits: traitBits.workplace },
    { failure: employmentType, wanted: filter.employmentTypes, bits: traitBits.employment_type },
    { failure: seniority, wanted: filter.seniorities, bits: traitBits.seniority },
  ].filter(({ wanted }) => wanted.length > 0);
  return Uint8Array.from(collection.traitMasks, (mask) =>
    filters.reduce(
      (failed, { failure, wanted, bits }) =>
        (mask & bitsOf(bits, wanted)) === 0 ? failed | failure : failed,
      0,
    ),
  );
}

function wantedCompanies({ companies }: Collection, ids: readonly string[]): Uint8Array {
  const wanted = new Set(ids);
  return Uint8Array.from(companies.texts, (text) => (wanted.has(text.slice(0, text.indexOf(' '))) ? 1 : 0));
}

const newCounter = (): Counter => ({ counts: new Uint32Array(0) });

function clear(counter: Counter, size: number): void {
  if (counter.counts.length < size) counter.counts = new Uint32Array(Math.ceil(size * 1.2));
  else counter.counts.fill(0);
}

function increment({ counts }: Counter, value: number): void {
  counts[value] = (counts[value] ?? 0) + 1;
}

const mostFrequent = (counts: readonly FacetValue[], limit: number): FacetValue[] =>
  counts
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, limit);

function companyFacet({ companies }: Collection, { counts }: Counter, limit: number): FacetValue[] {
  const byId = new Map<string, FacetValue>();
  for (const [number, text] of companies.texts.entries()) {
    if (counts[number] === 0) continue;
    const space = text.indexOf(' ');
    const value = text.slice(0, space);
    const known = byId.get(value);
    const name = text.slice(space + 1);
    byId.set(value, {
      value,
      // A company that was renamed has both names for a while.
      label: known !== undefined && known.label < name ? known.label : name,
      count: (known?.count ?? 0) + (counts[number] ?? 0),
    });
  }
  return mostFrequent([...byId.values()], limit);
}

function placeFacet({ places }: Collection, { counts }: Counter, limit: number): FacetValue[] {
  const byLabel = new Map<string, number>();
  for (let entry = 0; entry < places.size; entry += 1) {
    if (counts[entry] === 0) continue;
    for (const label of new Set(places.labelsOf(entry))) {
      byLabel.set(label, (byLabel.get(label) ?? 0) + (counts[entry] ?? 0));
    }
  }
  return mostFrequent(
    [...byLabel].map(([label, count]) => ({ value: label, label, count })),
    limit,
  );
}
