import type { ProfileUpdate } from '@rolecall/contract';

/** The profile of the demo's job seeker. */
export const demoSeekerProfile: ProfileUpdate = {
  headline: 'Full-stack engineer who likes tidy interfaces and quick feedback',
  summary: 'Eight years of web applications, the last four with TypeScript, React and PostgreSQL.',
  skills: ['TypeScript', 'React', 'Node.js', 'PostgreSQL', 'GraphQL', 'CSS', 'Docker'],
  wanted_titles: ['Full-stack Engineer', 'Frontend Engineer', 'Software Engineer'],
  places: ['Berlin', 'Hamburg'],
  remote: 'any',
  pay_floor: { amount: 65_000, currency: 'EUR', period: 'year' },
  employment_types: ['full_time'],
  seniority: 'senior',
  excluded_words: ['unpaid'],
  time_zone: 'Europe/Berlin',
};
