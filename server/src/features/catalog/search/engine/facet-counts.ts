export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export type FacetName = 'workplace' | 'employment_type' | 'seniority' | 'company' | 'place';
export type FacetCounts = Readonly<Record<FacetName, readonly FacetValue[]>>;
