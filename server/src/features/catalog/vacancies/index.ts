export type { MovedPosting } from './deciding.ts';
export { clusterEvaluator } from './evaluation.ts';
export { createVacancies, type Vacancies, type VacanciesDependencies } from './vacancies.ts';
