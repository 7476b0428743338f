import { createVacancies, type Vacancies } from '../features/catalog/vacancies/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import { testWorkers } from './workers/index.ts';

/** Vacancies as the program decides them. */
export function createTestVacancies(database: Database, clock: Clock): Vacancies {
  return createVacancies({ database, clock, workers: testWorkers(), setAside: () => {} });
}
