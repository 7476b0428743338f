import { pino } from 'pino';
import { createCompanies } from '../features/catalog/companies/index.ts';
import { createJobs, type Jobs } from '../features/catalog/jobs/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import { testWorkers } from './workers/index.ts';

/** How much companies may post where that is no matter. */
export const generousQuotas = {
  unverified: { openJobs: 10_000, jobsPerDay: 10_000 },
  verified: { openJobs: 10_000, jobsPerDay: 10_000 },
} as const;

/**
 * Jobs of whose surroundings nothing is known: no matches, marks, applications or sources. Those of unverified companies
 * are announced like any other.
 */
export function createTestJobs(database: Database, clock: Clock): Jobs {
  return createJobs({
    database,
    clock,
    logger: pino({ level: 'silent' }),
    workers: testWorkers(),
    companies: { ...createCompanies({ clock }), postingRule: async () => 'announced' },
    extras: {
      sourceOf: async () => null,
      matchFor: async () => null,
      applicationOf: async () => null,
      markOf: async () => null,
    },
    numbers: { countApplications: async () => new Map() },
    quotas: generousQuotas,
  });
}
