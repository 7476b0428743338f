import type { EmploymentType, Seniority, Workplace } from '@rolecall/contract';
import type { Reason } from './explain.ts';
import type { FacetCounts } from './facet-counts.ts';
import type { Language } from './languages.ts';

/** What an alert adds to its search, which is read strictly then (strict.ts). */
export interface StrictTerms {
  /** Words and phrases that must not be there. */
  readonly withoutWords: readonly string[];
  /** Names as `normalizeCompanyName` has them. */
  readonly withoutCompanies: readonly string[];
}

export interface SearchFilter {
  readonly strict?: StrictTerms;
  readonly words: string | null;
  /** Languages that the person reads; English is always among them. */
  readonly read: readonly Language[];
  readonly place: string | null;
  readonly withinKm: number | null;
  readonly workplaces: readonly Workplace[];
  readonly employmentTypes: readonly EmploymentType[];
  readonly seniorities: readonly Seniority[];
  readonly companyIds: readonly string[];
  readonly sourceIds: readonly string[];
  readonly pay: { readonly annual: number; readonly currency: string } | null;
  /** In milliseconds since 1970. */
  readonly publishedSince: number | null;
}

export type SearchOrder = 'relevance' | 'newest' | 'pay' | 'distance';

/** Behind which hit a page begins. */
export interface SearchPosition {
  readonly rank: number;
  readonly publishedAt: number;
  readonly id: string;
}

export interface SearchRequest extends SearchFilter {
  readonly order: SearchOrder;
  readonly payCurrency: string;
  readonly after: SearchPosition | null;
  readonly limit: number;
  /** Postings that this person does not want to see. */
  readonly without: readonly string[];
  readonly facets: { readonly values: number } | null;
}

export interface FoundJob {
  readonly id: string;
  readonly rank: number;
  readonly publishedAt: number;
  /** Whether its vacancy has other postings, as far as the index knows. */
  readonly hasOthers: boolean;
  /** In kilometres; null: nobody knows, or nothing was asked. */
  readonly distanceKm: number | null;
  readonly reasons: readonly Reason[];
}

export interface SearchAnswer {
  readonly total: number;
  readonly jobs: readonly FoundJob[];
  readonly correction: string | null;
  readonly facets: FacetCounts | null;
}
