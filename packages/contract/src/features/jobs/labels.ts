import type { EmploymentType, Seniority } from '../../constants.ts';

/** English words for the values that both the web application and the mails show. */
type Labels<Value extends string> = Readonly<Record<Value, string>>;

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
