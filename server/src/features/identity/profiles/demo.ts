import type { ProfileUpdate } from '@rolecall/contract';

/** The profile of the demo's nurse. */
export const demoNurseProfile: ProfileUpdate = {
  headline: 'Children’s nurse who keeps calm when three bells ring at once',
  summary: 'Nine years on wards, five of them in paediatrics. Nights are fine, every third weekend too.',
  skills: [
    'Nursing',
    'Soins infirmiers',
    'Paediatrics',
    'Pédiatrie',
    'Patient care',
    'Pansements',
    'Transmissions',
    'French',
    'English',
  ],
  wanted_titles: ['Nurse', 'Paediatric Nurse', 'Infirmier'],
  places: ['Lyon', 'Villeurbanne'],
  remote: 'any',
  pay_floor: { amount: 33_000, currency: 'EUR', period: 'year' },
  employment_types: ['full_time', 'part_time'],
  seniority: null,
  excluded_words: ['unpaid'],
  time_zone: 'Europe/Paris',
};

/** The profile of the demo's engineer. */
export const demoEngineerProfile: ProfileUpdate = {
  headline: 'Full-stack engineer who likes tidy interfaces and quick feedback',
  summary: 'Eight years of web applications, the last four with TypeScript, React and PostgreSQL.',
  skills: ['TypeScript', 'React', 'Node.js', 'PostgreSQL', 'GraphQL', 'CSS', 'Docker'],
  wanted_titles: ['Full-stack Engineer', 'Frontend Engineer', 'Software Engineer'],
  places: ['Berlin', 'Hamburg'],
  remote: 'any',
  pay_floor: { amount: 78_000, currency: 'EUR', period: 'year' },
  employment_types: ['full_time'],
  seniority: 'senior',
  excluded_words: ['unpaid'],
  time_zone: 'Europe/Berlin',
};
