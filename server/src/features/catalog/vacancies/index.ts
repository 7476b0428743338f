export type { MovedPosting } from './deciding.ts';
export { clusterEvaluator } from './evaluation.ts';
export { createRulings, type SplitVacancy, type VacancyRulings } from './rulings.ts';
export { createVacancies, type Vacancies, type VacanciesDependencies } from './vacancies.ts';
