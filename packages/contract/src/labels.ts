import type { MatchReason, Workplace } from './catalog.ts';
import type { EmploymentType, Seniority } from './identity.ts';

/** English words for the values that both the web application and the mails show. */
type Labels<Value extends string> = Readonly<Record<Value, string>>;

export const workplaceLabels: Labels<Workplace> = { on_site: 'On site', hybrid: 'Hybrid', remote: 'Remote' };

export const employmentTypeLabels: Labels<EmploymentType> = {
  full_time: 'Full time',
  part_time: 'Part time',
  contract: 'Contract',
  temporary: 'Temporary',
  internship: 'Internship',
  volunteer: 'Volunteer',
};

export const seniorityLabels: Labels<Seniority> = {
  intern: 'Intern',
  junior: 'Junior',
  mid: 'Mid-level',
  senior: 'Senior',
  lead: 'Lead',
  director: 'Director',
  executive: 'Executive',
};

/** Reasons whose terms are values of the contract; those of all others are words of the posting or the profile. */
const termLabels = new Map<MatchReason['code'], ReadonlyMap<string, string>>([
  ['employment_type', new Map(Object.entries(employmentTypeLabels))],
  ['seniority', new Map(Object.entries(seniorityLabels))],
]);

/** The terms of a reason in words. */
export const describeTerms = ({ code, terms }: MatchReason): string[] =>
  terms.map((term) => termLabels.get(code)?.get(term) ?? term);
