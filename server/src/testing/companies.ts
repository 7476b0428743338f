import {
  createCompanies,
  createCompanyNotices,
  createCompanyProofs,
  createDomainRechecks,
  createOperatorCompanies,
  type ReadSourcePostings,
} from '../features/catalog/companies/index.ts';
import { createAudit } from '../features/identity/audit/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import { createTestNotifications } from './notifications.ts';

/** Companies with their proofs and what operators decide about them, over real parts; no mail is sent. */
export function createTestCompanies(
  database: Database,
  clock: Clock,
  texts: (name: string) => Promise<readonly string[]> = async () => [],
  sourcePostings: ReadSourcePostings = async () => new Map(),
) {
  const companies = createCompanies({ clock });
  const audit = createAudit({ clock });
  const notices = createCompanyNotices({
    clock,
    companies,
    notifications: createTestNotifications(database, clock),
  });
  /** The companies that a code was asked for. */
  const codesAsked: string[] = [];
  const companyProofs = createCompanyProofs({
    database,
    clock,
    companies,
    audit,
    notices,
    dns: { texts },
    requestCode: async (_tx, companyId) => codesAsked.push(companyId),
  });
  const operatorCompanies = createOperatorCompanies({
    ...{ database, companies, audit, notices },
    sourcePostings,
  });
  const domainRechecks = createDomainRechecks({ database, clock, companies, audit, notices, dns: { texts } });
  return { domainRechecks, database, companies, audit, companyProofs, operatorCompanies, codesAsked };
}
