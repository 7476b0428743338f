import type { Collection } from './collection.ts';
import { traitBits } from './columns.ts';
import type { FacetCounts, FacetValue } from './facet-counts.ts';
import { createGroups, type Groups } from './groups.ts';
import type { PlaceSearch } from './places.ts';
import type { SearchFilter } from './request.ts';
import { beginTally, newTally, type Tally } from './tally.ts';

/**
 * What the pass over all hits needs to count them by their facets. Each facet is counted over the hits that pass all other
 * filters, so a hit that fails one filter alone counts for the facet of that one.
 */
export interface FacetPass {
  /** By the traits, bits of the filters that they fail. */
  readonly failures: Uint8Array;
  /** By the company, 1 where it is wanted; null: any is. */
  readonly wantedCompanies: Uint8Array | null;
  /** By the list of places, 1 where it fits; null: any does. */
  readonly fittingPlaces: Uint8Array | null;
  readonly isCounted: boolean;
  /** Counts by traits: of hits that pass all filters, and of those that fail one of the three of traits, by its bit. */
  readonly traits: readonly Uint32Array[];
  readonly companies: Tally;
  readonly places: Tally;
}

export interface Counters {
  begin(filter: SearchFilter, place: PlaceSearch | null, isCounted: boolean): FacetPass;
  /** What the pass that began last has counted. */
  read(values: number): FacetCounts;
}

/** Bits of filters that a hit fails. */
export const failedTraits = 7;
export const failedCompany = 8;
export const failedPlace = 16;
const workplace = 1;
const employmentType = 2;
const seniority = 4;

const traitFacets = [
  { name: 'workplace', failure: workplace, bits: traitBits.workplace },
  { name: 'employment_type', failure: employmentType, bits: traitBits.employment_type },
  { name: 'seniority', failure: seniority, bits: traitBits.seniority },
] as const;

export function createCounters(collection: Collection): Counters {
  /** By the bit of the failed filter; 0: none. */
  const traits = Array.from({ length: failedTraits + 1 }, () => new Uint32Array(0));
  const companies = newTally();
  const places = newTally();
  const employers = createGroups(
    () => collection.companies.texts.length,
    (number) => [idOfCompany(collection.companies.texts[number] ?? '')],
  );
  const labels = createGroups(
    () => collection.places.size,
    (entry) => collection.places.labelsOf(entry),
  );

  return {
    begin(filter, placeSearch, isCounted) {
      if (isCounted) {
        for (const failure of [0, workplace, employmentType, seniority]) {
          traits[failure] = cleared(traits[failure], collection.traitMasks.length);
        }
        beginTally(companies, collection.companies.texts.length);
        beginTally(places, collection.places.size);
      }
      return {
        failures: traitFailures(collection, filter),
        wantedCompanies:
          filter.companyIds.length === 0 ? null : employers.membersOf(new Set(filter.companyIds)),
        fittingPlaces: placeSearch?.fits ?? null,
        isCounted,
        traits,
        companies,
        places,
      };
    },

    read(values) {
      const [passed] = traits;
      const [workplaces, employmentTypes, seniorities] = traitFacets.map(({ failure, bits }) => {
        const failed = traits[failure];
        const counts = bits.map(({ value }) => ({ value, label: value, count: 0 }));
        for (let trait = 0; trait < collection.traitMasks.length; trait += 1) {
          const count = (passed?.[trait] ?? 0) + (failed?.[trait] ?? 0);
          if (count === 0) continue;
          const mask = collection.traitMasks[trait] ?? 0;
          for (let place = 0; place < bits.length; place += 1) {
            const [own, bit] = [counts[place], bits[place]?.bit ?? 0];
            if (own !== undefined && (mask & bit) !== 0) own.count += count;
          }
        }
        return mostFrequent(counts, values);
      });
      return {
        workplace: workplaces ?? [],
        employment_type: employmentTypes ?? [],
        seniority: seniorities ?? [],
        company: companyFacet(collection, employers, companies, values),
        place: labels
          .mostFrequent(places, values)
          .map(({ value, count }): FacetValue => ({ value, label: value, count })),
      };
    },
  };
}

/** By the traits, the filters that they fail. */
function traitFailures({ traitMasks }: Collection, filter: SearchFilter): Uint8Array {
  const failures = new Uint8Array(traitMasks.length);
  for (const [place, wanted] of [filter.workplaces, filter.employmentTypes, filter.seniorities].entries()) {
    const facet = traitFacets[place];
    if (wanted.length === 0 || facet === undefined) continue;
    const values: readonly string[] = wanted;
    let wantedBits = 0;
    for (const { value, bit } of facet.bits) if (values.includes(value)) wantedBits |= bit;
    for (let trait = 0; trait < failures.length; trait += 1) {
      if (((traitMasks[trait] ?? 0) & wantedBits) === 0)
        failures[trait] = (failures[trait] ?? 0) | facet.failure;
    }
  }
  return failures;
}

const idOfCompany = (text: string): string => text.slice(0, text.indexOf(' '));

function cleared(counts: Uint32Array<ArrayBuffer> | undefined, size: number): Uint32Array<ArrayBuffer> {
  if (counts === undefined || counts.length < size) return new Uint32Array(Math.ceil(size * 1.2));
  return counts.fill(0);
}

const mostFrequent = (counts: readonly FacetValue[], limit: number): FacetValue[] =>
  counts
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, limit);

function companyFacet(
  { companies }: Collection,
  employers: Groups,
  tally: Tally,
  limit: number,
): FacetValue[] {
  return employers.mostFrequent(tally, limit).map(({ value, count, members }) => {
    // A company that was renamed has both names for a while.
    const names = members
      .filter((number) => (tally.counts[number] ?? 0) > 0)
      .map((number) => (companies.texts[number] ?? '').slice(value.length + 1))
      .toSorted();
    return { value, label: names[0] ?? '', count };
  });
}
