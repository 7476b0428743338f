import { createVacancies, type Vacancies } from '../features/catalog/vacancies/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { SetAside } from '../platform/set-aside/index.ts';
import { testWorkers } from './workers/index.ts';

/** Vacancies as the program decides them. */
export function createTestVacancies(
  database: Database,
  clock: Clock,
  setAside: SetAside = () => {},
): Vacancies {
  return createVacancies({ database, clock, workers: testWorkers(), setAside });
}
