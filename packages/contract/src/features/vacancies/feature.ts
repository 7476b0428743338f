import type { Feature } from '../../fold.ts';
import { vacanciesAudit } from './audit.ts';
import { vacancies } from './endpoints.ts';

export const vacanciesFeature = { endpoints: { vacancies }, audit: vacanciesAudit } satisfies Feature;
