import { employmentTypeLabels, seniorityLabels } from '../jobs/labels.ts';
import type { MatchReason } from './match.ts';

/** Reasons whose terms are values of the contract; those of all others are words of the posting or the profile. */
const termLabels = new Map<MatchReason['code'], ReadonlyMap<string, string>>([
  ['employment_type', new Map(Object.entries(employmentTypeLabels))],
  ['seniority', new Map(Object.entries(seniorityLabels))],
]);

/** The terms of a reason in words. */
export const describeTerms = ({ code, terms }: MatchReason): string[] =>
  terms.map((term) => termLabels.get(code)?.get(term) ?? term);
